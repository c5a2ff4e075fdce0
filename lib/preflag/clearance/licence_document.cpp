#include <preflag/base/csv_rows.h>
#include <preflag/base/document/document_builder.h>
#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/clearance/licence_document.h>

#include <fmt/format.h>

#include <set>

namespace preflag {

namespace {

/// Where each cell of a well-formed row begins, in bytes from its start, from 1.
std::vector<std::uint64_t> columns_of(std::string_view row, char delimiter) {
    std::vector<std::uint64_t> columns{1};
    bool is_quoted = false;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i] == '"')
            is_quoted = !is_quoted;
        else if (row[i] == delimiter && !is_quoted)
            columns.push_back(i + 2);
    }
    return columns;
}

/// A row with the places of its cells. Those behind a line break in a cell stand at the row's
/// start.
struct PlacedRow {
    CsvRow row;
    std::vector<std::uint64_t> columns;

    [[nodiscard]] Position place(std::size_t cell) const {
        const bool is_one_line = row.source.find('\n') == std::string_view::npos;
        return {row.position.line, is_one_line && cell < columns.size() ? columns[cell] : 1};
    }
};

class CsvDocument {
  public:
    CsvDocument(Document& document, char delimiter)
        : document_(document), delimiter_(delimiter), rows_(document.text, delimiter),
          builder_(document, {}) {}

    void read() {
        const auto header = next();
        if (!header)
            throw InputError(fmt::format("{} is empty", document_.file));
        read_keys(*header);
        builder_.begin_list({1, 1});
        while (const auto row = next())
            add(*row);
        builder_.end_container();
        if (!faults_.empty())
            throw MalformedFile(std::move(faults_));
        builder_.finish();
    }

  private:
    std::optional<PlacedRow> next() {
        auto row = rows_.next();
        if (!row)
            return std::nullopt;
        auto columns = columns_of(row->source, delimiter_);
        return PlacedRow{*std::move(row), std::move(columns)};
    }

    void fault(Position position, std::string message) {
        faults_.push_back(document_.error_at(position, std::move(message)));
    }

    void read_keys(const PlacedRow& header) {
        std::set<std::string> taken;
        for (std::size_t i = 0; i < header.row.cells.size(); ++i) {
            keys_.push_back(ascii_lower(trim(header.row.cells[i])));
            key_places_.push_back(header.place(i));
            if (!taken.insert(keys_.back()).second || keys_.back().empty())
                fault(header.place(i),
                      keys_.back().empty()
                          ? std::string("a column has no name")
                          : fmt::format("the column \"{}\" is there twice", keys_.back()));
        }
        if (!header.row.fault.empty())
            fault(header.row.position, header.row.fault);
        if (!faults_.empty())
            throw MalformedFile(std::move(faults_));
    }

    void add(const PlacedRow& placed) {
        const CsvRow& row = placed.row;
        if (!row.fault.empty())
            return fault(row.position, row.fault);
        if (row.cells.size() != keys_.size())
            return fault(row.position,
                         fmt::format("{} cells instead of {}", row.cells.size(), keys_.size()));
        builder_.begin_map(row.position);
        for (std::size_t i = 0; i < keys_.size(); ++i)
            if (!row.cells[i].empty())
                add_cell(i, row.cells[i], placed.place(i));
        builder_.end_container();
    }

    void add_cell(std::size_t column, std::string_view cell, Position place) {
        builder_.scalar(key_places_[column], keys_[column]);
        if (cell.find(';') == std::string_view::npos)
            return builder_.scalar(place, std::string(cell));
        builder_.begin_list(place);
        for (std::string_view rest = cell; !rest.empty();) {
            const std::size_t end = std::min(rest.find(';'), rest.size());
            if (const auto value = trim(rest.substr(0, end)); !value.empty())
                builder_.scalar(place, std::string(value));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        builder_.end_container();
    }

    Document& document_;
    char delimiter_;
    CsvRows rows_;
    DocumentBuilder builder_;
    std::vector<std::string> keys_;
    std::vector<Position> key_places_;
    std::vector<Diagnostic> faults_;
};

/// A semicolon stands within cells, so it is a delimiter only where there is no other one.
char delimiter_of(std::string_view text) {
    const std::string_view header = text.substr(0, text.find('\n'));
    for (const char candidate : {',', '\t', '|'})
        if (header.find(candidate) != std::string_view::npos)
            return candidate;
    return ';';
}

} // namespace

Document document_of_csv(std::string text, std::string file) {
    Document document{std::move(file), std::move(text), {}};
    CsvDocument(document, delimiter_of(document.text)).read();
    return document;
}

} // namespace preflag
