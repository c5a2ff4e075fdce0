#include <preflag/base/field.h>
#include <preflag/base/text.h>
#include <preflag/rules/conditions/condition_reader.h>
#include <preflag/rules/packs/message_template.h>
#include <preflag/rules/packs/pack_parts.h>

#include <fmt/format.h>

#include <array>

namespace preflag {

namespace {

const std::array<std::string, 2> flag_outcomes{"red-flag", "contradiction"};

/// Of messages: the manifest's fields and the derived facts.
const std::vector<std::string>& placeholders() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> names = field_names();
        names.insert(names.end(), fact_names().begin(), fact_names().end());
        return names;
    }();
    return all;
}

/// Reads one red flag or contradiction. A contradiction has no condition and no message: the goods
/// layer finds it and words it.
class FlagReader {
  public:
    FlagReader(const Document& document, const DocumentNode& node, const PackContext& context,
               std::vector<Diagnostic>& diagnostics)
        : document_(document), context_(context), diagnostics_(diagnostics),
          map_(document, node, "rule", diagnostics) {}

    Rule read(const RulePack& pack) {
        rule_.pack = pack.id;
        rule_.position = map_.position();
        const std::string id = required_id(map_, "id");
        rule_.title = map_.required_text("title");
        read_outcome();
        rule_.id = fmt::format("{}/{}", name_of(rule_.outcome), id);
        rule_.citation = map_.required_text("citation");
        rule_.duty = map_.required_text("duty");
        rule_.verified = map_.boolean("verified", true);
        rule_.note = map_.text("note").value_or("");
        read_period(map_, rule_.from, rule_.until);
        check_period(map_, pack, rule_);
        rule_.score = read_score(map_, context_);
        if (map_.child("score") == nullptr && map_.child("severity") == nullptr)
            map_.error(map_.position(), "the rule has no \"score\" and no \"severity\"");
        rule_.cases = read_cases(map_, context_, diagnostics_);
        check_cases(map_, rule_);
        if (rule_.outcome == Outcome::red_flag)
            read_red_flag();
        map_.finish();
        return std::move(rule_);
    }

  private:
    void read_outcome() {
        const auto choice = map_.choice("outcome", flag_outcomes);
        if (map_.child("outcome") == nullptr)
            map_.error(map_.position(), "the rule has no \"outcome\"");
        rule_.outcome = *parse_outcome(flag_outcomes[choice.value_or(0)]);
    }

    void read_red_flag() {
        rule_.message = map_.required_text("message");
        check_placeholders(map_, "message", rule_.message, placeholders());
        if (const DocumentNode* when = map_.child("when"))
            rule_.condition =
                read_condition(document_, *when, diagnostics_, scope_of(context_, false));
        else
            map_.error(map_.position(), "the rule has no \"when\"");
        read_needed_columns();
        if (const DocumentNode* count = map_.child("across-lines"))
            rule_.across_lines = read_line_count(document_, *count, diagnostics_);
        rule_.even_below_limits = map_.boolean("even-below-limits", false);
        check_earlier_lines();
        CanaryCount canaries;
        canaries.add(rule_.cases);
        if (rule_.cases.empty())
            map_.error_at("cases", "the rule has no \"cases\"",
                          "give lines that must answer and lines that must not");
        else if (!canaries.is_complete())
            map_.error_at("cases",
                          "the rule lacks a canary that expects an answer or one that "
                          "expects none",
                          std::string(canary_advice));
    }

    void check_earlier_lines() {
        for (const RuleCase& one : rule_.cases)
            if (!one.earlier.empty() && !rule_.across_lines)
                map_.error(one.position,
                           fmt::format("case \"{}\" has \"earlier\" lines, but the rule looks at "
                                       "one line only",
                                       one.name),
                           "a rule with \"across-lines\" counts over several");
    }

    void read_needed_columns() {
        for (const std::string& name : map_.texts("needs-columns")) {
            if (const auto field = parse_field(name))
                rule_.needed_columns.push_back(*field);
            else
                map_.error_at("needs-columns", fmt::format("unknown field \"{}\"", name),
                              did_you_mean(name, field_names()));
        }
    }

    const Document& document_;
    const PackContext& context_;
    std::vector<Diagnostic>& diagnostics_;
    MapReader map_;
    Rule rule_;
};

} // namespace

PackContent read_red_flags(const Document& document, const PackContext& context,
                           std::vector<Diagnostic>& diagnostics) {
    PackContent content;
    MapReader map(document, document.root, "red-flag pack", diagnostics);
    read_head(map, context, content, diagnostics);
    for (const DocumentNode& node : map.children("rules"))
        content.pack.rules.push_back(
            FlagReader(document, node, context, diagnostics).read(content.pack));
    if (content.is_empty() && document.root.is_map())
        map.error(map.position(),
                  "the pack has neither a rule nor an \"override\" nor a \"disable\"");
    map.finish();
    return content;
}

} // namespace preflag
