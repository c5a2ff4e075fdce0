#include <preflag/base/document/map_reader.h>
#include <preflag/base/number.h>
#include <preflag/base/text.h>

#include <fmt/format.h>

namespace preflag {

namespace {

constexpr std::size_t most_unknown_keys = 20;
constexpr std::size_t most_with_excerpt = 500; ///< finding the line takes time

std::string_view kind_name(const DocumentNode& node) {
    switch (node.kind()) {
    case DocumentNode::Kind::null:
        return "nothing";
    case DocumentNode::Kind::scalar:
        return "a single value";
    case DocumentNode::Kind::list:
        return "a list";
    case DocumentNode::Kind::map:
        return "a map";
    }
    return "nothing";
}

} // namespace

MapReader::MapReader(const Document& document, const DocumentNode& node, std::string_view what,
                     std::vector<Diagnostic>& diagnostics)
    : document_(document), node_(node), what_(what), diagnostics_(diagnostics) {
    if (!node.is_map())
        error(node.position(), fmt::format("a {} must be a map of keys and values, here is {}",
                                           what, kind_name(node)));
}

const DocumentNode* MapReader::child(std::string_view key) {
    known_.emplace(key);
    return node_.find(key);
}

const DocumentNode* MapReader::scalar(std::string_view key, std::string_view expected) {
    const DocumentNode* value = child(key);
    if (value == nullptr || value->is_null())
        return nullptr;
    if (value->is_scalar())
        return value;
    error(value->position(),
          fmt::format("\"{}\" must be {}, here is {}", key, expected, kind_name(*value)));
    return nullptr;
}

std::optional<std::string> MapReader::text(std::string_view key) {
    const DocumentNode* value = scalar(key, "a text");
    return value == nullptr ? std::nullopt : std::optional(value->text());
}

std::string MapReader::required_text(std::string_view key) {
    const DocumentNode* value = scalar(key, "a text");
    if (value != nullptr && !trim(value->text()).empty())
        return value->text();
    const DocumentNode* present = node_.find(key);
    if (node_.is_map() && (present == nullptr || present->is_null() || present->is_scalar()))
        error_at(key, fmt::format("the {} has no \"{}\"", what_, key));
    return {};
}

std::optional<double> MapReader::number(std::string_view key) {
    const DocumentNode* value = scalar(key, "a number");
    if (value == nullptr)
        return std::nullopt;
    const auto number = parse_number<double>(value->text());
    if (!number)
        error(value->position(),
              fmt::format("\"{}\" must be a number, here is \"{}\"", key, value->text()));
    return number;
}

std::optional<std::int64_t> MapReader::integer(std::string_view key) {
    const DocumentNode* value = scalar(key, "a whole number");
    if (value == nullptr)
        return std::nullopt;
    const auto number = parse_number<std::int64_t>(value->text());
    if (!number)
        error(value->position(),
              fmt::format("\"{}\" must be a whole number, here is \"{}\"", key, value->text()));
    return number;
}

bool MapReader::boolean(std::string_view key, bool fallback) {
    const DocumentNode* value = scalar(key, "true or false");
    if (value == nullptr)
        return fallback;
    if (value->text() == "true" || value->text() == "false")
        return value->text() == "true";
    error(value->position(),
          fmt::format("\"{}\" must be true or false, here is \"{}\"", key, value->text()));
    return fallback;
}

std::optional<Date> MapReader::date(std::string_view key) {
    const DocumentNode* value = scalar(key, "a date");
    if (value == nullptr)
        return std::nullopt;
    const auto date = parse_iso_date(value->text());
    if (!date)
        error(value->position(),
              fmt::format("\"{}\" must be a date such as 2021-02-01, here is \"{}\"", key,
                          value->text()));
    return date;
}

std::vector<std::string> MapReader::texts(std::string_view key) {
    std::vector<std::string> all;
    const DocumentNode* value = child(key);
    if (value == nullptr || value->is_null())
        return all;
    if (value->is_scalar())
        return {value->text()};
    if (value->is_map())
        error(value->position(), fmt::format("\"{}\" must be a list of texts, here is a map", key));
    for (const DocumentNode& item : value->items()) {
        if (item.is_scalar())
            all.push_back(item.text());
        else
            error(item.position(), fmt::format("an element of \"{}\" must be a text, here is {}",
                                               key, kind_name(item)));
    }
    return all;
}

std::optional<std::size_t> MapReader::choice(std::string_view key,
                                             std::span<const std::string> choices) {
    const DocumentNode* value = scalar(key, "a word");
    if (value == nullptr)
        return std::nullopt;
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (choices[i] == value->text())
            return i;
    error(value->position(), fmt::format("\"{}\" cannot be \"{}\"", key, value->text()),
          did_you_mean(value->text(), choices,
                       fmt::format("it can be: {}", fmt::join(choices, ", "))));
    return std::nullopt;
}

std::span<const DocumentNode> MapReader::children(std::string_view key) {
    const DocumentNode* value = child(key);
    if (value == nullptr || value->is_null())
        return {};
    if (!value->is_list())
        error(value->position(),
              fmt::format("\"{}\" must be a list, here is {}", key, kind_name(*value)));
    return value->items();
}

void MapReader::error(Position position, std::string message, std::string advice) {
    if (diagnostics_.size() < most_with_excerpt)
        return diagnostics_.push_back(
            document_.error_at(position, std::move(message), std::move(advice)));
    diagnostics_.push_back({DiagnosticLevel::error,
                            document_.file,
                            position,
                            std::move(message),
                            {},
                            std::move(advice)});
}

void MapReader::error_at(std::string_view key, std::string message, std::string advice) {
    const DocumentNode* value = node_.find(key);
    error(value == nullptr ? node_.position() : value->position(), std::move(message),
          std::move(advice));
}

void MapReader::finish() {
    const std::vector<std::string> known(known_.begin(), known_.end());
    std::size_t unknown = 0;
    for (const DocumentEntry& entry : node_.entries()) {
        if (known_.contains(entry.key) || ++unknown > most_unknown_keys)
            continue;
        error(entry.position, fmt::format("a {} has no key \"{}\"", what_, fit(entry.key, 200)),
              did_you_mean(entry.key, known,
                           fmt::format("its keys are: {}", fmt::join(known, ", "))));
    }
    if (unknown > most_unknown_keys)
        error(node_.position(), fmt::format("{} more keys are none that a {} has",
                                            unknown - most_unknown_keys, what_));
}

} // namespace preflag
