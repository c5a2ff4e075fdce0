#include <preflag/base/text.h>
#include <preflag/goods/code_cell.h>
#include <preflag/goods/code_repair.h>
#include <preflag/goods/reading/code_notes.h>

#include <fmt/format.h>

namespace preflag {

namespace {

std::string quoted(std::string_view cell) {
    return fmt::format("\"{}\"", printable(trim(cell)));
}

void note_cas(std::string_view cell, std::vector<std::string>& notes) {
    if (cell.empty() || CasNumber::parse(cell))
        return;
    const std::vector<CasInCell> codes = cas_in_cell(cell);
    for (const CasInCell& code : codes) {
        if (!code.is_repaired)
            continue;
        std::string numbers;
        for (const CasNumber number : code.numbers)
            numbers += (numbers.empty() ? "" : " or ") + number.to_string();
        notes.push_back(fmt::format("CAS number {} read as {}, as a spreadsheet had damaged it",
                                    quoted(cell.substr(code.part.offset, code.part.length)),
                                    numbers));
    }
    if (codes.empty() && has_wrong_check_digit(cell))
        notes.push_back(
            fmt::format("CAS number {} has a wrong check digit and was not used", quoted(cell)));
}

void note_cus(std::string_view cell, std::vector<std::string>& notes) {
    constexpr std::size_t form = 9; // 9999999-9
    cell = trim(cell);
    if (cell.size() == form && cell[form - 2] == '-' && !CusNumber::parse(cell))
        notes.push_back(
            fmt::format("CUS number {} is none: its form is 9999999-9, the last a check "
                        "digit",
                        quoted(cell)));
}

void note_un(std::string_view cell, std::vector<std::string>& notes) {
    if (cell.empty() || UnNumber::parse(cell))
        return;
    if (const auto repaired = repair_un(cell))
        notes.push_back(
            fmt::format("UN number {} read as UN {}", quoted(cell), repaired->to_string()));
}

void note_hs(std::string_view cell, std::vector<std::string>& notes) {
    if (const auto range = hs_codes_of_exponent(cell))
        notes.push_back(
            fmt::format("HS code {} was damaged by a spreadsheet: it may be any from {} "
                        "to {} and supports other evidence only",
                        quoted(cell), range->first, range->second));
    else if (const auto hs = HsCode::parse(cell); hs && hs->lost_zero())
        notes.push_back(fmt::format("HS code {} read as {}, with a lost leading zero", quoted(cell),
                                    hs->digits()));
}

/// "67-64-2" in a text: a number, two digits and one digit between dashes.
void note_text(const GoodsText& text, std::vector<std::string>& notes) {
    constexpr std::size_t fewest_digits = 3; // fewer are often a date or a size
    const auto& lexemes = text.tokens;
    for (std::size_t place = 0; place + 4 < lexemes.size(); ++place) {
        const bool is_dashed = lexemes[place].kind == Lexeme::Kind::number &&
                               lexemes[place].text.size() >= fewest_digits &&
                               lexemes[place + 1].text == "-" && lexemes[place + 3].text == "-" &&
                               !lexemes[place + 2].after_space;
        if (!is_dashed)
            continue;
        const std::string code =
            lexemes[place].text + "-" + lexemes[place + 2].text + "-" + lexemes[place + 4].text;
        if (has_wrong_check_digit(code))
            notes.push_back(
                fmt::format("\"{}\" in the text is no CAS number: its check digit is wrong",
                            printable(text.written(place, place + 5))));
    }
}

} // namespace

std::vector<std::string> notes_on_codes(const GoodsLine& line) {
    std::vector<std::string> notes;
    note_cas(line.cells[Field::cas], notes);
    note_cus(line.cells[Field::cus], notes);
    note_un(line.cells[Field::un], notes);
    note_hs(line.cells[Field::hs], notes);
    for (const GoodsText& text : line.texts)
        note_text(text, notes);
    return notes;
}

} // namespace preflag
