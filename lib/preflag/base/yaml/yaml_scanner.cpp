#include <preflag/base/document/document_builder.h>
#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/base/yaml/yaml_scanner.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace preflag {

namespace {

constexpr std::size_t longest_key = 256; ///< the library takes 1024, quotes and all

/// A key or value and where it begins.
struct Scalar {
    std::string text;
    std::size_t column = 0; ///< from 0
    bool is_plain = false;  ///< without quotes
};

/// "key: value" without a value has none.
struct Entry {
    Scalar key;
    std::optional<Scalar> value;
};

/// What a scalar without quotes may begin with, whatever stands behind it.
bool begins_plain(char c) {
    return is_ascii_digit(c) || is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool means_null(const Scalar& scalar) {
    constexpr std::array<std::string_view, 3> nulls{"null", "Null", "NULL"};
    return scalar.is_plain && std::find(nulls.begin(), nulls.end(), scalar.text) != nulls.end();
}

/// What stands in double quotes, which begin and end `quoted`; nullopt when they end before, or
/// when an escape is none of the usual ones.
std::optional<std::string> in_double_quotes(std::string_view quoted) {
    constexpr std::string_view written = "\"\\/nt";
    constexpr std::string_view meant = "\"\\/\n\t";
    std::string text;
    for (std::size_t at = 1; at < quoted.size(); ++at) {
        if (quoted[at] == '"')
            return at + 1 == quoted.size() ? std::optional(std::move(text)) : std::nullopt;
        if (quoted[at] != '\\') {
            text += quoted[at];
            continue;
        }
        const std::size_t place =
            ++at < quoted.size() ? written.find(quoted[at]) : std::string_view::npos;
        if (place == written.npos)
            return std::nullopt;
        text += meant[place];
    }
    return std::nullopt;
}

/// A scalar in quotes or without that is the rest of a line from `column` on; nullopt when it is
/// written in any other way.
std::optional<Scalar> scalar_at(std::string_view line, std::size_t column) {
    const std::string_view rest = line.substr(column);
    if (rest.front() == '"') {
        auto text = in_double_quotes(rest);
        return text ? std::optional(Scalar{*std::move(text), column, false}) : std::nullopt;
    }
    if (rest.front() == '\'') {
        if (rest.find('\'', 1) != rest.size() - 1 || rest.size() == 1)
            return std::nullopt;
        return Scalar{std::string(rest.substr(1, rest.size() - 2)), column, false};
    }
    if (!begins_plain(rest.front()) || rest.back() == ':' || rest.find(": ") != rest.npos ||
        rest.find(" #") != rest.npos)
        return std::nullopt;
    return Scalar{std::string(rest), column, true};
}

/// A line without line end and blanks at its end, from `column` on.
std::optional<Entry> entry_at(std::string_view line, std::size_t column) {
    if (column >= line.size() || !begins_plain(line[column]))
        return std::nullopt;
    const std::size_t colon = line.find(':', column);
    if (colon == line.npos || colon - column > longest_key || line[colon - 1] == ' ')
        return std::nullopt;
    Entry entry{{std::string(line.substr(column, colon - column)), column, true}, std::nullopt};
    if (entry.key.text.find(" #") != line.npos || means_null(entry.key))
        return std::nullopt;
    if (colon + 1 == line.size())
        return entry;
    if (line[colon + 1] != ' ')
        return std::nullopt;
    entry.value = scalar_at(line, line.find_first_not_of(' ', colon + 1));
    return entry.value ? std::optional(std::move(entry)) : std::nullopt;
}

class YamlScanner {
  public:
    YamlScanner(std::string_view text, DocumentBuilder& builder) : text_(text), builder_(builder) {}

    bool scan() {
        while (next_line())
            if (!(line_[column_] == '-' ? item() : entry(column_)))
                return false;
        if (!list_column_ || is_value_due_)
            return false;
        builder_.end_container();
        builder_.end_container();
        return true;
    }

  private:
    /// The next line that says something, and the column at which it begins.
    bool next_line() {
        while (at_ < text_.size()) {
            const std::size_t end = std::min(text_.find('\n', at_), text_.size());
            line_ = text_.substr(at_, end - at_);
            at_ = end + 1;
            ++number_;
            if (end < text_.size() && line_.ends_with('\r'))
                line_.remove_suffix(1);
            line_ = line_.substr(0, line_.find_last_not_of(' ') + 1);
            column_ = line_.find_first_not_of(' ');
            if (column_ != line_.npos && line_[column_] != '#')
                return true;
        }
        return false;
    }

    [[nodiscard]] Position at(std::size_t column) const { return {number_, column + 1}; }

    /// "- key: value": ends the item before.
    bool item() {
        if (list_column_ && *list_column_ != column_)
            return false;
        const std::size_t key = line_.find_first_not_of(' ', column_ + 1);
        if (key == line_.npos || key == column_ + 1)
            return false;
        fill_value(column_);
        if (list_column_)
            builder_.end_container();
        else
            builder_.begin_list(at(column_));
        list_column_ = column_;
        map_column_ = key;
        builder_.begin_map(at(key));
        return entry(key);
    }

    bool entry(std::size_t column) {
        if (!list_column_ || column != map_column_ || line_.find_first_of("\t\r") != line_.npos)
            return false;
        auto entry = entry_at(line_, column);
        if (!entry)
            return false;
        fill_value(column);
        builder_.scalar(at(column), std::move(entry->key.text));
        is_value_due_ = !entry->value;
        if (entry->value && means_null(*entry->value))
            builder_.null(at(entry->value->column));
        else if (entry->value)
            builder_.scalar(at(entry->value->column), std::move(entry->value->text));
        return true;
    }

    /// A value that is not there is told where the next thing stands, as the library does.
    void fill_value(std::size_t column) {
        if (is_value_due_)
            builder_.null(at(column));
        is_value_due_ = false;
    }

    std::string_view text_;
    DocumentBuilder& builder_;
    std::size_t at_ = 0;
    std::uint64_t number_ = 0; ///< of the line
    std::string_view line_;
    std::size_t column_ = 0;
    std::optional<std::size_t> list_column_; ///< of the dashes
    std::size_t map_column_ = 0;             ///< of the keys of the item
    bool is_value_due_ = false;
};

} // namespace

bool scan_yaml(Document& document, const DocumentLimits& limits) {
    try {
        DocumentBuilder builder(document, limits);
        if (!YamlScanner(document.text, builder).scan())
            return false;
        builder.finish();
        return true;
    } catch (const MalformedFile&) {
        return false; // parse_yaml finds it again
    }
}

} // namespace preflag
