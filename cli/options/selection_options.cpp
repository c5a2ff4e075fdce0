#include "selection_options.h"

#include <preflag/base/error.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace preflag {

void add_selection_options(CLI::App& command, SelectionWords& words) {
    command.add_option("--regime", words.regimes, "Apply only this law or programme (repeatable)")
        ->type_name("ID")
        ->allow_extra_args(false);
    command
        .add_option("--jurisdiction", words.jurisdictions,
                    "Apply the laws of this country or union, whatever the route (repeatable)")
        ->type_name("CODE")
        ->allow_extra_args(false);
    command
        .add_option("--as-of", words.as_of,
                    "Judge by the law of this day instead of the shipment's")
        ->type_name("DATE");
}

RuleSelection resolve_selection(const SelectionWords& words) {
    RuleSelection selection{words.regimes, words.jurisdictions, std::nullopt};
    if (words.as_of.empty())
        return selection;
    selection.as_of = parse_iso_date(words.as_of);
    if (!selection.as_of)
        throw UsageError(fmt::format("--as-of {}: give a date such as 2021-02-01", words.as_of));
    return selection;
}

} // namespace preflag
