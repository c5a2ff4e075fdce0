#include "screen_command.h"

#include "options/config_file.h"
#include "options/screen_options.h"
#include "screen_run.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace preflag {

Command add_screen(CLI::App& app) {
    CLI::App* command =
        app.add_subcommand("screen", "Screen manifests and report the flagged lines");
    auto words = std::make_shared<ScreenWords>();
    add_screen_options(*command, *words);
    return {command, [command, words] {
                const auto config = apply_config(*command, words->config);
                const ScreenPlan plan = resolve(*words);
                if (config && !plan.quiet)
                    tell(fmt::format("configuration: {}", config->string()));
                return run_screen(plan);
            }};
}

} // namespace preflag
