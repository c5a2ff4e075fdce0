#include <preflag/base/text.h>
#include <preflag/goods/text/spelling.h>

#include <algorithm>

namespace preflag {

namespace {

constexpr std::size_t shortest_word = 4;           ///< with a typo; of four letters only some typos
constexpr std::size_t shortest_name = 9;           ///< letters in all
constexpr std::size_t shortest_with_two_typos = 6; ///< each of the two words
constexpr std::size_t long_before = 8;             ///< letters of right words before a short typo
constexpr std::size_t longest_fragment = 5;        ///< the shorter part of a torn word
constexpr std::size_t shortest_stem = 6;           ///< of a look-alike that counts inside of words

bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// Alphabets whose words may differ by one letter as a rule (Arabic, Hebrew) or are no alphabets.
bool is_beyond_cyrillic(std::string_view word) {
    return std::any_of(word.begin(), word.end(),
                       [](char c) { return static_cast<unsigned char>(c) > 0xD3; });
}

std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

std::size_t first_letter_size(std::string_view text) {
    std::size_t size = 1;
    while (size < text.size() && is_continuation(text[size]))
        ++size;
    return size;
}

bool is_same(char written, char name) {
    return written == name || (written == '0' && name == 'o') || (written == '5' && name == 's') ||
           (written == '1' && (name == 'i' || name == 'l')) || (written == 'l' && name == 'i');
}

/// The letter in upper case as a scanner might have read it.
char unread(char c) {
    return c == '0' ? 'o' : c == '1' || c == 'l' ? 'i' : c == '5' ? 's' : c;
}

/// What is left of two words without the letters that they begin and end with in common.
struct Middles {
    std::string_view written;
    std::string_view name;
    std::size_t head = 0;
};

Middles middles(std::string_view written, std::string_view name) {
    const std::size_t shorter = std::min(written.size(), name.size());
    std::size_t head = 0;
    while (head < shorter && is_same(written[head], name[head]))
        ++head;
    while (head > 0 && ((head < name.size() && is_continuation(name[head])) ||
                        (head < written.size() && is_continuation(written[head]))))
        --head;
    std::size_t tail = 0;
    while (tail < shorter - head &&
           is_same(written[written.size() - 1 - tail], name[name.size() - 1 - tail]))
        ++tail;
    while (tail > 0 && is_continuation(name[name.size() - tail]))
        --tail;
    return {written.substr(head, written.size() - head - tail),
            name.substr(head, name.size() - head - tail), head};
}

/// The extra letter of one side stands next to itself.
bool is_doubled(const Middles& middle, std::string_view longer, std::string_view letter) {
    return middle.head >= letter.size() &&
           longer.substr(middle.head - letter.size(), letter.size()) == letter;
}

/// Words below a node are kept apart by first letter and length, so that few are compared.
std::uint64_t child_key(std::uint32_t node, std::string_view text, std::size_t size) {
    return (std::uint64_t{node} << 32) | (std::uint64_t{size & 0xFFFF} << 8) |
           static_cast<unsigned char>(unread(text.front()));
}

/// Sizes beyond the last bit share it.
std::uint64_t size_bit(std::size_t size) {
    return std::uint64_t{1} << std::min<std::size_t>(size, 63);
}

/// One typo leaves the beginning or the end of a word as it is.
bool shares_an_end(std::string_view word, std::string_view name) {
    return is_same(word[1], name[1]) || is_same(word.back(), name.back());
}

/// Folded; nothing is allocated for a short ASCII word.
std::string folded_word(std::string_view written) {
    return is_ascii(written) ? ascii_lower(written) : fold(written);
}

} // namespace

std::optional<Slip> typo_between(std::string_view written, std::string_view name) {
    if (written.empty() || name.empty() || written == name)
        return std::nullopt;
    const Middles middle = middles(written, name);
    if (middle.written.size() > 8 || middle.name.size() > 8)
        return std::nullopt;
    const std::size_t left = letters(middle.written);
    const std::size_t right = letters(middle.name);
    if (left == 0 && right == 0)
        return Slip::misread;
    if (left == 2 && right == 2) {
        const std::size_t cut = first_letter_size(middle.written);
        const bool is_swapped =
            middle.name.substr(0, middle.name.size() - cut) == middle.written.substr(cut) &&
            middle.name.substr(middle.name.size() - cut) == middle.written.substr(0, cut);
        return is_swapped ? std::optional(Slip::swapped) : std::nullopt;
    }
    if (left > 1 || right > 1)
        return std::nullopt;
    if ((left == 1 && right == 0 && is_doubled(middle, written, middle.written)) ||
        (left == 0 && right == 1 && is_doubled(middle, name, middle.name)))
        return Slip::doubled;
    return Slip::other;
}

const NearWords* SlipMemory::find(std::uint32_t node, const Word& word) const {
    const auto found = answers_.find(key_of(node, word));
    return found == answers_.end() ? nullptr : &found->second;
}

void SlipMemory::keep(std::uint32_t node, const Word& word, const NearWords& answer) {
    const std::uint64_t key = key_of(node, word);
    if (answer.is_barren()) {
        barren_[place_of(key)] = key;
        return;
    }
    if (answers_.size() >= most_answers)
        answers_.clear();
    answers_.emplace(key, answer);
}

void Spelling::add_name(const NameTrie& names, std::span<const Word> words,
                        std::span<const std::string> folded, std::uint32_t entry,
                        std::uint32_t subject) {
    if (entry >= subjects_.size())
        subjects_.resize(entry + 1);
    subjects_[entry] = subject;
    std::uint32_t node = NameTrie::root;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0)
            known_.set(bit(words[i].hash));
        const std::size_t size = letters(folded[i]);
        longest_child_ = std::max(longest_child_, size);
        child_sizes_[child_key(node, folded[i], 0)] |= size_bit(size);
        std::vector<Known>& known = children_[child_key(node, folded[i], size)];
        if (std::none_of(known.begin(), known.end(),
                         [&](const Known& child) { return child.hash == words[i].hash; }))
            known.push_back({folded[i], words[i].hash});
        node = names.step(node, words[i].hash)->number;
    }
}

bool Spelling::is_radical(std::string_view written, std::string_view name) const {
    return std::any_of(radicals_.begin(), radicals_.end(), [&](const std::string& ending) {
        return written.ends_with(ending) && !name.ends_with(ending);
    });
}

bool Spelling::is_other_stem(std::string_view written, std::string_view name) const {
    for (const std::vector<std::string>& group : stems_)
        for (const std::string& own : group) {
            const std::size_t place = name.find(own);
            if (place == std::string_view::npos)
                continue;
            for (const std::string& other : group) {
                if (other == own)
                    continue;
                std::string neighbour(name);
                neighbour.replace(place, own.size(), other);
                if (written == neighbour || typo_between(written, neighbour))
                    return true;
            }
        }
    return false;
}

bool Spelling::is_forbidden(std::string_view written, std::string_view name, Slip typo) const {
    const auto is_as_near = [&](const std::string& other) {
        const auto its_typo = typo_between(written, other);
        return written == other || its_typo == Slip::misread || (its_typo && typo != Slip::misread);
    };
    const auto is_other = [&](const std::string& other) {
        return other != name &&
               (is_as_near(other) ||
                (other.size() >= shortest_stem && name.find(other) == std::string_view::npos &&
                 written.find(other) != std::string_view::npos));
    };
    return std::any_of(look_alikes_.begin(), look_alikes_.end(), is_other) ||
           (typo != Slip::misread && (is_radical(written, name) || is_other_stem(written, name)));
}

/// Goes down the names with a typo or two, each in a word of its own.
struct Spelling::Search {
    const Spelling& spelling;
    const NameTrie& names;
    std::span<const Word> words;
    std::string_view text;
    SlipMemory& memory;
    std::optional<NameTrie::Match> best = std::nullopt;
    bool is_clear = true;

    /// What was passed on the way down.
    struct Path {
        std::uint32_t node = NameTrie::root;
        std::size_t place = 0;  ///< the next word
        std::size_t length = 0; ///< letters of the name so far
        int typos = 0;
        bool may_mistype_again = false; ///< the first typo was in a long word
    };

    [[nodiscard]] std::string_view written(std::size_t place) const {
        return text.substr(words[place].offset, words[place].length);
    }

    void go(const Path& path) {
        if (path.place >= words.size())
            return;
        const Word& next = words[path.place];
        const NameTrie::Node* node = names.step(path.node, next.hash);
        const bool is_known = node != nullptr;
        if (is_known)
            enter(*node, path, 1, letters(written(path.place)), 0);
        const bool may_mistype = path.typos == 0 || (path.typos == 1 && path.may_mistype_again);
        if (!may_mistype || next.digits || next.length < 2)
            return;
        const bool may_be_another =
            !best && path.place + 1 < words.size() && spelling.knows(words[path.place + 1]);
        if (path.place == 0 && is_known && !may_be_another)
            return join(path); // "NIT RIC ACID", though "NIT" begins a name
        if (!memory.is_barren(path.node, next))
            typo(path, next);
    }

    /// Goes on below the words that the next word may be meant for.
    void typo(const Path& path, const Word& next) {
        const NearWords answer = near_words(path.node, next, written(path.place));
        if (path.place > 0 && path.typos == 0 && answer.is_skippable)
            go({path.node, path.place + 1, path.length, 1, false});
        for (const NearWords::Near& near : answer.near)
            if (is_typo(near, path))
                enter(*names.step(path.node, near.hash), path, 1, letters(near.text), 1);
        if (path.typos == 0 && answer.begins_one)
            join(path);
    }

    /// By value: the memory may forget it on the way down.
    [[nodiscard]] NearWords near_words(std::uint32_t node, const Word& next,
                                       std::string_view written_word) const {
        if (const NearWords* known = memory.find(node, next))
            return *known;
        const std::string word = folded_word(written_word);
        const std::size_t size = letters(word);
        NearWords answer;
        answer.is_skippable = spelling.skippable_.contains(word);
        const auto sizes = spelling.child_sizes_.find(child_key(node, word, 0));
        const auto has = [&](std::size_t other) {
            return sizes != spelling.child_sizes_.end() && (sizes->second & size_bit(other)) != 0;
        };
        for (std::size_t other = size - 1; other <= size + 1; ++other)
            if (has(other))
                add_near(word, size, children(node, word, other), answer);
        for (std::size_t whole = size + 1; whole <= spelling.longest_child_; ++whole)
            if (has(whole))
                for (const Known& child : children(node, word, whole))
                    answer.begins_one |= child.text.compare(0, word.size(), word) == 0;
        memory.keep(node, next, answer);
        return answer;
    }

    void add_near(std::string_view word, std::size_t size, const std::vector<Known>& children,
                  NearWords& answer) const {
        if (size < shortest_word || is_beyond_cyrillic(word))
            return;
        for (const Known& child : children) {
            if (child.text.size() < shortest_word || !shares_an_end(word, child.text))
                continue;
            const auto typo = typo_between(word, child.text);
            if (typo && !spelling.is_forbidden(word, child.text, *typo))
                answer.near.push_back({child.text, child.hash, *typo, size});
        }
    }

    [[nodiscard]] const std::vector<Known>& children(std::uint32_t node, std::string_view word,
                                                     std::size_t size) const {
        static const std::vector<Known> none;
        const auto found = spelling.children_.find(child_key(node, word, size));
        return found == spelling.children_.end() ? none : found->second;
    }

    /// "perox" and "ide" for "peroxide", "Wasserstoff" and "Peroxid".
    void join(const Path& path) {
        const std::size_t next = path.place + 1;
        if (next >= words.size() || words[next].digits)
            return;
        const std::string word = folded_word(written(path.place));
        const std::string_view rest = written(next);
        for (const Known& child : children(path.node, word, letters(word) + letters(rest)))
            if (child.text.compare(0, word.size(), word) == 0 &&
                child.text.substr(word.size()) == folded_word(rest))
                enter(*names.step(path.node, child.hash), path, 2, letters(child.text), 1);
    }

    void enter(const NameTrie::Node& node, const Path& path, std::size_t taken, std::size_t length,
               int typos) {
        const Path below{node.number, path.place + taken, path.length + length, path.typos + typos,
                         typos > 0 ? taken == 1 && length >= shortest_with_two_typos
                                   : path.may_mistype_again};
        if (below.typos > 0 && node.entry && below.length >= shortest_name)
            take(*node.entry, below.place);
        go(below);
    }

    void take(std::uint32_t entry, std::size_t taken) {
        const auto subject = [&](std::uint32_t of) {
            return of < spelling.subjects_.size() ? spelling.subjects_[of] : 0;
        };
        if (subject(entry) == 0 || (best && best->words > taken))
            return;
        is_clear =
            !best || best->words < taken || (is_clear && subject(best->entry) == subject(entry));
        best = NameTrie::Match{entry, taken};
    }

    /// Short words bear less.
    [[nodiscard]] static bool is_typo(const NearWords::Near& near, const Path& path) {
        const std::size_t shortest = path.typos > 0 ? shortest_with_two_typos : shortest_word;
        const bool is_long = near.letters > shortest_word || path.length >= long_before;
        return near.letters >= shortest && near.text.size() >= shortest &&
               (is_long || near.typo != Slip::other);
    }
};

bool Spelling::may_match(const NameTrie& names, std::span<const Word> words) const {
    const Word& first = words.front();
    if (first.digits || first.length < 2)
        return false;
    const auto follows = [&](std::size_t place) {
        return place < words.size() && words[place].length >= shortest_word && knows(words[place]);
    };
    if (names.may_begin(first) && names.step(NameTrie::root, first.hash) != nullptr)
        return words.size() > 1 && !words[1].digits && words[1].length >= 2;
    return first.length >= shortest_name || (first.length >= shortest_word && follows(1)) ||
           (words.size() > 2 && words[1].length <= longest_fragment && follows(2));
}

std::optional<NameTrie::Match> Spelling::longest(const NameTrie& names, std::span<const Word> words,
                                                 std::string_view text, SlipMemory& memory) const {
    Search search{*this, names, words, text, memory};
    search.go({});
    return search.is_clear ? search.best : std::nullopt;
}

} // namespace preflag
