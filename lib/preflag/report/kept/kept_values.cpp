#include <preflag/base/error.h>
#include <preflag/base/number.h>
#include <preflag/report/kept/kept_values.h>

#include <cmath>

namespace preflag {

void throw_not_kept(const Document& document, const DocumentNode& node,
                    const std::string& expected) {
    throw MalformedFile({document.error_at(node.position(), "this is not " + expected,
                                           "give a report in the format json or jsonl, as "
                                           "preflag screen wrote it")});
}

std::string kept_text(const DocumentNode& node, std::string_view key) {
    const DocumentNode* const value = node.find(key);
    return value == nullptr || !value->is_scalar() ? std::string() : value->text();
}

std::optional<double> kept_number(const Document& document, const DocumentNode& node,
                                  std::string_view key) {
    const DocumentNode* const value = node.find(key);
    if (value == nullptr || value->is_null())
        return std::nullopt;
    const auto number = parse_number<double>(value->text());
    if (!number || !std::isfinite(*number))
        throw_not_kept(document, *value, "a number");
    return number;
}

std::uint64_t kept_count(const Document& document, const DocumentNode& node, std::string_view key) {
    constexpr double most = 9e15;
    const double number = kept_number(document, node, key).value_or(0);
    if (number < 0 || number > most)
        throw_not_kept(document, *node.find(key), "a count");
    return static_cast<std::uint64_t>(number);
}

std::optional<Date> kept_date(const DocumentNode& node, std::string_view key) {
    return parse_iso_date(kept_text(node, key));
}

bool kept_flag(const DocumentNode& node, std::string_view key) {
    return kept_text(node, key) == "true";
}

const std::vector<DocumentNode>& kept_items(const DocumentNode& node, std::string_view key) {
    static const std::vector<DocumentNode> none;
    const DocumentNode* const value = node.find(key);
    return value == nullptr ? none : value->items();
}

std::vector<std::string> kept_texts(const DocumentNode& node, std::string_view key) {
    std::vector<std::string> texts;
    for (const DocumentNode& item : kept_items(node, key))
        texts.push_back(item.text());
    return texts;
}

const DocumentNode& kept_object(const DocumentNode& node, std::string_view key) {
    static const DocumentNode none;
    const DocumentNode* const value = node.find(key);
    return value == nullptr ? none : *value;
}

} // namespace preflag
