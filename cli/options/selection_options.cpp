#include "selection_options.h"

#include "day_option.h"

namespace preflag {

void add_selection_options(OptionSet& options, SelectionArguments& arguments) {
    options.begin_group("The law that applies");
    options
        .add(text("--regime", &arguments.regimes, "ID",
                  "Apply only this law or programme (repeatable)"))
        .manual("A choice that leaves no law is an error.");
    options.add(text("--jurisdiction", &arguments.jurisdictions, "CODE",
                     "Apply the laws of this country or union, whatever the route (repeatable)"));
    options
        .add(text("--as-of", &arguments.as_of, "DATE",
                  "Judge by the law of this day instead of the shipment's"))
        .manual("Written as 2021-02-01.");
}

RuleSelection resolve_selection(const SelectionArguments& arguments) {
    return {arguments.regimes, arguments.jurisdictions, day_option("--as-of", arguments.as_of)};
}

} // namespace preflag
