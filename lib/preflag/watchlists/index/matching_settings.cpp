#include <preflag/base/document/map_reader.h>
#include <preflag/watchlists/index/list_search.h>
#include <preflag/watchlists/index/matching_settings.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

double number_within(MapReader& map, std::string_view key, double least, double most) {
    const auto number = map.number(key);
    if (!number || *number < least || *number > most)
        map.error_at(key, fmt::format("{} must be a number from {} to {}", key, least, most));
    return number.value_or(0);
}

void read_adjustments(const Document& document, const DocumentNode* node,
                      MatchingSettings& settings, std::vector<Diagnostic>& diagnostics) {
    if (node == nullptr)
        return;
    MapReader map(document, *node, "adjustments", diagnostics);
    settings.weak_alias = number_within(map, "weak-alias", -1, 0);
    settings.craft = number_within(map, "craft", -1, 0);
    settings.other_kind = number_within(map, "other-kind", -1, 0);
    settings.same_country = number_within(map, "same-country", 0, 1);
    settings.other_country = number_within(map, "other-country", -1, 0);
    settings.same_birth_date = number_within(map, "same-birth-date", 0, 1);
    settings.other_birth_date = number_within(map, "other-birth-date", -1, 0);
    settings.same_address = number_within(map, "same-address", 0, 1);
    map.finish();
}

void read_grades(MapReader& map, MatchingSettings& settings, std::vector<Diagnostic>& diagnostics) {
    for (const DocumentNode& node : map.children("grades")) {
        MapReader grade(map.document(), node, "grade", diagnostics);
        const double from = number_within(grade, "from", 0, 1);
        const double points = number_within(grade, "points", 0, 100);
        settings.grades.push_back({from, static_cast<int>(points)});
        grade.finish();
    }
    if (settings.grades.empty())
        map.error_at("grades", "at least one grade is needed");
    std::sort(settings.grades.begin(), settings.grades.end(),
              [](const auto& left, const auto& right) { return left.from > right.from; });
}

MatchingSettings read(const Document& document, std::vector<Diagnostic>& diagnostics) {
    MatchingSettings settings;
    MapReader map(document, document.root, "matching settings", diagnostics);
    map.required_text("edition");
    settings.least_score = number_within(map, "least-score", 0, 1);
    settings.least_part_score = number_within(map, "least-part-score", settings.least_score, 1);
    settings.least_evidence = number_within(map, "least-evidence", 0, 10);
    settings.identifier_points = static_cast<int>(number_within(map, "identifier-points", 0, 100));
    read_adjustments(document, map.child("adjustments"), settings, diagnostics);
    read_grades(map, settings, diagnostics);
    if (settings.least_hit() < ListSearch::least_score - 1e-8)
        map.error_at(
            "least-score",
            fmt::format("least-score less all that can be added is {:.3f}, but names below "
                        "{} are not looked for",
                        settings.least_hit(), ListSearch::least_score));
    map.finish();
    return settings;
}

} // namespace

int MatchingSettings::points_of(double score) const {
    for (const Grade& grade : grades)
        if (score >= grade.from)
            return grade.points;
    return 0;
}

MatchingSettings read_matching_settings(const RuleFiles& files,
                                        std::vector<Diagnostic>& diagnostics) {
    constexpr std::string_view name = "parties/matching.yaml";
    MatchingSettings settings;
    const auto all = files.of(name);
    for (const RuleFile* const file : all)
        settings = read(file->document, diagnostics);
    if (all.empty() && files.is_whole(name))
        diagnostics.push_back(missing_table(name));
    return settings;
}

} // namespace preflag
