#include <preflag/base/text.h>
#include <preflag/rules/pack_parts.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

std::string did_you_mean(std::string_view word, std::span<const std::string> known) {
    const auto near = nearest(word, known);
    return near ? fmt::format("did you mean \"{}\"?", *near) : std::string{};
}

std::vector<std::string> read_jurisdiction(MapReader& map, const PackContext& context) {
    std::vector<std::string> countries;
    for (const std::string& code : map.texts("jurisdiction")) {
        const std::vector<std::string> members = context.countries.members_of(code);
        if (members.empty())
            map.error_at("jurisdiction", fmt::format("unknown country code \"{}\"", code),
                         "it must be a code of countries.yaml");
        countries.insert(countries.end(), members.begin(), members.end());
    }
    return countries;
}

std::vector<Disabled> read_disabled(MapReader& map, std::vector<Diagnostic>& diagnostics) {
    std::vector<Disabled> disabled;
    for (const DocumentNode& node : map.children("disable")) {
        MapReader entry(map.document(), node, "disable entry", diagnostics);
        std::string rule = entry.required_text("rule");
        std::string because = entry.required_text("because");
        entry.finish();
        disabled.push_back({std::move(rule), std::move(because), node.position()});
    }
    return disabled;
}

/// Reads one element of `cases`.
class CaseReader {
  public:
    CaseReader(const Document& document, const DocumentNode& node, const PackContext& context,
               std::vector<Diagnostic>& diagnostics)
        : map_(document, node, "case", diagnostics), context_(context) {}

    RuleCase read() {
        RuleCase rule_case;
        rule_case.position = map_.position();
        rule_case.name = map_.required_text("name");
        read_line(rule_case);
        read_expectation(rule_case);
        rule_case.is_canary = map_.boolean("canary", false);
        if (const auto needs = map_.text("needs"))
            rule_case.needs =
                known_substance(map_, map_.child("needs")->position(), *needs, context_);
        map_.finish();
        return rule_case;
    }

  private:
    void read_line(RuleCase& rule_case) {
        const DocumentNode* line = map_.child("line");
        if (line == nullptr || !line->is_map() || line->entries().empty()) {
            map_.error_at("line", "the case has no \"line\" of fields and values");
            return;
        }
        for (const DocumentEntry& entry : line->entries()) {
            const auto field = parse_field(entry.key);
            if (!field)
                map_.error(entry.position, fmt::format("unknown field \"{}\"", entry.key),
                           did_you_mean(entry.key, field_names()));
            else if (!entry.value.is_scalar())
                map_.error(entry.value.position(),
                           fmt::format("the value of \"{}\" must be a text", entry.key));
            else
                rule_case.fields.emplace_back(*field, entry.value.text());
        }
    }

    void read_expectation(RuleCase& rule_case) {
        const std::string word = map_.required_text("expect");
        if (word.empty() || word == "silent")
            return;
        rule_case.expected = parse_outcome(word);
        if (rule_case.expected)
            return;
        std::vector<std::string> known{"silent"};
        for (std::size_t i = 0; i < outcome_count; ++i)
            known.emplace_back(name_of(static_cast<Outcome>(i)));
        const std::string hint = did_you_mean(word, known);
        map_.error_at("expect", fmt::format("\"expect\" cannot be \"{}\"", word),
                      hint.empty() ? fmt::format("it can be: {}", fmt::join(known, ", ")) : hint);
    }

    MapReader map_;
    const PackContext& context_;
};

} // namespace

bool is_id(std::string_view text) {
    if (text.empty() || text.front() == '-' || text.back() == '-')
        return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return is_ascii_digit(c) || (c >= 'a' && c <= 'z') || c == '-';
    });
}

std::string required_id(MapReader& map, std::string_view key) {
    std::string id = map.required_text(key);
    if (!id.empty() && !is_id(id))
        map.error_at(key, fmt::format("\"{}\" is no id", id),
                     "an id has lower-case letters, digits and hyphens");
    return id;
}

void read_period(MapReader& map, std::optional<Date>& from, std::optional<Date>& until) {
    from = map.date("from");
    until = map.date("until");
    if (from && until && *until < *from)
        map.error_at("until", fmt::format("\"until\" ({}) lies before \"from\" ({})",
                                          to_string(*until), to_string(*from)));
}

void read_head(MapReader& map, const PackContext& context, PackContent& content,
               std::vector<Diagnostic>& diagnostics) {
    RulePack& pack = content.pack;
    pack.id = required_id(map, "pack");
    pack.title = map.required_text("title");
    pack.edition = map.required_text("edition");
    pack.jurisdiction = read_jurisdiction(map, context);
    read_period(map, pack.from, pack.until);
    pack.source = map.text("source").value_or("");
    pack.reviewed = map.date("reviewed");
    pack.review_by = map.date("review-by");
    content.disabled = read_disabled(map, diagnostics);
}

std::string known_substance(MapReader& map, Position position, const std::string& id,
                            const PackContext& context) {
    if (std::find(context.substances.begin(), context.substances.end(), id) !=
        context.substances.end())
        return id;
    map.error(position, fmt::format("unknown substance \"{}\"", id),
              did_you_mean(id, context.substances));
    return {};
}

std::vector<RuleCase> read_cases(MapReader& map, const PackContext& context,
                                 std::vector<Diagnostic>& diagnostics) {
    std::vector<RuleCase> cases;
    for (const DocumentNode& node : map.children("cases"))
        cases.push_back(CaseReader(map.document(), node, context, diagnostics).read());
    return cases;
}

void CanaryCount::add(const std::vector<RuleCase>& cases) {
    for (const RuleCase& rule_case : cases) {
        if (!rule_case.is_canary)
            continue;
        const bool is_negative = !rule_case.expected || *rule_case.expected == Outcome::below_limit;
        ++(is_negative ? negative : positive);
    }
}

} // namespace preflag
