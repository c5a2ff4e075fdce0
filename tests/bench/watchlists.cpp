// How fast names are looked up in a watchlist, with one thread, and what the list takes.
//
//   preflag_bench_watchlists [NAMES...]      default: 20000 200000 1000000
//
// The list is a csv file of invented names; its compiled file is written beside it and read back.
// Queries: one in ten is an altered name of the list, the others are invented, as in a manifest.

#include "../support/source_dir.h"
#include "../unit/watchlists/generated_names.h"

#include <preflag/base/country_table_reader.h>
#include <preflag/base/error.h>
#include <preflag/names/name_vocabulary_reader.h>
#include <preflag/watchlists/index/compiled_file.h>
#include <preflag/watchlists/party_search.h>
#include <preflag/watchlists/read_list.h>

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>

using namespace preflag;

namespace {

/// Of the processor: what other programs take does not count.
double seconds(const std::function<void()>& work) {
    const std::clock_t begin = std::clock();
    work();
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

void write_csv(const std::string& path, const ListContents& list) {
    std::ofstream file(path);
    file << "id,name,aliases,programmes\n";
    for (const ListEntry& entry : list.entries)
        file << entry.id << ",\"" << entry.names[0].text << "\",\""
             << (entry.names.size() > 1 ? entry.names[1].text : "") << "\",TEST\n";
}

std::vector<std::string> queries_for(const ListContents& list, std::size_t count) {
    test::NameGenerator generator(7);
    std::vector<std::string> queries;
    for (std::size_t i = 0; i < count; ++i) {
        const ListEntry& entry = list.entries[generator.below(list.entries.size())];
        queries.push_back(i % 10 == 0 ? generator.altered(entry.names[0].text) : generator.name());
    }
    return queries;
}

void measure(std::size_t names, const std::filesystem::path& folder) {
    const std::vector<std::filesystem::path> rules{preflag::test::source_dir() + "/rules"};
    const std::string path = (folder / fmt::format("list-{}.csv", names)).string();
    const ListContents generated = test::generated_list(names, 1);
    write_csv(path, generated);
    const RuleFiles files = RuleFiles::read(rules);
    const NameVocabulary words = read_or_throw(read_name_words, files);
    const MatchingSettings settings = read_or_throw(read_matching_settings, files);
    const CountryTable countries = read_or_throw(read_country_table, files);
    const PartyKnowledge parties{words, settings, countries};
    ListContents contents;
    CompiledList compiled;
    const double read = seconds([&] { contents = read_list(path); });
    const double compile = seconds([&] { compiled = CompiledList::compile(contents, words); });
    const std::size_t bytes = write_compiled_file(contents, compiled, words);
    double load = seconds([&] { Watchlists::load({path}, parties); });
    for (int i = 0; i < 2; ++i)
        load = std::min(load, seconds([&] { Watchlists::load({path}, parties); }));
    const Watchlists lists = Watchlists::load({path}, parties);
    const std::size_t count = names >= 1'000'000 ? 5'000 : 50'000;
    const auto queries = queries_for(generated, count);
    NameMemory memory;
    PartySearch search(lists, memory);
    std::size_t matches = 0;
    const double looked_up = seconds([&] {
        for (const std::string& query : queries)
            matches += search.search({query, {}, {}, {}, {}}).size();
    });
    ListSearch plain(lists.lists()[0].compiled, words, lists.settings().least_evidence);
    NameReader reader(words);
    const std::size_t sample = 20;
    const double brute_force = seconds([&] {
        for (std::size_t i = 0; i < sample; ++i)
            plain.search_all(reader.read(queries[i]));
    });
    const double rate = static_cast<double>(memory.distinct().count) / looked_up;
    const double brute_rate = static_cast<double>(sample) / brute_force;
    fmt::print("{} names, {} entries: read {:.0f} ms, compile {:.0f} ms, load compiled {:.0f} ms\n",
               compiled.name_count(), compiled.entry_count(), read * 1000, compile * 1000,
               load * 1000);
    fmt::print("  {:.0f} bytes a name in memory, {:.0f} in the compiled file\n",
               static_cast<double>(compiled.bytes()) / static_cast<double>(compiled.name_count()),
               static_cast<double>(bytes) / static_cast<double>(compiled.name_count()));
    fmt::print("  {:.0f} distinct names a second ({} names, {} matches), brute force {:.1f}: "
               "{:.0f} times as fast\n",
               rate, memory.distinct().count, matches, brute_rate, rate / brute_rate);
}

} // namespace

int main(int argc, char** argv) {
    const auto folder = std::filesystem::temp_directory_path() / "preflag-bench-watchlists";
    std::filesystem::create_directories(folder);
    std::vector<std::size_t> sizes{20'000, 200'000, 1'000'000};
    if (argc > 1)
        sizes.clear();
    for (int i = 1; i < argc; ++i)
        sizes.push_back(std::stoul(argv[i]));
    try {
        for (const std::size_t size : sizes)
            measure(size, folder);
    } catch (const Error& error) {
        fmt::print("{}\n", error.what());
        return 1;
    }
    std::filesystem::remove_all(folder);
    return 0;
}
