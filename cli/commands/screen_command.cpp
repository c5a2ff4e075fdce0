#include "screen_command.h"

#include "exit_status.h"
#include "options/config_file.h"
#include "options/screen_options.h"
#include "screen_run.h"

#include <fmt/format.h>

#include <memory>

namespace preflag {

Command screen_command() {
    Command command{"screen", "Screen manifests and report the flagged lines"};
    auto words = std::make_shared<ScreenWords>();
    add_screen_options(command.options, *words);
    command.statuses = {{clean, clean_meaning},
                        {flagged, flagged_meaning},
                        {no_result, no_result_meaning},
                        {not_trusted, not_trusted_meaning}};
    command.run = [words] {
        const ScreenPlan plan = resolve(*words);
        if (!words->config.empty() && !plan.quiet)
            tell(fmt::format("configuration: {}", words->config));
        return run_screen(plan);
    };
    return command;
}

} // namespace preflag
