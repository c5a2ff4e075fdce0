#include <preflag/base/text.h>
#include <preflag/rules/packs/outcome_table.h>
#include <preflag/rules/packs/pack_parts.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

std::vector<std::string> read_jurisdiction(MapReader& map, const PackContext& context) {
    std::vector<std::string> countries;
    for (const std::string& code : map.texts("jurisdiction")) {
        const std::vector<std::string> members = context.countries.members_of(code);
        if (members.empty())
            map.error_at("jurisdiction", fmt::format("unknown country code \"{}\"", code),
                         "it must be a code of countries.yaml");
        countries.insert(countries.end(), members.begin(), members.end());
    }
    return countries;
}

std::vector<Disabled> read_disabled(MapReader& map, std::vector<Diagnostic>& diagnostics) {
    std::vector<Disabled> disabled;
    for (const DocumentNode& node : map.children("disable")) {
        MapReader entry(map.document(), node, "disable entry", diagnostics);
        std::string rule = entry.required_text("rule");
        std::string because = entry.required_text("because");
        entry.finish();
        disabled.push_back({std::move(rule), std::move(because), node.position()});
    }
    return disabled;
}

Override read_override(MapReader& entry, const PackContext& context) {
    Override change;
    change.position = entry.position();
    change.rule = entry.required_text("rule");
    change.because = entry.required_text("because");
    change.score = read_score(entry, context);
    if (change.score)
        change.what = entry.text("severity") ? fmt::format("severity {}", *entry.text("severity"))
                                             : fmt::format("score {}", *change.score);
    change.duty = entry.text("duty");
    if (change.duty)
        change.what += change.what.empty() ? "duty" : " and duty";
    const bool is_silent = entry.child("severity") == nullptr && entry.child("score") == nullptr;
    if (change.what.empty() && is_silent)
        entry.error(entry.position(), "the override changes nothing",
                    "give a severity, a score or a duty; \"disable\" switches a rule off");
    entry.finish();
    return change;
}

/// Takes what the pack itself does not say from the pack that it extends.
void inherit(const RulePack& base, bool has_jurisdiction, RulePack& pack) {
    if (!has_jurisdiction)
        pack.jurisdiction = base.jurisdiction;
    if (!pack.from)
        pack.from = base.from;
    if (!pack.until)
        pack.until = base.until;
    if (pack.source.empty())
        pack.source = base.source;
}

void read_extends(MapReader& map, const PackContext& context, RulePack& pack) {
    pack.extends = map.text("extends").value_or("");
    if (pack.extends.empty() || extended_pack(pack, context) != nullptr)
        return;
    std::vector<std::string> known;
    for (const RulePack& earlier : context.earlier)
        known.push_back(earlier.id);
    const std::string hint = did_you_mean(pack.extends, known);
    map.error_at("extends", fmt::format("there is no pack \"{}\" to extend", pack.extends),
                 hint.empty() ? "a pack can extend those of the folders before its own" : hint);
}

void check_review(MapReader& map, const RulePack& pack) {
    if (pack.reviewed && pack.review_by && *pack.review_by < *pack.reviewed)
        map.error_at("review-by",
                     fmt::format("\"review-by\" ({}) lies before \"reviewed\" ({})",
                                 to_string(*pack.review_by), to_string(*pack.reviewed)));
}

} // namespace

bool is_id(std::string_view text) {
    if (text.empty() || text.front() == '-' || text.back() == '-')
        return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return is_ascii_digit(c) || (c >= 'a' && c <= 'z') || c == '-';
    });
}

std::string required_id(MapReader& map, std::string_view key) {
    std::string id = map.required_text(key);
    if (!id.empty() && !is_id(id))
        map.error_at(key, fmt::format("\"{}\" is no id", id),
                     "an id has lower-case letters, digits and hyphens");
    return id;
}

void read_period(MapReader& map, std::optional<Date>& from, std::optional<Date>& until) {
    from = map.date("from");
    until = map.date("until");
    if (from && until && *until < *from)
        map.error_at("until", fmt::format("\"until\" ({}) lies before \"from\" ({})",
                                          to_string(*until), to_string(*from)));
}

void read_head(MapReader& map, const PackContext& context, PackContent& content,
               std::vector<Diagnostic>& diagnostics) {
    RulePack& pack = content.pack;
    pack.id = required_id(map, "pack");
    pack.title = map.required_text("title");
    pack.edition = map.required_text("edition");
    pack.jurisdiction = read_jurisdiction(map, context);
    pack.is_international = map.boolean("international", false);
    if (pack.is_international && !pack.jurisdiction.empty())
        map.error_at("international", "an international list has no jurisdiction",
                     "leave out one of them");
    read_period(map, pack.from, pack.until);
    pack.source = map.text("source").value_or("");
    pack.order = static_cast<int>(map.integer("order").value_or(pack.order));
    pack.reviewed = map.date("reviewed");
    pack.review_by = map.date("review-by");
    check_review(map, pack);
    read_extends(map, context, pack);
    if (const RulePack* const base = extended_pack(pack, context))
        inherit(*base, map.child("jurisdiction") != nullptr, pack);
    pack.shown_countries = context.countries.shortened(pack.jurisdiction);
    content.disabled = read_disabled(map, diagnostics);
    for (const DocumentNode& node : map.children("override")) {
        MapReader entry(map.document(), node, "override entry", diagnostics);
        content.overrides.push_back(read_override(entry, context));
    }
}

const RulePack* extended_pack(const RulePack& pack, const PackContext& context) {
    const std::string& id = pack.extends.empty() ? pack.id : pack.extends;
    const auto found = std::find_if(context.earlier.begin(), context.earlier.end(),
                                    [&](const RulePack& earlier) { return earlier.id == id; });
    return found == context.earlier.end() ? nullptr : &*found;
}

std::optional<int> read_score(MapReader& map, const PackContext& context) {
    static const std::vector<std::string> severities{"info", "low", "medium", "high", "critical"};
    const auto severity = map.choice("severity", severities);
    const auto score = map.integer("score");
    if (score && (*score < 0 || *score > 100)) {
        map.error_at("score", "a score must lie between 0 and 100");
        return 0;
    }
    if (score && severity)
        map.error_at("severity", "\"severity\" and \"score\" say the same thing twice",
                     "keep one of them: a severity is its lowest score of outcomes.yaml");
    if (score)
        return static_cast<int>(*score);
    if (!severity || context.outcomes == nullptr)
        return std::nullopt;
    return context.outcomes->lowest_score(static_cast<Severity>(*severity));
}

void check_period(MapReader& map, const RulePack& pack, const Rule& rule) {
    const bool ends_before = rule.until && pack.from && *rule.until < *pack.from;
    const bool begins_after = rule.from && pack.until && *pack.until < *rule.from;
    if (ends_before)
        map.error_at("until",
                     fmt::format("this can never apply: it ends {}, and the pack begins {}",
                                 to_string(*rule.until), to_string(*pack.from)));
    if (begins_after)
        map.error_at("from", fmt::format("this can never apply: it begins {}, and the pack ends {}",
                                         to_string(*rule.from), to_string(*pack.until)));
}

ConditionScope scope_of(const PackContext& context, bool is_before_laws) {
    return {context.substances, &context.countries, context.folder, is_before_laws};
}

std::string known_substance(MapReader& map, Position position, const std::string& id,
                            const PackContext& context) {
    if (std::find(context.substances.begin(), context.substances.end(), id) !=
        context.substances.end())
        return id;
    map.error(position, fmt::format("unknown substance \"{}\"", id),
              did_you_mean(id, context.substances));
    return {};
}

} // namespace preflag
