#include "identify_command.h"

#include "command_line/config_file.h"
#include "exit_status.h"
#include "options/input_options.h"
#include "options/output_options.h"
#include "options/selection_options.h"
#include "standard_output.h"
#include "terminal.h"

#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/knowledge/knowledge.h>
#include <preflag/report/reading_writer.h>
#include <preflag/report/report_json.h>
#include <preflag/screening/score_parts.h>
#include <preflag/screening/screener.h>

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <memory>

namespace preflag {

namespace {

/// More than any cell holds; a larger text is no goods description.
constexpr std::size_t longest_text = 1U << 20U;

/// Options beside the text, each one cell of the line that is read.
struct CellOption {
    const char* name;
    Field field;
    const char* help;
};

constexpr std::array cell_options{
    CellOption{"--cas", Field::cas, "CAS number column"},
    CellOption{"--ec", Field::ec, "EC number column"},
    CellOption{"--cus", Field::cus, "Customs union's chemical number (ECICS) column"},
    CellOption{"--un", Field::un, "UN number column"},
    CellOption{"--hs", Field::hs, "HS code column"},
    CellOption{"--strength", Field::concentration, "Strength column, for example \"35 % w/w\""},
    CellOption{"--quantity", Field::quantity, "Quantity column, for example \"4 x 25 kg\""}};

struct IdentifyArguments {
    InputArguments input;
    SelectionArguments selection;
    std::string text;
    std::array<std::string, cell_options.size()> cells;
    std::string format = "text";
    std::string colour = "auto";
    std::string config;
};

std::string read_standard_input() {
    std::string text;
    std::array<char, 65536> block{};
    while (std::cin.read(block.data(), block.size()) || std::cin.gcount() > 0) {
        text.append(block.data(), static_cast<std::size_t>(std::cin.gcount()));
        if (text.size() > longest_text)
            throw InputError("standard input: more than 1 MiB is no goods description; screen a "
                             "file of goods with: preflag screen");
    }
    return text;
}

void check_cell(std::string_view name, std::string_view text) {
    if (!is_valid_utf8(text))
        throw UsageError(fmt::format("{}: the text is not UTF-8; preflag screen reads files in "
                                     "other encodings",
                                     name));
}

/// The views point into `words`.
FieldValues line_of(const IdentifyArguments& arguments) {
    FieldValues fields;
    check_cell("TEXT", arguments.text);
    fields.set(Field::description, trim(arguments.text));
    bool has_any = !fields[Field::description].empty();
    for (std::size_t i = 0; i < cell_options.size(); ++i) {
        const std::string_view text = trim(arguments.cells[i]);
        check_cell(cell_options[i].name, text);
        fields.set(cell_options[i].field, text);
        has_any = has_any || !text.empty();
    }
    if (!has_any)
        throw UsageError("there is nothing to identify: give the goods description, - to read it "
                         "from standard input, or a code such as --cas 7722-84-1");
    return fields;
}

/// Red flags are about parties, and no party was named.
void leave_out_red_flags(std::vector<Finding>& findings) {
    findings.erase(
        std::remove_if(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.outcome == Outcome::red_flag; }),
        findings.end());
}

int run_identify(IdentifyArguments arguments) {
    const auto folders = rule_folders(arguments.input);
    const RuleSelection selection = resolve_selection(arguments.selection);
    if (arguments.text == "-")
        arguments.text = read_standard_input();
    ManifestLine line;
    line.values = line_of(arguments);
    const Knowledge knowledge = load_knowledge(folders, selection);
    Screener screener(knowledge);
    ScreenedLine screened = std::move(screener.screen(line, {}, true)->line);
    weigh(screened, knowledge.rules);
    leave_out_red_flags(screened.findings);
    StandardOutput output;
    if (arguments.format == "json") {
        output.stream() << reading_json(screened, line.values) << '\n';
    } else {
        const ReportStyle style{terminal_width(STDOUT_FILENO),
                                use_colour(STDOUT_FILENO, resolve_colour(arguments.colour))};
        write_reading_text(screened, line.values, style, output.stream());
    }
    output.finish();
    return clean;
}

} // namespace

Command identify_command() {
    Command command{"identify", "Show what is read in one goods description, and why"};
    auto arguments = std::make_shared<IdentifyArguments>();
    command.options.add(text("text", &arguments->text, "TEXT",
                             "The goods description, or - to read it from standard input"));
    for (std::size_t i = 0; i < cell_options.size(); ++i)
        command.options.add(
            text(cell_options[i].name, &arguments->cells[i], "TEXT", cell_options[i].help));
    add_format_option(command.options, arguments->format, {"text", "json"});
    add_selection_options(command.options, arguments->selection);
    add_rules_option(command.options, arguments->input);
    add_colour_option(command.options, arguments->colour);
    add_config_option(command.options, arguments->config);
    command.statuses = {{0, "answered, whatever was found"},
                        {2, "no answer: usage, configuration, input or pack error"}};
    command.run = [arguments] { return run_identify(*arguments); };
    return command;
}

} // namespace preflag
