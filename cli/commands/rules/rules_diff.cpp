#include "rules_diff.h"

#include "exit_status.h"
#include "options/input_options.h"
#include "options/rule_folders.h"
#include "standard_output.h"

#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/knowledge/knowledge.h>
#include <preflag/manifest/expand_path.h>
#include <preflag/manifest/header/field_aliases.h>
#include <preflag/manifest/manifest_reader.h>
#include <preflag/rules/packs/rule_diff.h>
#include <preflag/run/cases/outcome_diff.h>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <array>

namespace preflag {

namespace {

std::string quoted(const std::string& text) {
    return text.empty() ? "none" : fmt::format("\"{}\"", printable(text));
}

std::string severity_text(const std::optional<Severity>& severity) {
    return severity ? std::string(name_of(*severity)) : "clear";
}

/// Compares two sets of packs, then what they make of manifests.
class PackComparison {
  public:
    explicit PackComparison(const DiffArguments& arguments)
        : arguments_(arguments), before_folders_(folders_with(arguments.before)),
          after_folders_(folders_with(arguments.after)),
          before_(load_knowledge(before_folders_, {})), after_(load_knowledge(after_folders_, {})) {
    }

    int run() {
        const auto packs = pack_differences(before_.rules, after_.rules);
        const auto rules = rule_differences(before_.rules, after_.rules);
        print("pack", packs);
        print("rule", rules);
        fmt::print(output_.stream(), "{} rules changed, {} added, {} removed\n",
                   count(rules, RuleDifference::Kind::changed),
                   count(rules, RuleDifference::Kind::added),
                   count(rules, RuleDifference::Kind::removed));
        if (!arguments_.manifests.empty())
            compare_manifests();
        output_.finish();
        return packs.empty() && rules.empty() && changed_lines_ == 0 ? clean : flagged;
    }

  private:
    static std::size_t count(const std::vector<RuleDifference>& all, RuleDifference::Kind kind) {
        return static_cast<std::size_t>(std::count_if(
            all.begin(), all.end(), [kind](const auto& one) { return one.kind == kind; }));
    }

    void print(std::string_view what, const std::vector<RuleDifference>& differences) {
        constexpr std::array<std::string_view, 3> words{"added", "removed", "changed"};
        for (const RuleDifference& difference : differences) {
            fmt::print(output_.stream(), "{} {} {}\n",
                       words[static_cast<std::size_t>(difference.kind)], what, difference.id);
            for (const ValueChange& change : difference.changes)
                fmt::print(output_.stream(), "    {}: {}\n", change.what,
                           change_text(difference.kind, change));
        }
    }

    static std::string change_text(RuleDifference::Kind kind, const ValueChange& change) {
        if (kind == RuleDifference::Kind::added)
            return quoted(change.after);
        if (kind == RuleDifference::Kind::removed)
            return quoted(change.before);
        return fmt::format("{} -> {}", quoted(change.before), quoted(change.after));
    }

    void compare_manifests() {
        OutcomeComparison comparison(before_, after_);
        for (const std::string& word : arguments_.manifests) {
            const ExpandedPath expanded = expand_path(word);
            if (!expanded.faults.empty())
                throw InputError(expanded.faults.front());
            for (const std::string& path : expanded.manifests)
                for (const auto& reader : open_manifest(path, after_.field_aliases, {}))
                    compare(*reader, comparison);
        }
        fmt::print(output_.stream(),
                   "{} of {} lines change their outcome: {} weigh more, {} weigh less\n",
                   changed_lines_, lines_, heavier_, lighter_);
        if (rejected_ > 0)
            fmt::print(output_.stream(), "{} lines could not be read and were not compared\n",
                       rejected_);
    }

    void compare(ManifestReader& reader, OutcomeComparison& comparison) {
        while (const auto batch = reader.next())
            batch->for_each(
                [&](const ManifestLine& line) {
                    ++lines_;
                    if (const auto change = comparison.compare(line))
                        print(batch->file, *change);
                },
                [&](const RejectedLine&) { ++rejected_; });
    }

    void print(std::string_view file, const OutcomeChange& change) {
        ++changed_lines_;
        heavier_ += change.severity_before < change.severity_after ? 1 : 0;
        lighter_ += change.severity_after < change.severity_before ? 1 : 0;
        fmt::print(output_.stream(), "{}:{}: {}, {}\n", printable(file), change.line,
                   quoted(change.goods), quoted(change.consignee));
        for (const AnswerChange& answer : change.answers)
            fmt::print(output_.stream(), "    {}: {} -> {}\n", answer.rule, answer.before,
                       answer.after);
        if (change.severity_before != change.severity_after)
            fmt::print(output_.stream(), "    severity: {} -> {}\n",
                       severity_text(change.severity_before), severity_text(change.severity_after));
    }

    const DiffArguments& arguments_;
    std::vector<std::filesystem::path> before_folders_, after_folders_;
    Knowledge before_, after_;
    StandardOutput output_;
    std::uint64_t lines_ = 0, rejected_ = 0, changed_lines_ = 0, heavier_ = 0, lighter_ = 0;
};

} // namespace

int diff_packs(const DiffArguments& arguments) {
    return PackComparison(arguments).run();
}

} // namespace preflag
