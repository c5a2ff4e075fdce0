#include "commands/report/kept_input.h"

#include "command_line/config_file.h"
#include "interruption.h"
#include "standard_output.h"
#include "terminal.h"

#include <preflag/base/error.h>
#include <preflag/base/file/output_file.h>
#include <preflag/report/report_writer.h>

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>

namespace preflag {

void add_kept_options(OptionSet& options, KeptArguments& arguments) {
    options.add(
        text("--as-of", &arguments.day, "DATE", "Day that deadlines count from; today by default"));
    add_rules_option(options, arguments.input);
    add_config_option(options, arguments.config);
}

std::ifstream open_kept(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream || std::filesystem::is_directory(path))
        throw InputError(fmt::format("the report {} cannot be opened", path));
    return stream;
}

std::vector<StatusMeaning> statuses_of_report() {
    return {{0, "written"}, {2, "nothing was written: usage, input or output error"}};
}

void write_report(const std::string& path, const std::vector<std::string>& read,
                  const std::function<void(std::ostream&, std::size_t)>& write) {
    if (path.empty() || path == "-") {
        StandardOutput output;
        write(output.stream(), terminal_width(STDOUT_FILENO));
        output.finish();
        return;
    }
    std::error_code error;
    for (const std::string& file : read)
        if (std::filesystem::equivalent(file, path, error))
            throw UsageError(fmt::format("--output {}: this file is read", path));
    OutputFile file(path, &stop_flag());
    write(file.stream(), ReportStyle().width);
    file.commit();
}

} // namespace preflag
