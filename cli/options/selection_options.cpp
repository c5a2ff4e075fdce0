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
        .add(text("--home", &arguments.home, "COUNTRY",
                  "Your country: stands in for the origin or destination that no column tells"))
        .manual("A name or a code. Without it the laws of all countries apply to lines without any "
                "place.");
    options
        .add(text("--as-of", &arguments.as_of, "DATE",
                  "Judge by the law of this day instead of the shipment's"))
        .manual("Written as 2021-02-01.");
}

RuleSelection resolve_selection(const SelectionArguments& arguments) {
    RuleSelection selection;
    selection.regimes = arguments.regimes;
    selection.jurisdictions = arguments.jurisdictions;
    selection.home = arguments.home;
    selection.as_of = day_option("--as-of", arguments.as_of);
    return selection;
}

} // namespace preflag
