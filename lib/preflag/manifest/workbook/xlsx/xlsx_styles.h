#pragma once

#include <preflag/manifest/workbook/value/number_format.h>
#include <preflag/manifest/workbook/xml_reader.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace preflag {

/// How the cells of an .xlsx workbook show their numbers, by the numbers of their styles: the part
/// "styles.xml".
class XlsxStyles : public XmlHandler {
  public:
    /// The format of a style, counted from 0; the general one for a style that is not there.
    [[nodiscard]] const NumberFormat& format(std::size_t style) const;

    void begin(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view /*piece*/) override {}

  private:
    static constexpr std::size_t most_styles = 70'000; ///< Excel's own limit is 65,490

    std::map<unsigned, std::string> codes_;
    bool is_in_cell_styles_ = false;
    std::vector<NumberFormat> formats_;
    NumberFormat general_;
};

} // namespace preflag
