#include <preflag/base/text.h>
#include <preflag/manifest/header/header_rows.h>

#include <algorithm>

namespace preflag {

namespace {

constexpr std::size_t longest_header_cell = 60;

using Match = std::optional<FieldAliases::Match>;

int worth(const Match& match) {
    return match ? 2 * match->strength + (match->unit.empty() ? 0 : 1) : 0;
}

bool is_filled(const std::string& cell) {
    return trim(cell).find_first_not_of('-') != std::string_view::npos;
}

/// "[kg]", "(pcs)", "%": a unit under its column.
bool is_unit(std::string_view cell, const FieldAliases& aliases) {
    return aliases.is_measure_unit(cell) || trim(cell) == "%" || trim(cell) == "(%)" ||
           (cell.size() <= 8 && (cell.starts_with('(') || cell.starts_with('[')));
}

struct Joined {
    std::string text;
    int gain = 0;
    bool goes_on = false; ///< the lower cell belongs to a header
};

Joined joined_cells(const std::string& upper, const std::string& lower,
                    const FieldAliases& aliases) {
    if (!is_filled(lower))
        return {upper, 0, true};
    const Match alone = aliases.match_as_written(lower);
    if (!is_filled(upper))
        return {lower, worth(alone), alone.has_value() || is_unit(lower, aliases)};
    const Match before = aliases.match_as_written(upper);
    const std::string text = std::string(trim(upper)) + " " + std::string(trim(lower));
    const Match together = aliases.match_as_written(text);
    const bool is_better = worth(together) > worth(before);
    const bool goes_on =
        is_unit(lower, aliases) || alone.has_value() || (is_better && together->strength == 2);
    return is_better ? Joined{text, worth(together) - worth(before), goes_on}
                     : Joined{upper, 0, goes_on};
}

} // namespace

std::optional<HeaderCells> header_with_row_below(const HeaderCells& header,
                                                 const HeaderCells& below,
                                                 const FieldAliases& aliases) {
    if (below.size() > header.size())
        return std::nullopt;
    HeaderCells cells = header;
    int gain = 0;
    for (std::size_t i = 0; i < below.size(); ++i) {
        if (below[i].size() > longest_header_cell || has_digit(below[i]))
            return std::nullopt;
        Joined joined = joined_cells(header[i], below[i], aliases);
        if (!joined.goes_on)
            return std::nullopt;
        gain += joined.gain;
        cells[i] = std::move(joined.text);
    }
    return gain > 0 ? std::optional(std::move(cells)) : std::nullopt;
}

std::optional<HeaderCells> header_with_row_above(const HeaderCells& above,
                                                 const HeaderCells& header,
                                                 const FieldAliases& aliases) {
    const auto groups = std::count_if(above.begin(), above.end(), is_filled);
    const bool is_title = groups == 1 && is_filled(above.front());
    if (groups == 0 || is_title || above.size() > header.size())
        return std::nullopt;
    HeaderCells cells = header;
    bool tells_more = false;
    std::string group;
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (i < above.size() && is_filled(above[i]))
            group = trim(above[i]);
        if (group.empty() || group.size() > longest_header_cell || has_digit(group))
            continue;
        const std::string text = is_filled(header[i]) ? group + " " + header[i] : group;
        const Match before = aliases.match_as_written(header[i]);
        const Match together = aliases.match_as_written(text);
        const bool is_of_a_party =
            aliases.rules().about_a_party(header_vocabulary(text)).has_value() ||
            aliases.rules().party(header_vocabulary(text)).has_value();
        if (worth(together) <= worth(before) && !(together && is_of_a_party))
            continue;
        tells_more = tells_more || !before || before->field != together->field;
        cells[i] = text;
    }
    return tells_more ? std::optional(std::move(cells)) : std::nullopt;
}

} // namespace preflag
