#include <preflag/goods/line/strength_conversion.h>
#include <preflag/goods/strength/strength_statement.h>

#include <array>
#include <unordered_map>

namespace preflag {

Origin origin_of(StrengthSource source) {
    constexpr std::array origins{Origin::column,      Origin::grade, Origin::grade,
                                 Origin::description, Origin::grade, Origin::grade,
                                 Origin::un_entry,    Origin::form};
    return origins[static_cast<std::size_t>(source)];
}

void take_best(const Lexicon& lexicon, const std::vector<StrengthStatement>& statements,
               std::vector<Identification>& substances) {
    std::unordered_map<SubstanceId, const StrengthStatement*> best;
    for (const StrengthStatement& statement : statements) {
        const StrengthStatement*& kept = best[statement.substance];
        if (kept == nullptr || statement.source < kept->source)
            kept = &statement;
    }
    for (Identification& item : substances)
        if (const auto found = best.find(item.id); found != best.end()) {
            const StrengthStatement& statement = *found->second;
            item.strength = measure_strength(lexicon[item.id], statement.stated,
                                             origin_of(statement.source), statement.text);
        }
}

} // namespace preflag
