#include <preflag/base/text.h>
#include <preflag/goods/reading/name_context.h>

#include <algorithm>

namespace preflag {

namespace {

/// "硝酸" in "硝酸银": a CJK name that runs on is part of another one, unless words of strength,
/// form or packing follow.
std::optional<std::string> runs_on(const CellText& cell, LexemeRange name,
                                   const ReadingWords& words) {
    const Lexeme& last = cell.lexemes[name.end - 1];
    if (last.text != "酸" || name.end >= cell.lexemes.size())
        return std::nullopt;
    const Lexeme& next = cell.lexemes[name.end];
    const bool is_word =
        next.kind == Lexeme::Kind::word && !next.after_space && !is_ascii(next.text);
    if (!is_word || words.between.at(cell.lexemes, name.end) > 0 ||
        words.solution.at(cell.lexemes, name.end) > 0)
        return std::nullopt;
    return cell.written(name.begin, name.end + 1);
}

/// Directly before the name, at most two filler words away.
std::optional<std::string> cancelled_before(const CellText& cell, std::size_t begin,
                                            const ReadingWords& words) {
    std::size_t place = begin;
    for (int fillers = 0; fillers <= 2 && place > 0; ++fillers) {
        const std::size_t taken = words.cancels_before.before(cell.lexemes, place);
        if (taken > 0)
            return cell.written(place - taken, begin);
        const std::size_t filler = words.fillers.before(cell.lexemes, place);
        if (filler == 0)
            return std::nullopt;
        place -= filler;
    }
    return std::nullopt;
}

/// "and toluene" of "acetone and toluene free": what a list takes up before the word that cancels.
std::size_t listed_word(const CellText& cell, std::size_t place, const ReadingWords& words) {
    const std::size_t mark = place < cell.lexemes.size() && cell.lexemes[place].text == "/"
                                 ? 1
                                 : words.list_words.at(cell.lexemes, place);
    const bool is_word = mark > 0 && place + mark < cell.lexemes.size() &&
                         cell.lexemes[place + mark].kind == Lexeme::Kind::word;
    return is_word ? mark + 1 : 0;
}

std::optional<std::string> cancelled_after(const CellText& cell, std::size_t end,
                                           const ReadingWords& words) {
    std::size_t place = end;
    if (place < cell.lexemes.size() && cell.lexemes[place].text == "-")
        ++place;
    for (int gap = 0; gap <= 2; ++gap) {
        const std::size_t taken = words.cancels_after.at(cell.lexemes, place);
        if (taken > 0)
            return cell.written(end, place + taken);
        const std::size_t skipped =
            std::max(words.before_cancels.at(cell.lexemes, place), listed_word(cell, place, words));
        if (skipped == 0)
            return std::nullopt;
        place += skipped;
    }
    return std::nullopt;
}

bool is_inside(std::size_t place, std::span<const LexemeRange> ranges) {
    return std::any_of(ranges.begin(), ranges.end(), [&](const LexemeRange& range) {
        return place >= range.begin && place < range.end;
    });
}

} // namespace

std::optional<std::string> article_around(const CellText& cell, LexemeRange name,
                                          std::span<const LexemeRange> names,
                                          const ReadingWords& words) {
    const LexemeRange clause = cell.clause_around(name.begin);
    for (std::size_t place = clause.begin; place < clause.end; ++place) {
        if ((place >= name.begin && place < name.end) || is_inside(place, names))
            continue;
        const bool is_first = place == clause.begin;
        const std::size_t taken =
            std::max(words.articles.at(cell.lexemes, place),
                     is_first ? words.leading_articles.at(cell.lexemes, place) : 0);
        if (taken > 0)
            return cell.written(place, place + taken);
    }
    return std::nullopt;
}

namespace {

/// "HCl" is written as a formula, "Can" as a word.
bool has_capitals(std::string_view text) {
    return std::count_if(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >=
           2;
}

bool is_all_upper(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// A word directly before: "metformin HCl" names a salt of something else.
bool follows_a_word(const CellText& cell, std::size_t begin, const ReadingWords& words) {
    if (begin == 0 || cell.lexemes[begin - 1].kind != Lexeme::Kind::word)
        return false;
    return words.between.before(cell.lexemes, begin) == 0 &&
           words.fillers.before(cell.lexemes, begin) == 0 &&
           words.support.before(cell.lexemes, begin) == 0;
}

bool figure_follows(const CellText& cell, std::size_t end, const ReadingWords& words) {
    const auto& lexemes = cell.lexemes;
    std::size_t place = end;
    if (place < lexemes.size() && (lexemes[place].text == "-" || lexemes[place].text == "("))
        ++place;
    if (place + 1 >= lexemes.size() || lexemes[place].kind != Lexeme::Kind::number)
        return false;
    return lexemes[place + 1].text == "%" || words.percent.at(lexemes, place + 1) > 0;
}

} // namespace

std::optional<std::string> cancelling_words(const CellText& cell, LexemeRange name,
                                            std::span<const LexemeRange> names,
                                            const ReadingWords& words) {
    if (auto longer = runs_on(cell, name, words))
        return longer;
    if (auto before = cancelled_before(cell, name.begin, words))
        return before;
    if (auto after = cancelled_after(cell, name.end, words))
        return after;
    return article_around(cell, name, names, words);
}

bool is_cleaned(const CellText& cell, const ReadingWords& words) {
    for (std::size_t place = 0; place < cell.lexemes.size(); ++place)
        if (const std::size_t taken = words.cleaned.at(cell.lexemes, place);
            taken > 0 && words.weakens.before(cell.lexemes, place + taken) == 0 &&
            words.cancels_before.before(cell.lexemes, place) == 0)
            return true;
    return false;
}

bool is_remainder(const CellText& cell, const ReadingWords& words) {
    return words.weakens.anywhere(cell.lexemes);
}

bool is_supported(const CellText& cell, LexemeRange name, const ReadingWords& words,
                  const PhraseSet& own_support) {
    const std::string_view as_written =
        cell.text.substr(cell.lexemes[name.begin].offset, cell.lexemes[name.end - 1].offset +
                                                              cell.lexemes[name.end - 1].length -
                                                              cell.lexemes[name.begin].offset);
    const bool is_short = as_written.size() <= 4;
    if (is_short && !is_all_upper(as_written) && !has_capitals(as_written) && is_ascii(as_written))
        return false;
    const bool ends_in_figure =
        name.end > name.begin + 1 && cell.lexemes[name.end - 1].kind == Lexeme::Kind::number;
    if (figure_follows(cell, name.end - (ends_in_figure ? 1 : 0), words) &&
        !follows_a_word(cell, name.begin, words))
        return true;
    if (is_short && is_all_upper(cell.text) && is_ascii(cell.text))
        return false;
    for (std::size_t place = 0; place < cell.lexemes.size(); ++place)
        if ((place < name.begin || place >= name.end) &&
            (words.support.at(cell.lexemes, place) > 0 || own_support.at(cell.lexemes, place) > 0))
            return true;
    return false;
}

} // namespace preflag
