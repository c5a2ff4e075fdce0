// How often the answers on labelled pairs of names are right, beside other ways to compare names.
//
//   preflag_name_pairs [--misses] [--explain] [--without-kinds] [--least-precision P]
//   [--least-recall R] FILE...
//
// A file is csv with the columns query, listed, match (yes/no, 1/0), and kind (of the listed
// party), script, category or why for the tables; or name1, name2, is_match (true/false), as public
// test sets have them. The listed names of a file are one list, each query is the cell of one
// party; a pair is a match when the search finds its entry at the shipped threshold. The other ways
// (peers.h) are asked about each pair alone, at whatever threshold suits this file best (the
// highest sum of the shares of matches found and of others left alone). Status 1 when precision or
// recall of a file is below the least.

#include "party_tables.h"
#include "peers.h"

#include <preflag/base/csv_rows.h>
#include <preflag/base/error.h>
#include <preflag/watchlists/party_search.h>
#include <preflag/watchlists/watchlist_file.h>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

using namespace preflag;

namespace {

struct Pair {
    std::string script, category, kind, query, listed;
    bool is_match = false;
};

struct Counts {
    std::size_t hits = 0, false_hits = 0, misses = 0, rejections = 0;

    void add(bool is_hit, bool is_match) {
        ++(is_hit ? (is_match ? hits : false_hits) : (is_match ? misses : rejections));
    }
    [[nodiscard]] double precision() const { return share(hits, hits + false_hits); }
    [[nodiscard]] double recall() const { return share(hits, hits + misses); }
    [[nodiscard]] double specificity() const { return share(rejections, rejections + false_hits); }
    [[nodiscard]] double f1() const {
        const double sum = precision() + recall();
        return sum > 0 ? 2 * precision() * recall() / sum : 0;
    }
    static double share(std::size_t part, std::size_t whole) {
        return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
    }
};

struct Options {
    bool shows_misses = false;
    bool explains = false; ///< how the names of a miss were aligned
    bool with_kinds = true;
    double least_precision = 0, least_recall = 0;
    std::vector<std::string> files;
};

bool is_ascii_text(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// "Latin" when both names are, accents included; else "across scripts".
std::string scripts_of(std::string_view query, std::string_view listed) {
    const auto is_latin = [](std::string_view text) {
        // Letters beyond the Latin blocks are written with a first byte of 0xCD or more.
        return is_ascii_text(text) || std::all_of(text.begin(), text.end(), [](char c) {
                   const auto byte = static_cast<unsigned char>(c);
                   return byte < 0xCD || byte == 0xE1 || byte == 0xE2;
               });
    };
    return is_latin(query) && is_latin(listed) ? "Latin" : "across scripts";
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> all) {
    return std::find(all.begin(), all.end(), text) != all.end();
}

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
        if (!is_one_of(label, {"yes", "no", "true", "false", "1", "0"}))
            throw InputError(fmt::format("{}:{}: no label", path, row->position.line));
        Pair pair;
        pair.category = header.value(*row, {"category", "why"});
        pair.kind = header.value(*row, {"kind"});
        pair.query = header.value(*row, {"query", "name1"});
        pair.listed = header.value(*row, {"listed", "name2"});
        pair.script = header.value(*row, {"script"});
        if (pair.script.empty())
            pair.script = scripts_of(pair.query, pair.listed);
        pair.is_match = is_one_of(label, {"yes", "true", "1"});
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

std::string csv_cell(std::string_view text) {
    std::string cell = "\"";
    for (const char c : text)
        cell += c == '"' ? "\"\"" : std::string(1, c);
    return cell + '"';
}

/// The listed names as a list of the user's own.
std::string write_list(const std::vector<Pair>& pairs, bool with_kinds) {
    const auto path = std::filesystem::temp_directory_path() /
                      fmt::format("preflag-name-pairs-{}.csv", ::getpid());
    std::ofstream file(path);
    file << "id,name,kind\n";
    for (std::size_t i = 0; i < pairs.size(); ++i)
        file << i << ',' << csv_cell(pairs[i].listed) << ',' << (with_kinds ? pairs[i].kind : "")
             << '\n';
    return path.string();
}

/// The score of the listed name of this number; 0 when it is not found.
double found_score(const Pair& pair, std::size_t number, PartySearch& search,
                   const CompiledList& list) {
    for (const PartyMatch& match : search.search({pair.query, {}, {}, {}, {}}))
        if (list.id(match.entry) == std::to_string(number))
            return match.score;
    return 0;
}

void explain(const Pair& pair, std::uint32_t number, const CompiledList& list,
             const PartyKnowledge& knowledge) {
    NameReader reader(knowledge.words, NameReader::Purpose::query);
    ListSearch search(list, knowledge.words, knowledge.settings.least_evidence);
    const auto explanation = search.explain(reader.read(pair.query), number);
    fmt::print("      score {:.3f} evidence {:.2f}: {}\n", explanation.score.score,
               explanation.score.evidence, fmt::join(sentences_of(explanation), "; "));
}

void print(const std::string& title, const Counts& counts) {
    fmt::print("  {:<48} precision {:.3f}  recall {:.3f}  F1 {:.3f}  (hits {}, false {}, missed "
               "{}, clear {})\n",
               title, counts.precision(), counts.recall(), counts.f1(), counts.hits,
               counts.false_hits, counts.misses, counts.rejections);
}

/// What preflag, then each peer, made of the pairs.
using Answers = std::array<Counts, 1 + test::peers.size()>;

struct PeerScores {
    std::array<std::vector<double>, test::peers.size()> scores; ///< by pair
    std::array<double, test::peers.size()> thresholds{};        ///< that suit the pairs best
};

PeerScores ask_peers(const std::vector<Pair>& pairs) {
    PeerScores found;
    for (std::size_t peer = 0; peer < test::peers.size(); ++peer) {
        for (const Pair& pair : pairs)
            found.scores[peer].push_back(test::peers[peer].similarity(pair.query, pair.listed));
        double best = -1;
        for (int percent = 50; percent <= 100; ++percent) {
            Counts counts;
            for (std::size_t i = 0; i < pairs.size(); ++i)
                counts.add(found.scores[peer][i] >= percent / 100.0, pairs[i].is_match);
            const double sum = counts.recall() + counts.specificity();
            if (sum <= best)
                continue;
            best = sum;
            found.thresholds[peer] = percent / 100.0;
        }
    }
    return found;
}

void print_table(const std::map<std::string, Answers>& rows) {
    if (rows.size() < 2)
        return;
    fmt::print("  {:<40} {:>5}  {:<11}", "precision/recall", "pairs", "preflag");
    for (const test::Peer& peer : test::peers)
        fmt::print("  {:<14}", peer.name);
    fmt::print("\n");
    for (const auto& [title, answers] : rows) {
        const Counts& own = answers[0];
        fmt::print("  {:<40} {:>5}", title,
                   own.hits + own.false_hits + own.misses + own.rejections);
        for (const Counts& counts : answers)
            fmt::print("  {:.3f}/{:.3f}{}", counts.precision(), counts.recall(),
                       &counts == &own ? "" : "   ");
        fmt::print("\n");
    }
}

bool evaluate(const std::string& path, const Options& options, const PartyKnowledge& knowledge) {
    const auto pairs = read_pairs(path);
    const std::string list_file = write_list(pairs, options.with_kinds);
    const Watchlists lists = Watchlists::load({list_file}, knowledge);
    std::filesystem::remove(list_file);
    NameMemory memory;
    PartySearch search(lists, memory);
    const PeerScores others = ask_peers(pairs);
    Answers all;
    std::map<std::string, Answers> by_script;
    std::map<std::string, Answers> by_category;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const Pair& pair = pairs[i];
        const double score = found_score(pair, i, search, lists.lists()[0].compiled);
        const bool is_hit = score > 0;
        for (Answers* answers : {&all, &by_script[pair.script], &by_category[pair.category]}) {
            answers->front().add(is_hit, pair.is_match);
            for (std::size_t peer = 0; peer < test::peers.size(); ++peer)
                (*answers)[peer + 1].add(others.scores[peer][i] >= others.thresholds[peer],
                                         pair.is_match);
        }
        if (options.shows_misses && is_hit != pair.is_match)
            fmt::print("  {} {:.3f}  {} | {}  [{}, {}]\n", is_hit ? "false" : "missed", score,
                       pair.query, pair.listed, pair.category, pair.kind);
        if (options.explains && is_hit != pair.is_match)
            explain(pair, static_cast<std::uint32_t>(i), lists.lists()[0].compiled, knowledge);
    }
    fmt::print("{}: {} pairs\n", path, pairs.size());
    const Counts& own = all.front();
    print(fmt::format("preflag {:.2f}", lists.settings().least_score), own);
    for (std::size_t peer = 0; peer < test::peers.size(); ++peer)
        print(fmt::format("{} {:.2f}", test::peers[peer].name, others.thresholds[peer]),
              all[peer + 1]);
    print_table(by_script);
    print_table(by_category);
    return own.precision() >= options.least_precision && own.recall() >= options.least_recall;
}

Options read_options(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--misses")
            options.shows_misses = true;
        else if (word == "--explain")
            options.shows_misses = options.explains = true;
        else if (word == "--without-kinds")
            options.with_kinds = false;
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
        const test::PartyTables tables;
        const PartyKnowledge knowledge = tables.knowledge();
        for (const std::string& file : options.files)
            is_good = evaluate(file, options, knowledge) && is_good;
    } catch (const Error& error) {
        fmt::print("{}\n", error.what());
        return 2;
    }
    return is_good ? 0 : 1;
}
