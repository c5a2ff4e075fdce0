#include "selection_options.h"

#include <preflag/base/error.h>

#include <fmt/format.h>

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
    RuleSelection selection{arguments.regimes, arguments.jurisdictions, std::nullopt};
    if (arguments.as_of.empty())
        return selection;
    selection.as_of = parse_iso_date(arguments.as_of);
    if (!selection.as_of)
        throw UsageError(
            fmt::format("--as-of {}: give a date such as 2021-02-01", arguments.as_of));
    return selection;
}

} // namespace preflag
