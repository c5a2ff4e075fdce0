#include "output_options.h"

namespace preflag {

void add_format_option(OptionSet& options, std::string& format, std::vector<std::string> choices) {
    options.add(choice("--format", format, std::move(choices), "How the answer is written"));
}

void add_colour_option(OptionSet& options, std::string& word) {
    options.begin_group("The run");
    options.add(choice("--color,--colour", word, {"auto", "always", "never"},
                       "Colour on a terminal, always or never"));
}

ColourChoice resolve_colour(const std::string& word) {
    if (word == "always")
        return ColourChoice::always;
    return word == "never" ? ColourChoice::never : ColourChoice::automatic;
}

} // namespace preflag
