#include <preflag/screening/counted_flag.h>
#include <preflag/screening/score_parts.h>
#include <preflag/screening/screener.h>

#include <array>

namespace preflag {

namespace {

/// What the line is called in a report: its description, or what stands in for it.
std::string_view goods_text(const FieldValues& values) {
    constexpr std::array stand_ins{Field::description, Field::proper_shipping_name,
                                   Field::cas,         Field::un,
                                   Field::hs,          Field::ec};
    for (const Field field : stand_ins)
        if (!values[field].empty())
            return values[field];
    return {};
}

Finding finding_of(const Verdict& verdict, Severity severity) {
    Finding finding;
    finding.rule = verdict.rule->id;
    finding.regime = verdict.rule->regime;
    finding.list = verdict.rule->list;
    finding.substance = verdict.rule->substance;
    finding.outcome = verdict.outcome;
    finding.severity = severity;
    finding.score = verdict.score;
    finding.message = verdict.message;
    finding.limit = verdict.limit;
    finding.measured = verdict.measured;
    finding.margin = verdict.margin;
    finding.margin_unit = verdict.margin_unit;
    finding.limit_value = verdict.limit_value;
    finding.would_settle = verdict.would_settle;
    finding.missing = verdict.missing;
    finding.citation = verdict.rule->citation;
    finding.duty = verdict.rule->duty;
    finding.verified = verdict.rule->verified;
    finding.evidence = verdict.evidence;
    return finding;
}

SubstanceReport report_of(const Identification& identification) {
    SubstanceReport report;
    report.id = identification.substance->id;
    report.name = identification.substance->name;
    report.confidence = identification.confidence;
    report.strength = identification.strength;
    report.quantity = identification.quantity;
    if (identification.quantity)
        report.kilograms = identification.quantity->value.kilograms;
    report.particle_micrometres = identification.particle_micrometres;
    report.evidence = identification.evidence;
    return report;
}

/// What was read about the goods, in the line's own memory.
void keep_reading(const GoodsReading& goods, ScreenedLine& screened) {
    for (const Identification& identification : goods.substances)
        screened.substances.push_back(report_of(identification));
    for (const CancelledEvidence& cancelled : goods.cancelled)
        screened.cancelled.push_back(
            {cancelled.substance->id, cancelled.evidence, cancelled.because});
    screened.contradictions = goods.contradictions;
    screened.notes = goods.notes;
}

} // namespace

/// The id of such a finding does not depend on which line of the group makes up enough.
void Screener::hold_back(const Verdict& verdict, Finding&& finding, const FieldValues& line,
                         const GoodsReading& goods, ScreenedLine& screened) const {
    auto counted =
        counted_flag(verdict, {line, goods, screened.consignee_reading->identity, verdicts_});
    if (!counted)
        return;
    const bool is_of_consignee = verdict.rule->across_lines->of == LineCount::Of::consignee;
    finding.id = finding_id(finding, is_of_consignee ? subject_of({}, screened.consignee)
                                                     : subject_of(screened.shipment, {}));
    counted->finding = std::move(finding);
    screened.counted.push_back(*std::move(counted));
}

Screener::Screener(const Knowledge& knowledge)
    : reader_(knowledge.catalogue), rules_(knowledge.rules),
      consignee_kinds_(knowledge.consignee_kinds) {}

void Screener::use(const Watchlists& watchlists, NameMemory& memory) {
    watchlists_.emplace(watchlists, memory);
}

std::optional<ScreenedLine> Screener::screen(const ManifestLine& line, std::string_view file,
                                             bool keep_clear) {
    const GoodsReading& goods = reader_.read(line.values);
    verdicts_.clear();
    std::optional<ConsigneeReading> consignee;
    if (!goods.substances.empty()) {
        consignee = consignee_kinds_.read(line.values);
        rules_.evaluate(line.values, goods, verdicts_, {name_of(consignee->kind), line.columns});
    }
    std::vector<Finding> listed;
    if (watchlists_)
        listed = watchlists_->find(line.values);
    if (verdicts_.empty() && listed.empty() && !keep_clear)
        return std::nullopt;

    ScreenedLine screened;
    screened.file = file;
    screened.line = line.line;
    screened.record = line.record;
    screened.shipment = line.values[Field::shipment];
    screened.goods = goods_text(line.values);
    screened.consignee = line.values[Field::consignee];
    screened.consignee_address = line.values[Field::consignee_address];
    screened.consignee_country = line.values[Field::consignee_country];
    screened.consignee_identifier = line.values[Field::consignee_identifier];
    screened.date = line.values[Field::date];
    screened.consignee_reading = std::move(consignee);
    keep_reading(goods, screened);
    const std::string subject = subject_of(screened.goods, screened.consignee);
    for (const Verdict& verdict : verdicts_) {
        Finding finding = finding_of(verdict, rules_.severity_of(verdict.score));
        if (verdict.rule->across_lines) {
            hold_back(verdict, std::move(finding), line.values, goods, screened);
            continue;
        }
        finding.id = finding_id(finding, subject);
        screened.findings.push_back(std::move(finding));
    }
    for (Finding& finding : listed) {
        finding.severity = rules_.severity_of(finding.score);
        finding.id = finding_id(finding, subject);
        screened.findings.push_back(std::move(finding));
    }
    weigh(screened, rules_);
    return screened;
}

} // namespace preflag
