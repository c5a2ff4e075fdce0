#include "commands/report/report_command.h"

#include "commands/report/card_command.h"
#include "commands/report/convert_command.h"
#include "commands/report/count_command.h"

namespace preflag {

Command report_command() {
    Command command{"report", "Kept reports: other formats, single findings, counts"};
    command.nested.push_back(convert_command());
    command.nested.push_back(card_command());
    command.nested.push_back(count_command());
    return command;
}

} // namespace preflag
