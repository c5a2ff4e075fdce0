#include "rules_compile.h"

#include "exit_status.h"
#include "options/input_options.h"
#include "options/rule_folders.h"
#include "standard_output.h"

#include <preflag/base/file/output_file.h>
#include <preflag/knowledge/knowledge_image.h>
#include <preflag/knowledge/knowledge_reader.h>

#include <fmt/format.h>
#include <fmt/ostream.h>

namespace preflag {

int compile_rules(const CompileArguments& arguments) {
    const auto folders = folders_with(arguments.folders);
    const RuleFiles files = RuleFiles::read(folders);
    const KnowledgeTables tables = read_or_throw(read_knowledge, files);
    RuleImage image = files.image();
    if (const auto sources = find_sources(folders))
        image.set_compiled(bytes_of(tables, *sources));
    const std::string bytes = image.bytes();
    const std::string path = arguments.output.empty() ? shipped_image().string() : arguments.output;
    OutputFile file(path);
    file.stream() << bytes;
    file.commit();
    StandardOutput output;
    fmt::print(output.stream(), "{}: {} files, {} bytes\n", path, image.size(), bytes.size());
    output.finish();
    return clean;
}

} // namespace preflag
