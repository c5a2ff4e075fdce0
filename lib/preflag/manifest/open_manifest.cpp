#include <preflag/base/error.h>
#include <preflag/manifest/csv_reader.h>
#include <preflag/manifest/document_reader.h>
#include <preflag/manifest/manifest_format.h>
#include <preflag/manifest/manifest_reader.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

std::unique_ptr<ManifestReader> open_one(OpenedFile file, const FieldAliases& aliases,
                                         const ReadOptions& options) {
    TextSource source(std::move(file), options.encoding);
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

} // namespace

std::vector<std::unique_ptr<ManifestReader>> open_manifest(const std::string& path,
                                                           const FieldAliases& aliases,
                                                           const ReadOptions& options,
                                                           std::vector<std::string>* faults) {
    std::vector<std::unique_ptr<ManifestReader>> readers;
    for (OpenedFile& file : open_files(path)) {
        try {
            readers.push_back(open_one(std::move(file), aliases, options));
        } catch (const InputError& error) {
            if (faults == nullptr)
                throw;
            faults->emplace_back(error.what());
        }
    }
    return readers;
}

std::string to_string(const ManifestDescription& description) {
    std::string text = fmt::format("{}: {}", description.file, description.format);
    if (description.compression != "none")
        text += fmt::format(", {}", description.compression);
    text += fmt::format(", {} ({})", description.encoding,
                        description.encoding_detected ? "detected" : "given");
    if (!description.delimiter.empty())
        text += fmt::format(", {} ({})", description.delimiter,
                            description.delimiter_detected ? "detected" : "given");
    if (description.header_line > 0)
        text += fmt::format(", header on line {}", description.header_line);
    const auto mapped = std::count_if(description.columns.begin(), description.columns.end(),
                                      [](const ColumnUse& use) { return use.field.has_value(); });
    return text + fmt::format(", {} of {} columns read", mapped, description.columns.size());
}

} // namespace preflag
