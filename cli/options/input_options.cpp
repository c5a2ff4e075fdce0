#include "input_options.h"

#include <preflag/base/error.h>
#include <preflag/base/text.h>

#include <fmt/format.h>

namespace preflag {

namespace {

namespace fs = std::filesystem;

std::pair<Field, std::string> column_override(const std::string& word) {
    const auto equals = word.find('=');
    if (equals == std::string::npos || equals + 1 == word.size())
        throw UsageError(fmt::format(
            "--map {}: write FIELD=HEADER, for example --map description=\"Goods text\"", word));
    const std::string name = word.substr(0, equals);
    const auto field = parse_field(name);
    if (!field) {
        throw UsageError(fmt::format(
            "--map {}: there is no field \"{}\"; {}", word, name,
            did_you_mean(name, field_names(),
                         fmt::format("the fields are: {}", fmt::join(field_names(), ", ")))));
    }
    return {*field, word.substr(equals + 1)};
}

DecimalMark decimal_of(const std::string& word) {
    if (word == "." || word == "point")
        return DecimalMark::point;
    if (word == "," || word == "comma")
        return DecimalMark::comma;
    throw UsageError(fmt::format(
        "--decimal {}: give the mark before decimals, \".\" or \",\" (or the word point or comma)",
        word));
}

DateOrder date_order_of(const std::string& word) {
    if (word == "dmy")
        return DateOrder::day_first;
    if (word == "mdy")
        return DateOrder::month_first;
    if (word == "ymd")
        return DateOrder::year_first;
    throw UsageError(fmt::format("--date-order {}: give dmy, mdy or ymd", word));
}

/// "decimal=,", "date-order=dmy": words of --map that are about the writing of all columns.
bool take_style(const std::string& word, GivenStyles& styles) {
    constexpr std::string_view decimal = "decimal=", order = "date-order=";
    if (word.starts_with(decimal))
        styles.decimal = decimal_of(word.substr(decimal.size()));
    else if (word.starts_with(order))
        styles.dates = date_order_of(word.substr(order.size()));
    else
        return false;
    return true;
}

char delimiter_of(const std::string& word) {
    if (word == "tab" || word == "\\t")
        return '\t';
    if (word == "comma")
        return ',';
    if (word == "semicolon")
        return ';';
    if (word == "pipe")
        return '|';
    const bool usable = word.size() == 1 && !is_ascii_letter(word[0]) && !is_ascii_digit(word[0]) &&
                        word[0] != '"' && word[0] != '\n' && word[0] != '\r';
    if (!usable)
        throw UsageError(
            fmt::format("--delimiter {}: give one character that is no letter, digit or "
                        "quote, or one of the words tab, comma, semicolon, pipe",
                        word));
    return word[0];
}

} // namespace

fs::path shipped_rules() {
    std::error_code error;
    const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
    if (error)
        return PREFLAG_INSTALLED_RULES;
    fs::path beside = (folder / PREFLAG_RULES_FROM_PROGRAM).lexically_normal();
    if (fs::is_directory(beside, error))
        return beside;
    const bool in_build_tree = fs::exists(folder.parent_path() / "CMakeCache.txt", error);
    return in_build_tree ? (folder / PREFLAG_RULES_FROM_BUILD).lexically_normal()
                         : fs::path(PREFLAG_INSTALLED_RULES);
}

fs::path shipped_image() {
    std::error_code error;
    const fs::path build = fs::read_symlink("/proc/self/exe", error).parent_path().parent_path();
    if (!error && fs::exists(build / "CMakeCache.txt", error))
        return build / "rules.image";
    return shipped_rules().lexically_normal().string() + ".image";
}

Knowledge load_knowledge(const std::vector<fs::path>& folders, const RuleSelection& selection) {
    return Knowledge::load(folders, selection, shipped_image());
}

void add_rules_option(OptionSet& options, InputArguments& arguments) {
    options.begin_group("Rules and configuration");
    options
        .add(folder("--rules", &arguments.rules,
                    "Folder with packs of your own; they add to the shipped ones or override "
                    "them by id (repeatable)"))
        .manual("See FILES.");
}

void add_input_options(OptionSet& options, InputArguments& arguments) {
    options.begin_group("Reading manifests");
    options
        .add(text("--map", &arguments.map, "FIELD=HEADER",
                  "Read the column HEADER (or number #N) as FIELD (repeatable)"))
        .manual("The command columns lists the fields.");
    options.add(text("--encoding", &arguments.encoding, "NAME",
                     "Encoding of the manifests, for example windows-1252; switches detection "
                     "off"));
    options
        .add(text("--delimiter", &arguments.delimiter, "CHARACTER",
                  "Character between cells, or tab, comma, semicolon, pipe; switches detection "
                  "off"))
        .manual("It is no letter, digit or quote.");
    options
        .add(text("--decimal", &arguments.decimal, "MARK",
                  "Mark before the decimals of numbers, \".\" or \",\"; else found out column by "
                  "column"))
        .manual("Where neither a cell nor its column tells, both readings count.");
    options.add(choice("--date-order", arguments.date_order, {"dmy", "mdy", "ymd"},
                       "Order of day, month and year in dates of numbers; else found out"));
    options.add(flag("--no-header", arguments.no_header,
                     "The manifests have no header row; needs --map FIELD=#N"));
    add_rules_option(options, arguments);
}

ReadOptions resolve_read_options(const InputArguments& arguments) {
    ReadOptions options;
    if (!arguments.encoding.empty())
        options.encoding = arguments.encoding;
    if (!arguments.delimiter.empty())
        options.delimiter = delimiter_of(arguments.delimiter);
    if (!arguments.decimal.empty())
        options.styles.decimal = decimal_of(arguments.decimal);
    if (!arguments.date_order.empty())
        options.styles.dates = date_order_of(arguments.date_order);
    for (const std::string& word : arguments.map)
        if (!take_style(word, options.styles))
            options.column_overrides.push_back(column_override(word));
    options.no_header = arguments.no_header;
    if (arguments.no_header && arguments.map.empty())
        throw UsageError(
            "--no-header needs --map FIELD=#N for at least one column, for example --map "
            "description=#3: without a header nothing says what the columns mean");
    return options;
}

std::vector<fs::path> rule_folders(const InputArguments& arguments) {
    std::vector<fs::path> folders{shipped_rules()};
    for (const std::string& word : arguments.rules) {
        std::error_code error;
        if (!fs::is_directory(word, error))
            throw UsageError(fmt::format("--rules {}: there is no such folder", word));
        folders.emplace_back(word);
    }
    return folders;
}

} // namespace preflag
