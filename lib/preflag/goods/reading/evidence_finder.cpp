#include <preflag/base/text.h>
#include <preflag/goods/code_cell.h>
#include <preflag/goods/code_repair.h>
#include <preflag/goods/reading/evidence_finder.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace preflag {

namespace {

void add_all(const CodeTable& codes, std::uint64_t code, EvidenceKind kind, const Hit& hit,
             std::vector<Hit>& hits) {
    codes.for_each(code, [&](SubstanceId substance) {
        hits.push_back(hit);
        hits.back().substance = substance;
        hits.back().kind = kind;
    });
}

/// Digits of other scripts lie beyond ASCII.
bool may_have_code(std::string_view cell) {
    return has_digit(cell) || !is_ascii(cell);
}

Hit hit_of(Field field, const CodePart& part) {
    Hit hit;
    hit.field = field;
    hit.offset = part.offset;
    hit.length = part.length;
    return hit;
}

/// "2847 00 00" is one tariff code, "284700 280800" are two.
bool is_one_tariff_code(std::string_view code) {
    constexpr std::size_t subheading = 6;
    std::size_t whole_codes = 0;
    std::size_t digits = 0;
    for (std::size_t i = 0; i <= code.size(); ++i) {
        if (i == code.size() || code[i] == ' ') {
            whole_codes += digits >= subheading ? 1 : 0;
            digits = 0;
        } else if (is_ascii_digit(code[i])) {
            ++digits;
        }
    }
    return whole_codes < 2;
}

bool is_code_character(char c) {
    return is_ascii_digit(c) || c == '-' || c == '.' || c == ' ';
}

/// Nothing but a dash, ASCII or typographic, stands between two words.
bool is_dash_between(std::string_view text, const Word& left, const Word& right) {
    const std::size_t end = left.offset + left.length;
    const std::string_view between = text.substr(end, right.offset - end);
    constexpr std::string_view minus = "\xE2\x88\x92";
    constexpr std::string_view full_width = "\xEF\xBC\x8D";
    return between == "-" || between == minus || between == full_width ||
           (between.size() == 3 && between.substr(0, 2) == "\xE2\x80" && between[2] >= '\x90' &&
            between[2] <= '\x95');
}

/// The digits, dashes, points and spaces from `begin` on, without those at the end.
std::string_view code_from(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    while (end < text.size() && is_code_character(text[end]))
        ++end;
    while (end > begin && !is_ascii_digit(text[end - 1]))
        --end;
    return text.substr(begin, end - begin);
}

} // namespace

void EvidenceFinder::find(const FieldValues& line, std::vector<Hit>& hits) {
    hits.clear();
    search_codes(line, hits);
    for (const Field field : {Field::description, Field::proper_shipping_name})
        if (const std::string_view text = line[field];
            !text.empty() && !without_hits_.knows(text)) {
            const std::size_t before = hits.size();
            search_text(field, text, hits);
            if (hits.size() == before)
                without_hits_.add(text);
        }
}

void EvidenceFinder::search_codes(const FieldValues& line, std::vector<Hit>& hits) {
    search_cas(line[Field::cas], hits);
    const auto search = [&](Field field, auto is_code, auto add) {
        const std::string_view cell = line[field];
        if (!may_have_code(cell))
            return;
        if (is_code(cell)) {
            Hit hit;
            hit.field = field;
            hit.length = cell.size();
            return (this->*add)(cell, hit, hits);
        }
        constexpr std::array marks{CodeMarks{false, ""}, CodeMarks{true, "/"},
                                   CodeMarks{true, "/,"}, CodeMarks{true, "/, "}};
        std::vector<CodePart> parts{whole_code(cell)};
        for (const CodeMarks& mark : marks) {
            std::vector<CodePart> pieces;
            for (const CodePart& part : parts) {
                if (is_code(part.text)) {
                    pieces.push_back(part);
                    continue;
                }
                auto further = parts_of_codes(part, mark);
                std::move(further.begin(), further.end(), std::back_inserter(pieces));
            }
            parts = std::move(pieces);
        }
        for (const CodePart& part : parts)
            (this->*add)(part.text, hit_of(field, part), hits);
    };
    search(
        Field::ec,
        [](std::string_view code) {
            return EcNumber::parse(code).has_value() || repair_ec(code).has_value();
        },
        &EvidenceFinder::add_ec);
    search(
        Field::cus, [](std::string_view code) { return CusNumber::parse(code).has_value(); },
        &EvidenceFinder::add_cus);
    search(
        Field::un,
        [](std::string_view code) {
            return UnNumber::parse(code).has_value() || repair_un(code).has_value();
        },
        &EvidenceFinder::add_un);
    if (hs_without_hits_.knows(line[Field::hs]))
        return;
    const std::size_t before = hits.size();
    search(
        Field::hs,
        [](std::string_view code) {
            return hs_codes_of_exponent(code) ||
                   (HsCode::parse(code).has_value() && is_one_tariff_code(code));
        },
        &EvidenceFinder::add_hs);
    if (hits.size() == before)
        hs_without_hits_.add(line[Field::hs]);
}

/// The cell as it should be first: it costs nothing.
void EvidenceFinder::search_cas(std::string_view cell, std::vector<Hit>& hits) const {
    if (!may_have_code(cell))
        return;
    if (const auto cas = CasNumber::parse(cell)) {
        Hit hit;
        hit.field = Field::cas;
        hit.length = cell.size();
        return add_all(lexicon_.by_cas, cas->digits(), EvidenceKind::cas, hit, hits);
    }
    for (const CasInCell& found : cas_in_cell(cell))
        for (const CasNumber cas : found.numbers)
            add_all(lexicon_.by_cas, cas.digits(), EvidenceKind::cas,
                    hit_of(Field::cas, found.part), hits);
}

void EvidenceFinder::add_cas(std::string_view code, const Hit& hit, std::vector<Hit>& hits) const {
    if (const auto cas = CasNumber::parse(code))
        add_all(lexicon_.by_cas, cas->digits(), EvidenceKind::cas, hit, hits);
}

void EvidenceFinder::add_ec(std::string_view code, const Hit& hit, std::vector<Hit>& hits) const {
    auto ec = EcNumber::parse(code);
    if (!ec && hit.field == Field::ec)
        ec = repair_ec(code);
    if (ec)
        add_all(lexicon_.by_ec, ec->digits(), EvidenceKind::ec, hit, hits);
}

void EvidenceFinder::add_cus(std::string_view code, const Hit& hit, std::vector<Hit>& hits) const {
    if (const auto cus = CusNumber::parse(code))
        add_all(lexicon_.by_cus, cus->digits(), EvidenceKind::cus, hit, hits);
}

void EvidenceFinder::add_un(std::string_view code, Hit hit, std::vector<Hit>& hits) const {
    auto un = UnNumber::parse(code);
    if (!un && hit.field == Field::un)
        un = repair_un(code);
    if (un) {
        hit.un = un;
        add_all(lexicon_.by_un, un->digits(), EvidenceKind::un, hit, hits);
    }
}

void EvidenceFinder::add_hs(std::string_view code, const Hit& hit, std::vector<Hit>& hits) const {
    if (const auto damaged = hs_codes_of_exponent(code))
        return add_damaged_hs(*damaged, hit, hits);
    const auto hs = HsCode::parse(code);
    const auto subheading = hs ? hs->subheading() : std::nullopt;
    if (!subheading)
        return;
    add_all(lexicon_.by_hs, *subheading, EvidenceKind::hs, hit, hits);
    add_all(lexicon_.by_basket, *subheading, EvidenceKind::hs_basket, hit, hits);
}

/// A code that may be several supports other evidence, as a subheading of many goods does.
void EvidenceFinder::add_damaged_hs(std::pair<std::uint64_t, std::uint64_t> codes, Hit hit,
                                    std::vector<Hit>& hits) const {
    constexpr std::uint64_t national = 10000; // ten digits against the six of a subheading
    hit.kind = EvidenceKind::hs_basket;
    lexicon_.by_hs.for_each_between(codes.first / national, codes.second / national,
                                    [&](SubstanceId substance) {
                                        hit.substance = substance;
                                        hits.push_back(hit);
                                    });
}

void EvidenceFinder::search_text(Field field, std::string_view text, std::vector<Hit>& hits) {
    scan_words(text, words_, folded_);
    std::size_t i = 0;
    while (i < words_.size()) {
        const Word& word = words_[i];
        if (word.digits && word.length == 1 && i >= 2)
            take_dashed(i, field, text, hits);
        const bool is_un = word.length == 6 && ascii_lower(text[word.offset]) == 'u' &&
                           ascii_lower(text[word.offset + 1]) == 'n';
        if (is_un) {
            Hit hit;
            hit.field = field;
            hit.offset = word.offset;
            hit.length = word.length;
            add_un(text.substr(word.offset, word.length), hit, hits);
        }
        i += take_name(i, field, text, hits);
    }
}

/// "nitrate, sodium" in "lithium nitrate, sodium nitrate": a comma stands inside of the name, and
/// behind it begins another one as long.
bool EvidenceFinder::is_torn_from_next(std::size_t word, std::size_t length,
                                       std::string_view text) const {
    if (length < 2)
        return false;
    const std::size_t end = words_[word].offset + words_[word].length;
    const std::string_view gap = text.substr(end, words_[word + 1].offset - end);
    if (gap.find(',') == std::string_view::npos && gap.find(';') == std::string_view::npos)
        return false;
    const auto next = lexicon_.names.longest(std::span<const Word>(words_).subspan(word + 1));
    return next && next->words >= length;
}

/// The words that a name at `word` takes up; 1 when there is none.
std::size_t EvidenceFinder::take_name(std::size_t word, Field field, std::string_view text,
                                      std::vector<Hit>& hits) {
    const std::span<const Word> words = std::span<const Word>(words_).subspan(word);
    auto match =
        lexicon_.names.may_begin(words.front()) ? lexicon_.names.longest(words) : std::nullopt;
    bool is_corrected = false;
    if (lexicon_.spelling.may_match(lexicon_.names, words)) {
        const auto corrected = lexicon_.spelling.longest(lexicon_.names, words, text, memory_);
        is_corrected = corrected && (!match || corrected->words > match->words);
        match = is_corrected ? corrected : match;
    }
    if (!match || is_torn_from_next(word, match->words, text))
        return 1;
    const NameEntry& entry = lexicon_.entries[match->entry];
    const Word& last = words_[word + match->words - 1];
    if (entry.role == NameEntry::Role::substance || entry.role == NameEntry::Role::other_product) {
        Hit hit;
        hit.substance = entry.substance;
        hit.kind = entry.kind;
        hit.field = field;
        hit.offset = words_[word].offset;
        hit.length = last.offset + last.length - hit.offset;
        hit.is_other_product = entry.role == NameEntry::Role::other_product;
        hit.content = entry.content;
        hit.content_is_substance = entry.content_is_substance;
        hit.content_is_stated = entry.content_is_stated;
        hit.is_telling = entry.is_telling;
        hit.is_corrected = is_corrected;
        hits.push_back(hit);
    } else if (word + match->words < words_.size()) {
        take_labelled(entry.role, word + match->words, field, text, hits);
    }
    return match->words;
}

void EvidenceFinder::take_labelled(NameEntry::Role role, std::size_t word, Field field,
                                   std::string_view text, std::vector<Hit>& hits) {
    if (!words_[word].digits)
        return;
    Hit hit;
    hit.field = field;
    hit.offset = words_[word].offset;
    const bool is_un = role == NameEntry::Role::un_label;
    const std::string_view code =
        is_un ? text.substr(hit.offset, words_[word].length) : code_from(text, hit.offset);
    hit.length = code.size();
    switch (role) {
    case NameEntry::Role::cas_label:
        return add_cas(code, hit, hits);
    case NameEntry::Role::ec_label:
        return add_ec(code, hit, hits);
    case NameEntry::Role::cus_label:
        return add_cus(code, hit, hits);
    case NameEntry::Role::un_label:
        return code.size() == 4 ? add_un(code, hit, hits) : void();
    case NameEntry::Role::hs_label:
        return add_hs(code, hit, hits);
    default:
        return;
    }
}

/// Three groups of digits joined by dashes, the last of one digit: a CAS or EC number.
void EvidenceFinder::take_dashed(std::size_t word, Field field, std::string_view text,
                                 std::vector<Hit>& hits) {
    const Word& first = words_[word - 2];
    const Word& second = words_[word - 1];
    const Word& third = words_[word];
    if (!first.digits || !second.digits || !is_dash_between(text, first, second) ||
        !is_dash_between(text, second, third))
        return;
    Hit hit;
    hit.field = field;
    hit.offset = first.offset;
    hit.length = third.offset + third.length - first.offset;
    const std::string_view code = text.substr(hit.offset, hit.length);
    if (second.length == 2)
        add_cas(code, hit, hits);
    else if (first.length == 3 && second.length == 3)
        add_ec(code, hit, hits);
}

} // namespace preflag
