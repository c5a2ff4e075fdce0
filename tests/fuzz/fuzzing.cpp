#include "fuzzing.h"

#include "../support/source_dir.h"

#include <preflag/base/text.h>
#include <preflag/manifest/csv/record_layout.h>

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace preflag::fuzzing {

namespace {

class MemorySource : public ByteSource {
  public:
    explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}

    std::size_t read(char* target, std::size_t size) override {
        const std::size_t count = std::min(size, bytes_.size() - offset_);
        std::memcpy(target, bytes_.data() + offset_, count);
        offset_ += count;
        return count;
    }
    [[nodiscard]] std::string_view compression() const override { return "none"; }

  private:
    std::string bytes_;
    std::size_t offset_ = 0;
};

void check_values(const ManifestLine& line, Outcome& outcome) {
    for (std::size_t i = 0; i < field_count; ++i) {
        const std::string_view value = line.values[static_cast<Field>(i)];
        require(is_valid_utf8(value), "a value is no UTF-8");
        require(value == trim(value), "a value is not trimmed");
        outcome.text.append(value).push_back('\n');
    }
}

} // namespace

void require(bool condition, const char* what) {
    if (condition)
        return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

std::string folder() {
    static const std::string path = [] {
        const auto place =
            std::filesystem::temp_directory_path() / ("preflag_fuzz_" + std::to_string(::getpid()));
        std::filesystem::create_directories(place);
        return place.string();
    }();
    return path;
}

std::string file_with(const std::string& name, std::string_view bytes) {
    const std::filesystem::path path = std::filesystem::path(folder()) / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary | std::ios::trunc)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return path.string();
}

OpenedFile opened(std::string_view bytes) {
    OpenedFile file;
    file.name = "fuzz";
    file.stored = std::make_unique<StoredFile>("/dev/null");
    file.content = std::make_unique<MemorySource>(bytes);
    return file;
}

const FieldAliases& aliases() {
    static const FieldAliases shipped = read_or_throw(
        read_field_aliases, RuleFiles::read({preflag::test::source_dir() + "/rules"}));
    return shipped;
}

Outcome read_to_the_end(ManifestReader& reader) {
    Outcome outcome;
    std::uint64_t line_before = 0;
    const auto count = [&](std::uint64_t record, std::uint64_t line) {
        require(record == outcome.lines + outcome.rejects, "a record is lost or comes twice");
        require(line >= line_before, "line numbers go backwards");
        line_before = line;
    };
    while (const auto batch = reader.next()) {
        require(!batch->records.empty(), "a batch is empty");
        batch->for_each(
            [&](const ManifestLine& line) {
                ++outcome.lines;
                count(line.record, line.line);
                require(names_goods(line.values), "a line names no goods");
                require(is_valid_utf8(line.raw), "a line is no UTF-8");
                check_values(line, outcome);
            },
            [&](const RejectedLine& reject) {
                ++outcome.rejects;
                count(reject.record, reject.line);
                require(!reject.reason.empty(), "a reject has no reason");
                require(is_valid_utf8(reject.text), "a reject's text is no UTF-8");
                outcome.text.append(reject.reason).append(reject.text).push_back('\n');
            });
    }
    static_cast<void>(reader.diagnostics());
    return outcome;
}

} // namespace preflag::fuzzing
