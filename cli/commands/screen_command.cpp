#include "screen_command.h"

#include "command_line/config_file.h"
#include "exit_status.h"
#include "options/screen_options.h"
#include "screen_run.h"

#include <fmt/format.h>

#include <memory>

namespace preflag {

Command screen_command() {
    Command command{"screen", "Screen manifests and report the flagged lines"};
    auto arguments = std::make_shared<ScreenArguments>();
    add_screen_options(command.options, *arguments);
    command.statuses = {{clean, clean_meaning},
                        {flagged, flagged_meaning},
                        {no_result, no_result_meaning},
                        {not_trusted, not_trusted_meaning}};
    command.run = [arguments] {
        const ScreenPlan plan = resolve(*arguments);
        if (!arguments->config.empty() && !plan.quiet)
            tell(fmt::format("configuration: {}", arguments->config));
        return run_screen(plan);
    };
    return command;
}

} // namespace preflag
