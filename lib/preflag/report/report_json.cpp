#include <preflag/base/text.h>
#include <preflag/report/json_number.h>
#include <preflag/report/report_json.h>

#include <nlohmann/json.hpp>

namespace preflag {

namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json number(double value) {
    return json_number<Json>(value);
}

Json strength_of(const std::optional<Strength>& strength) {
    if (!strength)
        return nullptr;
    const Concentration& stated = strength->stated;
    return {{"low", number(stated.value.low)},
            {"high", number(stated.value.high)},
            {"unit", unit_of(stated.basis)},
            {"origin", name_of(strength->origin)}};
}

/// Kilograms where they are known. Litres without a known density keep their own keys, so that an
/// amount that was stated never looks like none.
Json quantity_of(const SubstanceReport& substance) {
    if (!substance.quantity)
        return nullptr;
    const Quantity& stated = substance.quantity->value;
    const auto& kilograms = substance.kilograms ? substance.kilograms : stated.kilograms;
    Json json = {{"low_kg", kilograms ? number(kilograms->low) : Json()},
                 {"high_kg", kilograms ? number(kilograms->high) : Json()}};
    if (!kilograms && stated.litres) {
        json["low_l"] = number(stated.litres->low);
        json["high_l"] = number(stated.litres->high);
    }
    json["origin"] = name_of(substance.quantity->origin);
    return json;
}

Json substances_of(const ScreenedLine& line) {
    Json list = Json::array();
    for (const SubstanceReport& substance : line.substances)
        list.push_back({{"id", substance.id},
                        {"confidence", name_of(substance.confidence)},
                        {"strength", strength_of(substance.strength)},
                        {"quantity", quantity_of(substance)}});
    return list;
}

Json evidence_item(const Evidence& evidence) {
    return {{"kind", name_of(evidence.kind)},
            {"field", field_name(evidence.field)},
            {"text", evidence.text},
            {"offset", evidence.offset},
            {"length", evidence.length}};
}

Json evidence_of(const std::vector<Evidence>& items) {
    Json list = Json::array();
    for (const Evidence& evidence : items)
        list.push_back(evidence_item(evidence));
    return list;
}

Json cancelled_of(const ScreenedLine& line) {
    Json list = Json::array();
    for (const CancelledReport& cancelled : line.cancelled)
        list.push_back({{"substance", cancelled.substance},
                        {"evidence", evidence_item(cancelled.evidence)},
                        {"because", cancelled.because}});
    return list;
}

Json interval_of(const std::optional<Interval>& interval) {
    if (!interval)
        return nullptr;
    return {{"low", number(interval->low)}, {"high", number(interval->high)}};
}

void set_unless_empty(Json& json, const char* key, const std::string& value) {
    if (!value.empty())
        json[key] = value;
}

Json clearance_of(const Clearance& clearance) {
    Json json = {{"kind", name_of(clearance.by)}};
    json[clearance.by == Clearance::By::licence ? "licence" : "by"] = clearance.reference;
    if (clearance.on)
        json["on"] = to_string(*clearance.on);
    if (clearance.until)
        json["until"] = to_string(*clearance.until);
    json["because"] = clearance.because;
    return json;
}

Json finding_of(const Finding& finding) {
    Json json = {{"id", finding.id},
                 {"rule", finding.rule},
                 {"regime", finding.regime},
                 {"list", finding.list},
                 {"outcome", name_of(finding.outcome)},
                 {"severity", name_of(finding.severity)},
                 {"message", finding.message},
                 {"limit", finding.limit}};
    set_unless_empty(json, "measured", finding.measured);
    json["margin"] = finding.margin ? number(*finding.margin) : Json();
    set_unless_empty(json, "margin_unit", finding.margin_unit);
    set_unless_empty(json, "missing", finding.missing);
    set_unless_empty(json, "would_settle", finding.would_settle);
    json["citation"] = finding.citation;
    json["duty"] = finding.duty;
    json["verified"] = finding.verified;
    json["evidence"] = evidence_of(finding.evidence);
    if (finding.clearance)
        json["cleared_by"] = clearance_of(*finding.clearance);
    if (finding.confirmation)
        json["confirmed_by"] = clearance_of(*finding.confirmation);
    if (!finding.remarks.empty())
        json["remarks"] = finding.remarks;
    return json;
}

Json findings_of(const ScreenedLine& line) {
    Json list = Json::array();
    for (const Finding& finding : line.findings)
        list.push_back(finding_of(finding));
    return list;
}

/// What was given, field by field; of text also what names are looked up in.
Json fields_of(const FieldValues& fields) {
    Json json = Json::object();
    for (const std::string& name : field_names()) {
        const std::string_view text = fields[*parse_field(name)];
        if (!text.empty())
            json[name] = {{"text", text}, {"normalised", fold(text)}};
    }
    return json;
}

Json read_strength_of(const std::optional<Strength>& strength) {
    Json json = strength_of(strength);
    if (!strength)
        return json;
    json["text"] = strength->text;
    json["weight_percent"] = interval_of(strength->weight_percent);
    json["nitrogen_percent"] = interval_of(strength->nitrogen_percent);
    return json;
}

Json read_quantity_of(const SubstanceReport& substance) {
    Json json = quantity_of(substance);
    if (substance.quantity)
        json["text"] = substance.quantity->text;
    return json;
}

Json read_substances_of(const ScreenedLine& line) {
    Json list = Json::array();
    for (const SubstanceReport& substance : line.substances)
        list.push_back({{"id", substance.id},
                        {"name", substance.name},
                        {"confidence", name_of(substance.confidence)},
                        {"evidence", evidence_of(substance.evidence)},
                        {"strength", read_strength_of(substance.strength)},
                        {"quantity", read_quantity_of(substance)},
                        {"particle_micrometres", interval_of(substance.particle_micrometres)}});
    return list;
}

Json contradictions_of(const ScreenedLine& line) {
    Json list = Json::array();
    for (const Contradiction& contradiction : line.contradictions)
        list.push_back({{"kind", contradiction.kind},
                        {"left", contradiction.left},
                        {"right", contradiction.right},
                        {"message", contradiction.message}});
    return list;
}

} // namespace

std::string line_json(const ScreenedLine& line) {
    Json json = {{"file", line.file},
                 {"line", line.line},
                 {"record", line.record},
                 {"shipment", line.shipment},
                 {"goods", line.goods},
                 {"severity", name_of(line.severity)},
                 {"score", line.score},
                 {"substances", substances_of(line)},
                 {"findings", findings_of(line)}};
    json["consignee"] = {{"name", line.consignee},
                         {"address", line.consignee_address},
                         {"country", line.consignee_country}};
    if (line.is_cleared())
        json["cleared"] = true;
    if (!line.cancelled.empty())
        json["cancelled"] = cancelled_of(line);
    if (!line.notes.empty())
        json["notes"] = line.notes;
    return dumped(json);
}

std::string reading_json(const ScreenedLine& line, const FieldValues& fields) {
    Json json = {{"schema", "preflag-reading/1"},
                 {"fields", fields_of(fields)},
                 {"substances", read_substances_of(line)},
                 {"cancelled", cancelled_of(line)},
                 {"contradictions", contradictions_of(line)},
                 {"notes", line.notes},
                 {"findings", findings_of(line)}};
    return dumped(json);
}

std::string string_json(const std::string& text) {
    return dumped(Json(text));
}

} // namespace preflag
