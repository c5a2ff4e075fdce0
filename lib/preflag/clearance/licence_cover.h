#pragma once

#include <preflag/base/bounded_memo.h>
#include <preflag/clearance/licence_reader.h>
#include <preflag/names/known_names.h>
#include <preflag/screening/screened_line.h>

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace preflag {

/// What a run did with a licence.
struct LicenceUse {
    std::string number, holder, file;
    Date valid_from{}, valid_to{};
    std::string period;              ///< "total", "year", ...
    std::optional<double> kilograms; ///< of each substance, a period; none: any
    std::uint64_t lines_cleared = 0; ///< lines on which it cleared something
    std::uint64_t lines_refused = 0; ///< lines of the holder that it does not reach to
    std::uint64_t lines_expired = 0; ///< of these, because it had expired
    /// Kilograms used up in this run, by substance and period ("2026-03", empty of the total).
    std::map<std::pair<std::string, std::string>, double> used;
};

/// Clears what the laws say of goods that go to the holder of a licence for them, and counts what
/// is used up. Lines must come in input order, one after the other: the answer depends on the lines
/// before. A quantity that may be one of several counts with the largest, and on a date that may be
/// several days the licence must hold for each. Nothing else is cleared: no red flag, no
/// contradiction, no match of a watchlist, and nothing at all on a line with such a match.
class LicenceCover {
  public:
    struct Days {
        Date today;                ///< for shipments without a date
        std::optional<Date> as_of; ///< instead of the shipment's date
    };

    /// The words and countries must outlive it. Throws InputError when two licences have the same
    /// number and a substance and a law in common, since their quantities would add up.
    LicenceCover(std::vector<LicenceFile> files, const NameVocabulary& words,
                 const CountryTable& countries, Days days);

    /// Sets the clearance of findings, and remarks on those that a licence of the consignee does
    /// not reach to. Leaves score and severity alone.
    void apply(ScreenedLine& line);

    [[nodiscard]] const std::vector<LicenceFile>& files() const { return files_; }
    /// In the order of the files.
    [[nodiscard]] const std::vector<LicenceUse>& uses() const { return uses_; }

  private:
    /// Consignees whose licences are remembered.
    static constexpr std::size_t most_known = 50'000;

    struct Refusal {
        std::string reason;
        bool is_expired = false;
    };
    struct Holding {
        std::vector<std::uint32_t> licences; ///< ascending
        /// Licences of a holder of this name that has other numbers or another country.
        std::vector<std::pair<std::uint32_t, std::string>> others;
    };

    /// The licences that did something on the line at hand.
    struct Touched {
        std::set<std::uint32_t> cleared, refused, expired;
    };

    void add(const Licence& licence);
    void check_number(const Licence& licence);
    Holding search(const ScreenedLine& line);
    void hold(Holding& holding, std::uint32_t licence, const ScreenedLine& line) const;
    [[nodiscard]] std::vector<Date> days_of(const ScreenedLine& line) const;
    void apply_to(const Identification& goods, const Holding& holding, ScreenedLine& line,
                  Touched& touched);
    void clear(std::uint32_t licence, const Identification& goods, const std::vector<Date>& days,
               const std::vector<Finding*>& findings);
    [[nodiscard]] std::optional<Refusal> refusal(std::uint32_t licence, const Identification& goods,
                                                 const std::vector<Date>& days) const;
    [[nodiscard]] std::optional<Refusal> refusal(std::uint32_t licence, const Identification& goods,
                                                 Date day) const;
    [[nodiscard]] double used(std::uint32_t licence, const std::string& substance, Date day) const;

    std::vector<LicenceFile> files_;
    const CountryTable& countries_;
    Days days_;
    std::vector<const Licence*> licences_;
    std::vector<LicenceUse> uses_;
    KnownNames names_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_identifier_, by_number_;
    BoundedMemo<Holding> known_{most_known}; ///< by consignee as written
};

} // namespace preflag
