#include <preflag/base/text.h>
#include <preflag/report/json_object.h>
#include <preflag/report/report_json.h>
#include <preflag/rules/packs/rule_pack.h>

#include <algorithm>

namespace preflag {

namespace {

JsonObject strength_members(const Strength& strength) {
    const Concentration& stated = strength.stated;
    return JsonObject()
        .add("low", stated.value.low)
        .add("high", stated.value.high)
        .add("unit", unit_of(stated.basis))
        .add("origin", name_of(strength.origin));
}

/// Kilograms where they are known. Litres without a known density keep their own keys, so that an
/// amount that was stated never looks like none.
JsonObject quantity_members(const Identification& substance) {
    const Quantity& stated = substance.quantity->value;
    const auto& kilograms = stated.kilograms;
    JsonObject json;
    json.add("low_kg", kilograms ? std::optional(kilograms->low) : std::nullopt);
    json.add("high_kg", kilograms ? std::optional(kilograms->high) : std::nullopt);
    if (!kilograms && stated.litres) {
        json.add("low_l", stated.litres->low);
        json.add("high_l", stated.litres->high);
    }
    return json.add("origin", name_of(substance.quantity->origin));
}

Json strength_of(const std::optional<Strength>& strength) {
    return strength ? strength_members(*strength).take() : Json();
}

Json quantity_of(const Identification& substance) {
    return substance.quantity ? quantity_members(substance).take() : Json();
}

Json substances_of(const ScreenedLine& line) {
    JsonArray list;
    for (const Identification& substance : line.reading.substances)
        list.add(JsonObject()
                     .add("id", substance.substance->id)
                     .add("confidence", name_of(substance.confidence))
                     .add("strength", strength_of(substance.strength))
                     .add("quantity", quantity_of(substance))
                     .take());
    return list.take();
}

Json evidence_item(const Evidence& evidence) {
    return JsonObject()
        .add("kind", name_of(evidence.kind))
        .add("field", field_name(evidence.field))
        .add("text", evidence.text)
        .add("offset", evidence.offset)
        .add("length", evidence.length)
        .take();
}

Json evidence_of(const std::vector<Evidence>& items) {
    JsonArray list;
    for (const Evidence& evidence : items)
        list.add(evidence_item(evidence));
    return list.take();
}

Json cancelled_of(const ScreenedLine& line) {
    JsonArray list;
    for (const CancelledEvidence& cancelled : line.reading.cancelled)
        list.add(JsonObject()
                     .add("substance", cancelled.substance->id)
                     .add("evidence", evidence_item(cancelled.evidence))
                     .add("because", cancelled.because)
                     .take());
    return list.take();
}

Json interval_of(const std::optional<Interval>& interval) {
    if (!interval)
        return {};
    return JsonObject().add("low", interval->low).add("high", interval->high).take();
}

Json clearance_of(const Clearance& clearance) {
    JsonObject json;
    json.add("kind", name_of(clearance.by));
    json.add(clearance.by == Clearance::By::licence ? "licence" : "by", clearance.reference);
    if (clearance.on)
        json.add("on", to_string(*clearance.on));
    if (clearance.until)
        json.add("until", to_string(*clearance.until));
    return json.add("because", clearance.because).take();
}

bool is_same(const std::vector<Evidence>& left, const std::vector<Evidence>& right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const Evidence& one, const Evidence& other) {
                          return one.kind == other.kind && one.field == other.field &&
                                 one.offset == other.offset && one.length == other.length &&
                                 one.text == other.text;
                      });
}

constexpr std::size_t bytes_of_a_finding = 1200; ///< as most take, to have room at once

/// Findings on the same goods have the same evidence, one after the other: it is written once.
class EvidenceWriter {
  public:
    const Json& of(const std::vector<Evidence>& evidence) {
        if (last_ == nullptr || !is_same(*last_, evidence))
            json_ = evidence_of(evidence);
        last_ = &evidence;
        return json_;
    }

  private:
    const std::vector<Evidence>* last_ = nullptr;
    Json json_;
};

Json finding_of(const Finding& finding, EvidenceWriter& evidence) {
    const Rule& rule = *finding.rule;
    JsonObject json(bytes_of_a_finding);
    json.add("id", finding.id)
        .add("rule", finding.rule_id())
        .add("regime", rule.regime)
        .add("list", rule.list)
        .add("outcome", name_of(finding.outcome))
        .add("severity", name_of(finding.severity))
        .add("message", finding.message)
        .add("limit", finding.limit())
        .add_unless_empty("measured", finding.measured)
        .add("margin", finding.margin)
        .add_unless_empty("margin_unit", finding.margin_unit)
        .add_unless_empty("missing", finding.missing)
        .add_unless_empty("would_settle", finding.would_settle)
        .add("citation", finding.citation())
        .add("duty", rule.duty)
        .add("verified", rule.verified)
        .add("evidence", evidence.of(finding.evidence));
    if (!finding.counted.empty())
        json.add("counted", finding.counted);
    if (finding.clearance)
        json.add("cleared_by", clearance_of(*finding.clearance));
    if (finding.confirmation)
        json.add("confirmed_by", clearance_of(*finding.confirmation));
    if (!finding.remarks.empty())
        json.add("remarks", finding.remarks);
    return json.take();
}

Json findings_of(const ScreenedLine& line) {
    JsonArray list(line.findings.size() * bytes_of_a_finding);
    EvidenceWriter evidence;
    for (const Finding& finding : line.findings)
        list.add(finding_of(finding, evidence));
    return list.take();
}

Json kind_evidence_of(const ConsigneeReading& reading) {
    JsonArray list;
    for (const KindEvidence& evidence : reading.evidence)
        list.add(JsonObject()
                     .add("kind", name_of(evidence.speaks_for))
                     .add("what", evidence.what)
                     .add("field", field_name(evidence.field))
                     .add("text", evidence.text)
                     .add("offset", evidence.offset)
                     .add("length", evidence.length)
                     .take());
    return list.take();
}

Json route_of(const ScreenedLine& line) {
    return JsonObject()
        .add_unless_empty("origin", line.origin)
        .add_unless_empty("destination", line.destination)
        .take();
}

/// The kind is there when it was asked for: on lines with a listed substance.
Json consignee_of(const ScreenedLine& line) {
    JsonObject json;
    json.add("name", line.consignee)
        .add("address", line.consignee_address)
        .add("country", line.consignee_country);
    if (line.consignee_reading)
        json.add("kind", name_of(line.consignee_reading->kind))
            .add("evidence", kind_evidence_of(*line.consignee_reading));
    return json.take();
}

Json score_parts_of(const ScreenedLine& line) {
    JsonArray list;
    for (const ScorePart& part : line.score_parts)
        list.add(JsonObject().add("rule", part.rule).add("points", part.points).take());
    return list.take();
}

/// What was given, field by field; of text also what names are looked up in.
Json fields_of(const FieldValues& fields) {
    JsonObject json;
    for (const std::string& name : field_names()) {
        const std::string_view text = fields[*parse_field(name)];
        if (!text.empty())
            json.add(name, JsonObject().add("text", text).add("normalised", fold(text)).take());
    }
    return json.take();
}

Json read_strength_of(const std::optional<Strength>& strength) {
    if (!strength)
        return {};
    return strength_members(*strength)
        .add("text", strength->text)
        .add("weight_percent", interval_of(strength->weight_percent))
        .add("nitrogen_percent", interval_of(strength->nitrogen_percent))
        .take();
}

Json read_quantity_of(const Identification& substance) {
    if (!substance.quantity)
        return {};
    return quantity_members(substance).add("text", substance.quantity->text).take();
}

Json read_substances_of(const ScreenedLine& line) {
    JsonArray list;
    for (const Identification& substance : line.reading.substances)
        list.add(JsonObject()
                     .add("id", substance.substance->id)
                     .add("name", substance.substance->name)
                     .add("confidence", name_of(substance.confidence))
                     .add("evidence", evidence_of(substance.evidence))
                     .add("strength", read_strength_of(substance.strength))
                     .add("quantity", read_quantity_of(substance))
                     .add("particle_micrometres", interval_of(substance.particle_micrometres))
                     .take());
    return list.take();
}

Json contradictions_of(const ScreenedLine& line) {
    JsonArray list;
    for (const Contradiction& contradiction : line.reading.contradictions)
        list.add(JsonObject()
                     .add("kind", contradiction.kind)
                     .add("left", contradiction.left)
                     .add("right", contradiction.right)
                     .add("message", contradiction.message)
                     .take());
    return list.take();
}

} // namespace

std::string line_json(const ScreenedLine& line) {
    JsonObject json((line.findings.size() + 1) * bytes_of_a_finding);
    json.add("file", line.file)
        .add("line", line.line)
        .add("record", line.record)
        .add("shipment", line.shipment)
        .add("goods", line.goods)
        .add("severity", name_of(line.severity))
        .add("score", line.score)
        .add("score_parts", score_parts_of(line))
        .add("substances", substances_of(line))
        .add("findings", findings_of(line))
        .add("consignee", consignee_of(line));
    if (!line.origin.empty() || !line.destination.empty())
        json.add("route", route_of(line));
    if (line.is_cleared())
        json.add("cleared", true);
    if (!line.reading.cancelled.empty())
        json.add("cancelled", cancelled_of(line));
    if (!line.reading.notes.empty())
        json.add("notes", line.reading.notes);
    return json.take().text();
}

std::string reading_json(const ScreenedLine& line, const FieldValues& fields) {
    return JsonObject()
        .add("schema", "preflag-reading/1")
        .add("fields", fields_of(fields))
        .add("substances", read_substances_of(line))
        .add("cancelled", cancelled_of(line))
        .add("contradictions", contradictions_of(line))
        .add("notes", line.reading.notes)
        .add("findings", findings_of(line))
        .take()
        .text();
}

std::string string_json(const std::string& text) {
    std::string json;
    append_json(json, text);
    return json;
}

} // namespace preflag
