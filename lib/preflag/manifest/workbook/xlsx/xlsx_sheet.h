#pragma once

#include <preflag/manifest/workbook/sheet_rows.h>
#include <preflag/manifest/workbook/xlsx/xlsx_workbook.h>
#include <preflag/manifest/workbook/xml_reader.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace preflag {

/// Reads the cells of a sheet of an .xlsx workbook into rows.
class XlsxSheet : public XmlHandler {
  public:
    /// `pause` is called when the rows are full. The rows must outlive the reader.
    XlsxSheet(std::shared_ptr<const XlsxWorkbook> book, SheetRows& rows,
              std::function<void()> pause)
        : book_(std::move(book)), rows_(rows), pause_(std::move(pause)) {}

    void begin(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;

  private:
    enum class Type { number, shared, inline_text, formula_text, boolean, error, date };

    void begin_cell(const XmlAttributes& attributes);
    void begin_row(const XmlAttributes& attributes);
    void hide_columns(const XmlAttributes& attributes);
    void end_cell();
    void add_shared();
    void add_number();
    [[nodiscard]] bool lacks_value() const;
    [[noreturn]] void fail(std::string_view reason) const;

    std::shared_ptr<const XlsxWorkbook> book_;
    SheetRows& rows_;
    std::function<void()> pause_;
    bool is_in_data_ = false;
    bool is_in_cell_ = false;
    bool is_taken_ = false; ///< the text is part of the cell's value
    int phonetic_ = 0;
    std::uint32_t column_ = 0;
    Type type_ = Type::number;
    std::size_t style_ = 0;
    bool has_formula_ = false;
    bool has_value_ = false;
    std::string value_;
    std::string formula_;
    bool is_formula_ = false; ///< the text is that of the formula
};

/// The merged cells of a sheet, which stand behind its rows: it is read once more for them, when
/// there are any. `name` is used in messages.
std::vector<CellRange> xlsx_merged_cells(const XlsxPackage& package, const std::string& part,
                                         const std::string& name);

} // namespace preflag
