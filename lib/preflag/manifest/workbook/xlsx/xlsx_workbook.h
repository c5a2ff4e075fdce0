#pragma once

#include <preflag/manifest/workbook/xlsx/shared_strings.h>
#include <preflag/manifest/workbook/xlsx/xlsx_package.h>
#include <preflag/manifest/workbook/xlsx/xlsx_styles.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// What the sheets of an .xlsx workbook share. Immutable once it is read.
struct XlsxWorkbook {
    struct Sheet {
        std::string name;
        std::string part;
        bool is_hidden = false;
    };

    XlsxPackage package;
    std::vector<Sheet> sheets; ///< with cells, in their order
    DateEpoch epoch = DateEpoch::of_1900;
    /// The program that wrote it did not calculate: a formula's zero is no result.
    bool is_calculated_on_load = false;
    bool is_report = false; ///< one that this program wrote
    XlsxStyles styles;
    SharedStrings strings;
};

/// Reads all but the sheets. Throws InputError for what is damaged, for what is no workbook (a text
/// document) and for binary workbooks (.xlsb).
std::shared_ptr<const XlsxWorkbook> read_xlsx_workbook(std::shared_ptr<const ZipFile> zip);

} // namespace preflag
