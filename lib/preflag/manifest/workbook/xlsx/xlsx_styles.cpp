#include <preflag/manifest/workbook/xlsx/xlsx_styles.h>

#include <charconv>

namespace preflag {

namespace {

unsigned style_number(std::string_view text) {
    unsigned number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

const NumberFormat& XlsxStyles::format(std::size_t style) const {
    return style < formats_.size() ? formats_[style] : general_;
}

void XlsxStyles::begin(std::string_view name, const XmlAttributes& attributes) {
    if (name == "numFmt" && codes_.size() < most_styles) {
        codes_.emplace(style_number(attributes["numFmtId"]), attributes["formatCode"]);
    } else if (name == "cellXfs") {
        is_in_cell_styles_ = true;
    } else if (name == "xf" && is_in_cell_styles_ && formats_.size() < most_styles) {
        const unsigned number = style_number(attributes["numFmtId"]);
        const auto code = codes_.find(number);
        formats_.push_back(code == codes_.end() ? NumberFormat::built_in(number)
                                                : NumberFormat(code->second));
    }
}

void XlsxStyles::end(std::string_view name) {
    if (name == "cellXfs")
        is_in_cell_styles_ = false;
}

} // namespace preflag
