#include <preflag/base/phrase.h>
#include <preflag/rules/conditions/cell_number.h>
#include <preflag/rules/conditions/line_cells.h>

namespace preflag {

LineCells::Cell& LineCells::cell(Field field) const {
    std::unique_ptr<Cell>& place = cells_[static_cast<std::size_t>(field)];
    if (!place)
        place = std::make_unique<Cell>();
    return *place;
}

const std::string& LineCells::phrase(Field field) const {
    std::optional<std::string>& known = cell(field).phrase;
    return known ? *known : known.emplace(known_phrase_of(line_[field]));
}

const std::optional<Interval>& LineCells::number(Field field) const {
    std::optional<std::optional<Interval>>& known = cell(field).number;
    return known ? *known : known.emplace(cell_number(line_[field], decimal_mark(line_, field)));
}

} // namespace preflag
