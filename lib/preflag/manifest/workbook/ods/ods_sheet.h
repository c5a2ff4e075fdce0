#pragma once

#include <preflag/manifest/workbook/ods/ods_value.h>
#include <preflag/manifest/workbook/sheet_rows.h>
#include <preflag/manifest/workbook/xml_reader.h>

#include <cstdint>
#include <functional>
#include <string>
#include <utility>

namespace preflag {

/// Reads the cells of a sheet of an .ods workbook into rows; the sheets before it are passed over.
class OdsSheet : public XmlHandler {
  public:
    /// `sheet` counts from 0; `pause` is called when the rows are full. The rows must outlive the
    /// reader.
    OdsSheet(std::size_t sheet, SheetRows& rows, std::function<void()> pause)
        : sheets_before_(sheet), rows_(rows), pause_(std::move(pause)) {}

    void begin(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;

  private:
    void begin_in_table(std::string_view name, const XmlAttributes& attributes);
    void begin_in_cell(std::string_view name, const XmlAttributes& attributes);
    void begin_row(const XmlAttributes& attributes);
    void end_row();
    void begin_column(const XmlAttributes& attributes);
    void begin_cell(const XmlAttributes& attributes);
    void end_cell();
    void add_text(std::string_view piece);

    std::size_t sheets_before_;
    SheetRows& rows_;
    std::function<void()> pause_;
    std::size_t level_ = 0;
    std::size_t sheets_level_ = 0; ///< of the element that holds the sheets; 0: not open
    bool is_in_table_ = false;
    bool has_ended_ = false;
    std::size_t row_level_ = 0;  ///< 0: no row is open
    std::size_t cell_level_ = 0; ///< 0: no cell is open
    std::size_t paragraph_level_ = 0;
    std::size_t skipped_level_ = 0; ///< of what is no text of the cell
    std::uint32_t columns_ = 0;     ///< described so far
    std::uint64_t next_row_ = 1;
    std::uint64_t row_times_ = 1;
    std::uint32_t column_ = 1;
    std::uint32_t cell_times_ = 1;
    bool has_paragraph_ = false;
    OdsCell cell_;
    std::string formula_;
};

} // namespace preflag
