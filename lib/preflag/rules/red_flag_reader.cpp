#include <preflag/base/field.h>
#include <preflag/rules/condition_reader.h>
#include <preflag/rules/message_template.h>
#include <preflag/rules/pack_parts.h>

#include <fmt/format.h>

#include <array>

namespace preflag {

namespace {

const std::array<std::string, 2> flag_outcomes{"red-flag", "contradiction"};

/// Reads one red flag or contradiction. A contradiction has no condition and no message: the goods
/// layer finds it and words it.
class FlagReader {
  public:
    FlagReader(const Document& document, const DocumentNode& node, const PackContext& context,
               std::vector<Diagnostic>& diagnostics)
        : document_(document), context_(context), diagnostics_(diagnostics),
          map_(document, node, "rule", diagnostics) {}

    Rule read(const std::string& pack) {
        rule_.pack = pack;
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
        read_score();
        rule_.cases = read_cases(map_, context_, diagnostics_);
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

    void read_score() {
        const auto score = map_.integer("score");
        if (map_.child("score") == nullptr)
            map_.error(map_.position(), "the rule has no \"score\"");
        if (score && (*score < 0 || *score > 100))
            map_.error_at("score", "a score must lie between 0 and 100");
        else
            rule_.score = static_cast<int>(score.value_or(0));
    }

    void read_red_flag() {
        rule_.message = map_.required_text("message");
        check_placeholders(map_, "message", rule_.message, field_names());
        if (const DocumentNode* when = map_.child("when"))
            rule_.condition = read_condition(document_, *when, diagnostics_);
        else
            map_.error(map_.position(), "the rule has no \"when\"");
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
            FlagReader(document, node, context, diagnostics).read(content.pack.id));
    if (content.pack.rules.empty() && content.disabled.empty() && document.root.is_map())
        map.error(map.position(), "the pack has neither a rule nor a \"disable\"");
    map.finish();
    return content;
}

} // namespace preflag
