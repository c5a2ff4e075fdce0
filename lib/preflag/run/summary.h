#pragma once

#include <preflag/clearance/decision_book.h>
#include <preflag/clearance/licence_cover.h>
#include <preflag/rules/verdict.h>
#include <preflag/watchlists/name_memory.h>
#include <preflag/watchlists/watchlists.h>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace preflag {

/// How one law fared on the lines of a run.
struct RegimeCounts {
    std::uint64_t lines = 0;          ///< lines on which it lists something
    std::uint64_t met = 0;            ///< lines that meet a limit of it
    std::uint64_t not_assessable = 0; ///< lines on which it could not be decided
    std::uint64_t near_misses = 0;    ///< lines that nearly meet a limit of it
    std::uint64_t cleared = 0;        ///< lines on which licences or decisions clear all it says

    RegimeCounts& operator+=(const RegimeCounts& other);
    friend bool operator==(const RegimeCounts&, const RegimeCounts&) = default;
};

/// What was told of the routes of lines with findings.
struct RouteCounts {
    std::uint64_t unknown = 0; ///< no leg: the laws of all countries were applied
    std::uint64_t partial = 0; ///< laws were left undetermined for want of other legs
    /// Lines on which a country stood in for a leg that no column told.
    std::uint64_t by_shipper = 0, by_consignee = 0, by_home = 0;

    RouteCounts& operator+=(const RouteCounts& other);
    friend bool operator==(const RouteCounts&, const RouteCounts&) = default;
};

/// What a run counted. Sums of parts, so that threads and files can be added up with +=.
/// Always: lines_read == lines_screened + lines_rejected.
struct Summary {
    std::uint64_t lines_read = 0;
    std::uint64_t lines_screened = 0;
    std::uint64_t lines_rejected = 0;
    /// Lines at or above --min-severity.
    std::uint64_t lines_flagged = 0;
    /// Lines with findings of which none is open: all cleared by licences, or some by decisions.
    /// Such a line counts below neither severity nor outcome.
    std::uint64_t lines_cleared = 0, lines_suppressed = 0;
    /// Findings that a licence or a decision cleared, also on lines on which others are open.
    std::uint64_t findings_cleared = 0, findings_suppressed = 0;
    std::uint64_t lines_identified = 0; ///< lines on which a listed substance was found
    /// Lines with at least one rule that could not be decided.
    std::uint64_t lines_not_assessable = 0;
    /// Lines with a listed substance whose quantity, or date, can be read in several ways, and
    /// those whose date cannot be read.
    std::uint64_t lines_quantity_ambiguous = 0, lines_date_ambiguous = 0, lines_date_unread = 0;
    std::array<std::uint64_t, severity_count>
        lines_by_severity{};                                     ///< lines that have open findings
    std::array<std::uint64_t, outcome_count> lines_by_outcome{}; ///< lines with such a finding
    std::map<std::string, std::uint64_t> missing; ///< "strength" -> lines it would settle
    RouteCounts routes;
    std::uint64_t lines_near_miss = 0;           ///< lines that nearly meet a limit
    std::map<std::string, RegimeCounts> regimes; ///< by the law's id

    Summary& operator+=(const Summary& other);
    friend bool operator==(const Summary&, const Summary&) = default;
};

/// A pack as used by the run.
struct PackUse {
    std::string id, title, edition, digest;
    std::size_t rules = 0;
    std::size_t unverified = 0;
};

/// An input as read by the run.
struct InputUse {
    std::string file, format, compression, encoding, digest;
    std::uint64_t bytes = 0;
    std::uint64_t lines_read = 0;
    std::vector<std::string>
        styles; ///< how its columns are written: "net-weight: decimal comma, ..."
    /// Of a sheet: what is hidden in it and was read all the same, cells without a value.
    std::vector<std::string> notes = {};
};

/// A file of licences as used by the run.
struct LicenceFileUse {
    std::string file, digest;
    std::size_t licences = 0;
};

/// What a run did with licences.
struct LicenceReport {
    std::vector<LicenceFileUse> files;
    std::vector<LicenceUse> uses; ///< one a licence, in the order of the files
};

/// Why a run is incomplete or not to be trusted, in a sentence for people.
struct Warning {
    enum class About { input, rejects, list, pack, canary };
    About about = About::input;
    std::string sentence;
};

/// Everything that the report says about the run as a whole.
struct RunReport {
    std::string version;
    Summary counts;
    std::vector<PackUse> packs;
    std::vector<InputUse> inputs;
    std::vector<ListUse> watchlists;
    NameMemory::Distinct names_looked_up;    ///< of parties
    std::optional<LicenceReport> licences;   ///< only when some were given
    std::optional<DecisionReport> decisions; ///< the same
    /// SHA-256 by table of the rules ("words.yaml", "regimes"): of everything that decides.
    std::map<std::string, std::string> knowledge_digests;
    std::size_t substances = 0;
    std::size_t names = 0;
    std::size_t rules_active = 0;
    std::size_t rules_found = 0;
    std::size_t canaries_passed = 0;
    std::size_t canaries_total = 0;
    std::vector<std::string> canaries_missed; ///< rule id and case name
    std::vector<std::string> collisions;      ///< which pack won over which other, on what rule
    std::vector<std::string> unchecked;       ///< rules that an input has no column for
    std::vector<Warning> warnings;            ///< as they came up; none: complete
    Severity min_severity = Severity::low;    ///< lines below it are counted, not shown
    std::optional<Severity> fail_on;          ///< none: never
    double seconds = 0;
    std::uint64_t bytes = 0;
    int exit_status = 0;
};

} // namespace preflag
