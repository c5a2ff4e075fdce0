#pragma once

#include "command_line/option_set.h"

#include <preflag/knowledge/knowledge.h>
#include <preflag/manifest/manifest_reader.h>

#include <filesystem>
#include <string>
#include <vector>

namespace preflag {

/// What was typed about packs and about reading manifests; the same for every command that reads
/// one.
struct InputArguments {
    std::vector<std::string> rules;
    std::vector<std::string> map;
    std::string encoding;
    std::string delimiter;
    std::string decimal;
    std::string date_order;
    bool no_header = false;
};

void add_rules_option(OptionSet& options, InputArguments& arguments);
void add_input_options(OptionSet& options, InputArguments& arguments);

/// The rules beside an installed program, else those of the source tree it was built from.
std::filesystem::path shipped_rules();
/// The compiled image of these, which need not be there: "rules.image" beside the folder, in a
/// build tree at its top.
std::filesystem::path shipped_image();

/// Knowledge::load with the shipped image.
Knowledge load_knowledge(const std::vector<std::filesystem::path>& folders,
                         const RuleSelection& selection);

/// Throws UsageError with a sentence for words that make no sense.
ReadOptions resolve_read_options(const InputArguments& arguments);

/// The shipped packs first, then those of --rules, in the order given. Throws UsageError for a
/// folder that does not exist.
std::vector<std::filesystem::path> rule_folders(const InputArguments& arguments);

} // namespace preflag
