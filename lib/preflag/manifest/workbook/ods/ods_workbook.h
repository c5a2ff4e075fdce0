#pragma once

#include <preflag/manifest/source/zip_file.h>
#include <preflag/manifest/workbook/sheet_notes.h>

#include <memory>
#include <string>
#include <vector>

namespace preflag {

/// What is known of an .ods workbook before its sheets are read.
struct OdsWorkbook {
    struct Sheet {
        std::string name;
        bool is_hidden = false;
    };

    std::vector<Sheet> sheets; ///< in their order
    bool is_report = false;    ///< one that this program wrote, saved by another
};

/// Throws InputError for what is damaged or encrypted, and for what is no workbook (a text
/// document).
OdsWorkbook read_ods_workbook(const ZipFile& zip);

/// The rows of a sheet, counted from 0; `name` is used in messages.
std::unique_ptr<ByteSource> open_ods_sheet(const ZipFile& zip, std::size_t sheet,
                                           const std::string& name,
                                           const std::shared_ptr<SheetNotes>& notes);

} // namespace preflag
