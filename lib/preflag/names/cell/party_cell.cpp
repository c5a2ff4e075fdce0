#include <preflag/base/text.h>
#include <preflag/names/cell/party_cell.h>

#include <algorithm>

namespace preflag {

namespace {

enum class Break : unsigned char { start, label, line, bracket, dash, slash, comma };

/// A stretch of the cell without any break.
struct Segment {
    std::size_t begin = 0, end = 0;
    Break before = Break::start;
};

/// A stretch of the cell between labels: one name, maybe with an address.
struct Piece {
    std::vector<Segment> segments;
};

/// A word with its place in the cell: lower case, without points and apostrophes.
struct Token {
    std::string text;
    std::size_t begin = 0, end = 0;
};

std::vector<std::string> texts_of(const std::vector<Token>& tokens) {
    std::vector<std::string> texts;
    texts.reserve(tokens.size());
    for (const Token& token : tokens)
        texts.push_back(is_ascii(token.text) ? token.text : fold(token.text));
    return texts;
}

bool is_cell_word_byte(char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// Where a reading ends: with its piece, at something that parts names from addresses, at a town
/// behind a name without any sign, or somewhere within.
enum class Cut : unsigned char { none, head, place, within };

/// Reads one cell.
class CellReader {
  public:
    CellReader(std::string_view cell, const NameVocabulary& words)
        : cell_(cell), words_(words), lower_(ascii_lower(cell)) {}

    PartyCell read() {
        split();
        std::erase_if(pieces_, [](const Piece& piece) { return piece.segments.empty(); });
        piece_ = pieces_.size() > 1 ? NameReading::whole_cell : 0;
        add(0, cell_.size(), Cut::none);
        for (piece_ = 0; piece_ < pieces_.size(); ++piece_)
            read(pieces_[piece_]);
        return std::move(result_);
    }

  private:
    void split();
    void close(std::size_t end, Break next);
    bool take_label(std::size_t& at);
    void pass_contact(std::size_t& at);
    void take_number(std::size_t& at);
    [[nodiscard]] bool leaves_out(const CellVocabulary::Label& label, std::size_t at) const;
    [[nodiscard]] Break break_at(std::size_t at, std::size_t& length) const;
    [[nodiscard]] bool is_edge(std::size_t at) const {
        return at == 0 || at >= lower_.size() || !is_cell_word_byte(lower_[at]) ||
               !is_cell_word_byte(lower_[at - 1]);
    }

    void read(const Piece& piece);
    void add_prefixes(std::size_t begin, std::size_t end);
    void add(std::size_t begin, std::size_t end, Cut cut);
    [[nodiscard]] std::vector<Token> tokens(std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool has_legal_form(const std::vector<Token>& tokens) const;
    [[nodiscard]] bool is_address(const Segment& segment) const;

    std::string_view cell_;
    const NameVocabulary& words_;
    std::string lower_;
    std::vector<Piece> pieces_{1};
    std::size_t begin_ = 0;       ///< of the segment that is being read
    Break before_ = Break::start; ///< it
    std::size_t piece_ = 0;       ///< that is being read
    bool has_labels_ = false;     ///< before names
    bool is_shortened_ = false;   ///< by a number, a contact or words for nobody
    PartyCell result_;
};

void CellReader::close(std::size_t end, Break next) {
    if (!trim(cell_.substr(begin_, end - begin_)).empty())
        pieces_.back().segments.push_back({begin_, end, before_});
    before_ = next;
}

/// Goes to the end of the line, or of a part between commas or brackets.
void CellReader::pass_contact(std::size_t& at) {
    while (at < lower_.size() &&
           std::string_view("\n\r,;|()[]").find(lower_[at]) == std::string_view::npos)
        ++at;
}

void CellReader::take_number(std::size_t& at) {
    while (at < lower_.size() && !is_ascii_digit(lower_[at]) && !is_ascii_letter(lower_[at]))
        ++at;
    const std::size_t begin = at;
    while (at < lower_.size() && (is_cell_word_byte(lower_[at]) || lower_[at] == '-'))
        ++at;
    if (has_digit(cell_.substr(begin, at - begin)))
        result_.numbers.push_back(cell_.substr(begin, at - begin));
    else
        at = begin;
}

/// "Emerging Markets ex China" leaves a country out, "Rare Metals ex-Japan" likewise. In brackets a
/// place may be a ship's former name.
bool CellReader::leaves_out(const CellVocabulary::Label& label, std::size_t at) const {
    if (label.text != "ex" && label.text != "ex.")
        return false;
    const auto before = texts_of(tokens(0, at));
    if (std::any_of(before.begin(), before.end(),
                    [&](const std::string& word) { return words_.cells().is_fund_word(word); }))
        return true;
    if (trim(lower_.substr(0, at)).ends_with('('))
        return false;
    const std::size_t begin = at + label.text.size();
    const std::size_t end = std::min(lower_.find_first_of("\n\r,;|()[]", begin), lower_.size());
    return words_.cells().are_places(texts_of(tokens(begin, end)));
}

bool CellReader::take_label(std::size_t& at) {
    if (!is_edge(at))
        return false;
    for (const CellVocabulary::Label& label : words_.cells().labels(lower_[at])) {
        const std::size_t end = at + label.text.size();
        if (lower_.compare(at, label.text.size(), label.text) != 0 || !is_edge(end))
            continue;
        // "ex" opens another name only behind one: "EX LIBRIS" is a name.
        if (label.kind == CellLabel::former && trim(cell_.substr(0, at)).empty())
            continue;
        if (leaves_out(label, at))
            continue;
        const std::size_t begin = at;
        at = end;
        const bool is_name = label.kind == CellLabel::party || label.kind == CellLabel::former;
        close(begin, is_name ? Break::label : Break::comma);
        has_labels_ = has_labels_ || is_name;
        is_shortened_ = is_shortened_ || !is_name;
        if (label.kind == CellLabel::contact)
            pass_contact(at);
        if (label.kind == CellLabel::number)
            take_number(at);
        if (is_name || label.kind == CellLabel::nobody)
            pieces_.emplace_back();
        begin_ = at;
        return true;
    }
    return false;
}

Break CellReader::break_at(std::size_t at, std::size_t& length) const {
    length = 1;
    const auto is_space_at = [&](std::size_t place) {
        return place < lower_.size() && is_ascii_space(lower_[place]);
    };
    switch (lower_[at]) {
    case '\n':
    case '\r':
        return Break::line;
    case ';':
    case '|':
        return Break::label;
    case '(':
    case ')':
    case '[':
    case ']':
        return Break::bracket;
    case ',':
        return Break::comma;
    case '-':
        if (at > 0 && is_space_at(at - 1) && is_space_at(at + 1))
            return Break::dash;
        break;
    case '/': {
        constexpr std::size_t least = 4;
        const auto letters = [&](std::size_t from, int step) {
            std::size_t count = 0;
            for (std::size_t i = from;
                 i < lower_.size() && is_cell_word_byte(lower_[i]) && count < least;
                 i += static_cast<std::size_t>(step))
                ++count;
            return count;
        };
        const bool is_apart = at > 0 && is_space_at(at - 1) && is_space_at(at + 1);
        if (is_apart || (at > 0 && letters(at - 1, -1) >= least && letters(at + 1, 1) >= least))
            return Break::slash;
        break;
    }
    default:
        break;
    }
    length = 3; // U+2013, U+2014
    const bool is_long_dash =
        lower_.compare(at, 3, "\xE2\x80\x93") == 0 || lower_.compare(at, 3, "\xE2\x80\x94") == 0;
    if (is_long_dash && at > 0 && is_space_at(at - 1) && is_space_at(at + 3))
        return Break::dash;
    return Break::start;
}

void CellReader::split() {
    for (std::size_t at = 0; at < lower_.size();) {
        if (take_label(at))
            continue;
        std::size_t length = 0;
        const Break found = break_at(at, length);
        if (found == Break::start) {
            ++at;
            continue;
        }
        close(at, found);
        at += length;
        begin_ = at;
        if (found == Break::label) {
            has_labels_ = true;
            pieces_.emplace_back();
        }
    }
    close(lower_.size(), Break::start);
}

std::vector<Token> CellReader::tokens(std::size_t begin, std::size_t end) const {
    std::vector<Token> found;
    for (std::size_t at = begin; at < end;) {
        if (!is_cell_word_byte(lower_[at])) {
            ++at;
            continue;
        }
        Token token{{}, at, at};
        while (at < end &&
               (is_cell_word_byte(lower_[at]) || lower_[at] == '.' || lower_[at] == '\'')) {
            if (is_cell_word_byte(lower_[at]))
                token.text += lower_[at];
            ++at;
        }
        token.end = at;
        found.push_back(std::move(token));
    }
    return found;
}

bool CellReader::has_legal_form(const std::vector<Token>& tokens) const {
    const auto texts = texts_of(tokens);
    for (std::size_t i = 1; i < texts.size(); ++i)
        if (words_.legal_form(texts, i) > 0)
            return true;
    return false;
}

/// Towns and countries, words of streets and offices, or figures, and no legal form.
bool CellReader::is_address(const Segment& segment) const {
    const auto found = tokens(segment.begin, segment.end);
    const auto texts = texts_of(found);
    if (texts.empty() || words_.cells().are_places(texts))
        return true;
    if (has_legal_form(found))
        return false;
    return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
        return has_digit(text) || words_.cells().is_address_word(text);
    });
}

void CellReader::add(std::size_t begin, std::size_t end, Cut cut) {
    constexpr std::string_view marks = " \t\r\n,.:;-/|()[]{}\"'&+*#";
    std::string_view text = cell_.substr(begin, end - begin);
    while (!text.empty() && marks.find(text.front()) != std::string_view::npos)
        text.remove_prefix(1);
    constexpr std::string_view marks_behind = " \t\r\n,:;-/|([{\"'&+*#";
    while (!text.empty() && marks_behind.find(text.back()) != std::string_view::npos)
        text.remove_suffix(1);
    if (text.ends_with(')') && text.find('(') == std::string_view::npos)
        text.remove_suffix(1);
    if (text.empty() || result_.readings.size() >= most_readings)
        return;
    const bool is_part = cut != Cut::none;
    const bool is_head = cut == Cut::none || cut == Cut::head;
    for (NameReading& known : result_.readings)
        if (known.text.data() == text.data() && known.text.size() == text.size()) {
            known.is_part = known.is_part && is_part;
            known.is_head = known.is_head || is_head;
            return;
        }
    result_.readings.push_back({text, is_part, piece_, is_head});
}

/// What stands up to a legal form in the middle, and before towns and countries at the end.
void CellReader::add_prefixes(std::size_t begin, std::size_t end) {
    const auto found = tokens(begin, end);
    auto texts = texts_of(found);
    for (std::size_t i = 1; i < texts.size(); ++i) {
        const std::size_t form = words_.legal_form(texts, i);
        if (form == 0)
            continue;
        i += form - 1;
        if (i + 1 < texts.size())
            add(begin, found[i].end, Cut::head);
    }
    for (std::size_t count = words_.cells().place_at_end(texts); count > 0 && count < texts.size();
         count = words_.cells().place_at_end(texts)) {
        texts.resize(texts.size() - count);
        add(begin, found[texts.size() - 1].end, Cut::place);
    }
}

void CellReader::read(const Piece& piece) {
    const std::size_t begin = piece.segments.front().begin;
    const std::size_t end = piece.segments.back().end;
    if (has_labels_)
        add(begin, end, Cut::none);
    else if (is_shortened_)
        add(begin, end, Cut::head);
    bool is_prefix = true; // nothing but names so far
    for (std::size_t i = 0; i < piece.segments.size(); ++i) {
        const Segment& segment = piece.segments[i];
        const bool is_first = i == 0;
        const bool address = !is_first && is_address(segment);
        if (!is_first && is_prefix && (address || segment.before != Break::comma))
            add(begin, piece.segments[i - 1].end, Cut::head);
        is_prefix = is_prefix && !address;
        const bool stands_alone =
            segment.before != Break::comma || has_legal_form(tokens(segment.begin, segment.end));
        if (!is_first && !address && stands_alone)
            add(segment.begin, segment.end, Cut::within);
        if (is_prefix)
            add_prefixes(begin, segment.end);
    }
}

} // namespace

PartyCell read_party_cell(std::string_view cell, const NameVocabulary& words) {
    return CellReader(cell, words).read();
}

} // namespace preflag
