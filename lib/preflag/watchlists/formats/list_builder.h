#pragma once

#include <preflag/base/csv_rows.h>
#include <preflag/base/document/document.h>
#include <preflag/watchlists/formats/xml_records.h>
#include <preflag/watchlists/watchlist_entry.h>
#include <preflag/watchlists/watchlist_file.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace preflag {

/// Bounds of a published list in JSON.
inline constexpr DocumentLimits list_limits{std::size_t{1} << 30, 100'000'000, 32};

class DocumentNode;

/// Collects the entries of a list while its file is read. Rows of one entry are brought together by
/// its id.
class ListBuilder {
  public:
    ListBuilder(std::string id, std::string format, const WatchlistFile& file);

    /// The entry of this id, new when it was not seen yet.
    ListEntry& entry(std::string_view id, Position position);
    /// nullptr when there is none.
    ListEntry* find(std::string_view id);

    /// Whether a row can be read: rejects one with a fault or with another number of cells.
    bool accepts(const CsvRow& row, const CsvHeader& header);
    void reject(const CsvRow& row, std::string reason);
    void reject(const Diagnostic& fault);
    void reject(Position position, std::string reason, std::string_view excerpt);
    void gap(Position position, std::string message, std::string advice);
    void pass_over() { ++contents_.other_records; }
    /// A date inside the list; the latest one counts.
    void date(std::optional<Date> date);
    /// Reports a gap when the list itself states another number of entries.
    void expect_entries(std::size_t stated, Position position);
    /// What is rejected from now on stands in the companion file.
    void read_with(const WatchlistFile& companion);
    void rename(std::string id) { contents_.id = std::move(id); }

    /// Entries that never got a name become rejected rows; what an entry has twice is kept once.
    ListContents finish();

  private:
    ListContents contents_;
    std::unordered_map<std::string, std::size_t> places_;
    std::optional<std::pair<std::size_t, Position>> stated_;
    std::string digests_;
    std::string reading_; ///< the file that diagnostics name
};

/// Adds a name unless it is empty.
void add_name(ListEntry& entry, std::string_view text, NameQuality quality);
/// Adds a value unless it is empty.
void add_value(std::vector<std::string>& values, std::string_view value);
/// Adds each part of a cell that holds several.
void add_values(std::vector<std::string>& values, std::string_view cell, char separator);
/// Joins what is not empty.
std::string joined(std::initializer_list<std::string_view> parts, std::string_view between);
/// "1960-03-12" of its parts, of which the later ones may be missing or of one digit.
std::string birth_date_of(std::string_view year, std::string_view month, std::string_view day);
/// As add_name, for lists of the United States: a person's "FAMILY, given" becomes "given FAMILY".
void add_name_in_reading_order(ListEntry& entry, std::string_view text, NameQuality quality);
/// The scalar of a map's key; empty when there is none.
std::string_view text_of(const DocumentNode& map, std::string_view key);
/// The day of a time such as "2026-11-20T10:00:00Z".
std::optional<Date> day_of(std::string_view time);

} // namespace preflag
