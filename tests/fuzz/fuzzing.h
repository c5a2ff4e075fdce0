#pragma once

#include <preflag/manifest/header/field_aliases.h>
#include <preflag/manifest/manifest_reader.h>
#include <preflag/manifest/source/byte_source.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace preflag::fuzzing {

/// Ends the run with a crash, which the fuzzer reports with its input.
void require(bool condition, const char* what);

/// A file of the process's own with these bytes; the same path for the same name, written anew.
std::string file_with(const std::string& name, std::string_view bytes);
/// The folder that these files are in.
std::string folder();

/// Bytes in memory as if they came from a plain file.
OpenedFile opened(std::string_view bytes);

/// The shipped header vocabulary.
const FieldAliases& aliases();

/// What reading ends in: the lines, the rejects, and a digest of all that was handed out.
struct Outcome {
    std::uint64_t lines = 0;
    std::uint64_t rejects = 0;
    std::string text;

    friend bool operator==(const Outcome&, const Outcome&) = default;
};

/// Reads to the end and requires of every record what screening relies on: it is either a line or a
/// reject, records are numbered without gaps, a line names goods, and all texts are UTF-8.
Outcome read_to_the_end(ManifestReader& reader);

} // namespace preflag::fuzzing
