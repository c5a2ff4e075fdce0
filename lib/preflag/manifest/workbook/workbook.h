#pragma once

#include <preflag/manifest/source/zip_file.h>
#include <preflag/manifest/workbook/sheet_notes.h>

#include <memory>
#include <string>
#include <vector>

namespace preflag {

/// A sheet of a workbook, opened for reading.
struct OpenedSheet {
    std::string name;
    std::unique_ptr<ByteSource> content; ///< see sheet_marks.h
    std::shared_ptr<const SheetNotes> notes;
};

/// Whether the archive is an office document, which may be a workbook.
bool is_office_document(const ZipFile& zip);

/// The sheets of a workbook, .xlsx or .ods, in their order, hidden ones too; what fails when one of
/// them is opened is thrown when its content is read. Throws InputError for a workbook that is
/// damaged or encrypted, has no sheet with cells or more than 200, and for other office documents.
std::vector<OpenedSheet> open_sheets(std::shared_ptr<const ZipFile> zip);

/// What is wrong with a file that begins like an office document of before 2007: "" when it does
/// not. `name` is used in the message.
std::string old_office_fault(const SeekableFile& file);

} // namespace preflag
