#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/report/xlsx/workbook.h>

#include <unistd.h>
#include <xlsxwriter.h>

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <utility>

namespace preflag {

namespace {

constexpr std::uint32_t most_rows = 1'048'575;  ///< of a sheet, without the headings
constexpr std::size_t most_characters = 32'000; ///< of a cell; as bytes, to be on the safe side

[[noreturn]] void throw_no_workbook(const std::string& reason) {
    throw OutputError("the workbook cannot be written to a temporary file: " + reason +
                      "; make room in the folder for temporary files");
}

/// Seconds since 1970; never 0, which would stand for now.
time_t seconds_of(std::optional<Date> date) {
    if (!date)
        return 1;
    return std::chrono::duration_cast<std::chrono::seconds>(
               std::chrono::sys_days(*date).time_since_epoch())
        .count();
}

} // namespace

struct Workbook::State {
    std::string folder, path;
    lxw_workbook* book = nullptr;
    lxw_format* heading = nullptr;
    lxw_format* plain = nullptr;
    lxw_format* wrapped = nullptr;
    lxw_format* day = nullptr;
    lxw_format* linked = nullptr;
    std::map<std::string_view, lxw_format*> severities;
    std::vector<std::unique_ptr<Sheet>> sheets;

    /// Cells stand at the top of their row, beside the first line of a long text.
    lxw_format* add_format() const {
        lxw_format* const format = workbook_add_format(book);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        return format;
    }

    void add_severity(std::string_view word, lxw_color_t ground, lxw_color_t ink) {
        lxw_format* const format = add_format();
        format_set_bg_color(format, ground);
        format_set_font_color(format, ink);
        format_set_bold(format);
        severities.emplace(word, format);
    }

    void add_formats() {
        heading = workbook_add_format(book);
        format_set_bold(heading);
        format_set_bottom(heading, LXW_BORDER_THIN);
        plain = add_format();
        wrapped = add_format();
        format_set_text_wrap(wrapped);
        day = add_format();
        format_set_num_format(day, "yyyy-mm-dd");
        linked = add_format();
        format_set_font_color(linked, 0x0B57A4);
        format_set_underline(linked, LXW_UNDERLINE_SINGLE);
        add_severity("critical", 0x7D1128, 0xFFFFFF);
        add_severity("high", 0xB3261E, 0xFFFFFF);
        add_severity("medium", 0xFFD8A8, 0x5C2E00);
        add_severity("low", 0xD6E8F7, 0x0B3A5E);
    }

    ~State() {
        if (book != nullptr)
            workbook_close(book);
        std::error_code ignored;
        if (!folder.empty())
            std::filesystem::remove_all(folder, ignored);
    }
};

Workbook::Workbook(std::optional<Date> created) : state_(std::make_unique<State>()) {
    std::error_code error;
    std::string folder =
        (std::filesystem::temp_directory_path(error) / "preflag-workbook-XXXXXX").string();
    if (error || ::mkdtemp(folder.data()) == nullptr)
        throw_no_workbook("there is no folder for it");
    state_->folder = folder;
    state_->path = folder + "/report.xlsx";
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = state_->folder.data();
    state_->book = workbook_new_opt(state_->path.c_str(), &options);
    if (state_->book == nullptr)
        throw_no_workbook("it cannot be made");
    lxw_doc_properties properties{};
    properties.created = seconds_of(created);
    workbook_set_properties(state_->book, &properties);
    state_->add_formats();
}

Workbook::~Workbook() = default;

void Workbook::mark(std::string_view property) {
    workbook_set_custom_property_string(state_->book, std::string(property).c_str(), "yes");
}

Workbook::Sheet& Workbook::add_sheet(std::string_view name, std::vector<SheetColumn> columns) {
    state_->sheets.push_back(
        std::unique_ptr<Sheet>(new Sheet(*state_, std::string(name), std::move(columns))));
    return *state_->sheets.back();
}

void Workbook::copy_to(std::ostream& stream) {
    for (const auto& sheet : state_->sheets)
        sheet->close_filter();
    const lxw_error error = workbook_close(std::exchange(state_->book, nullptr));
    if (error != LXW_NO_ERROR)
        throw_no_workbook(lxw_strerror(error));
    std::ifstream file(state_->path, std::ios::binary);
    if (!file || !(stream << file.rdbuf()))
        throw_no_workbook("it cannot be read again");
}

Workbook::Sheet::Sheet(State& state, std::string name, std::vector<SheetColumn> columns)
    : state_(state), name_(std::move(name)), columns_(std::move(columns)) {
    open();
}

void Workbook::Sheet::open() {
    const std::string name = ++part_ == 1 ? name_ : name_ + ' ' + std::to_string(part_);
    lxw_worksheet* const sheet = workbook_add_worksheet(state_.book, name.c_str());
    if (sheet == nullptr)
        throw_no_workbook("the sheet " + name + " cannot be added");
    sheet_ = sheet;
    std::uint16_t column = 0;
    for (const SheetColumn& one : columns_) {
        worksheet_set_column(sheet, column, column, one.width,
                             one.wraps ? state_.wrapped : state_.plain);
        worksheet_write_string(sheet, 0, column++, std::string(one.name).c_str(), state_.heading);
    }
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
    links_ = 0;
    row_ = 1;
    column_ = 0;
}

void Workbook::Sheet::close_filter() {
    worksheet_autofilter(static_cast<lxw_worksheet*>(sheet_), 0, 0, row_ - 1,
                         static_cast<std::uint16_t>(columns_.size() - 1));
}

Workbook::Sheet& Workbook::Sheet::text(std::string_view value) {
    if (!value.empty())
        worksheet_write_string(static_cast<lxw_worksheet*>(sheet_), row_, column_,
                               cell_text(value).c_str(),
                               columns_[column_].wraps ? state_.wrapped : state_.plain);
    ++column_;
    return *this;
}

std::string Workbook::Sheet::cell_text(std::string_view value) {
    std::string cell = printable(truncate_utf8(value, most_characters));
    if (value.size() > most_characters)
        cell += "…";
    return cell;
}

Workbook::Sheet& Workbook::Sheet::date(std::optional<Date> value) {
    if (value) {
        lxw_datetime day{};
        day.year = static_cast<int>(value->year());
        day.month = static_cast<int>(static_cast<unsigned>(value->month()));
        day.day = static_cast<int>(static_cast<unsigned>(value->day()));
        worksheet_write_datetime(static_cast<lxw_worksheet*>(sheet_), row_, column_, &day,
                                 state_.day);
    }
    ++column_;
    return *this;
}

Workbook::Sheet& Workbook::Sheet::severity(std::string_view word) {
    const auto format = state_.severities.find(word);
    if (format == state_.severities.end())
        return text(word);
    worksheet_write_string(static_cast<lxw_worksheet*>(sheet_), row_, column_++,
                           cell_text(word).c_str(), format->second);
    return *this;
}

Workbook::Sheet& Workbook::Sheet::link(std::string_view value, std::string_view sheet,
                                       std::uint64_t row) {
    if (value.empty() || ++links_ > most_links)
        return text(value);
    const std::string place = "internal:'" + std::string(sheet) + "'!A" + std::to_string(row);
    worksheet_write_url_opt(static_cast<lxw_worksheet*>(sheet_), row_, column_++, place.c_str(),
                            state_.linked, cell_text(value).c_str(), nullptr);
    return *this;
}

Workbook::Sheet& Workbook::Sheet::number(double value) {
    if (std::isfinite(value))
        worksheet_write_number(static_cast<lxw_worksheet*>(sheet_), row_, column_, value,
                               state_.plain);
    ++column_;
    return *this;
}

Workbook::Sheet& Workbook::Sheet::number(std::optional<double> value) {
    if (value)
        return number(*value);
    ++column_;
    return *this;
}

void Workbook::Sheet::end_row() {
    column_ = 0;
    ++rows_;
    if (++row_ > most_rows) {
        close_filter();
        open();
    }
}

} // namespace preflag
