#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/manifest/tree/document_reader.h>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace preflag {

namespace {

constexpr std::size_t longest_line = std::size_t{1} << 20;

} // namespace

JsonLinesReader::JsonLinesReader(TextSource source, const FieldAliases& aliases,
                                 const ReadOptions& options)
    : source_(std::move(source)), batch_bytes_(options.batch_bytes),
      description_(describe_tree(source_, "jsonl", options)), records_(aliases, options) {
    first_batch_ = read_batch();
    LineBatch none;
    none.file = source_.name();
    require_goods(records_, first_batch_ ? *first_batch_ : none, aliases);
    description_.columns = records_.uses();
    if (first_batch_)
        description_.styles = records_.sample_styles(*first_batch_);
}

std::optional<LineBatch> JsonLinesReader::next() {
    if (first_batch_)
        return std::exchange(first_batch_, std::nullopt);
    return read_batch();
}

/// The next physical line; of an overlong one only the beginning, and more than `longest_line`.
bool JsonLinesReader::read_line(std::string& line) {
    line.clear();
    const auto keep = [&](std::size_t count) {
        line.append(text_, offset_, std::min(count, longest_line + 1 - line.size()));
    };
    std::size_t end = text_.find('\n', offset_);
    while (end == std::string::npos) {
        const bool was_empty = offset_ == text_.size();
        keep(std::string::npos);
        text_.clear();
        offset_ = 0;
        if (!source_.read(text_, batch_bytes_)) {
            line_ += line.empty() && was_empty ? 0 : 1;
            return !line.empty();
        }
        end = text_.find('\n');
    }
    keep(end - offset_);
    offset_ = end + 1;
    ++line_;
    return true;
}

void JsonLinesReader::add_line(std::string_view text, LineBatch& batch) {
    if (text.size() > longest_line) {
        records_.append_reject(text, "is longer than 1 MiB", line_, batch);
        return;
    }
    try {
        const Document document = read_json(std::string(text), source_.name());
        if (document.root.is_map())
            records_.append(document.root, line_ - 1, batch);
        else
            records_.append_reject(text, "is JSON, but not an object", line_, batch);
    } catch (const MalformedFile& error) {
        const Diagnostic& first = error.diagnostics().front();
        const bool says_so = first.message.starts_with("not valid JSON");
        records_.append_reject(text,
                               fmt::format("is {}{} (column {})", says_so ? "" : "not valid JSON: ",
                                           first.message, first.position.column),
                               line_, batch);
    }
}

std::optional<LineBatch> JsonLinesReader::read_batch() {
    LineBatch batch;
    batch.file = source_.name();
    std::string line;
    while (batch.buffer.size() < batch_bytes_ && read_line(line))
        if (!trim(line).empty())
            add_line(trim(line), batch);
    if (batch.records.empty())
        return std::nullopt;
    return batch;
}

} // namespace preflag
