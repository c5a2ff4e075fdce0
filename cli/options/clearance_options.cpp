#include "clearance_options.h"

#include "terminal.h"

#include <preflag/base/error.h>
#include <preflag/base/number.h>

#include <fmt/format.h>

namespace preflag {

namespace {

/// "10%" as a share of 1.
double quantity_margin(const std::string& word) {
    constexpr double largest = 1000;
    const auto share = Share::parse(word);
    if (!share || !share->is_percent || share->value > largest)
        throw UsageError(
            fmt::format("--quantity-margin {}: give a share of the quantity such as 10%", word));
    return share->value / 100;
}

} // namespace

void tell_torn(const DecisionFile& file) {
    if (file.torn)
        tell(to_string(*file.torn));
}

Option& add_decisions_option(OptionSet& options, std::string& file_name) {
    options.begin_group("Letting legitimate trade pass");
    return options
        .add(file("--decisions", &file_name,
                  "Keep quiet about what people decided to clear, until its facts change"))
        .manual("A decision holds until the facts change or it expires. See DECISIONS.");
}

void add_clearance_options(OptionSet& options, ClearanceArguments& arguments) {
    options.begin_group("Letting legitimate trade pass");
    options
        .add(file("--licences", &arguments.licences,
                  "Clear the lines that licences in this YAML or CSV file cover (repeatable)"))
        .manual("Cleared is what the laws say of goods that go to the holder of a licence for "
                "them, up to its strength and quantity, on the shipment's date, or today when it "
                "has none. CSV when the name ends in .csv. See LICENCES.");
    add_decisions_option(options, arguments.decisions);
    options.add(text("--quantity-margin", &arguments.quantity_margin, "P%",
                     "How far a quantity may differ from the one that was decided on"));
    options.add(flag("--show-suppressed", arguments.show_suppressed,
                     "Report the lines that were cleared, too, with the reason"));
}

void check_clearance(const ClearanceArguments& arguments) {
    if (arguments.show_suppressed && arguments.licences.empty() && arguments.decisions.empty())
        throw UsageError("--show-suppressed is given, but neither --licences FILE nor --decisions "
                         "FILE: nothing is suppressed");
    static_cast<void>(quantity_margin(arguments.quantity_margin));
}

ClearanceFiles clearance_files(const ClearanceArguments& arguments, Date day,
                               std::optional<Date> as_of) {
    return {arguments.licences, arguments.decisions, quantity_margin(arguments.quantity_margin),
            day, as_of};
}

} // namespace preflag
