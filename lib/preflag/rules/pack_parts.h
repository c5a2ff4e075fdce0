#pragma once

#include <preflag/base/map_reader.h>
#include <preflag/rules/pack_reader.h>

#include <string>
#include <vector>

namespace preflag {

/// What the readers of regimes and of red flags share. All of it adds defects to the map's
/// diagnostics and goes on.

/// pack, title, edition, jurisdiction, from, until, reviewed, review-by, source, disable.
void read_head(MapReader& map, const PackContext& context, PackContent& content,
               std::vector<Diagnostic>& diagnostics);

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
