#include <preflag/base/text.h>
#include <preflag/watchlists/party_search.h>

#include <fmt/format.h>

#include <array>

namespace preflag {

namespace {

std::string words_of(std::span<const NameWord> words, std::size_t begin, std::size_t count) {
    std::string text;
    for (std::size_t i = begin; i < begin + count; ++i)
        text += (text.empty() ? "" : " ") + std::string(words[i].raw);
    return text;
}

std::string sentence_of(const AlignedWords& words, const ListSearch::Explanation& explanation) {
    const std::string query = words_of(explanation.query, words.query, words.query_count);
    const std::string list = words_of(explanation.list, words.list, words.list_count);
    switch (words.match) {
    case WordMatch::same:
        return fmt::format("\"{}\" in both", query);
    case WordMatch::spelling:
        return fmt::format("\"{}\" is a spelling of \"{}\"", query, list);
    case WordMatch::edits:
        return fmt::format("\"{}\" differs from \"{}\" by {}", query, list,
                           counted(words.edits, "letter"));
    case WordMatch::joined:
        return fmt::format("\"{}\" is \"{}\" joined or split", query, list);
    case WordMatch::script:
        return fmt::format("\"{}\" has the consonants of \"{}\"", query, list);
    case WordMatch::initial:
        return query == list ? fmt::format("\"{}\" in both", query)
                             : fmt::format("\"{}\" and \"{}\": an initial", query, list);
    case WordMatch::orthography:
        return fmt::format("\"{}\" is how another language writes \"{}\"", query, list);
    case WordMatch::none:
        break;
    }
    return {};
}

/// The words that no pair has taken.
std::string left_over(std::span<const NameWord> words, std::uint32_t taken) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
        if ((taken >> i & 1U) == 0)
            text += fmt::format("{}\"{}\"", text.empty() ? "" : ", ", words[i].raw);
    return text;
}

} // namespace

std::string_view name_of(WordMatch match) {
    constexpr std::array<std::string_view, 8> names{"none",   "same",   "spelling", "edits",
                                                    "joined", "script", "initial",  "orthography"};
    return names[static_cast<std::size_t>(match)];
}

std::vector<std::string> sentences_of(const ListSearch::Explanation& explanation) {
    std::vector<std::string> sentences;
    std::uint32_t query_taken = 0;
    std::uint32_t list_taken = 0;
    for (const AlignedWords& words : explanation.alignment) {
        sentences.push_back(sentence_of(words, explanation));
        query_taken |= ((1U << words.query_count) - 1U) << words.query;
        list_taken |= ((1U << words.list_count) - 1U) << words.list;
    }
    const std::string query = left_over(explanation.query, query_taken);
    const std::string list = left_over(explanation.list, list_taken);
    if (!query.empty())
        sentences.push_back("only in the party's name: " + query);
    if (!list.empty())
        sentences.push_back("only in the listed name: " + list);
    for (const CounterPoint& doubt : explanation.doubts)
        sentences.push_back(fmt::format("against it: {} (-{:.2f})", doubt.reason, doubt.amount));
    return sentences;
}

std::string entry_key(std::string_view id) {
    std::string key;
    for (const char c : id) {
        const bool is_plain =
            is_ascii_letter(c) || is_ascii_digit(c) || c == '.' || c == '-' || c == '_';
        if (is_plain)
            key += c;
        else if (key.empty() || key.back() != '-')
            key += '-';
    }
    return key.empty() ? "entry" : key;
}

} // namespace preflag
