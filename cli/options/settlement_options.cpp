#include "settlement_options.h"

#include "options/amount.h"
#include "terminal.h"

#include <preflag/base/error.h>

#include <fmt/format.h>

namespace preflag {

namespace {

/// "10%" as a share of 1.
double quantity_margin(const std::string& word) {
    constexpr double largest = 1000;
    const auto amount = parse_amount(word);
    if (!amount || !amount->is_percent || amount->value > largest)
        throw UsageError(
            fmt::format("--quantity-margin {}: give a share of the quantity such as 10%", word));
    return amount->value / 100;
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

void add_settlement_options(OptionSet& options, SettlementWords& words) {
    options.begin_group("Letting legitimate trade pass");
    options
        .add(file("--licences", &words.licences,
                  "Clear the lines that licences in this YAML or CSV file cover (repeatable)"))
        .manual("Cleared is what the laws say of goods that go to the holder of a licence for "
                "them, up to its strength and quantity, on the shipment's date, or today when it "
                "has none. CSV when the name ends in .csv. See LICENCES.");
    add_decisions_option(options, words.decisions);
    options.add(text("--quantity-margin", &words.quantity_margin, "P%",
                     "How far a quantity may differ from the one that was decided on"));
    options.add(flag("--show-suppressed", words.show_suppressed,
                     "Report the lines that were cleared, too, with the reason"));
}

void check_settlement(const SettlementWords& words) {
    if (words.show_suppressed && words.licences.empty() && words.decisions.empty())
        throw UsageError("--show-suppressed is given, but neither --licences FILE nor --decisions "
                         "FILE: nothing is suppressed");
    static_cast<void>(quantity_margin(words.quantity_margin));
}

SettlementFiles settlement_files(const SettlementWords& words, Date day,
                                 std::optional<Date> as_of) {
    return {words.licences, words.decisions, quantity_margin(words.quantity_margin), day, as_of};
}

} // namespace preflag
