#include "columns_command.h"

#include "command_line/config_file.h"
#include "exit_status.h"
#include "options/input_options.h"
#include "standard_output.h"

#include <preflag/base/text.h>
#include <preflag/knowledge/knowledge.h>
#include <preflag/manifest/header/field_aliases.h>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <memory>

namespace preflag {

namespace {

struct ColumnsArguments {
    InputArguments input;
    std::string manifest;
    std::string config;
};

std::string pad(std::string_view text, std::size_t width) {
    std::string padded = fit(printable(text), width);
    padded.append(width - std::min(width, display_width(padded)), ' ');
    return padded;
}

/// How the cells of the column's field are written; empty for what has nothing to tell.
std::string style_of(const ColumnUse& use, const ManifestDescription& description) {
    const auto found =
        std::find_if(description.styles.begin(), description.styles.end(),
                     [&](const FieldStyle& style) { return use.field == style.field; });
    return found == description.styles.end() ? "" : "; " + found->text;
}

std::string meaning_of(const ColumnUse& use) {
    if (!use.field)
        return "(ignored)";
    std::string meaning(field_name(*use.field));
    if (!use.unit.empty())
        meaning += fmt::format(" [{}]", use.unit);
    return meaning;
}

void print_columns(const ManifestDescription& description, std::ostream& stream) {
    fmt::print(stream, "{}\n", to_string(description));
    for (const std::string& note : description.notes)
        fmt::print(stream, "note: {}\n", printable(note));
    fmt::print(stream, "\n");
    std::size_t header_width = 6;
    std::size_t meaning_width = 7;
    for (const ColumnUse& use : description.columns) {
        header_width = std::max(header_width, display_width(printable(use.header)));
        meaning_width = std::max(meaning_width, meaning_of(use).size());
    }
    header_width = std::min<std::size_t>(header_width, 50);
    fmt::print(stream, "{:>6}  {}  {}  {}\n", "column", pad("header", header_width),
               pad("read as", meaning_width), "because");
    for (const ColumnUse& use : description.columns)
        fmt::print(stream, "{:>6}  {}  {}  {}\n", use.number, pad(use.header, header_width),
                   pad(meaning_of(use), meaning_width),
                   printable(use.reason + style_of(use, description)));
}

int run_columns(const ColumnsArguments& arguments) {
    const ReadOptions options = resolve_read_options(arguments.input);
    const Knowledge knowledge = load_knowledge(rule_folders(arguments.input), {});
    StandardOutput output;
    bool first = true;
    Unopened unopened;
    const auto readers =
        open_manifest(arguments.manifest, knowledge.field_aliases, options, &unopened);
    if (!unopened.faults.empty())
        throw InputError(unopened.faults.front());
    for (const auto& reader : readers) {
        if (!std::exchange(first, false))
            output.stream() << '\n';
        print_columns(reader->description(), output.stream());
    }
    for (const UncheckedSheet& sheet : unopened.sheets)
        fmt::print(output.stream(), "\n{}: not screened: {}\n", sheet.file,
                   sheet.is_of_report ? "it is part of a report by preflag"
                                      : "no column names goods, or there are no lines");
    fmt::print(output.stream(),
               "\nTo read a column otherwise: --map FIELD=HEADER. The fields are:\n  {}\n",
               fmt::join(field_names(), ", "));
    output.finish();
    return clean;
}

} // namespace

Command columns_command() {
    Command command{"columns",
                    "Show which column of a manifest is read as what, and what was detected"};
    auto arguments = std::make_shared<ColumnsArguments>();
    command.options.add(file("manifest", &arguments->manifest, "File, or - for standard input"))
        .required()
        .value_name = "MANIFEST";
    add_input_options(command.options, arguments->input);
    add_config_option(command.options, arguments->config);
    command.statuses = {{0, "answered"},
                        {2, "no answer: usage, configuration, input or pack error"}};
    command.run = [arguments] { return run_columns(*arguments); };
    return command;
}

} // namespace preflag
