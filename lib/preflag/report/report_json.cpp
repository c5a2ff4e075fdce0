#include <preflag/base/text.h>
#include <preflag/report/json_text.h>
#include <preflag/report/report_json.h>
#include <preflag/rules/packs/rule_pack.h>

#include <algorithm>

namespace preflag {

namespace {

void add_strength(ObjectText& object, const Strength& strength) {
    const Concentration& stated = strength.stated;
    object.add("low", stated.value.low)
        .add("high", stated.value.high)
        .add("unit", unit_of(stated.basis))
        .add("origin", name_of(strength.origin));
}

/// Kilograms where they are known. Litres without a known density keep their own keys, so that an
/// amount that was stated never looks like none.
void add_quantity(ObjectText& object, const MeasuredQuantity& quantity) {
    const auto& kilograms = quantity.value.kilograms;
    const auto& litres = quantity.value.litres;
    object.add("low_kg", kilograms ? std::optional(kilograms->low) : std::nullopt);
    object.add("high_kg", kilograms ? std::optional(kilograms->high) : std::nullopt);
    if (!kilograms && litres)
        object.add("low_l", litres->low).add("high_l", litres->high);
    object.add("origin", name_of(quantity.origin));
}

void append_strength(std::string& json, const Strength& strength) {
    ObjectText object(json);
    add_strength(object, strength);
    object.end();
}

void append_quantity(std::string& json, const MeasuredQuantity& quantity) {
    ObjectText object(json);
    add_quantity(object, quantity);
    object.end();
}

void append_substance(std::string& json, const Identification& substance) {
    ObjectText object(json);
    object.add("id", substance.substance->id).add("confidence", name_of(substance.confidence));
    append_optional(object.member("strength"), substance.strength, append_strength);
    append_optional(object.member("quantity"), substance.quantity, append_quantity);
    object.end();
}

void append_piece(std::string& json, const Evidence& evidence) {
    ObjectText object(json);
    object.add("kind", name_of(evidence.kind))
        .add("field", field_name(evidence.field))
        .add("text", evidence.text)
        .add("offset", evidence.offset)
        .add("length", evidence.length)
        .end();
}

void append_cancelled(std::string& json, const CancelledEvidence& cancelled) {
    ObjectText object(json);
    object.add("substance", cancelled.substance->id);
    append_piece(object.member("evidence"), cancelled.evidence);
    object.add("because", cancelled.because).end();
}

void append_interval(std::string& json, const Interval& interval) {
    ObjectText(json).add("low", interval.low).add("high", interval.high).end();
}

void append_clearance(std::string& json, const Clearance& clearance) {
    ObjectText object(json);
    object.add("kind", name_of(clearance.by))
        .add(clearance.by == Clearance::By::licence ? "licence" : "by", clearance.reference);
    if (clearance.on)
        object.add("on", to_string(*clearance.on));
    if (clearance.until)
        object.add("until", to_string(*clearance.until));
    object.add("because", clearance.because).end();
}

bool is_same(const std::vector<Evidence>& left, const std::vector<Evidence>& right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const Evidence& one, const Evidence& other) {
                          return one.kind == other.kind && one.field == other.field &&
                                 one.offset == other.offset && one.length == other.length &&
                                 one.text == other.text;
                      });
}

/// Writes the findings of one line.
class FindingsText {
  public:
    explicit FindingsText(std::string& json) : json_(json) {}

    void append(const Finding& finding) {
        ObjectText object(json_);
        add_answer(object, finding);
        append_evidence(object.member("evidence"), finding.evidence);
        if (!finding.counted.empty())
            object.add("counted", finding.counted);
        if (finding.clearance)
            append_clearance(object.member("cleared_by"), *finding.clearance);
        if (finding.confirmation)
            append_clearance(object.member("confirmed_by"), *finding.confirmation);
        if (!finding.remarks.empty())
            object.add("remarks", finding.remarks);
        object.end();
    }

  private:
    static void add_answer(ObjectText& object, const Finding& finding) {
        const Rule& rule = *finding.rule;
        object.add("id", finding.id)
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
            .add("verified", rule.verified);
    }

    /// Findings on the same goods have the same evidence, one after the other: its text is copied.
    void append_evidence(std::string& json, const std::vector<Evidence>& evidence) {
        if (last_ != nullptr && is_same(*last_, evidence)) {
            json.append(json, last_begin_, last_size_);
            return;
        }
        last_ = &evidence;
        last_begin_ = json.size();
        append_array(json, evidence, append_piece);
        last_size_ = json.size() - last_begin_;
    }

    std::string& json_;
    const std::vector<Evidence>* last_ = nullptr;
    std::size_t last_begin_ = 0, last_size_ = 0; ///< of its text
};

void append_findings(std::string& json, const ScreenedLine& line) {
    FindingsText findings(json);
    append_array(json, line.findings,
                 [&](std::string&, const Finding& finding) { findings.append(finding); });
}

void append_kind_evidence(std::string& json, const KindEvidence& evidence) {
    ObjectText object(json);
    object.add("kind", name_of(evidence.speaks_for))
        .add("what", evidence.what)
        .add("field", field_name(evidence.field))
        .add("text", evidence.text)
        .add("offset", evidence.offset)
        .add("length", evidence.length)
        .end();
}

/// The kind is there when it was asked for: on lines with a listed substance.
void append_consignee(std::string& json, const ScreenedLine& line) {
    ObjectText object(json);
    object.add("name", line.consignee)
        .add("address", line.consignee_address)
        .add("country", line.consignee_country)
        .add_unless_empty("identifier", line.consignee_identifier);
    if (line.consignee_reading) {
        object.add("kind", name_of(line.consignee_reading->kind));
        append_array(object.member("evidence"), line.consignee_reading->evidence,
                     append_kind_evidence);
    }
    object.end();
}

void append_route(std::string& json, const ScreenedLine& line) {
    ObjectText(json)
        .add_unless_empty("origin", line.origin)
        .add_unless_empty("destination", line.destination)
        .end();
}

void append_score_part(std::string& json, const ScorePart& part) {
    ObjectText(json).add("rule", part.rule).add("points", part.points).end();
}

/// What was given, field by field; of text also what names are looked up in.
void append_fields(std::string& json, const FieldValues& fields) {
    ObjectText object(json);
    for (const std::string& name : field_names()) {
        const std::string_view text = fields[*parse_field(name)];
        if (!text.empty())
            ObjectText(object.member(name)).add("text", text).add("normalised", fold(text)).end();
    }
    object.end();
}

void append_read_strength(std::string& json, const Strength& strength) {
    ObjectText object(json);
    add_strength(object, strength);
    object.add("text", strength.text);
    append_optional(object.member("weight_percent"), strength.weight_percent, append_interval);
    append_optional(object.member("nitrogen_percent"), strength.nitrogen_percent, append_interval);
    object.end();
}

void append_read_quantity(std::string& json, const MeasuredQuantity& quantity) {
    ObjectText object(json);
    add_quantity(object, quantity);
    object.add("text", quantity.text).end();
}

void append_read_substance(std::string& json, const Identification& substance) {
    ObjectText object(json);
    object.add("id", substance.substance->id)
        .add("name", substance.substance->name)
        .add("confidence", name_of(substance.confidence));
    append_array(object.member("evidence"), substance.evidence, append_piece);
    append_optional(object.member("strength"), substance.strength, append_read_strength);
    append_optional(object.member("quantity"), substance.quantity, append_read_quantity);
    append_optional(object.member("particle_micrometres"), substance.particle_micrometres,
                    append_interval);
    object.end();
}

void append_contradiction(std::string& json, const Contradiction& contradiction) {
    ObjectText object(json);
    object.add("kind", contradiction.kind)
        .add("left", contradiction.left)
        .add("right", contradiction.right)
        .add("message", contradiction.message)
        .end();
}

} // namespace

void append_line_json(std::string& json, const ScreenedLine& line) {
    ObjectText object(json);
    object.add("file", line.file)
        .add("line", line.line)
        .add("record", line.record)
        .add("shipment", line.shipment)
        .add_unless_empty("date", day_text(line))
        .add("goods", line.goods)
        .add("severity", name_of(line.severity))
        .add("score", line.score);
    append_array(object.member("score_parts"), line.score_parts, append_score_part);
    append_array(object.member("substances"), line.reading.substances, append_substance);
    append_findings(object.member("findings"), line);
    append_consignee(object.member("consignee"), line);
    if (!line.origin.empty() || !line.destination.empty())
        append_route(object.member("route"), line);
    if (line.is_cleared())
        object.add("cleared", true);
    if (!line.reading.cancelled.empty())
        append_array(object.member("cancelled"), line.reading.cancelled, append_cancelled);
    if (!line.reading.notes.empty())
        object.add("notes", line.reading.notes);
    object.end();
}

std::string line_json(const ScreenedLine& line) {
    std::string json;
    append_line_json(json, line);
    return json;
}

std::string reading_json(const ScreenedLine& line, const FieldValues& fields) {
    std::string json;
    ObjectText object(json);
    object.add("schema", "preflag-reading/1");
    append_fields(object.member("fields"), fields);
    append_array(object.member("substances"), line.reading.substances, append_read_substance);
    append_array(object.member("cancelled"), line.reading.cancelled, append_cancelled);
    append_array(object.member("contradictions"), line.reading.contradictions,
                 append_contradiction);
    object.add("notes", line.reading.notes);
    append_findings(object.member("findings"), line);
    object.end();
    return json;
}

std::string string_json(const std::string& text) {
    std::string json;
    append_json(json, text);
    return json;
}

} // namespace preflag
