#pragma once

#include <preflag/base/country_table.h>
#include <preflag/names/name_vocabulary.h>
#include <preflag/watchlists/index/compiled_list.h>
#include <preflag/watchlists/index/matching_settings.h>
#include <preflag/watchlists/watchlist_entry.h>

#include <optional>
#include <string>
#include <vector>

namespace preflag {

/// What a run says about a list.
struct ListUse {
    std::string id, format, file, digest;
    std::optional<Date> date;
    DateSource date_source = DateSource::none;
    std::size_t entries = 0;
    std::size_t names = 0, aliases = 0, weak_aliases = 0;
    std::size_t rejected = 0;            ///< rows that could not be read
    std::size_t other_records = 0;       ///< well-formed ones that are no parties
    std::vector<Diagnostic> diagnostics; ///< rejected rows and gaps
    std::vector<std::string> gaps;       ///< in a sentence each
    bool from_compiled_file = false;

    [[nodiscard]] bool is_whole() const { return rejected == 0 && gaps.empty(); }
};
ListUse use_of(const ListContents& contents);

/// What lists are read and searched by. All of it must outlive its user.
struct PartyKnowledge {
    const NameVocabulary& words;
    const MatchingSettings& settings;
    const CountryTable& countries;
};

/// The lists of a run with the words and settings to search them by: const, shared by all threads.
class Watchlists {
  public:
    struct List {
        ListUse use;
        CompiledList compiled;
    };

    /// Reads and compiles the files, or takes their compiled files where these are good (see
    /// compiled_file.h). Throws InputError for a file that is no list, or for the same list id
    /// twice.
    static Watchlists load(const std::vector<std::string>& files, const PartyKnowledge& knowledge);

    [[nodiscard]] const std::vector<List>& lists() const { return lists_; }
    [[nodiscard]] const NameVocabulary& words() const { return knowledge_.words; }
    [[nodiscard]] const MatchingSettings& settings() const { return knowledge_.settings; }
    [[nodiscard]] const CountryTable& countries() const { return knowledge_.countries; }

  private:
    explicit Watchlists(const PartyKnowledge& knowledge) : knowledge_(knowledge) {}

    PartyKnowledge knowledge_;
    std::vector<List> lists_;
};

} // namespace preflag
