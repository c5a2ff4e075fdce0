#include "program.h"

#include "commands/columns_command.h"
#include "commands/completion_command.h"
#include "commands/decide_command.h"
#include "commands/explain_command.h"
#include "commands/help_command.h"
#include "commands/identify_command.h"
#include "commands/lists_command.h"
#include "commands/report/report_command.h"
#include "commands/rules/rules_command.h"
#include "commands/screen_command.h"
#include "commands/selftest_command.h"
#include "commands/version_command.h"
#include "exit_status.h"

namespace preflag {

void describe_program(Command& program) {
    program.name = "preflag";
    program.summary = "preflag screens shipment manifests for regulated precursor chemicals and "
                      "puts in front of a person the few lines that deserve a look, each with the "
                      "reason why.";
    program.statuses = {{clean, "complete, nothing found that asks for attention"},
                        {flagged, "complete, something found: flagged lines, matches, differences"},
                        {no_result, no_result_meaning},
                        {not_trusted, not_trusted_meaning}};
    program.nested.push_back(screen_command());
    program.nested.push_back(columns_command());
    program.nested.push_back(identify_command());
    program.nested.push_back(explain_command());
    program.nested.push_back(rules_command());
    program.nested.push_back(lists_command());
    program.nested.push_back(decide_command());
    program.nested.push_back(report_command());
    program.nested.push_back(selftest_command());
    program.nested.push_back(completion_command(program));
    program.nested.push_back(version_command());
    program.nested.push_back(help_command(program));
}

} // namespace preflag
