#include "screen_command.h"

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
    command.statuses = {{0, "complete, nothing at or above --fail-on"},
                        {1, "complete, something at or above --fail-on"},
                        {2, "no result: usage, configuration, input or pack error, or a report "
                            "that could not be written"},
                        {3, "incomplete or not to be trusted: lines rejected, a canary missed, a "
                            "pack past its review (findings are written)"}};
    command.run = [words] {
        const ScreenPlan plan = resolve(*words);
        if (!words->config.empty() && !plan.quiet)
            tell(fmt::format("configuration: {}", words->config));
        return run_screen(plan);
    };
    return command;
}

} // namespace preflag
