#include <preflag/base/error.h>
#include <preflag/manifest/csv/csv_reader.h>
#include <preflag/manifest/manifest_format.h>
#include <preflag/manifest/manifest_reader.h>
#include <preflag/manifest/tree/document_reader.h>
#include <preflag/manifest/workbook/sheet_notes.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace preflag {

namespace {

std::unique_ptr<ManifestReader> open_one(OpenedFile file, const FieldAliases& aliases,
                                         const ReadOptions& options) {
    TextSource source(std::move(file), options.encoding);
    if (source.sheet() != nullptr)
        return std::make_unique<CsvReader>(std::move(source), aliases, options);
    switch (detect_format(source.name(), source.sample())) {
    case ManifestFormat::yaml:
        return std::make_unique<DocumentReader>(std::move(source), DocumentReader::Syntax::yaml,
                                                aliases, options);
    case ManifestFormat::json:
        return std::make_unique<DocumentReader>(std::move(source), DocumentReader::Syntax::json,
                                                aliases, options);
    case ManifestFormat::json_lines:
        return std::make_unique<JsonLinesReader>(std::move(source), aliases, options);
    case ManifestFormat::csv:
        break;
    }
    return std::make_unique<CsvReader>(std::move(source), aliases, options);
}

/// Gathers the sheets of workbooks in which no column names goods.
class SheetsWithoutGoods {
  public:
    void add(const SheetNotes& sheet, const std::string& name, const NothingToScreen& nothing) {
        faults_.emplace(sheet.workbook, nothing.what()); // that of the first sheet
        sheets_.push_back({name, nothing.rows(), false});
    }
    /// A sheet that is screened, or of which a fault is told; nullptr for other files.
    void note_good(const std::shared_ptr<const SheetNotes>& sheet) {
        if (sheet)
            good_.insert(sheet->workbook);
    }
    /// Adds a fault for each workbook that has no other sheets; such sheets are left out.
    std::vector<UncheckedSheet> take(std::vector<std::string>& faults) {
        for (const auto& [workbook, fault] : faults_)
            if (!good_.contains(workbook))
                faults.push_back(fault);
        return std::move(sheets_);
    }

  private:
    std::map<std::string, std::string> faults_;
    std::set<std::string> good_;
    std::vector<UncheckedSheet> sheets_;
};

} // namespace

std::vector<std::unique_ptr<ManifestReader>> open_manifest(const std::string& path,
                                                           const FieldAliases& aliases,
                                                           const ReadOptions& options,
                                                           Unopened* unopened) {
    std::vector<std::unique_ptr<ManifestReader>> readers;
    SheetsWithoutGoods sheets;
    Unopened found;
    for (OpenedFile& file : open_files(path)) {
        const std::string name = file.name;
        const std::shared_ptr<const SheetNotes> sheet = file.sheet;
        if (sheet && sheet->is_of_report && name != path) {
            found.sheets.push_back({name, {}, true});
            continue;
        }
        try {
            readers.push_back(open_one(std::move(file), aliases, options));
            sheets.note_good(sheet);
        } catch (const NothingToScreen& nothing) {
            if (sheet)
                sheets.add(*sheet, name, nothing);
            else if (unopened == nullptr)
                throw;
            else
                found.faults.emplace_back(nothing.what());
        } catch (const InputError& error) {
            if (unopened == nullptr)
                throw;
            found.faults.emplace_back(error.what());
            sheets.note_good(sheet); // it is told already
        }
    }
    for (UncheckedSheet& sheet : sheets.take(found.faults))
        found.sheets.push_back(std::move(sheet));
    if (unopened == nullptr && !found.faults.empty())
        throw InputError(found.faults.front());
    if (unopened != nullptr)
        *unopened = std::move(found);
    return readers;
}

bool is_sheet(const ManifestDescription& description) {
    return description.format == "xlsx" || description.format == "ods";
}

std::string to_string(const ManifestDescription& description) {
    std::string text = fmt::format("{}: {}", description.file, description.format);
    if (description.compression != "none")
        text += fmt::format(", {}", description.compression);
    if (!is_sheet(description))
        text += fmt::format(", {} ({})", description.encoding,
                            description.encoding_detected ? "detected" : "given");
    if (!description.delimiter.empty())
        text += fmt::format(", {} ({})", description.delimiter,
                            description.delimiter_detected ? "detected" : "given");
    if (description.header_line > 0)
        text += fmt::format(", header {} {}", is_sheet(description) ? "in row" : "on line",
                            description.header_line);
    const auto mapped = std::count_if(description.columns.begin(), description.columns.end(),
                                      [](const ColumnUse& use) { return use.field.has_value(); });
    return text + fmt::format(", {} of {} columns read", mapped, description.columns.size());
}

} // namespace preflag
