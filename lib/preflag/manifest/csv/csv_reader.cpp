#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/manifest/csv/csv_reader.h>
#include <preflag/manifest/workbook/sheet_marks.h>
#include <preflag/manifest/workbook/sheet_notes.h>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace preflag {

namespace {

constexpr std::size_t kept_of_a_reject = 2000;

/// The highest number of a column that the user names.
std::size_t least_cells(const ReadOptions& options) {
    std::size_t least = 0;
    for (const auto& [field, column] : options.column_overrides)
        least = std::max(least, column_number(column).value_or(0));
    return least;
}

/// Whether all columns that the user names are there.
bool has_columns_of(const std::vector<std::string>& headers, const ReadOptions& options) {
    const auto& overrides = options.column_overrides;
    return !overrides.empty() &&
           std::all_of(overrides.begin(), overrides.end(), [&](const auto& given) {
               const auto number = column_number(given.second);
               return number ? *number <= headers.size()
                             : std::find(headers.begin(), headers.end(), given.second) !=
                                   headers.end();
           });
}

/// The cells of a header that the vocabulary does not know: of a line of data they are its goods.
std::string unknown_cells(const std::vector<std::string>& cells, const ColumnMap& columns) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (!columns.is_known_header(i))
            add_passed_over_cell(text, cells[i]);
    return text;
}

} // namespace

CsvReader::CsvReader(TextSource source, const FieldAliases& aliases, const ReadOptions& options)
    : source_(std::move(source)),
      dialect_(source_.sheet() != nullptr
                   ? sheet_dialect()
                   : detect_dialect(source_.peek(TableHeaderSearch::searched_bytes),
                                    options.delimiter, least_cells(options))),
      splitter_(dialect_), batch_bytes_(options.batch_bytes) {
    find_header(aliases, options);
    describe(options);
    first_batch_ = read_batch();
    if (!first_batch_)
        throw NothingToScreen(
            fmt::format("{}: has a header but no data lines; there is nothing to screen",
                        source_.name()),
            description_.passed_over);
}

void CsvReader::find_header(const FieldAliases& aliases, const ReadOptions& options) {
    TableHeaderSearch search(source_, dialect_, aliases, options);
    TableHeader header = search.find();
    description_.passed_over = search.seen();
    description_.notes = search.notes();
    const ColumnMap columns = columns_below(header, search.rows_below(header), aliases, options);
    report_rows_ = ReportRows(aliases.rules().totals, aliases.rules().feet);
    description_.columns = columns.uses();
    description_.notes.insert(description_.notes.end(), columns.notes().begin(),
                              columns.notes().end());
    const auto layout = std::make_shared<RecordLayout>(dialect_.delimiter, true, columns.targets(),
                                                       columns.constants(), aliases.placeholders());
    layout->set_quoting(dialect_.quoting);
    layout->set_sheet(dialect_.is_sheet);
    layout_ = layout;
    description_.fields = layout_->fields();
    keep_passed_over(header, columns, options);
    if (options.no_header) {
        for (ColumnUse& use : description_.columns)
            use.header.clear();
        offset_ = dialect_.skip_bytes;
        line_ = dialect_.skip_bytes > 0 ? 2 : 1;
    } else {
        description_.header_line = header.line;
        description_.preamble_lines = header.line - 1;
        header_text_ = header.text;
        header_below_ = header.below;
        offset_ = header.end;
        line_ = header.end_line;
    }
    std::string skipped;
    while (skipped.size() < offset_ && source_.read(skipped, offset_ - skipped.size())) {
    }
    sample_styles(*layout, options);
}

/// Throws when no column names goods. Of a sheet that has none, the user's words for columns are
/// not asked for.
ColumnMap CsvReader::columns_below(TableHeader& header, const SampleRows& sample,
                                   const FieldAliases& aliases, const ReadOptions& options) const {
    const std::string& file = source_.name();
    if (dialect_.is_sheet) {
        for (const std::vector<std::string>& row : sample)
            header.cells.resize(std::max(header.cells.size(), row.size()));
        ReadOptions detected = options;
        detected.column_overrides.clear();
        const auto names_goods = [&](const ReadOptions& tried) {
            return ColumnMap(header.cells, aliases, tried, file, sample).names_goods();
        };
        if (!names_goods(detected) && !has_columns_of(header.cells, options))
            throw NothingToScreen(no_goods_column_message(file, header.cells, aliases),
                                  description_.passed_over);
    }
    ColumnMap columns(header.cells, aliases, options, file, sample);
    if (!columns.names_goods())
        throw NothingToScreen(no_goods_column_message(file, header.cells, aliases) +
                                  (options.encoding && !dialect_.is_sheet
                                       ? fmt::format("\n  It was read as {}, as --encoding says; "
                                                     "without that, the encoding is detected.",
                                                     source_.encoding())
                                       : ""),
                              description_.passed_over);
    return columns;
}

/// Looks at the first records, which are read again afterwards.
void CsvReader::sample_styles(RecordLayout& layout, const ReadOptions& options) {
    StyleSampler sampler(options.styles);
    std::string_view text = source_.peek(StyleSampler::sample_bytes);
    const bool is_whole = text.size() < StyleSampler::sample_bytes;
    RecordScratch scratch;
    ManifestLine line;
    while (const auto piece = splitter_.next(text, is_whole)) {
        if (piece->consumed == 0)
            break;
        const std::string_view record = text.substr(0, piece->length);
        if (!piece->reject_reason && record != header_text_ &&
            !layout.sample(record, scratch, line))
            sampler.add(line.values);
        text.remove_prefix(std::min(piece->consumed, text.size()));
    }
    layout.set_styles(sampler.styles());
    description_.styles = sampler.report();
}

/// Of the rows that were looked at, those above the header, and of the header what is not known.
void CsvReader::keep_passed_over(const TableHeader& header, const ColumnMap& columns,
                                 const ReadOptions& options) {
    auto& lines = description_.passed_over;
    std::erase_if(lines, [&](const PassedOverLine& above) {
        return options.no_header || above.line >= header.line || above.text.empty();
    });
    if (options.no_header)
        return;
    if (std::string text = unknown_cells(header.cells, columns); !text.empty())
        lines.push_back({header.line, std::move(text)});
}

void CsvReader::describe(const ReadOptions& options) {
    description_.file = source_.name();
    description_.format = "csv";
    if (const SheetNotes* const sheet = source_.sheet())
        return describe_sheet(*sheet);
    description_.compression = source_.compression();
    description_.encoding = source_.encoding();
    description_.encoding_detected = !options.encoding;
    description_.delimiter = delimiter_name(dialect_.delimiter);
    description_.delimiter_detected = !options.delimiter;
    if (dialect_.quoting.quote == '\'')
        description_.notes.emplace_back("cells are quoted with apostrophes");
    if (dialect_.quoting.backslash)
        description_.notes.emplace_back("quotes within cells stand behind a backslash");
}

void CsvReader::describe_sheet(const SheetNotes& sheet) {
    description_.format = sheet.format;
    description_.compression = "none";
    description_.encoding = "UTF-8";
    for (std::string& note : sheet.told_at_first())
        description_.notes.push_back(std::move(note));
}

std::vector<std::string> CsvReader::told_of_sheet() const {
    const SheetNotes* const sheet = source_.sheet();
    if (sheet == nullptr)
        return {};
    std::vector<std::string> sentences = sheet->told_at_first();
    for (Diagnostic& diagnostic : sheet->told(description_.file))
        sentences.push_back(std::move(diagnostic.message));
    return sentences;
}

std::optional<LineBatch> CsvReader::next() {
    if (first_batch_)
        return std::exchange(first_batch_, std::nullopt);
    return read_batch();
}

bool CsvReader::fill(std::string& buffer) {
    constexpr std::size_t piece = std::size_t{128} << 10U; // stays in the processor's cache
    const std::size_t goal = buffer.size() + batch_bytes_;
    buffer.reserve(goal);
    while (buffer.size() < goal && !ended_)
        ended_ = !source_.read(buffer, std::min(piece, goal - buffer.size()));
    return !ended_;
}

std::optional<LineBatch> CsvReader::read_batch() {
    LineBatch batch;
    while (batch.records.empty()) {
        batch.buffer = std::exchange(carry_, {});
        batch.byte_offset = offset_;
        if (batch.buffer.size() < batch_bytes_ && !ended_)
            fill(batch.buffer);
        if (batch.buffer.empty())
            return std::nullopt;
        cut_ = 0;
        cut_records(batch);
        while (cut_ == 0 && !ended_ && batch.buffer.size() <= RecordSplitter::most_text_needed) {
            fill(batch.buffer);
            cut_records(batch);
        }
        if (cut_ == 0)
            give_up_record(batch);
        carry_.assign(batch.buffer, cut_, std::string::npos);
        batch.buffer.resize(std::min(cut_, batch.buffer.size()));
        offset_ += cut_;
    }
    batch.file = description_.file;
    batch.layout = layout_;
    return batch;
}

void CsvReader::cut_records(LineBatch& batch) {
    const std::string_view text = batch.buffer;
    while (cut_ < text.size()) {
        const auto piece = splitter_.next(text.substr(cut_), ended_);
        if (!piece)
            return;
        add_record(batch, *piece);
    }
}

void CsvReader::add_record(LineBatch& batch, const RecordSplitter::Piece& piece) {
    const std::string_view record = std::string_view(batch.buffer).substr(cut_, piece.length);
    if ((record == header_text_ && !header_text_.empty()) ||
        (record == header_below_ && !header_below_.empty()))
        ++repeated_headers_;
    else if (is_blank_record(record, dialect_))
        ++blank_records_;
    else if (const auto kind = row_kind(record); kind != ReportRows::Kind::line)
        ++passed_over_[static_cast<std::size_t>(kind)];
    else
        batch.records.push_back({cut_, piece.length, line_, ++record_, piece.reject_reason});
    cut_ += piece.consumed;
    line_ += piece.lines;
}

/// The record does not end within bounds: it is rejected, and the rest of its line is read away.
void CsvReader::give_up_record(LineBatch& batch) {
    batch.records.push_back({0, std::min(kept_of_a_reject, batch.buffer.size()), line_, ++record_,
                             RecordSplitter::too_long});
    ++line_;
    std::size_t skipped = 0;
    std::string rest = batch.buffer.substr(batch.records.back().length);
    batch.buffer.resize(batch.records.back().length);
    std::size_t end = rest.find(dialect_.line_end);
    while (end == std::string::npos && !ended_) {
        skipped += rest.size();
        rest.clear();
        fill(rest);
        end = rest.find(dialect_.line_end);
    }
    const std::size_t consumed = end == std::string::npos ? rest.size() : end + 1;
    offset_ += skipped + consumed;
    cut_ = batch.buffer.size();
    batch.buffer.append(rest, consumed, std::string::npos);
}

/// A row of totals and the like must name no goods, or nothing else.
ReportRows::Kind CsvReader::row_kind(std::string_view record) const {
    const std::string_view marks{&dialect_.quoting.quote, 1};
    std::size_t first = 0;
    while (first < record.size() &&
           (record[first] == dialect_.delimiter || is_ascii_space(record[first]) ||
            record[first] == marks.front()))
        ++first;
    const std::string_view rest = record.substr(first);
    const std::string_view cell = rest.substr(0, rest.find(dialect_.delimiter));
    if (!report_rows_.may_begin(cell))
        return ReportRows::Kind::line;
    const std::vector<std::string> cells =
        split_cells(record, dialect_.delimiter, dialect_.quoting);
    const auto is_filled = [](const std::string& text) { return !trim(text).empty(); };
    const auto is_of_goods = [&](std::size_t column) {
        return column < description_.columns.size() && description_.columns[column].field &&
               is_goods(*description_.columns[column].field);
    };
    const auto marked = static_cast<std::size_t>(
        std::find_if(cells.begin(), cells.end(), is_filled) - cells.begin());
    const ReportRows::Kind kind = report_rows_.kind_of(cells, is_of_goods(marked));
    for (std::size_t i = marked + 1; i < cells.size() && kind != ReportRows::Kind::dashes; ++i)
        if (is_of_goods(i) && is_filled(cells[i]))
            return ReportRows::Kind::line;
    return kind;
}

std::vector<Diagnostic> CsvReader::diagnostics() const {
    std::vector<Diagnostic> diagnostics;
    const auto tell = [&](DiagnosticLevel level, std::uint64_t count, std::string_view one,
                          std::string_view many) {
        if (count == 0)
            return;
        const std::string_view what = count == 1 ? one : many;
        Diagnostic diagnostic;
        diagnostic.level = level;
        diagnostic.file = description_.file;
        diagnostic.message = fmt::format("{} {}", count, what);
        diagnostics.push_back(std::move(diagnostic));
    };
    tell(DiagnosticLevel::note, blank_records_, "empty row was passed over",
         "empty rows were passed over");
    tell(DiagnosticLevel::note, repeated_headers_, "repeat of the header was passed over",
         "repeats of the header were passed over");
    const auto passed_over = [&](ReportRows::Kind kind) {
        return passed_over_[static_cast<std::size_t>(kind)];
    };
    tell(DiagnosticLevel::note, passed_over(ReportRows::Kind::total),
         "row of totals was passed over", "rows of totals were passed over");
    tell(DiagnosticLevel::note, passed_over(ReportRows::Kind::foot),
         "row at the foot of a page was passed over", "rows at the feet of pages were passed over");
    tell(DiagnosticLevel::note, passed_over(ReportRows::Kind::dashes),
         "row of dashes was passed over", "rows of dashes were passed over");
    if (dialect_.is_sheet) {
        tell(DiagnosticLevel::note, layout_->wide_records(),
             "row has cells to the right of the header, which were not read",
             "rows have cells to the right of the header, which were not read");
        for (Diagnostic& note : source_.sheet()->told(description_.file))
            diagnostics.push_back(std::move(note));
        return diagnostics;
    }
    tell(DiagnosticLevel::warning, layout_->short_records(),
         "row has fewer cells than the header; its missing cells count as empty",
         "rows have fewer cells than the header; their missing cells count as empty");
    tell(DiagnosticLevel::warning, layout_->repaired_records(),
         "row is not valid UTF-8 and was read as Windows-1252; --encoding sets another one",
         "rows are not valid UTF-8 and were read as Windows-1252; --encoding sets another one");
    return diagnostics;
}

} // namespace preflag
