#include <preflag/base/document/map_reader.h>
#include <preflag/base/field.h>
#include <preflag/base/number.h>
#include <preflag/base/phrase.h>
#include <preflag/base/text.h>
#include <preflag/rules/conditions/condition_check.h>
#include <preflag/rules/conditions/condition_reader.h>
#include <preflag/rules/conditions/condition_values.h>
#include <preflag/rules/conditions/expression.h>
#include <preflag/rules/conditions/word_list.h>

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>

namespace preflag {

namespace {

using Kind = Condition::Kind;

constexpr std::array branches{Kind::all, Kind::any, Kind::none_of};

constexpr std::array leaf_operators{
    Kind::missing,       Kind::equals,       Kind::one_of,        Kind::starts_with,
    Kind::contains_word, Kind::same_as,      Kind::matches,       Kind::above,
    Kind::below,         Kind::between,      Kind::in_list,       Kind::only_words,
    Kind::country_in,    Kind::same_country, Kind::other_country, Kind::shares_word,
};

std::vector<std::string> operator_names() {
    std::vector<std::string> names;
    names.reserve(leaf_operators.size());
    for (const Kind kind : leaf_operators)
        names.emplace_back(name_of(kind));
    return names;
}

bool is_numeric(Kind kind) {
    return kind == Kind::above || kind == Kind::below || kind == Kind::between;
}

bool is_of_fields(Kind kind) {
    return kind == Kind::shares_word || kind == Kind::only_words || kind == Kind::country_in ||
           kind == Kind::same_country || kind == Kind::other_country;
}

/// Reads one node of the tree, and those below it.
class ConditionReader {
  public:
    ConditionReader(const Document& document, const DocumentNode& node,
                    std::vector<Diagnostic>& diagnostics, const ConditionScope& scope)
        : document_(document), node_(node), diagnostics_(diagnostics), scope_(scope),
          map_(document, node, "condition", diagnostics) {
        condition_.position = node.position();
    }

    Condition read() {
        if (!node_.is_map())
            return std::move(condition_);
        for (const Kind kind : branches)
            if (const DocumentNode* below = map_.child(name_of(kind)))
                read_branch(kind, *below);
        if (condition_.kind == Kind::always)
            read_leaf();
        map_.finish();
        return std::move(condition_);
    }

  private:
    void read_branch(Kind kind, const DocumentNode& below) {
        const std::string_view key = name_of(kind);
        if (condition_.kind != Kind::always)
            map_.error_at(key, "a condition has only one of all, any, not");
        condition_.kind = kind;
        if (kind == Kind::none_of) {
            condition_.children.push_back(child(below));
            return;
        }
        for (const DocumentNode& node : map_.children(key))
            condition_.children.push_back(child(node));
        if (below.is_list() && condition_.children.empty())
            map_.error_at(key, fmt::format("\"{}\" is empty", key));
    }

    Condition child(const DocumentNode& node) {
        return ConditionReader(document_, node, diagnostics_, scope_).read();
    }

    void read_leaf() {
        read_subject();
        std::size_t found = 0;
        for (const Kind kind : leaf_operators) {
            if (map_.child(name_of(kind)) == nullptr)
                continue;
            ++found;
            condition_.kind = kind;
            read_operand(kind);
        }
        if (found != 1)
            map_.error(
                map_.position(),
                fmt::format("a condition on a field or fact has one operator, here are {}", found),
                fmt::format("it can be: {}", fmt::join(operator_names(), ", ")));
    }

    void read_subject() {
        const bool has_field = map_.child("field") != nullptr;
        const bool has_fact = map_.child("fact") != nullptr;
        if (has_field == has_fact) {
            map_.error(map_.position(),
                       "the condition has neither all, any, not nor one of "
                       "\"field\" and \"fact\"",
                       "ask about a manifest field or about a derived fact");
            return;
        }
        if (has_field)
            condition_.field = field("field", map_.required_text("field"));
        else
            read_fact(map_.required_text("fact"));
    }

    void read_fact(const std::string& name) {
        condition_.fact = parse_fact(name);
        if (!condition_.fact && !name.empty())
            map_.error_at(
                "fact", fmt::format("unknown fact \"{}\"", name),
                did_you_mean(name, fact_names(),
                             fmt::format("it can be: {}", fmt::join(fact_names(), ", "))));
        const bool asks_laws =
            condition_.fact == Fact::regulated || condition_.fact == Fact::regime;
        if (asks_laws && scope_.is_before_laws)
            map_.error_at("fact", fmt::format("a row of a law cannot ask for \"{}\"", name),
                          "it is known only after the laws have spoken: use it in a red flag");
    }

    std::string field(std::string_view key, std::string name) {
        if (name.empty() || parse_field(name))
            return name;
        std::string advice = did_you_mean(name, field_names());
        if (parse_fact(name))
            advice = fmt::format("it is a derived fact: write \"fact: {}\"", name);
        map_.error_at(key, fmt::format("unknown field \"{}\"", name), std::move(advice));
        return {};
    }

    void read_operand(Kind kind) {
        const std::string_view key = name_of(kind);
        check_type(kind);
        switch (kind) {
        case Kind::missing:
            condition_.expected = map_.boolean(key, true);
            return;
        case Kind::same_as:
        case Kind::same_country:
        case Kind::other_country:
            condition_.values = {field(key, map_.required_text(key))};
            return;
        case Kind::matches:
            read_expression(key);
            return;
        case Kind::above:
        case Kind::below:
            condition_.numbers = {map_.number(key).value_or(0)};
            return;
        case Kind::between:
            read_range(key);
            return;
        case Kind::in_list:
            read_list(key);
            return;
        case Kind::only_words:
            read_single_words(key);
            return;
        case Kind::country_in:
            read_countries(key);
            return;
        case Kind::shares_word:
            read_shared_word(key);
            return;
        default:
            read_words(kind, key);
        }
    }

    void check_type(Kind kind) {
        if (!condition_.fact || kind == Kind::missing)
            return;
        if (is_of_fields(kind)) {
            map_.error_at(name_of(kind),
                          fmt::format("\"{}\" can be asked of fields only", name_of(kind)));
            return;
        }
        if (is_number(*condition_.fact) != is_numeric(kind))
            map_.error_at(name_of(kind),
                          fmt::format("\"{}\" cannot be asked of {}, which is {}", name_of(kind),
                                      name_of(*condition_.fact),
                                      is_number(*condition_.fact) ? "a number" : "a word"));
    }

    void read_expression(std::string_view key) {
        condition_.values = {map_.required_text(key)};
        const std::string& text = condition_.values.front();
        if (text.size() > longest_expression) {
            map_.error_at(key, fmt::format("the regular expression has more than {} bytes",
                                           longest_expression));
            return;
        }
        const auto expression = compile_expression(text);
        if (!expression->ok())
            map_.error_at(
                key, fmt::format("the regular expression cannot be read: {}", expression->error()));
    }

    void read_range(std::string_view key) {
        for (const std::string& text : map_.texts(key)) {
            const auto number = parse_number<double>(text);
            if (!number)
                map_.error_at(key, fmt::format("\"{}\" is no number", text));
            condition_.numbers.push_back(number.value_or(0));
        }
        if (condition_.numbers.size() != 2 || condition_.numbers[0] > condition_.numbers[1]) {
            map_.error_at(key, "\"between\" needs two numbers, the smaller one first");
            condition_.numbers = {0, 0};
        }
    }

    void read_list(std::string_view key) {
        condition_.list_file = map_.required_text(key);
        if (condition_.list_file.empty())
            return;
        WordList list = read_word_list(scope_.folder, condition_.list_file);
        if (!list.error.empty())
            map_.error_at(key, std::move(list.error), std::move(list.advice));
        condition_.values = std::move(list.phrases);
        condition_.list_digest = std::move(list.digest);
    }

    void read_words(Kind kind, std::string_view key) {
        std::vector<std::string> texts = map_.texts(key);
        if (condition_.fact == Fact::jurisdiction)
            expand_unions(texts, scope_.countries);
        for (const std::string& text : texts) {
            std::string phrase = phrase_of(text);
            if (phrase.empty())
                map_.error_at(key, fmt::format("\"{}\" has no letter or digit to look for", text),
                              "use \"missing: true\" for a field without any");
            else if (condition_.fact && (kind == Kind::equals || kind == Kind::one_of))
                check_value(key, name_of(*condition_.fact), known_values(*condition_.fact, scope_),
                            text);
            condition_.values.push_back(std::move(phrase));
        }
        if (condition_.values.empty())
            map_.error_at(key, fmt::format("\"{}\" has nothing to look for", key));
        if (kind == Kind::equals && map_.texts(key).size() > 1)
            map_.error_at(key, "\"equals\" takes one text", "use \"one-of\" for several");
    }

    void check_value(std::string_view key, std::string_view what,
                     const std::vector<std::string>& known, const std::string& text) {
        if (known.empty() || std::find(known.begin(), known.end(), text) != known.end())
            return;
        map_.error_at(key, fmt::format("there is no {} \"{}\"", what, text),
                      did_you_mean(text, known));
    }

    /// Countries by their codes, unions by those of their members.
    void read_countries(std::string_view key) {
        const std::vector<std::string> known =
            scope_.countries == nullptr ? std::vector<std::string>{} : scope_.countries->codes();
        condition_.values = map_.texts(key);
        for (const std::string& code : condition_.values)
            check_value(key, "country", known, code);
        if (condition_.values.empty())
            map_.error_at(key, fmt::format("\"{}\" has no country", key));
        expand_unions(condition_.values, scope_.countries);
    }

    /// {field: consignee, except: [ltd]}, or the field alone.
    void read_shared_word(std::string_view key) {
        const DocumentNode& node = *map_.child(key);
        if (!node.is_map()) {
            condition_.values = {field(key, map_.required_text(key))};
            return;
        }
        MapReader below(document_, node, "words to share", diagnostics_);
        condition_.values = {field(key, below.required_text("field"))};
        for (const std::string& text : below.texts("except"))
            add_single_word(key, text);
        below.finish();
    }

    void read_single_words(std::string_view key) {
        for (const std::string& text : map_.texts(key))
            add_single_word(key, text);
        if (condition_.values.empty())
            map_.error_at(key, fmt::format("\"{}\" has nothing to look for", key));
    }

    void add_single_word(std::string_view key, const std::string& text) {
        const std::vector<std::string> words = folded_words(text);
        if (words.size() != 1)
            map_.error_at(key, fmt::format("\"{}\" is not one word", text),
                          "give each word as an entry of its own");
        condition_.values.insert(condition_.values.end(), words.begin(), words.end());
    }

    const Document& document_;
    const DocumentNode& node_;
    std::vector<Diagnostic>& diagnostics_;
    const ConditionScope& scope_;
    MapReader map_;
    Condition condition_;
};

} // namespace

Condition read_condition(const Document& document, const DocumentNode& node,
                         std::vector<Diagnostic>& diagnostics, const ConditionScope& scope) {
    const std::size_t before = diagnostics.size();
    Condition condition = ConditionReader(document, node, diagnostics, scope).read();
    if (diagnostics.size() == before)
        for (const NeverHolds& never : find_never(condition))
            diagnostics.push_back(document.error_at(never.position, never.because,
                                                    "a rule that can never answer is no rule"));
    return condition;
}

} // namespace preflag
