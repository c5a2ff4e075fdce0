#include <preflag/report/kept/kept_line.h>
#include <preflag/report/kept/kept_values.h>

#include <limits>

namespace preflag {

namespace {

/// The values of an enumeration go from 0 up without a gap.
template <typename Kind>
Kind kind_named(const Document& document, const DocumentNode& node, std::string_view key,
                Kind last) {
    const std::string name = kept_text(node, key);
    for (int i = 0; i <= static_cast<int>(last); ++i)
        if (name_of(static_cast<Kind>(i)) == name)
            return static_cast<Kind>(i);
    throw_not_kept(document, node, "what a report has, for its \"" + std::string(key) + "\"");
}

Field field_named(const Document& document, const DocumentNode& node) {
    const auto field = parse_field(kept_text(node, "field"));
    if (!field)
        throw_not_kept(document, node, "evidence of a field");
    return *field;
}

Evidence kept_evidence(const Document& document, const DocumentNode& node) {
    return {kind_named(document, node, "kind", EvidenceKind::grade), field_named(document, node),
            kept_text(node, "text"), kept_count(document, node, "offset"),
            kept_count(document, node, "length")};
}

/// An end that a report leaves open is null.
Interval kept_interval(const Document& document, const DocumentNode& node, const char* low,
                       const char* high) {
    constexpr double open = std::numeric_limits<double>::infinity();
    return {kept_number(document, node, low).value_or(-open),
            kept_number(document, node, high).value_or(open)};
}

Basis basis_of(const Document& document, const DocumentNode& node) {
    const std::string unit = kept_text(node, "unit");
    for (int i = 0; i <= static_cast<int>(Basis::phosphorus_pentoxide); ++i)
        if (unit_of(static_cast<Basis>(i)) == unit)
            return static_cast<Basis>(i);
    throw_not_kept(document, node, "a strength with a unit");
}

std::optional<Strength> kept_strength(const Document& document, const DocumentNode* node) {
    if (node == nullptr || !node->is_map())
        return std::nullopt;
    Strength strength;
    strength.stated = {kept_interval(document, *node, "low", "high"), basis_of(document, *node)};
    strength.origin = kind_named(document, *node, "origin", Origin::form);
    return strength;
}

std::optional<MeasuredQuantity> kept_quantity(const Document& document, const DocumentNode* node) {
    if (node == nullptr || !node->is_map())
        return std::nullopt;
    MeasuredQuantity quantity;
    quantity.origin = kind_named(document, *node, "origin", Origin::form);
    if (node->find("low_l") != nullptr)
        quantity.value.litres = kept_interval(document, *node, "low_l", "high_l");
    else if (kept_number(document, *node, "low_kg") || kept_number(document, *node, "high_kg"))
        quantity.value.kilograms = kept_interval(document, *node, "low_kg", "high_kg");
    return quantity;
}

std::optional<Clearance> kept_clearance(const DocumentNode* node) {
    if (node == nullptr)
        return std::nullopt;
    const bool is_licence = kept_text(*node, "kind") == name_of(Clearance::By::licence);
    return Clearance{is_licence ? Clearance::By::licence : Clearance::By::decision,
                     kept_text(*node, is_licence ? "licence" : "by"), kept_date(*node, "on"),
                     kept_date(*node, "until"), kept_text(*node, "because")};
}

std::optional<ConsigneeReading> kept_kind(const Document& document, const DocumentNode& node) {
    if (node.find("kind") == nullptr)
        return std::nullopt;
    ConsigneeReading reading;
    reading.kind = kind_named(document, node, "kind", ConsigneeKind::unknown);
    for (const DocumentNode& item : kept_items(node, "evidence"))
        reading.evidence.push_back({kind_named(document, item, "kind", ConsigneeKind::unknown),
                                    kept_text(item, "what"), field_named(document, item),
                                    kept_text(item, "text"), kept_count(document, item, "offset"),
                                    kept_count(document, item, "length")});
    return reading;
}

/// Reports write them as text; findings refer to them for as long as the program runs.
std::string_view margin_unit_named(const std::string& unit) {
    for (int i = 0; i <= static_cast<int>(Measure::kilograms); ++i)
        if (unit_of(static_cast<Measure>(i)) == unit)
            return unit_of(static_cast<Measure>(i));
    return {};
}

} // namespace

const Substance* KeptLines::substance_of(const std::string& id) {
    auto& kept = substances_[id];
    if (!kept) {
        auto made = std::make_unique<Substance>();
        made->id = made->name = id;
        kept = std::move(made);
    }
    return kept.get();
}

/// Rules that differ in anything that reports tell are different ones.
const Rule* KeptLines::rule(const DocumentNode& node, const Finding& finding) {
    auto made = std::make_unique<Rule>();
    made->id = kept_text(node, "rule");
    if (!finding.entry.empty())
        made->id.resize(made->id.size() - finding.entry.size() - 1);
    made->regime = kept_text(node, "regime");
    made->list = kept_text(node, "list");
    made->limit.text = kept_text(node, "limit");
    made->citation = finding.entry.empty() ? kept_text(node, "citation") : std::string();
    made->duty = kept_text(node, "duty");
    made->verified = kept_flag(node, "verified");
    made->outcome = finding.outcome;
    std::string key;
    for (const std::string& part :
         {made->id, made->regime, made->list, made->limit.text, made->citation, made->duty,
          std::string(name_of(made->outcome)), std::string(made->verified ? "1" : "0")})
        key.append(part).append(1, '\0');
    auto& kept = rules_[key];
    if (!kept)
        kept = std::move(made);
    return kept.get();
}

Finding KeptLines::finding(const Document& document, const DocumentNode& node) {
    Finding finding;
    finding.id = kept_text(node, "id");
    finding.outcome = kind_named(document, node, "outcome", Outcome::watchlist);
    finding.severity = kind_named(document, node, "severity", Severity::critical);
    finding.message = kept_text(node, "message");
    finding.measured = kept_text(node, "measured");
    finding.margin = kept_number(document, node, "margin");
    finding.margin_unit = margin_unit_named(kept_text(node, "margin_unit"));
    finding.missing = kept_text(node, "missing");
    finding.would_settle = kept_text(node, "would_settle");
    for (const DocumentNode& item : kept_items(node, "evidence"))
        finding.evidence.push_back(kept_evidence(document, item));
    finding.counted = kept_texts(node, "counted");
    finding.clearance = kept_clearance(node.find("cleared_by"));
    finding.confirmation = kept_clearance(node.find("confirmed_by"));
    finding.remarks = kept_texts(node, "remarks");
    if (finding.outcome == Outcome::watchlist) {
        // "watchlist/LIST/ENTRY"
        const std::string id = kept_text(node, "rule");
        const std::size_t list = id.find('/');
        const std::size_t entry = list == id.npos ? list : id.find('/', list + 1);
        finding.entry = entry == id.npos ? std::string() : id.substr(entry + 1);
        finding.programmes = kept_text(node, "citation");
    }
    finding.rule = rule(node, finding);
    return finding;
}

Identification KeptLines::substance(const Document& document, const DocumentNode& node) {
    Identification substance;
    substance.substance = substance_of(kept_text(node, "id"));
    substance.confidence = kind_named(document, node, "confidence", Confidence::certain);
    substance.strength = kept_strength(document, node.find("strength"));
    substance.quantity = kept_quantity(document, node.find("quantity"));
    return substance;
}

ScreenedLine KeptLines::read(const Document& document) {
    const DocumentNode& root = document.root;
    if (!root.is_map() || root.find("findings") == nullptr || root.find("goods") == nullptr)
        throw_not_kept(document, root, "a line of a report");
    ScreenedLine line;
    line.file = kept_text(root, "file");
    line.line = kept_count(document, root, "line");
    line.record = kept_count(document, root, "record");
    line.shipment = kept_text(root, "shipment");
    line.date = kept_text(root, "date");
    line.goods = kept_text(root, "goods");
    line.severity = kind_named(document, root, "severity", Severity::critical);
    line.score = static_cast<int>(kept_count(document, root, "score"));
    for (const DocumentNode& part : kept_items(root, "score_parts"))
        line.score_parts.push_back(
            {kept_text(part, "rule"), static_cast<int>(kept_count(document, part, "points"))});
    for (const DocumentNode& item : kept_items(root, "substances"))
        line.reading.substances.push_back(substance(document, item));
    for (const DocumentNode& item : kept_items(root, "findings"))
        line.findings.push_back(finding(document, item));
    const DocumentNode& consignee = kept_object(root, "consignee");
    line.consignee = kept_text(consignee, "name");
    line.consignee_address = kept_text(consignee, "address");
    line.consignee_country = kept_text(consignee, "country");
    line.consignee_identifier = kept_text(consignee, "identifier");
    line.consignee_reading = kept_kind(document, consignee);
    line.origin = kept_text(kept_object(root, "route"), "origin");
    line.destination = kept_text(kept_object(root, "route"), "destination");
    for (const DocumentNode& item : kept_items(root, "cancelled"))
        line.reading.cancelled.push_back({substance_of(kept_text(item, "substance")),
                                          kept_evidence(document, kept_object(item, "evidence")),
                                          kept_text(item, "because")});
    line.reading.notes = kept_texts(root, "notes");
    return line;
}

} // namespace preflag
