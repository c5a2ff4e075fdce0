#include <preflag/base/document/map_reader.h>
#include <preflag/rules/packs/outcome_table_reader.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

const std::vector<std::string> outcome_placeholders{
    "substance", "measured", "limit",  "limit_value", "list",        "relation",
    "missing",   "clearing", "summed", "total",       "consequence", "reserved_for"};

/// In the order of Operator.
constexpr std::array<std::string_view, 4> operator_signs{">", ">=", "<", "<="};

/// Outcomes that rows of a law lead to, each with wording of its own.
constexpr std::array law_outcomes{Outcome::restricted, Outcome::reportable, Outcome::monitored,
                                  Outcome::below_limit};

} // namespace

/// Reads one outcomes.yaml.
class OutcomeTableReader {
  public:
    OutcomeTableReader(const Document& document, std::vector<Diagnostic>& diagnostics)
        : document_(document), diagnostics_(diagnostics) {}

    OutcomeTable read() {
        MapReader map(document_, document_.root, "table of outcomes", diagnostics_);
        map.required_text("edition");
        with(map, "scores", [this](MapReader& part) { read_scores(part); });
        with(map, "severities", [this](MapReader& part) { read_bounds(part); });
        with(map, "relations", [this](MapReader& part) { read_relations(part); });
        with(map, "clearing", [this](MapReader& part) { read_clearing(part); });
        with(map, "consequences", [this](MapReader& part) { read_consequences(part); });
        with(map, "messages", [this](MapReader& part) { read_messages(part); });
        with(map, "meeting", [this](MapReader& part) {
            for (std::size_t i = 0; i < open_point_count; ++i)
                if (static_cast<OpenPoint>(i) != OpenPoint::identity &&
                    static_cast<OpenPoint>(i) != OpenPoint::route &&
                    static_cast<OpenPoint>(i) != OpenPoint::reservation)
                    table_.meeting_[i] = sentence(part, name_of(static_cast<OpenPoint>(i)));
        });
        with(map, "settle", [this](MapReader& part) { read_doubts(part, table_.settle_); });
        map.finish();
        return std::move(table_);
    }

  private:
    template <typename Read>
    void with(MapReader& map, std::string_view key, Read read_part) {
        const DocumentNode* node = map.child(key);
        if (node == nullptr) {
            map.error(map.position(), fmt::format("the table of outcomes has no \"{}\"", key));
            return;
        }
        MapReader part(document_, *node, key, diagnostics_);
        read_part(part);
        part.finish();
    }

    void read_scores(MapReader& map) {
        for (std::size_t i = 0; i < outcome_count; ++i)
            table_.scores_[i] = score(map, name_of(static_cast<Outcome>(i)));
    }

    void read_bounds(MapReader& map) {
        for (std::size_t i = 0; i < severity_count; ++i) {
            const std::string_view key = name_of(static_cast<Severity>(i));
            table_.bounds_[i] = score(map, key);
            if (i > 0 && table_.bounds_[i] <= table_.bounds_[i - 1])
                map.error_at(key, fmt::format("\"{}\" must begin above \"{}\"", key,
                                              name_of(static_cast<Severity>(i - 1))));
        }
    }

    int score(MapReader& map, std::string_view key) {
        if (map.child(key) == nullptr)
            map.error(map.position(), fmt::format("the score of \"{}\" is missing", key));
        const auto number = map.integer(key);
        if (number && (*number < 0 || *number > 100))
            map.error_at(key, fmt::format("the score of \"{}\" must lie between 0 and 100", key));
        return static_cast<int>(std::clamp<std::int64_t>(number.value_or(0), 0, 100));
    }

    void read_relations(MapReader& map) {
        for (std::size_t i = 0; i < operator_signs.size(); ++i)
            table_.relations_[i] = map.required_text(operator_signs[i]);
    }

    void read_clearing(MapReader& map) {
        for (std::size_t i = 0; i < operator_signs.size(); ++i)
            table_.clearing_[i] = sentence(map, operator_signs[i]);
    }

    /// Of the outcomes that a list of a law can have.
    void read_consequences(MapReader& map) {
        for (const Outcome outcome : law_outcomes)
            if (outcome != Outcome::below_limit)
                table_.consequences_[static_cast<std::size_t>(outcome)] =
                    map.required_text(name_of(outcome));
    }

    void read_messages(MapReader& map) {
        for (const Outcome outcome : law_outcomes)
            with(map, name_of(outcome), [this, outcome](MapReader& part) {
                OutcomeTable::Sentences& sentences =
                    table_.sentences_[static_cast<std::size_t>(outcome)];
                sentences.one_term = sentence(part, "one-term");
                if (outcome == Outcome::below_limit)
                    return;
                sentences.several_terms = sentence(part, "several-terms");
                sentences.any = sentence(part, "any");
            });
        with(map, name_of(Outcome::undetermined),
             [this](MapReader& part) { read_doubts(part, table_.doubts_); });
        table_.summed_ = sentence(map, "summed");
    }

    void read_doubts(MapReader& map, std::array<MessageTemplate, open_point_count>& sentences) {
        for (std::size_t i = 0; i < open_point_count; ++i)
            sentences[i] = sentence(map, name_of(static_cast<OpenPoint>(i)));
    }

    MessageTemplate sentence(MapReader& map, std::string_view key) {
        std::string text = map.required_text(key);
        check_placeholders(map, key, text, outcome_placeholders);
        return MessageTemplate(std::move(text));
    }

    const Document& document_;
    std::vector<Diagnostic>& diagnostics_;
    OutcomeTable table_;
};

OutcomeTable read_outcome_file(const Document& document, std::vector<Diagnostic>& diagnostics) {
    return OutcomeTableReader(document, diagnostics).read();
}

OutcomeTable read_outcome_table(const RuleFiles& files, std::vector<Diagnostic>& diagnostics) {
    OutcomeTable table;
    const auto all = files.of("outcomes.yaml");
    for (const RuleFile* const file : all)
        table = read_outcome_file(file->document, diagnostics);
    if (all.empty() && files.is_whole("outcomes.yaml"))
        diagnostics.push_back(missing_table("outcomes.yaml"));
    return table;
}

} // namespace preflag
