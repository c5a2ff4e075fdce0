#pragma once

#include <preflag/base/field_set.h>
#include <preflag/goods/identification.h>
#include <preflag/places/route.h>
#include <preflag/rules/conditions/fact.h>
#include <preflag/rules/conditions/line_cells.h>
#include <preflag/rules/verdict.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// What the caller of a RuleSet knows about a line beyond its fields and its goods. The views must
/// live until the evaluation returns. What is empty was not found out: no condition on it holds,
/// except that it is missing.
struct LineFacts {
    /// Who is behind the consignee: "business", "public-body", "forwarder", "private-person",
    /// "personal-name" or "unknown".
    std::string_view consignee_kind;
    /// The fields that the manifest has columns for; nullptr: it may have any.
    const FieldSet* columns = nullptr;
    /// What reads the cells with places; nullptr: one is made for this line.
    PlaceMemory* places = nullptr;
    /// The way of the goods; nullptr: it is read from the line.
    const Route* route = nullptr;
    /// The one rule that is asked, with the laws that it depends on; nullptr: all. Its answer is
    /// the same as among all, but that for a red flag the laws of all countries apply: it must not
    /// fall silent because the laws chosen are not those of the line's route.
    const Rule* only = nullptr;
};

/// A line as a condition sees it. All references must outlive the call.
struct ConditionFacts {
    const LineCells& line;
    /// The substance that is asked about; none when no fact of the condition belongs to one.
    const Identification* goods = nullptr;
    /// Of the whole line, for goods without a quantity of their own.
    const MeasuredQuantity* line_quantity = nullptr;
    std::span<const std::string> countries{};
    std::span<const Verdict> laws{}; ///< what the laws said of the line
    std::string_view consignee_kind{};
    PlaceMemory* places = nullptr; ///< none: no field names a country

    /// The number of a number fact; nullopt when the line does not tell it.
    [[nodiscard]] std::optional<Interval> number(Fact fact) const;
    /// The words of any fact as a message shows them; empty when the line does not tell it.
    [[nodiscard]] std::vector<std::string> words(Fact fact) const;
    /// Whether one of these words passes the test, std::string_view -> bool. The same word can come
    /// twice.
    template <typename Test>
    [[nodiscard]] bool any_word(Fact fact, Test test) const {
        const auto in_law = [&](const Verdict& law) {
            return (goods == nullptr || law.identification == goods) &&
                   passes(law_word(fact, law), test);
        };
        switch (fact) {
        case Fact::substance:
            return goods != nullptr && test(substance_word());
        case Fact::consignee_kind:
            return passes(consignee_kind, test);
        case Fact::jurisdiction:
            return std::any_of(countries.begin(), countries.end(), test);
        case Fact::regulated:
        case Fact::regime:
            return std::any_of(laws.begin(), laws.end(), in_law);
        default: {
            const std::vector<std::string> all = words(fact);
            return std::any_of(all.begin(), all.end(), test);
        }
        }
    }

  private:
    template <typename Test>
    static bool passes(std::string_view word, Test test) {
        return !word.empty() && test(word);
    }
    [[nodiscard]] std::string_view substance_word() const;
    static std::string_view law_word(Fact fact, const Verdict& law);
    [[nodiscard]] std::optional<Interval> kilograms() const;
    [[nodiscard]] std::optional<Interval> limit_share() const;
};

} // namespace preflag
