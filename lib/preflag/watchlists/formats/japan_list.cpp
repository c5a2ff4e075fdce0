#include <preflag/base/text.h>
#include <preflag/watchlists/formats/list_builder.h>
#include <preflag/watchlists/formats/list_formats.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace preflag {

namespace {

enum class JapaneseColumn : std::uint8_t {
    other,
    number,
    name,
    alias,
    weak_alias,
    country,
    address,
    birth_date,
    identifier,
    programme
};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// Without the spaces that set the characters of a header apart.
std::string without_spaces(std::string_view text) {
    std::string plain(text);
    replace_all(plain, "\xE3\x80\x80", "");
    std::erase_if(plain, is_ascii_space);
    return plain;
}

/// Of the end user list of METI, which has its headers in two languages, and of the lists of the
/// Ministry of Finance; the first mark that a header has decides.
constexpr std::array<std::pair<std::string_view, JapaneseColumn>, 22> marks{{
    {"CompanyorOrganization", JapaneseColumn::name},
    {"AlsoKnownAs", JapaneseColumn::alias},
    {"CountryorRegion", JapaneseColumn::country},
    {"TypeofWMD", JapaneseColumn::programme},
    {"No.", JapaneseColumn::number},
    {"日本語表記", JapaneseColumn::name},
    {"英語表記", JapaneseColumn::name},
    {"確定に十分でない別名", JapaneseColumn::weak_alias},
    {"別名", JapaneseColumn::alias},
    {"別称", JapaneseColumn::alias},
    {"旧称", JapaneseColumn::alias},
    {"国連参照番号", JapaneseColumn::number},
    {"生年月日", JapaneseColumn::birth_date},
    {"国籍", JapaneseColumn::country},
    {"住所", JapaneseColumn::address},
    {"所在地", JapaneseColumn::address},
    {"旅券番号", JapaneseColumn::identifier},
    {"身分登録番号", JapaneseColumn::identifier},
    {"身分証番号", JapaneseColumn::identifier},
    {"ID番号", JapaneseColumn::identifier},
    {"ＩＤ番号", JapaneseColumn::identifier},
    {"国連制裁", JapaneseColumn::other},
}};

JapaneseColumn column_of(std::string_view header) {
    const std::string text = without_spaces(header);
    for (const auto& [mark, column] : marks)
        if (text.find(mark) != std::string::npos)
            return column;
    return JapaneseColumn::other;
}

bool is_header(const CsvRow& row) {
    bool has_name = false;
    bool has_mark = false;
    for (const std::string& cell : row.cells) {
        has_name = has_name || column_of(cell) == JapaneseColumn::name;
        const std::string text = without_spaces(cell);
        has_mark = has_mark || text.find("AlsoKnownAs") != std::string::npos ||
                   text.starts_with("告示日付");
    }
    return has_name && has_mark;
}

/// "(a)", "(iv)" before each of several values.
std::size_t enumerator_at(std::string_view text, std::size_t at) {
    constexpr std::size_t most = 4;
    if (text[at] != '(')
        return 0;
    const auto end = text.find(')', at);
    if (end == std::string_view::npos || end - at < 2 || end - at > most + 1)
        return 0;
    const std::string_view inner = text.substr(at + 1, end - at - 1);
    const bool is_letter = inner.size() == 1 && inner[0] >= 'a' && inner[0] <= 'z';
    const bool is_roman = inner.find_first_not_of("ivx") == std::string_view::npos;
    return is_letter || is_roman ? end + 1 - at : 0;
}

/// The dot before a name in Latin letters; within Japanese names it stands for a space.
std::size_t dot_at(std::string_view text, std::size_t at) {
    constexpr std::string_view dot = "・";
    if (!text.substr(at).starts_with(dot))
        return 0;
    const std::string_view rest = trim(text.substr(at + dot.size()));
    return !rest.empty() && is_ascii(rest.substr(0, 1)) ? dot.size() : 0;
}

/// The values of a cell: one a line, or enumerated, or parted by semicolons or dots in the middle.
std::vector<std::string> values_of(std::string_view cell) {
    std::string text(cell);
    for (const auto& [wide, narrow] :
         {std::pair{"（", "("}, std::pair{"）", ")"}, std::pair{"；", ";"}})
        replace_all(text, wide, narrow);
    std::string parted;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = std::max(enumerator_at(text, at), dot_at(text, at));
        parted += size > 0 || text[at] == '\n' ? ';' : text[at];
        at += std::max<std::size_t>(size, 1);
    }
    std::vector<std::string> values;
    add_values(values, parted, ';');
    std::erase(values, "不明"); // not known
    return values;
}

class JapaneseTable {
  public:
    explicit JapaneseTable(ListBuilder& builder) : builder_(builder) {}

    void read(const CsvRow& row) {
        const auto filled = std::count_if(row.cells.begin(), row.cells.end(),
                                          [](const std::string& cell) { return !cell.empty(); });
        if (!row.fault.empty())
            return builder_.reject(row, row.fault);
        if (is_header(row)) {
            columns_.clear();
            for (const std::string& cell : row.cells)
                columns_.push_back(column_of(cell));
        } else if (columns_.empty() || filled <= 1) {
            read_title(row);
        } else {
            read_entry(row);
        }
    }

  private:
    /// What stands above a table says what it is of.
    void read_title(const CsvRow& row) {
        std::string title;
        for (const std::string& cell : row.cells)
            title = joined({title, cell}, " ");
        if (!title.empty())
            programme_ = title;
    }

    [[nodiscard]] std::string_view first(const CsvRow& row, JapaneseColumn wanted) const {
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (columns_[i] == wanted && !row.cell(i).empty())
                return row.cell(i);
        return {};
    }

    /// "個人" are persons, "団体" organisations; a title can name both.
    [[nodiscard]] EntryKind kind(const CsvRow& row) const {
        const bool of_persons = programme_.find("個人") != std::string::npos;
        const bool of_firms = programme_.find("団体") != std::string::npos;
        if (!first(row, JapaneseColumn::birth_date).empty() || (of_persons && !of_firms))
            return EntryKind::person;
        return of_firms && !of_persons ? EntryKind::organisation : EntryKind::unknown;
    }

    void read_entry(const CsvRow& row) {
        const std::string_view number = first(row, JapaneseColumn::number);
        std::string id =
            number.empty() ? fmt::format("row-{}", row.position.line) : std::string(number);
        if (builder_.find(id) != nullptr)
            id += fmt::format("-row-{}", row.position.line);
        ListEntry& entry = builder_.entry(id, row.position);
        entry.kind = kind(row);
        add_value(entry.programmes, programme_);
        for (std::size_t i = 0; i < columns_.size(); ++i)
            for (const std::string& value : values_of(row.cell(i)))
                add(entry, columns_[i], value);
    }

    /// "Name (名称)" is a name in two scripts.
    static void add_japanese_name(ListEntry& entry, std::string_view text, NameQuality quality) {
        const auto open = text.find('(');
        const bool is_other_script = open != std::string_view::npos && text.ends_with(')') &&
                                     open > 0 && is_ascii(text.substr(0, open)) &&
                                     !is_ascii(text.substr(open));
        if (!is_other_script)
            return add_name(entry, text, quality);
        add_name(entry, text.substr(0, open), quality);
        add_name(entry, text.substr(open + 1, text.size() - open - 2), NameQuality::alias);
    }

    static void add(ListEntry& entry, JapaneseColumn column, std::string_view value) {
        switch (column) {
        case JapaneseColumn::name:
            return add_japanese_name(
                entry, value, entry.names.empty() ? NameQuality::primary : NameQuality::alias);
        case JapaneseColumn::alias:
            return add_japanese_name(entry, value, NameQuality::alias);
        case JapaneseColumn::weak_alias:
            return add_japanese_name(entry, value, NameQuality::weak_alias);
        case JapaneseColumn::country:
            return add_value(entry.countries, value);
        case JapaneseColumn::address:
            return add_value(entry.addresses, value);
        case JapaneseColumn::birth_date:
            return add_value(entry.birth_dates, value);
        case JapaneseColumn::identifier:
            return add_value(entry.identifiers, value);
        case JapaneseColumn::programme:
            return add_value(entry.programmes, value);
        case JapaneseColumn::number:
        case JapaneseColumn::other:
            break;
        }
    }

    ListBuilder& builder_;
    std::vector<JapaneseColumn> columns_;
    std::string programme_;
};

} // namespace

bool is_japan_csv(const WatchlistFile& file) {
    constexpr int titles = 8;
    CsvRows rows(file.text, guess_delimiter(file.text));
    for (int i = 0; i < titles; ++i) {
        const auto row = rows.next();
        if (!row)
            return false;
        if (is_header(*row))
            return true;
    }
    return false;
}

ListContents read_japan_csv(const WatchlistFile& file) {
    const bool is_end_user_list =
        without_spaces(file.text).find("AlsoKnownAs") != std::string::npos;
    ListBuilder builder(
        is_end_user_list ? "jp-meti-eul" : "jp-mof",
        is_end_user_list ? "Japan METI end user list csv" : "Japan Ministry of Finance csv", file);
    CsvRows rows(file.text, guess_delimiter(file.text));
    JapaneseTable table(builder);
    while (const auto row = rows.next())
        table.read(*row);
    return builder.finish();
}

} // namespace preflag
