#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/report/counts/group_key.h>
#include <preflag/rules/packs/rule_pack.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace preflag {

namespace {

/// What a line is counted with, as far as the keys ask for it.
struct Subject {
    const Identification* substance = nullptr; ///< none: the line has none, or nobody asks
    std::string law;                           ///< empty: the same
};

bool has(const std::vector<GroupKey>& keys, GroupKey key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// The substance that a law's rule is about: "nitric-acid" of "eu-2019-1148/annex-i/nitric-acid".
std::string_view substance_in_id(const Rule& rule) {
    return std::string_view(rule.id).substr(rule.id.rfind('/') + 1);
}

/// The laws that list the substance; of nullptr all that have a finding on the line. A rule whose
/// id names none of the line's substances may be about each of them.
std::set<std::string> laws_of(const ScreenedLine& line, const Identification* substance) {
    std::set<std::string> laws;
    for (const Finding& finding : line.findings) {
        if (finding.rule->kind() != RuleKind::law)
            continue;
        const auto is_named = [&](const Identification& one) {
            return one.substance->id == substance_in_id(*finding.rule);
        };
        const auto& all = line.reading.substances;
        if (substance == nullptr || is_named(*substance) ||
            std::none_of(all.begin(), all.end(), is_named))
            laws.insert(finding.rule->regime);
    }
    return laws;
}

void add_subjects(const ScreenedLine& line, const Identification* substance,
                  const std::vector<GroupKey>& keys, std::vector<Subject>& subjects) {
    const std::size_t before = subjects.size();
    if (has(keys, GroupKey::law))
        for (const std::string& law : laws_of(line, substance))
            subjects.push_back({substance, law});
    if (subjects.size() == before)
        subjects.push_back({substance, {}});
}

std::vector<Subject> subjects_of(const ScreenedLine& line, const std::vector<GroupKey>& keys) {
    std::vector<Subject> subjects;
    if (has(keys, GroupKey::substance))
        for (const Identification& substance : line.reading.substances)
            add_subjects(line, &substance, keys, subjects);
    if (subjects.empty())
        add_subjects(line, nullptr, keys, subjects);
    return subjects;
}

std::optional<double> kilograms_of(const Identification& substance) {
    if (!substance.quantity || !substance.quantity->value.kilograms ||
        !std::isfinite(substance.quantity->value.kilograms->high))
        return std::nullopt;
    return substance.quantity->value.kilograms->high;
}

/// The largest amount that a substance of the line has: they are in the same goods.
std::optional<double> largest_amount(const ScreenedLine& line) {
    std::optional<double> most;
    for (const Identification& substance : line.reading.substances)
        most = std::max(most, kilograms_of(substance));
    return most;
}

void add_cells(const ScreenedLine& line, const Subject& subject, GroupKey key,
               std::vector<std::string>& cells) {
    switch (key) {
    case GroupKey::substance:
        cells.push_back(subject.substance == nullptr ? "" : subject.substance->substance->id);
        break;
    case GroupKey::route:
        cells.push_back(line.origin);
        cells.push_back(destination_of(line));
        break;
    case GroupKey::consignee:
        cells.push_back(line.consignee);
        break;
    case GroupKey::law:
        cells.push_back(subject.law);
        break;
    case GroupKey::day:
        cells.push_back(day_text(line));
        break;
    }
}

} // namespace

const std::vector<std::string>& group_key_names() {
    static const std::vector<std::string> names{"substance", "route", "consignee", "law", "day"};
    return names;
}

std::vector<GroupKey> parse_group_keys(const std::string& option, std::string_view words) {
    const std::vector<std::string>& names = group_key_names();
    std::vector<GroupKey> keys;
    while (true) {
        const std::size_t comma = std::min(words.find(','), words.size());
        const std::string word(trim(words.substr(0, comma)));
        const auto found = std::find(names.begin(), names.end(), word);
        if (found == names.end())
            throw UsageError(fmt::format(
                "{}: lines cannot be counted by \"{}\"; {}", option, word,
                did_you_mean(word, names, fmt::format("there are {}", fmt::join(names, ", ")))));
        const auto key = static_cast<GroupKey>(found - names.begin());
        if (has(keys, key))
            throw UsageError(fmt::format("{}: {} is there twice", option, word));
        keys.push_back(key);
        if (comma == words.size())
            return keys;
        words.remove_prefix(comma + 1);
    }
}

std::vector<std::string> group_columns(const std::vector<GroupKey>& keys) {
    std::vector<std::string> columns;
    for (const GroupKey key : keys) {
        if (key == GroupKey::route)
            columns.insert(columns.end(), {"origin", "destination"});
        else
            columns.push_back(group_key_names()[static_cast<std::size_t>(key)]);
    }
    return columns;
}

std::string destination_of(const ScreenedLine& line) {
    return line.destination.empty() ? line.consignee_country : line.destination;
}

std::vector<LineGroup> groups_of(const ScreenedLine& line, const std::vector<GroupKey>& keys) {
    std::vector<LineGroup> groups;
    for (const Subject& subject : subjects_of(line, keys)) {
        LineGroup& group = groups.emplace_back();
        for (const GroupKey key : keys)
            add_cells(line, subject, key, group.cells);
        group.kilograms =
            subject.substance == nullptr ? largest_amount(line) : kilograms_of(*subject.substance);
    }
    return groups;
}

} // namespace preflag
