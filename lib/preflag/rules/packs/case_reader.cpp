#include <preflag/base/text.h>
#include <preflag/rules/packs/pack_parts.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

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
        for (const DocumentNode& line : map_.children("earlier"))
            read_fields(line, rule_case.earlier.emplace_back());
        read_expectation(rule_case);
        rule_case.is_canary = map_.boolean("canary", false);
        if (const auto needs = map_.text("needs"))
            rule_case.needs =
                is_rule_id(*needs)
                    ? *needs
                    : known_substance(map_, map_.child("needs")->position(), *needs, context_);
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
        read_fields(*line, rule_case.fields);
    }

    void read_fields(const DocumentNode& line, RuleCase::Fields& fields) {
        if (!line.is_map()) {
            map_.error(line.position(), "a line is written as fields and values");
            return;
        }
        for (const DocumentEntry& entry : line.entries()) {
            const auto field = parse_field(entry.key);
            if (!field)
                map_.error(entry.position, fmt::format("unknown field \"{}\"", entry.key),
                           did_you_mean(entry.key, field_names()));
            else if (!entry.value.is_scalar())
                map_.error(entry.value.position(),
                           fmt::format("the value of \"{}\" must be a text", entry.key));
            else
                fields.emplace_back(*field, entry.value.text());
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

std::string describe(const std::optional<Outcome>& outcome) {
    return outcome ? std::string(name_of(*outcome)) : "silent";
}

/// The outcomes that a rule can have. Goods that a limit of "any" lists cannot be below it.
bool can_have(const Rule& rule, Outcome outcome) {
    if (outcome == rule.outcome)
        return true;
    if (rule.kind() != RuleKind::law)
        return false;
    return outcome == Outcome::undetermined ||
           (outcome == Outcome::below_limit && !rule.limit.terms.empty());
}

bool is_same_line(const RuleCase& left, const RuleCase& right) {
    return left.earlier == right.earlier &&
           std::is_permutation(left.fields.begin(), left.fields.end(), right.fields.begin(),
                               right.fields.end());
}

} // namespace

std::vector<RuleCase> read_cases(MapReader& map, const PackContext& context,
                                 std::vector<Diagnostic>& diagnostics) {
    std::vector<RuleCase> cases;
    for (const DocumentNode& node : map.children("cases"))
        cases.push_back(CaseReader(map.document(), node, context, diagnostics).read());
    return cases;
}

void check_cases(MapReader& map, const Rule& rule) {
    for (std::size_t i = 0; i < rule.cases.size(); ++i) {
        const RuleCase& one = rule.cases[i];
        if (one.expected && !can_have(rule, *one.expected))
            map.error(one.position,
                      fmt::format("case \"{}\" expects {}, which this rule can never "
                                  "answer",
                                  one.name, name_of(*one.expected)),
                      fmt::format("the outcome of the rule is {}", name_of(rule.outcome)));
        for (std::size_t k = 0; k < i; ++k) {
            const RuleCase& other = rule.cases[k];
            if (one.name == other.name)
                map.error(one.position, fmt::format("case \"{}\" is also in line {}", one.name,
                                                    other.position.line));
            if (one.expected != other.expected && !one.fields.empty() && is_same_line(one, other))
                map.error(one.position,
                          fmt::format("the same line expects {} here and {} in line {}",
                                      describe(one.expected), describe(other.expected),
                                      other.position.line));
        }
    }
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
