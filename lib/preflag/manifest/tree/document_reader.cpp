#include <preflag/base/error.h>
#include <preflag/manifest/header/column_map.h>
#include <preflag/manifest/tree/document_reader.h>
#include <preflag/manifest/tree/yaml_stream.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

constexpr DocumentLimits manifest_limits{std::size_t{128} << 20, 10'000'000, 64};

std::string whole_text(TextSource& source) {
    std::string text;
    while (text.size() <= manifest_limits.bytes && source.read(text, std::size_t{1} << 20)) {
    }
    return text;
}

/// The same fault, with the lines counted from the beginning of the stream.
MalformedFile in_stream(const MalformedFile& error, std::uint64_t line_offset) {
    std::vector<Diagnostic> diagnostics = error.diagnostics();
    for (Diagnostic& diagnostic : diagnostics)
        if (diagnostic.position.line > 0)
            diagnostic.position.line += line_offset;
    return MalformedFile(std::move(diagnostics));
}

void append_yaml(const TextSource& source, std::string text, TreeRecords& records,
                 LineBatch& batch) {
    const std::vector<YamlPart> parts = yaml_parts(text);
    if (parts.size() < 2)
        return records.append(read_yaml(std::move(text), source.name(), manifest_limits).root, 0,
                              batch);
    for (const YamlPart& part : parts) {
        try {
            records.append(read_yaml(std::string(part.text), source.name(), manifest_limits).root,
                           part.line_offset, batch);
        } catch (const MalformedFile& error) {
            throw in_stream(error, part.line_offset);
        }
    }
}

void append_document(TextSource& source, DocumentReader::Syntax syntax, TreeRecords& records,
                     LineBatch& batch) {
    try {
        std::string text = whole_text(source);
        if (syntax == DocumentReader::Syntax::yaml)
            append_yaml(source, std::move(text), records, batch);
        else
            records.append(read_json(std::move(text), source.name(), manifest_limits).root, 0,
                           batch);
    } catch (const MalformedFile& error) {
        throw InputError(error.what());
    }
}

} // namespace

ManifestDescription describe_tree(const TextSource& source, std::string format,
                                  const ReadOptions& options) {
    ManifestDescription description;
    description.file = source.name();
    description.format = std::move(format);
    description.compression = source.compression();
    description.encoding = source.encoding();
    description.encoding_detected = !options.encoding;
    return description;
}

void require_goods(const TreeRecords& records, const LineBatch& batch,
                   const FieldAliases& aliases) {
    const std::string& file = batch.file;
    if (records.count() == 0)
        throw InputError(
            fmt::format("{}: holds no manifest lines; there is nothing to screen", file));
    if (records.uses().empty() && !batch.records.empty() && batch.records.front().reject_reason)
        throw InputError(fmt::format("{}: holds no line that can be read; line {} {}", file,
                                     batch.records.front().line,
                                     batch.records.front().reject_reason));
    const auto& uses = records.uses();
    const bool found = std::any_of(uses.begin(), uses.end(), [](const ColumnUse& use) {
        FieldValues probe;
        if (use.field)
            probe.set(*use.field, "x");
        return names_goods(probe);
    });
    if (found)
        return;
    std::vector<std::string> keys;
    keys.reserve(uses.size());
    for (const ColumnUse& use : uses)
        keys.push_back(use.header);
    throw InputError(no_goods_column_message(file, keys, aliases));
}

DocumentReader::DocumentReader(TextSource source, Syntax syntax, const FieldAliases& aliases,
                               const ReadOptions& options)
    : source_(std::move(source)),
      description_(describe_tree(source_, syntax == Syntax::yaml ? "yaml" : "json", options)) {
    TreeRecords records(aliases, options);
    LineBatch all;
    all.file = source_.name();
    append_document(source_, syntax, records, all);
    require_goods(records, all, aliases);
    description_.columns = records.uses();
    description_.styles = records.sample_styles(all);
    batches_.push_back(std::move(all));
}

std::optional<LineBatch> DocumentReader::next() {
    if (batches_.empty())
        return std::nullopt;
    LineBatch batch = std::move(batches_.front());
    batches_.pop_front();
    return batch;
}

} // namespace preflag
