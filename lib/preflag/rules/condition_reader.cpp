#include <preflag/base/field.h>
#include <preflag/base/map_reader.h>
#include <preflag/base/text.h>
#include <preflag/rules/condition_reader.h>
#include <preflag/rules/phrase.h>

#include <fmt/format.h>
#include <re2/re2.h>

#include <array>
#include <charconv>
#include <utility>

namespace preflag {

namespace {

using Kind = Condition::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 3> branches{
    {{"all", Kind::all}, {"any", Kind::any}, {"not", Kind::none_of}}};

constexpr std::array<std::pair<std::string_view, Kind>, 10> operators{{
    {"missing", Kind::missing},
    {"equals", Kind::equals},
    {"one-of", Kind::one_of},
    {"starts-with", Kind::starts_with},
    {"contains-word", Kind::contains_word},
    {"same-as", Kind::same_as},
    {"matches", Kind::matches},
    {"above", Kind::above},
    {"below", Kind::below},
    {"between", Kind::between},
}};

template <std::size_t Count>
std::vector<std::string> keys_of(const std::array<std::pair<std::string_view, Kind>, Count>& all) {
    std::vector<std::string> keys;
    for (const auto& [key, kind] : all)
        keys.emplace_back(key);
    return keys;
}

/// Reads one node of the tree, and those below it.
class ConditionReader {
  public:
    ConditionReader(const Document& document, const DocumentNode& node,
                    std::vector<Diagnostic>& diagnostics)
        : document_(document), node_(node), diagnostics_(diagnostics),
          map_(document, node, "condition", diagnostics) {
        condition_.position = node.position();
    }

    Condition read() {
        if (!node_.is_map())
            return std::move(condition_);
        for (const auto& [key, kind] : branches)
            if (const DocumentNode* below = map_.child(key))
                read_branch(kind, key, *below);
        if (condition_.kind == Kind::always)
            read_leaf();
        map_.finish();
        return std::move(condition_);
    }

  private:
    void read_branch(Kind kind, std::string_view key, const DocumentNode& below) {
        if (condition_.kind != Kind::always)
            map_.error_at(key, "a condition has only one of all, any, not");
        condition_.kind = kind;
        if (kind == Kind::none_of) {
            condition_.children.push_back(read_condition(document_, below, diagnostics_));
            return;
        }
        for (const DocumentNode& child : map_.children(key))
            condition_.children.push_back(read_condition(document_, child, diagnostics_));
        if (below.is_list() && condition_.children.empty())
            map_.error_at(key, fmt::format("\"{}\" is empty", key));
    }

    void read_leaf() {
        condition_.fact = field("field", map_.required_text("field"));
        std::size_t found = 0;
        for (const auto& [key, kind] : operators) {
            if (map_.child(key) == nullptr)
                continue;
            ++found;
            condition_.kind = kind;
            read_operand(kind, key);
        }
        if (found != 1)
            map_.error(map_.position(),
                       fmt::format("a condition on a field has one operator, here are {}", found),
                       fmt::format("it can be: {}", fmt::join(keys_of(operators), ", ")));
    }

    std::string field(std::string_view key, std::string name) {
        if (name.empty() || parse_field(name))
            return name;
        const auto near = nearest(name, field_names());
        map_.error_at(key, fmt::format("unknown field \"{}\"", name),
                      near ? fmt::format("did you mean \"{}\"?", *near) : "");
        return {};
    }

    void read_operand(Kind kind, std::string_view key) {
        switch (kind) {
        case Kind::missing:
            condition_.expected = map_.boolean(key, true);
            return;
        case Kind::same_as:
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
        default:
            read_words(kind, key);
        }
    }

    void read_expression(std::string_view key) {
        condition_.values = {map_.required_text(key)};
        const re2::RE2 expression(condition_.values.front(), re2::RE2::Quiet);
        if (!expression.ok())
            map_.error_at(
                key, fmt::format("the regular expression cannot be read: {}", expression.error()));
    }

    void read_range(std::string_view key) {
        for (const std::string& text : map_.texts(key)) {
            double number = 0;
            const char* const last = text.data() + text.size();
            const auto [end, error] = std::from_chars(text.data(), last, number);
            if (error != std::errc{} || end != last)
                map_.error_at(key, fmt::format("\"{}\" is no number", text));
            condition_.numbers.push_back(number);
        }
        if (condition_.numbers.size() != 2 || condition_.numbers[0] > condition_.numbers[1])
            map_.error_at(key, "\"between\" needs two numbers, the smaller one first");
    }

    void read_words(Kind kind, std::string_view key) {
        for (const std::string& text : map_.texts(key)) {
            std::string phrase = phrase_of(text);
            if (phrase.empty())
                map_.error_at(key, fmt::format("\"{}\" has no letter or digit to look for", text),
                              "use \"missing: true\" for a field without any");
            condition_.values.push_back(std::move(phrase));
        }
        if (condition_.values.empty())
            map_.error_at(key, fmt::format("\"{}\" has nothing to look for", key));
        if (kind == Kind::equals && condition_.values.size() > 1)
            map_.error_at(key, "\"equals\" takes one text", "use \"one-of\" for several");
    }

    const Document& document_;
    const DocumentNode& node_;
    std::vector<Diagnostic>& diagnostics_;
    MapReader map_;
    Condition condition_;
};

} // namespace

Condition read_condition(const Document& document, const DocumentNode& node,
                         std::vector<Diagnostic>& diagnostics) {
    return ConditionReader(document, node, diagnostics).read();
}

} // namespace preflag
