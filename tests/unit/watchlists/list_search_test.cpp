#include "../support/shipped_words.h"
#include "generated_names.h"

#include <preflag/watchlists/index/list_search.h>

#include <doctest/doctest.h>

#include <array>
#include <thread>

using namespace preflag;
using preflag::parties_test::shipped_words;

namespace {

/// How many queries have hits, and those on which the search and brute force differ.
struct Comparison {
    std::size_t with_hits = 0;
    std::size_t hits = 0;
    std::vector<std::string> different;
};

Comparison compare(const CompiledList& list, const NameVocabulary& words,
                   const std::vector<std::string>& queries, std::size_t first, std::size_t step,
                   double least_evidence = 0.6) {
    ListSearch search(list, words, least_evidence);
    ListSearch brute_force(list, words, least_evidence);
    NameReader reader(words, NameReader::Purpose::query);
    Comparison comparison;
    for (std::size_t i = first; i < queries.size(); i += step) {
        const ReadName& query = reader.read(queries[i]);
        const auto& hits = search.search(query);
        if (hits != brute_force.search_all(query))
            comparison.different.push_back(queries[i]);
        comparison.hits += hits.size();
        comparison.with_hits += hits.empty() ? 0 : 1;
    }
    return comparison;
}

} // namespace

TEST_CASE("the search finds exactly what brute force finds, 2,000 names in 20,000") {
    const NameVocabulary words = shipped_words();
    const ListContents contents = test::generated_list(20'000, 1);
    const CompiledList list = CompiledList::compile(contents, words);
    CHECK(list.name_count() == 20'000);
    const auto queries = test::generated_queries(contents, 2'000, 2);
    const std::size_t threads = std::max(2U, std::thread::hardware_concurrency());
    std::vector<Comparison> parts(threads);
    std::vector<std::thread> workers;
    for (std::size_t i = 0; i < threads; ++i)
        workers.emplace_back([&, i] { parts[i] = compare(list, words, queries, i, threads); });
    for (std::thread& worker : workers)
        worker.join();
    std::size_t with_hits = 0;
    for (const Comparison& part : parts) {
        CHECK(part.different == std::vector<std::string>{});
        with_hits += part.with_hits;
    }
    CHECK(with_hits > 800);
    CHECK(with_hits < 1'600);
}

TEST_CASE("the search finds what brute force finds in scripts without vowels") {
    const NameVocabulary words = shipped_words();
    ListContents contents;
    for (const char* name :
         {"عبد الله الهاشمي", "Abdullah Al-Hashimi", "فرناندو بيريز", "Fernando Perez",
          "Фернандо Перес", "דוד לוי", "A B Perez", "Abperez"}) {
        ListEntry entry;
        entry.id = name;
        entry.names.push_back({name, NameQuality::primary});
        contents.entries.push_back(entry);
    }
    const CompiledList list = CompiledList::compile(contents, words);
    std::vector<std::string> queries;
    for (const ListEntry& entry : contents.entries)
        queries.push_back(entry.names[0].text);
    queries.insert(queries.end(), {"F. Perez", "Prez Fernando", "ab perez", "F Perze"});
    const Comparison comparison = compare(list, words, queries, 0, 1);
    CHECK(comparison.different == std::vector<std::string>{});
    CHECK(comparison.hits > contents.entries.size());
}

namespace {

/// Names of few words that are easily taken for each other: initials, numbers, typos, words joined
/// and split, variants, spellings in scripts without vowels.
std::string tangled_name(test::NameGenerator& generator) {
    constexpr std::array<const char*, 48> words{
        "A",        "B",         "M",       "H",        "Kh",       "Al",      "de",
        "3",        "33",        "4711",    "Ali",      "Aly",      "علي",     "Li",
        "Kim",      "Gim",       "Abd",     "Abdul",    "Rahman",   "الرحمن",  "Abdulrahman",
        "Mohammed", "Muhammad",  "محمد",    "Mhmd",     "عبد",      "الله",    "عبدالله",
        "Abdallh",  "Abdullah",  "Trading", "Tra",      "Ding",     "General", "Baro",
        "Bora",     "Brao",      "Baros",   "Sultenka", "Sultanka", "Sul",     "Tenka",
        "Sultnka",  "Sulteknov", "Perez",   "بيريز",    "Prz",      "Barosul"};
    std::string name;
    for (std::size_t i = 0; i <= generator.below(5); ++i)
        name += (i == 0 ? "" : " ") + std::string(words[generator.below(words.size())]);
    return name;
}

} // namespace

TEST_CASE("the search finds what brute force finds among names that are easily mistaken") {
    const NameVocabulary words = shipped_words();
    test::NameGenerator generator(5);
    ListContents contents;
    for (int i = 0; i < 2'000; ++i)
        contents.entries.emplace_back().names.push_back(
            {tangled_name(generator), NameQuality::primary});
    std::vector<std::string> queries;
    for (int i = 0; i < 1'000; ++i)
        queries.push_back(tangled_name(generator));
    const CompiledList list = CompiledList::compile(contents, words);
    for (const double least_evidence : {0.6, 0.0}) {
        const Comparison comparison = compare(list, words, queries, 0, 1, least_evidence);
        CHECK(comparison.different == std::vector<std::string>{});
        CHECK(comparison.with_hits > 800);
    }
}

TEST_CASE("texts without spaces are compared as a whole: no slips are looked for in them") {
    const NameVocabulary words = shipped_words();
    const std::string text =
        "banelodirutasimokevuhagifepolinaolikarudefomintaresoludabikopurametisolanudifekorasum";
    ListContents contents;
    contents.entries.emplace_back().names.push_back({text, NameQuality::primary});
    contents.entries.emplace_back().names.push_back({text.substr(0, 70), NameQuality::primary});
    const CompiledList list = CompiledList::compile(contents, words);
    std::string typo = text;
    typo[40] = 'z';
    const Comparison comparison = compare(list, words, {text, typo, text.substr(1)}, 0, 1);
    CHECK(comparison.different == std::vector<std::string>{});
    CHECK(comparison.hits == 1);
}

TEST_CASE("a round of queries leaves nothing behind for the next one") {
    const NameVocabulary words = shipped_words();
    const ListContents contents = test::generated_list(500, 3);
    const CompiledList list = CompiledList::compile(contents, words);
    ListSearch used(list, words, 0.6);
    NameReader reader(words);
    for (const std::string& query : test::generated_queries(contents, 200, 4)) {
        ListSearch fresh(list, words, 0.6);
        const ReadName& read = reader.read(query);
        CHECK(used.search(read) == fresh.search(read));
    }
}
