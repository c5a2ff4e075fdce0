#include <preflag/base/cells/written_date.h>
#include <preflag/base/error.h>
#include <preflag/clearance/licence_cover.h>
#include <preflag/rules/packs/rule_pack.h>
#include <preflag/watchlists/index/compiled_list.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace preflag {

namespace {

/// Thousandths are enough, and sums stay readable.
double rounded(double value) {
    constexpr double parts = 1000;
    return std::round(value * parts) / parts;
}

std::string kilograms_text(double kilograms) {
    return fmt::format("{} kg", rounded(kilograms));
}

std::string period_words(LicencePeriod period) {
    return period == LicencePeriod::total ? "" : fmt::format(" a {}", name_of(period));
}

std::string title_of(const Licence& licence) {
    return fmt::format("licence {} of {}", licence.number, licence.holder);
}

bool has_substance(const Licence& licence, const std::string& substance) {
    return std::find(licence.substances.begin(), licence.substances.end(), substance) !=
           licence.substances.end();
}

/// Kilograms of the goods, with litres converted where the density is known.
std::optional<Interval> kilograms_of(const Identification& goods) {
    return goods.quantity ? goods.quantity->value.kilograms : std::nullopt;
}

/// In the unit of the licence; nullopt when not stated or not to be converted.
std::optional<Interval> strength_of(const Identification& goods, Basis basis) {
    if (!goods.strength)
        return std::nullopt;
    return basis == Basis::nitrogen ? goods.strength->nitrogen_percent
                                    : goods.strength->weight_percent;
}

std::string above_strength(const Concentration& allowed, const Interval& stated) {
    const std::string_view unit = unit_of(allowed.basis);
    const double limit = allowed.value.high;
    if (!std::isfinite(stated.high))
        return fmt::format("it allows {} {}, and how strong the goods are at most is not stated",
                           limit, unit);
    const bool is_sure = compare(stated, Operator::at_most, limit) == Comparison::fails;
    return fmt::format("it allows {} {}, and {} {} {} {} more", limit, unit,
                       to_string(Concentration{stated, allowed.basis}), is_sure ? "is" : "may be",
                       rounded(stated.high - limit), unit);
}

std::string above_quantity(const Licence& licence, double used, double kilograms) {
    const double left = std::max(*licence.kilograms - used, 0.0);
    std::string text = fmt::format("it allows {}{}", kilograms_text(*licence.kilograms),
                                   period_words(licence.period));
    if (used > 0)
        text += fmt::format(", {} are used up", kilograms_text(used));
    return text + fmt::format(", and {} are {} more than {}", kilograms_text(kilograms),
                              kilograms_text(kilograms - left),
                              used > 0 ? fmt::format("the {} left", kilograms_text(left)) : "that");
}

/// What the licence would have to clear; empty when it is not needed.
std::vector<Finding*> findings_for(const Licence& licence, const std::string& substance,
                                   ScreenedLine& line) {
    std::vector<Finding*> findings;
    bool is_needed = false;
    for (Finding& finding : line.findings) {
        if (!finding.is_open() || finding.rule->substance != substance ||
            !licence.counts_for(finding.rule->regime))
            continue;
        findings.push_back(&finding);
        is_needed = is_needed || finding.outcome != Outcome::below_limit;
    }
    if (!is_needed)
        findings.clear();
    return findings;
}

bool has_open_match(const ScreenedLine& line) {
    return std::any_of(line.findings.begin(), line.findings.end(), [](const Finding& finding) {
        return finding.outcome == Outcome::watchlist && finding.is_open();
    });
}

} // namespace

LicenceCover::LicenceCover(std::vector<LicenceFile> files, const NameVocabulary& words,
                           const CountryTable& countries, Days days)
    : files_(std::move(files)), countries_(countries), days_(days), names_(words) {
    for (const LicenceFile& file : files_)
        for (const Licence& licence : file.licences)
            add(licence);
}

/// Two licences of one number would have their quantities added up.
void LicenceCover::check_number(const Licence& licence) {
    for (const std::uint32_t place : by_number_[licence.number]) {
        const Licence& other = *licences_[place];
        const auto is_in_other = [&](const std::string& id) { return has_substance(other, id); };
        const auto is_of_other = [&](const std::string& id) { return other.counts_for(id); };
        if (std::none_of(licence.substances.begin(), licence.substances.end(), is_in_other))
            continue;
        if (licence.regimes.empty() || other.regimes.empty() ||
            std::any_of(licence.regimes.begin(), licence.regimes.end(), is_of_other))
            throw InputError(fmt::format(
                "{}:{}:{}: error: the licence {} stands for the same substance in {}:{} already; "
                "its quantity would count twice",
                licence.file, licence.position.line, licence.position.column, licence.number,
                other.file, other.position.line));
    }
}

void LicenceCover::add(const Licence& licence) {
    check_number(licence);
    const auto place = static_cast<std::uint32_t>(licences_.size());
    licences_.push_back(&licence);
    by_number_[licence.number].push_back(place);
    names_.add(licence.holder, place);
    for (const std::string& alias : licence.aliases)
        names_.add(alias, place);
    for (const std::string& identifier : licence.identifiers)
        by_identifier_[identifier_key(identifier)].push_back(place);
    LicenceUse& use = uses_.emplace_back();
    use.number = licence.number;
    use.holder = licence.holder;
    use.file = licence.file;
    use.valid_from = licence.valid_from;
    use.valid_to = licence.valid_to;
    use.period = name_of(licence.period);
    use.kilograms = licence.kilograms;
}

/// A holder with the same name is another one when numbers or countries say so.
void LicenceCover::hold(Holding& holding, std::uint32_t place, const ScreenedLine& line) const {
    const Licence& licence = *licences_[place];
    const std::string key = identifier_key(line.consignee_identifier);
    const std::string country = countries_.code_of(line.consignee_country).value_or("");
    if (!key.empty() && !licence.identifiers.empty())
        holding.others.emplace_back(
            place,
            fmt::format("{} is not for this consignee, whose number {} is none of its holder",
                        title_of(licence), line.consignee_identifier));
    else if (!country.empty() && !licence.country.empty() && country != licence.country)
        holding.others.emplace_back(
            place, fmt::format("{} is not for this consignee, who is in {} and not in {}",
                               title_of(licence), country, licence.country));
    else
        holding.licences.push_back(place);
}

LicenceCover::Holding LicenceCover::search(const ScreenedLine& line) {
    Holding holding;
    std::set<std::uint32_t> by_number;
    const std::string key = identifier_key(line.consignee_identifier);
    if (const auto found = by_identifier_.find(key); !key.empty() && found != by_identifier_.end())
        by_number.insert(found->second.begin(), found->second.end());
    for (const std::uint32_t licence : names_.find(line.consignee))
        if (!by_number.contains(licence))
            hold(holding, licence, line);
    holding.licences.insert(holding.licences.end(), by_number.begin(), by_number.end());
    std::sort(holding.licences.begin(), holding.licences.end());
    return holding;
}

std::vector<Date> LicenceCover::days_of(const ScreenedLine& line) const {
    if (days_.as_of)
        return {*days_.as_of};
    std::vector<Date> days = read_date(line.date, line.date_order);
    if (days.empty())
        days.push_back(days_.today);
    return days;
}

double LicenceCover::used(std::uint32_t licence, const std::string& substance, Date day) const {
    const auto& used = uses_[licence].used;
    const auto found = used.find({substance, period_of(licences_[licence]->period, day)});
    return found == used.end() ? 0 : found->second;
}

std::optional<LicenceCover::Refusal>
LicenceCover::refusal(std::uint32_t place, const Identification& goods, Date day) const {
    const Licence& licence = *licences_[place];
    if (day > licence.valid_to)
        return Refusal{fmt::format("it expired on {}", to_string(licence.valid_to)), true};
    if (day < licence.valid_from)
        return Refusal{fmt::format("it is not valid before {}", to_string(licence.valid_from))};
    if (licence.highest_strength) {
        const Concentration& allowed = *licence.highest_strength;
        const auto stated = strength_of(goods, allowed.basis);
        if (!stated)
            return Refusal{fmt::format(
                "it allows {} {}, and the strength {}", allowed.value.high, unit_of(allowed.basis),
                goods.strength ? "cannot be compared with that" : "is not stated")};
        if (compare(*stated, Operator::at_most, allowed.value.high) != Comparison::holds)
            return Refusal{above_strength(allowed, *stated)};
    }
    if (!licence.kilograms)
        return std::nullopt;
    const auto kilograms = kilograms_of(goods);
    if (!kilograms || !std::isfinite(kilograms->high))
        return Refusal{fmt::format("it allows {}{}, and the weight is not stated",
                                   kilograms_text(*licence.kilograms),
                                   period_words(licence.period))};
    const double before = used(place, goods.substance->id, day);
    constexpr double tolerance = 1e-9;
    if (before + kilograms->high > *licence.kilograms * (1 + tolerance))
        return Refusal{above_quantity(licence, before, kilograms->high)};
    return std::nullopt;
}

std::optional<LicenceCover::Refusal> LicenceCover::refusal(std::uint32_t place,
                                                           const Identification& goods,
                                                           const std::vector<Date>& days) const {
    for (const Date day : days)
        if (auto refused = refusal(place, goods, day))
            return refused;
    return std::nullopt;
}

void LicenceCover::clear(std::uint32_t place, const Identification& goods,
                         const std::vector<Date>& days, const std::vector<Finding*>& findings) {
    const Licence& licence = *licences_[place];
    std::set<std::string> periods;
    for (const Date day : days)
        periods.insert(period_of(licence.period, day));
    const std::string period = *periods.begin();
    const auto weight = kilograms_of(goods);
    const double kilograms = weight && std::isfinite(weight->high) ? weight->high : 0;
    for (const std::string& counted : periods) {
        double& sum = uses_[place].used[{goods.substance->id, counted}];
        sum = rounded(sum + kilograms);
    }
    const double used = uses_[place].used[{goods.substance->id, period}];
    std::string because =
        fmt::format("{}, valid until {}", title_of(licence), to_string(licence.valid_to));
    if (licence.kilograms)
        because += fmt::format("; {} of {}{} used up with this line", kilograms_text(used),
                               kilograms_text(*licence.kilograms),
                               period.empty() ? "" : fmt::format(" in {}", period));
    for (Finding* finding : findings) {
        finding->clearance = Clearance{Clearance::By::licence, licence.number, {}, {}, because};
        finding->remarks.clear();
    }
}

void LicenceCover::apply_to(const Identification& goods, const Holding& holding, ScreenedLine& line,
                            Touched& touched) {
    const std::vector<Date> days = days_of(line);
    const std::string& substance = goods.substance->id;
    for (const auto& [place, reason] : holding.others)
        if (has_substance(*licences_[place], substance))
            for (Finding* finding : findings_for(*licences_[place], substance, line))
                finding->remarks.push_back(reason);
    for (const std::uint32_t place : holding.licences) {
        const Licence& licence = *licences_[place];
        if (!has_substance(licence, substance))
            continue;
        const std::vector<Finding*> findings = findings_for(licence, substance, line);
        if (findings.empty())
            continue;
        auto refused = refusal(place, goods, days);
        if (!refused && has_open_match(line))
            refused = Refusal{"a party of the line may be a listed one"};
        if (!refused) {
            clear(place, goods, days, findings);
            touched.cleared.insert(place);
            continue;
        }
        touched.refused.insert(place);
        if (refused->is_expired)
            touched.expired.insert(place);
        for (Finding* finding : findings)
            finding->remarks.push_back(
                fmt::format("{} does not clear it: {}", title_of(licence), refused->reason));
    }
}

void LicenceCover::apply(ScreenedLine& line) {
    if (line.consignee.empty() && line.consignee_identifier.empty())
        return;
    const Holding& holding = known_.get(line.consignee + '\n' + line.consignee_country + '\n' +
                                            line.consignee_identifier,
                                        [&] { return search(line); });
    if (holding.licences.empty() && holding.others.empty())
        return;
    Touched touched;
    for (const Identification& goods : line.reading.substances)
        apply_to(goods, holding, line, touched);
    for (const std::uint32_t place : touched.cleared)
        ++uses_[place].lines_cleared;
    for (const std::uint32_t place : touched.refused)
        ++uses_[place].lines_refused;
    for (const std::uint32_t place : touched.expired)
        ++uses_[place].lines_expired;
}

} // namespace preflag
