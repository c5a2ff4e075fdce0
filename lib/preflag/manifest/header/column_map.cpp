#include <preflag/base/error.h>
#include <preflag/base/number.h>
#include <preflag/base/text.h>
#include <preflag/manifest/header/column_cells.h>
#include <preflag/manifest/header/column_map.h>
#include <preflag/manifest/header/column_neighbours.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

namespace preflag {

namespace {

constexpr int by_override = ColumnDraft::by_override;
constexpr std::size_t most_joined_columns = 8;
constexpr std::size_t most_mended_columns = 1000; ///< from here on headers must be spelt right
constexpr std::size_t shown_headers = 30;
constexpr std::size_t longest_near_header = 80;

/// Fields whose columns add up to one text. Of the others, the first filled column counts.
bool is_joined(const ColumnUse& use) {
    constexpr std::array fields{Field::description,          Field::marks,
                                Field::consignee_address,    Field::shipper_address,
                                Field::notify_party_address, Field::proper_shipping_name};
    return !use.joint.empty() ||
           std::find(fields.begin(), fields.end(), *use.field) != fields.end();
}

/// The field whose value a column's header tells: that of the unit.
std::optional<Field> named_unit(const ColumnUse& use) {
    return use.field && !use.unit.empty() ? unit_field(*use.field) : std::nullopt;
}

bool same_header(std::string_view left, std::string_view right) {
    return trim(left) == trim(right) || header_vocabulary(left) == header_vocabulary(right);
}

std::string list_of(const std::vector<std::string>& headers) {
    std::string list;
    for (std::size_t i = 0; i < std::min(headers.size(), shown_headers); ++i)
        list += fmt::format("{}\"{}\"", i == 0 ? "" : ", ", printable(fit(headers[i], 40)));
    if (headers.size() > shown_headers)
        list += fmt::format(" and {} more", headers.size() - shown_headers);
    return list;
}

} // namespace

bool is_goods(Field field) {
    FieldValues probe;
    probe.set(field, "x");
    return names_goods(probe);
}

std::optional<std::size_t> column_number(std::string_view text) {
    if (!text.starts_with('#'))
        return std::nullopt;
    return parse_number<std::size_t>(text.substr(1));
}

ColumnMap::ColumnMap(const std::vector<std::string>& headers, const FieldAliases& aliases,
                     const ReadOptions& options, const std::string& file, const SampleRows& sample)
    : is_known_(headers.size(), false) {
    draft_.strengths.assign(headers.size(), 0);
    for (std::size_t i = 0; i < headers.size(); ++i)
        draft_.uses.push_back(
            {i + 1, std::string(trim(headers[i])), std::nullopt, {}, "no known header", {}});
    apply_overrides(options, file);
    apply_aliases(aliases, options);
    if (!options.no_header) {
        settle_by_cells(draft_, aliases, sample);
        settle_by_neighbours(draft_, aliases);
    }
    give_units_to_weights();
    settle_repeats();
}

void ColumnMap::apply_overrides(const ReadOptions& options, const std::string& file) {
    for (const auto& item : options.column_overrides) {
        const auto& field = item.first;
        const std::string& column = item.second;
        const auto number = column_number(column);
        const auto found =
            std::find_if(draft_.uses.begin(), draft_.uses.end(), [&](const ColumnUse& use) {
                return number ? use.number == *number : same_header(use.header, column);
            });
        if (found == draft_.uses.end()) {
            std::vector<std::string> headers;
            for (const ColumnUse& use : draft_.uses)
                headers.push_back(use.header);
            throw InputError(
                fmt::format("{}: --map {}={}: there is no such column; the headers are: {}", file,
                            field_name(field), column, list_of(headers)));
        }
        found->field = field;
        found->reason = "--map";
        draft_.strengths[found->number - 1] = by_override;
    }
}

void ColumnMap::apply_aliases(const FieldAliases& aliases, const ReadOptions& options) {
    if (options.no_header)
        return;
    for (ColumnUse& use : draft_.uses) {
        int& strength = draft_.strengths[use.number - 1];
        const auto match = use.number <= most_mended_columns ? aliases.match(use.header)
                                                             : aliases.match_as_written(use.header);
        if (!match)
            continue;
        is_known_[use.number - 1] = true;
        use.unit = match->unit;
        if (strength == by_override)
            continue;
        strength = match->strength;
        use.field = match->field;
        use.reason = match->strength == 2 ? "known header" : "part of the header is known";
    }
}

/// "Net weight, Unit": a unit right behind a weight is that weight's, unless it is the one that the
/// quantity has.
void ColumnMap::give_units_to_weights() {
    const auto is_read_as = [](Field field) {
        return [field](const ColumnUse& use) { return use.field == field; };
    };
    bool is_of_quantity =
        std::any_of(draft_.uses.begin(), draft_.uses.end(), is_read_as(Field::quantity));
    for (std::size_t i = 1; i < draft_.uses.size(); ++i) {
        ColumnUse& use = draft_.uses[i];
        const ColumnUse& before = draft_.uses[i - 1];
        if (use.field != Field::quantity_unit || draft_.strengths[i] == by_override)
            continue;
        const bool is_behind_weight =
            before.field == Field::net_weight || before.field == Field::gross_weight;
        if (!is_of_quantity && is_behind_weight && before.unit.empty()) {
            use.field = unit_field(*before.field);
            use.reason = fmt::format("stands behind column {}", before.number);
        }
        is_of_quantity = false;
    }
}

/// Overrides and whole-header matches take a field away from mere parts of a header.
void ColumnMap::settle_repeats() {
    std::array<int, field_count> best{};
    std::array<std::size_t, field_count> first{};
    for (const ColumnUse& use : draft_.uses)
        if (use.field) {
            int& strongest = best[static_cast<std::size_t>(*use.field)];
            strongest = std::max(strongest, draft_.strengths[use.number - 1]);
        }
    std::size_t joined = 0;
    for (ColumnUse& use : draft_.uses) {
        if (!use.field)
            continue;
        const auto field = static_cast<std::size_t>(*use.field);
        const std::string name(field_name(*use.field));
        const bool is_weaker = draft_.strengths[use.number - 1] < best[field];
        if (is_weaker && best[field] == by_override) {
            use.field.reset();
            use.reason = fmt::format("ignored: --map gives {} another column", name);
        } else if (is_weaker && (*use.field == Field::description || *use.field == Field::date)) {
            use.field.reset();
            use.reason = fmt::format("ignored: another column is the {} for certain", name);
        } else if (first[field] == 0) {
            first[field] = use.number;
        } else if (is_joined(use) && ++joined > most_joined_columns) {
            use.field.reset();
            use.reason = "ignored: too many columns of this meaning";
        } else if (is_joined(use)) {
            use.reason += fmt::format(", joined to column {}", first[field]);
        } else {
            use.reason += fmt::format(", used where column {} is empty", first[field]);
        }
    }
}

bool ColumnMap::names_goods() const {
    return std::any_of(draft_.uses.begin(), draft_.uses.end(),
                       [](const ColumnUse& use) { return use.field && is_goods(*use.field); });
}

std::vector<ColumnTarget> ColumnMap::targets() const {
    std::vector<ColumnTarget> targets;
    std::size_t constants = 0;
    for (const ColumnUse& use : draft_.uses) {
        targets.push_back({use.field, use.field && is_joined(use)});
        if (!use.joint.empty())
            targets.back().joint = use.joint;
        if (named_unit(use))
            targets.back().constant = constants++;
    }
    return targets;
}

std::vector<std::pair<Field, std::string>> ColumnMap::constants() const {
    std::vector<std::pair<Field, std::string>> constants;
    for (const ColumnUse& use : draft_.uses)
        if (const auto field = named_unit(use))
            constants.emplace_back(*field, use.unit);
    return constants;
}

int ColumnMap::header_score(const std::vector<std::string>& cells, const FieldAliases& aliases,
                            const ReadOptions& options) {
    int score = 0;
    for (const std::string& cell : cells) {
        if (cell.size() > 120)
            continue;
        for (const auto& [field, column] : options.column_overrides)
            score += !column_number(column) && same_header(cell, column) ? 2 : 0;
        if (const auto match = aliases.match_as_written(cell))
            score += match->strength;
    }
    return score;
}

std::string no_goods_column_message(const std::string& file,
                                    const std::vector<std::string>& headers,
                                    const FieldAliases& aliases) {
    std::string message = fmt::format(
        "{}: no column tells what the goods are: none is known as description, CAS, EC, "
        "UN or HS number.\n  The headers are: {}",
        file, list_of(headers));
    const auto shown = std::span(headers).first(std::min(headers.size(), shown_headers));
    for (const std::string& header : shown)
        if (header.size() > longest_near_header)
            continue;
        else if (const auto alias = aliases.nearest_goods_alias(header))
            message += fmt::format("\n  \"{}\" is near to the known header \"{}\"",
                                   printable(header), *alias);
    return message + "\n  Name the column with --map description=HEADER (or hs=, cas=, un=), or by "
                     "number with --no-header --map description=#N.";
}

} // namespace preflag
