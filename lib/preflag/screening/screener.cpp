#include <preflag/base/text.h>
#include <preflag/screening/screener.h>

#include <fmt/format.h>

#include <array>
#include <utility>

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

/// One end of the way as a report tells it: its country, else what is written; the port's where
/// the other cell tells no place.
std::string end_of_way(std::string_view text, std::string_view port, PlaceMemory& places) {
    const bool is_told = !places.read(text, PlaceKind::country).is_blank;
    const std::string_view cell = is_told ? text : port;
    const PlaceCell& read = places.read(cell, is_told ? PlaceKind::country : PlaceKind::port);
    if (read.place.is_known())
        return read.place.countries.front();
    return std::string(read.is_blank ? text : cell);
}

ScreenedLine line_of(const ManifestLine& line, std::string_view file, PlaceMemory& places) {
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
    screened.origin =
        end_of_way(line.values[Field::origin], line.values[Field::loading_port], places);
    screened.destination =
        end_of_way(line.values[Field::destination], line.values[Field::discharge_port], places);
    screened.date_order = date_order(line.values);
    return screened;
}

/// Tells of a date that can be read in several ways, or not at all.
void note_days(const ShipmentDays& days, ScreenedLine& line) {
    line.is_date_ambiguous = days.days.size() > 1;
    line.is_date_unread = days.is_unread;
    if (!line.is_date_ambiguous && !line.is_date_unread)
        return;
    std::string names;
    for (const Date day : days.days)
        names += (names.empty() ? "" : " or ") + to_string(day);
    if (line.is_date_ambiguous)
        line.reading.notes.push_back(
            fmt::format("the date \"{}\" may be {}: the laws of each day are applied; --date-order "
                        "tells which it is",
                        printable(line.date), names));
    if (line.is_date_unread)
        line.reading.notes.push_back(
            fmt::format("the date \"{}\" cannot be read: the laws of {} are applied",
                        printable(line.date), names));
}

/// Takes the words out of the verdict; what counted_flag asks of it stays.
Finding finding_of(Verdict& verdict, const RuleSet& rules) {
    Finding finding{std::move(static_cast<RuleAnswer&>(verdict))};
    finding.severity = rules.severity_of(finding.score);
    if (verdict.identification != nullptr)
        finding.evidence = verdict.identification->evidence;
    return finding;
}

} // namespace

Screener::Screener(const Knowledge& knowledge, ListedParties* parties)
    : reader_(knowledge.catalogue), rules_(knowledge.rules), places_(rules_.places()),
      consignees_(knowledge.consignee_kinds) {
    if (parties != nullptr)
        watchlists_.emplace(*parties);
}

void Screener::hold_back(Verdict& verdict, const CountedLine& line, JudgedLine& judged) const {
    auto counted = counted_flag(verdict, line);
    if (!counted)
        return;
    counted->finding = finding_of(verdict, rules_);
    judged.counted.push_back(*std::move(counted));
}

void Screener::add_findings(const ManifestLine& line, const GoodsReading& goods,
                            std::vector<Finding> listed, JudgedLine& judged) {
    std::vector<Finding>& findings = judged.line.findings;
    findings.reserve(verdicts_.size() + listed.size());
    const std::string subject = subject_of(judged.line.goods, judged.line.consignee);
    const auto& consignee = judged.line.consignee_reading;
    const CountedLine counted(line.values, goods,
                              consignee ? std::string_view(consignee->identity) : "", verdicts_,
                              places_);
    for (Verdict& verdict : verdicts_) {
        if (verdict.rule->across_lines) {
            hold_back(verdict, counted, judged);
            continue;
        }
        findings.push_back(finding_of(verdict, rules_));
        findings.back().id = finding_id(findings.back(), subject);
    }
    for (Finding& finding : listed) {
        finding.severity = rules_.severity_of(finding.score);
        finding.id = finding_id(finding, subject);
        findings.push_back(std::move(finding));
    }
}

std::optional<JudgedLine> Screener::screen_asked(const ManifestLine& line, std::string_view file,
                                                 bool keep_clear) {
    const GoodsReading& goods = reader_.read_found(line.values);
    verdicts_.clear();
    std::optional<ConsigneeReading> consignee;
    std::optional<Route> route;
    if (!goods.substances.empty()) {
        const std::string_view country = line.values[Field::consignee_country];
        consignee = consignees_.read(line.values,
                                     country.empty() ? "" : places_.code_of(country).value_or(""));
        route = read_route(line.values, places_,
                           only_ == nullptr ? std::string_view(rules_.home()) : "");
        rules_.evaluate(line.values, goods, verdicts_,
                        {name_of(consignee->kind), line.columns, &places_, &*route, only_});
    }
    std::vector<Finding> listed;
    if (watchlists_)
        listed = watchlists_->find(line.values);
    if (verdicts_.empty() && listed.empty() && !keep_clear)
        return std::nullopt;

    JudgedLine judged{line_of(line, file, places_), {}};
    judged.line.consignee_reading = std::move(consignee);
    if (route && rules_.follows_routes())
        judged.line.route = {route->is_unknown(), route->stand_ins()};
    add_findings(line, goods, std::move(listed), judged);
    judged.line.reading = reader_.take();
    if (!judged.line.reading.substances.empty())
        note_days(rules_.days_of(line.values), judged.line);
    return judged;
}

} // namespace preflag
