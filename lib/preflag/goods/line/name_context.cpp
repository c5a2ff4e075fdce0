#include <preflag/base/text.h>
#include <preflag/goods/line/name_context.h>

#include <algorithm>

namespace preflag {

namespace {

/// "硝酸" in "硝酸银": a CJK name that runs on is part of another one, unless words of strength,
/// form or packing follow.
std::optional<std::string> runs_on(const GoodsText& text, LexemeRange name,
                                   const ReadingVocabulary& words) {
    if (name.end >= text.tokens.size() || words.runs_on.before(text.tokens, name.end) == 0)
        return std::nullopt;
    const Lexeme& next = text.tokens[name.end];
    const bool is_word =
        next.kind == Lexeme::Kind::word && !next.after_space && !is_ascii(next.text);
    if (!is_word || words.between.at(text.tokens, name.end) > 0 ||
        words.solution.at(text.tokens, name.end) > 0)
        return std::nullopt;
    return text.written(name.begin, name.end + 1);
}

bool ends_in_one(std::string_view word, const std::vector<std::string>& endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [&](const std::string& ending) { return word.ends_with(ending); });
}

/// "亚" of "亚硝酸钠", "1,3-dihydroxy-" of "1,3-dihydroxy-2-propanone", "phenyl" of "phenyl urea":
/// a name that goes on to the left is part of another one.
std::optional<std::string> runs_into(const GoodsText& text, LexemeRange name,
                                     const ReadingVocabulary& words) {
    const auto& tokens = text.tokens;
    if (!tokens[name.begin].after_space && words.prefixes.before(tokens, name.begin) > 0)
        return text.written(name.begin - 1, name.end);
    std::size_t place = name.begin;
    while (place > 0 && !tokens[place].after_space && tokens[place - 1].kind != Lexeme::Kind::word)
        --place;
    const bool is_joined = place == name.begin || tokens[name.begin - 1].text == "-" ||
                           tokens[name.begin - 1].text == ")";
    if (place == 0 || !is_joined || (place < name.begin && tokens[place].after_space) ||
        tokens[place - 1].kind != Lexeme::Kind::word ||
        !ends_in_one(tokens[place - 1].text, words.radicals))
        return std::nullopt;
    return text.written(place - 1, name.end);
}

/// Directly before the name, at most two filler words away.
std::optional<std::string> cancelled_before(const GoodsText& text, std::size_t begin,
                                            const ReadingVocabulary& words) {
    std::size_t place = begin;
    for (int fillers = 0; fillers <= 2 && place > 0; ++fillers) {
        const std::size_t taken = words.cancels_before.before(text.tokens, place);
        if (taken > 0)
            return text.written(place - taken, begin);
        const std::size_t filler = words.fillers.before(text.tokens, place);
        if (filler == 0)
            return std::nullopt;
        place -= filler;
    }
    return std::nullopt;
}

/// "and toluene" of "acetone and toluene free": what a list takes up before the word that cancels.
std::size_t listed_word(const GoodsText& text, std::size_t place, const ReadingVocabulary& words) {
    const std::size_t mark = place < text.tokens.size() && text.tokens[place].text == "/"
                                 ? 1
                                 : words.list_words.at(text.tokens, place);
    const bool is_word = mark > 0 && place + mark < text.tokens.size() &&
                         text.tokens[place + mark].kind == Lexeme::Kind::word;
    return is_word ? mark + 1 : 0;
}

std::optional<std::string> cancelled_after(const GoodsText& text, std::size_t end,
                                           const ReadingVocabulary& words) {
    std::size_t place = end;
    if (place < text.tokens.size() && text.tokens[place].text == "-")
        ++place;
    for (int gap = 0; gap <= 2; ++gap) {
        const std::size_t taken = words.cancels_after.at(text.tokens, place);
        if (taken > 0)
            return text.written(end, place + taken);
        const std::size_t skipped =
            std::max(words.before_cancels.at(text.tokens, place), listed_word(text, place, words));
        if (skipped == 0)
            return std::nullopt;
        place += skipped;
    }
    return std::nullopt;
}

/// "HCl" is written as a formula, "Can" as a word.
bool has_capitals(std::string_view written) {
    return std::count_if(written.begin(), written.end(),
                         [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2;
}

bool is_all_upper(std::string_view written) {
    return std::none_of(written.begin(), written.end(),
                        [](char c) { return c >= 'a' && c <= 'z'; });
}

/// A word directly before: "metformin HCl" names a salt of something else.
bool follows_a_word(const GoodsText& text, std::size_t begin, const ReadingVocabulary& words) {
    if (begin == 0 || text.tokens[begin - 1].kind != Lexeme::Kind::word)
        return false;
    return words.between.before(text.tokens, begin) == 0 &&
           words.fillers.before(text.tokens, begin) == 0 &&
           words.support.before(text.tokens, begin) == 0;
}

bool figure_follows(const GoodsText& text, std::size_t end, const ReadingVocabulary& words) {
    const auto& lexemes = text.tokens;
    std::size_t place = end;
    if (place < lexemes.size() && (lexemes[place].text == "-" || lexemes[place].text == "("))
        ++place;
    if (place + 1 >= lexemes.size() || lexemes[place].kind != Lexeme::Kind::number)
        return false;
    return lexemes[place + 1].text == "%" || words.percent.at(lexemes, place + 1) > 0;
}

/// How often words of a set stand in the tokens, one behind the other.
std::size_t count_of(const PhraseSet& words, std::span<const Lexeme> tokens) {
    std::size_t count = 0;
    for (std::size_t place = 0; place < tokens.size();) {
        const std::size_t taken = words.at(tokens, place);
        count += taken > 0 ? 1 : 0;
        place += std::max<std::size_t>(taken, 1);
    }
    return count;
}

} // namespace

std::optional<std::string> NameContext::cancelling_words(LexemeRange name) {
    if (auto longer = runs_on(text_, name, words_))
        return longer;
    if (auto longer = runs_into(text_, name, words_))
        return longer;
    if (auto before = cancelled_before(text_, name.begin, words_))
        return before;
    if (auto before = left_out(name))
        return before;
    if (auto before = cancelled_before_list(name))
        return before;
    if (auto after = cancelled_after(text_, name.end, words_))
        return after;
    return article_around(name);
}

/// "(excl. acetone, butanone)": up to the end of its bracket such a word leaves out all.
std::optional<std::string> NameContext::left_out(LexemeRange name) {
    if (inside_of_.empty())
        find_brackets();
    const std::size_t place = inside_of_[name.begin];
    const std::size_t taken = place > 0 ? words_.excepting.at(text_.tokens, place) : 0;
    if (taken == 0 || place + taken > name.begin)
        return std::nullopt;
    return text_.written(place, name.begin);
}

void NameContext::find_brackets() {
    std::vector<std::size_t> open;
    for (std::size_t place = 0; place <= text_.tokens.size(); ++place) {
        inside_of_.push_back(open.empty() ? 0 : open.back());
        const std::string_view sign =
            place < text_.tokens.size() ? std::string_view(text_.tokens[place].text) : "";
        if (sign == "(" || sign == "[")
            open.push_back(place + 1);
        else if ((sign == ")" || sign == "]") && !open.empty())
            open.pop_back();
    }
}

/// The tokens of an item of a list of chemicals that ends before the place: a name, or a word of
/// another chemical with what stands before it.
std::size_t NameContext::item_before(std::size_t place) {
    if (name_ends_.empty())
        find_name_ends();
    if (name_ends_[place] > 0)
        return name_ends_[place];
    if (place == 0 || text_.tokens[place - 1].kind != Lexeme::Kind::word)
        return 0;
    const std::size_t taken = words_.chemical_words.before(text_.tokens, place);
    if (taken == 0 && !ends_in_one(text_.tokens[place - 1].text, words_.chemical_endings))
        return 0;
    return std::max<std::size_t>(taken, 1);
}

/// Of several names that end at one place, the first one counts.
void NameContext::find_name_ends() {
    name_ends_.assign(text_.tokens.size() + 1, 0);
    for (const Hit& hit : text_.hits)
        if (std::size_t& length = name_ends_[hit.range.end]; length == 0)
            length = hit.range.end - hit.range.begin;
}

/// "without acetone, toluene or urea": a word before a list of chemicals cancels each of them. A
/// list that only commas part must close with a word of a list, behind the name or before it.
std::optional<std::string> NameContext::cancelled_before_list(LexemeRange name) {
    constexpr int longest_list = 8;
    const auto& tokens = text_.tokens;
    bool is_list = false;
    std::size_t place = name.begin;
    for (int item = 0; item < longest_list; ++item) {
        const std::size_t word = words_.list_words.before(tokens, place);
        const std::size_t filler = word > 0 ? word : words_.fillers.before(tokens, place);
        const bool has_mark =
            place > 0 && (tokens[place - 1].text == "," || tokens[place - 1].text == "/" ||
                          tokens[place - 1].text == "&");
        is_list = is_list || word > 0 || (has_mark && tokens[place - 1].text != ",");
        if (filler == 0 && !has_mark)
            return std::nullopt;
        place -= filler > 0 ? filler : 1;
        if (place > 0 && filler > 0 && tokens[place - 1].text == ",")
            --place;
        std::size_t taken = item_before(place);
        if (taken == 0)
            return std::nullopt;
        while (taken > 0) {
            place -= taken;
            taken = item_before(place);
        }
        if (auto because = cancelled_before(text_, place, words_)) {
            const bool goes_on = is_list || listed_word(text_, name.end, words_) > 0 ||
                                 words_.excepting.before(tokens, place) > 0;
            return goes_on ? because : std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<std::string> NameContext::compound_around(LexemeRange name) const {
    const auto& tokens = text_.tokens;
    std::size_t behind = name.end;
    if (behind + 2 < tokens.size() && tokens[behind].text == "(" && tokens[behind + 2].text == ")")
        behind += 3;
    if (behind < tokens.size() && tokens[behind].text == "-")
        ++behind;
    if (behind < tokens.size() && tokens[behind].kind == Lexeme::Kind::word &&
        ends_in_one(tokens[behind].text, words_.compound_endings))
        return text_.written(name.begin, behind + 1);
    std::size_t before = name.begin;
    before -= words_.fillers.before(tokens, before);
    if (before > 0 && tokens[before - 1].kind == Lexeme::Kind::word &&
        ends_in_one(tokens[before - 1].text, words_.compound_endings))
        return text_.written(before - 1, name.end);
    return std::nullopt;
}

std::optional<std::string> NameContext::article_around(LexemeRange place) {
    if (clauses_.empty())
        find_articles();
    const auto clause =
        std::partition_point(clauses_.begin(), clauses_.end(),
                             [&](const Clause& one) { return one.range.end <= place.begin; });
    if (clause == clauses_.end() || !clause->article)
        return std::nullopt;
    return text_.written(clause->article->begin, clause->article->end);
}

void NameContext::find_articles() {
    std::vector<bool> is_named(text_.tokens.size());
    for (const Hit& hit : text_.hits)
        for (std::size_t place = hit.range.begin; place < hit.range.end; ++place)
            is_named[place] = true;
    std::size_t begin = 0;
    for (std::size_t place = 0; place <= text_.tokens.size(); ++place)
        if (place == text_.tokens.size() || text_.tokens[place].text == ";" ||
            text_.tokens[place].text == "|") {
            clauses_.push_back({{begin, place}, article_in({begin, place}, is_named)});
            begin = place + 1;
        }
}

std::optional<LexemeRange> NameContext::article_in(LexemeRange clause,
                                                   const std::vector<bool>& is_named) const {
    for (std::size_t place = clause.begin; place < clause.end; ++place) {
        if (is_named[place])
            continue;
        const std::size_t taken =
            std::max(words_.articles.at(text_.tokens, place),
                     place == clause.begin ? words_.leading_articles.at(text_.tokens, place) : 0);
        if (taken > 0)
            return LexemeRange{place, place + taken};
    }
    return std::nullopt;
}

LexemeRange NameContext::places_of(const PhraseSet& words) {
    const auto [known, is_new] = places_.try_emplace(&words);
    LexemeRange& places = known->second;
    if (is_new && !words.empty())
        for (std::size_t place = 0; place < text_.tokens.size(); ++place)
            if (words.at(text_.tokens, place) > 0)
                places = {places.end == 0 ? place : places.begin, place + 1};
    return places;
}

std::optional<std::string> NameContext::first_of(const PhraseSet& words) {
    const LexemeRange places = places_of(words);
    if (places.end == 0)
        return std::nullopt;
    return text_.written(places.begin, places.begin + words.at(text_.tokens, places.begin));
}

bool NameContext::lists_ingredients() {
    if (!lists_ingredients_)
        lists_ingredients_ = count_of(words_.ingredients, text_.tokens) >= 2;
    return *lists_ingredients_;
}

bool NameContext::is_written_in_capitals() {
    if (!is_in_capitals_)
        is_in_capitals_ = is_all_upper(text_.text) && is_ascii(text_.text);
    return *is_in_capitals_;
}

bool NameContext::is_supported(LexemeRange name, const PhraseSet& own_support) {
    constexpr std::size_t longest_short_name = 4;
    const std::string as_written = text_.written(name.begin, name.end);
    const bool is_short = as_written.size() <= longest_short_name;
    const std::string first = text_.written(name.begin, name.begin + 1);
    if (first.size() <= longest_short_name && !is_ascii(first) && is_ascii(fold(first)))
        return false; // "än 34" is no AN
    if (is_short && !is_all_upper(as_written) && !has_capitals(as_written) && is_ascii(as_written))
        return false;
    const bool ends_in_figure =
        name.end > name.begin + 1 && text_.tokens[name.end - 1].kind == Lexeme::Kind::number;
    if (figure_follows(text_, name.end - (ends_in_figure ? 1 : 0), words_) &&
        !follows_a_word(text_, name.begin, words_))
        return true;
    if (is_short && is_written_in_capitals())
        return false;
    for (const PhraseSet* words : {&words_.support, &own_support}) {
        const LexemeRange places = places_of(*words);
        if (places.end > 0 && (places.begin < name.begin || places.end > name.end))
            return true;
    }
    return false;
}

bool is_cleaned(const GoodsText& text, const ReadingVocabulary& words) {
    for (std::size_t place = 0; place < text.tokens.size(); ++place)
        if (const std::size_t taken = words.cleaned.at(text.tokens, place);
            taken > 0 && words.weakens.before(text.tokens, place + taken) == 0 &&
            words.cancels_before.before(text.tokens, place) == 0)
            return true;
    return false;
}

bool is_remainder(const GoodsText& text, const ReadingVocabulary& words) {
    return words.weakens.anywhere(text.tokens);
}

} // namespace preflag
