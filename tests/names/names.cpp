// How often the answers on labelled pairs of names are right, beside Jaro-Winkler at 0.85.
//
//   preflag_name_pairs [--misses] [--least-precision P] [--least-recall R] FILE...
//
// A file is csv with the columns query, listed, match (yes/no), and script, category for the
// tables; or name1, name2, is_match (true/false), as public test sets have them. The listed names
// of a file are one list; a pair is a match when the search finds its entry at the default
// threshold. Status 1 when precision or recall of a file is below the least.

#include "../support/source_dir.h"
#include "jaro_winkler.h"

#include <preflag/base/csv_rows.h>
#include <preflag/base/error.h>
#include <preflag/watchlists/index/list_search.h>
#include <preflag/watchlists/index/matching_settings.h>
#include <preflag/watchlists/watchlist_file.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

using namespace preflag;

namespace {

struct Pair {
    std::string script, category, query, listed;
    bool is_match = false;
};

struct Counts {
    std::size_t hits = 0, false_hits = 0, misses = 0, rejections = 0;

    void add(bool is_hit, bool is_match) {
        ++(is_hit ? (is_match ? hits : false_hits) : (is_match ? misses : rejections));
    }
    [[nodiscard]] double precision() const { return share(hits, hits + false_hits); }
    [[nodiscard]] double recall() const { return share(hits, hits + misses); }
    static double share(std::size_t part, std::size_t whole) {
        return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
    }
};

struct Options {
    bool shows_misses = false;
    double least_precision = 0, least_recall = 0;
    std::vector<std::string> files;
};

std::vector<Pair> read_pairs(const std::string& path) {
    const WatchlistFile file = load_watchlist_file(path);
    CsvRows rows(file.text, ',');
    const auto first = rows.next();
    const CsvHeader header(*first);
    std::vector<Pair> pairs;
    while (const auto row = rows.next()) {
        if (!row->fault.empty())
            throw InputError(fmt::format("{}:{}: {}", path, row->position.line, row->fault));
        const auto label = header.value(*row, {"match", "is_match"});
        if (label != "yes" && label != "no" && label != "true" && label != "false")
            throw InputError(fmt::format("{}:{}: no label", path, row->position.line));
        pairs.push_back({std::string(header.value(*row, {"script"})),
                         std::string(header.value(*row, {"category"})),
                         std::string(header.value(*row, {"query", "name1"})),
                         std::string(header.value(*row, {"listed", "name2"})),
                         label == "yes" || label == "true"});
    }
    return pairs;
}

CompiledList list_of(const std::vector<Pair>& pairs, const NameWords& words) {
    ListContents contents;
    for (const Pair& pair : pairs) {
        ListEntry& entry = contents.entries.emplace_back();
        entry.id = std::to_string(contents.entries.size());
        entry.names.push_back({pair.listed, NameQuality::primary});
    }
    return CompiledList::compile(contents, words);
}

/// The best score of the names in the query with the listed one; 0 when it is not found.
double found_score(const Pair& pair, std::uint32_t entry, NameReader& reader, ListSearch& search) {
    double best = 0;
    for (const std::string_view name : reader.names_in(pair.query))
        for (const ListHit& hit : search.search(reader.read(name)))
            if (hit.name == entry)
                best = std::max(best, hit.score);
    return best;
}

void print(const std::string& title, const Counts& counts) {
    fmt::print(
        "  {:<24} precision {:.3f}  recall {:.3f}  (hits {}, false {}, missed {}, clear {})\n",
        title, counts.precision(), counts.recall(), counts.hits, counts.false_hits, counts.misses,
        counts.rejections);
}

bool evaluate(const std::string& path, const Options& options, const NameWords& words,
              const MatchingSettings& settings) {
    constexpr double usual_threshold = 0.85;
    const auto pairs = read_pairs(path);
    const CompiledList list = list_of(pairs, words);
    ListSearch search(list, words, settings.least_evidence);
    NameReader reader(words);
    Counts own;
    Counts jaro_winkler;
    std::map<std::string, Counts> by_script;
    for (std::uint32_t i = 0; i < pairs.size(); ++i) {
        const Pair& pair = pairs[i];
        const double score = found_score(pair, i, reader, search);
        const bool is_hit = score >= settings.least_score;
        own.add(is_hit, pair.is_match);
        by_script[pair.script].add(is_hit, pair.is_match);
        jaro_winkler.add(test::jaro_winkler(pair.query, pair.listed) >= usual_threshold,
                         pair.is_match);
        if (options.shows_misses && is_hit != pair.is_match)
            fmt::print("  {} {:.3f}  {} | {}\n", is_hit ? "false" : "missed", score, pair.query,
                       pair.listed);
    }
    fmt::print("{}: {} pairs\n", path, pairs.size());
    print(fmt::format("preflag {:.2f}", settings.least_score), own);
    print("Jaro-Winkler 0.85", jaro_winkler);
    if (by_script.size() > 1)
        for (const auto& [script, counts] : by_script)
            print("  " + script, counts);
    return own.precision() >= options.least_precision && own.recall() >= options.least_recall;
}

Options read_options(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--misses")
            options.shows_misses = true;
        else if (word == "--least-precision" && i + 1 < argc)
            options.least_precision = std::stod(argv[++i]);
        else if (word == "--least-recall" && i + 1 < argc)
            options.least_recall = std::stod(argv[++i]);
        else
            options.files.push_back(word);
    }
    return options;
}

} // namespace

int main(int argc, char** argv) {
    const Options options = read_options(argc, argv);
    bool is_good = !options.files.empty();
    try {
        const std::vector<std::filesystem::path> rules{preflag::test::source_dir() + "/rules"};
        const RuleFiles found = RuleFiles::read(rules);
        const NameWords words = read_or_throw(read_name_words, found);
        const MatchingSettings settings = read_or_throw(read_matching_settings, found);
        for (const std::string& file : options.files)
            is_good = evaluate(file, options, words, settings) && is_good;
    } catch (const Error& error) {
        fmt::print("{}\n", error.what());
        return 2;
    }
    return is_good ? 0 : 1;
}
