#pragma once

#include <preflag/base/document/map_reader.h>
#include <preflag/rules/conditions/condition_reader.h>
#include <preflag/rules/packs/pack_reader.h>

#include <string>
#include <vector>

namespace preflag {

/// What the readers of regimes and of red flags share. All of it adds defects to the map's
/// diagnostics and goes on.

/// pack, title, edition, jurisdiction, from, until, reviewed, review-by, source, extends, override,
/// disable. What a pack with `extends` does not say is taken from the extended one.
void read_head(MapReader& map, const PackContext& context, PackContent& content,
               std::vector<Diagnostic>& diagnostics);

/// `severity` or `score`, as a score from 0 to 100; nullopt when there is neither.
std::optional<int> read_score(MapReader& map, const PackContext& context);

/// The pack that `pack` extends; nullptr when it extends none.
const RulePack* extended_pack(const RulePack& pack, const PackContext& context);

/// Adds an error when the rule's period and the pack's do not meet.
void check_period(MapReader& map, const RulePack& pack, const Rule& rule);

/// Adds an error for cases that the rule can never meet, and for cases that contradict each other.
void check_cases(MapReader& map, const Rule& rule);

/// What conditions of the pack may refer to.
ConditionScope scope_of(const PackContext& context, bool is_before_laws);

/// from and until, which must be in order.
void read_period(MapReader& map, std::optional<Date>& from, std::optional<Date>& until);

/// The text of `key`, which must be a kebab-case id.
std::string required_id(MapReader& map, std::string_view key);
bool is_id(std::string_view text);

/// `id` when the catalogue has it, else an error at `position` and an empty text.
std::string known_substance(MapReader& map, Position position, const std::string& id,
                            const PackContext& context);

/// The list `cases` of a row or rule.
std::vector<RuleCase> read_cases(MapReader& map, const PackContext& context,
                                 std::vector<Diagnostic>& diagnostics);

/// Canaries that expect an answer, and canaries that expect silence or below-limit.
struct CanaryCount {
    std::size_t positive = 0;
    std::size_t negative = 0;

    void add(const std::vector<RuleCase>& cases);
    [[nodiscard]] bool is_complete() const { return positive > 0 && negative > 0; }
};

/// What a pack without both kinds of canary is told.
inline constexpr std::string_view canary_advice =
    "mark one case that expects an answer and one that expects silent or below-limit with "
    "\"canary: true\"";

} // namespace preflag
