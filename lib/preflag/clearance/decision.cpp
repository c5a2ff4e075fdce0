#include <preflag/clearance/decision.h>
#include <preflag/goods/concentration.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

/// Kilograms where they are known, as the report has them.
std::optional<StatedFigure> quantity_of(const Identification& substance) {
    if (!substance.quantity)
        return std::nullopt;
    const Quantity& stated = substance.quantity->value;
    if (stated.kilograms)
        return StatedFigure{{stated.kilograms->low, stated.kilograms->high}, "kg"};
    if (stated.litres)
        return StatedFigure{{stated.litres->low, stated.litres->high}, "l"};
    return std::nullopt;
}

} // namespace

std::string to_string(const std::optional<StatedFigure>& figure) {
    if (!figure)
        return "not stated";
    return fmt::format("{} {}", to_string(figure->value), figure->unit);
}

std::string goods_counted(std::span<const std::string> things) {
    return fmt::format("{}", fmt::join(things, ", "));
}

DecisionFacts facts_of(const ScreenedLine& line, const Finding& finding, std::string edition) {
    DecisionFacts facts;
    facts.rule = finding.rule_id();
    facts.outcome = finding.outcome;
    facts.goods = finding.counted.empty() ? line.goods : goods_counted(finding.counted);
    facts.consignee = line.consignee;
    facts.country = line.consignee_country;
    facts.shipment = line.shipment;
    facts.edition = std::move(edition);
    if (!finding.counted.empty())
        return facts; // of several lines, whose quantities are not the line's
    for (const Identification& substance : line.reading.substances) {
        DecidedSubstance decided;
        decided.id = substance.substance->id;
        if (substance.strength) {
            const Concentration& stated = substance.strength->stated;
            decided.strength = StatedFigure{{stated.value.low, stated.value.high},
                                            std::string(unit_of(stated.basis))};
        }
        decided.quantity = quantity_of(substance);
        facts.substances.push_back(std::move(decided));
    }
    return facts;
}

std::string_view name_of(DecisionKind kind) {
    return kind == DecisionKind::cleared ? "cleared" : "confirmed";
}

bool is_finding_id(std::string_view text) {
    constexpr std::size_t digits = 16;
    return text.size() == digits && text.find_first_not_of("0123456789abcdef") == text.npos;
}

} // namespace preflag
