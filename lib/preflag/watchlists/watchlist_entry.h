#pragma once

#include <preflag/base/date.h>
#include <preflag/base/diagnostic.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// What a list says an entry is. As wide as the numbers beside it in a compiled list, which has no
/// gaps then.
enum class EntryKind : std::uint32_t { unknown, person, organisation, vessel, aircraft };
inline constexpr std::size_t entry_kind_count = 5;
std::string_view name_of(EntryKind kind); // "person", ...

/// A weak alias is one that the publisher itself marks as of low quality. As wide as EntryKind.
enum class NameQuality : std::uint32_t { primary, alias, weak_alias };
std::string_view name_of(NameQuality quality); // "name", "alias", "weak alias"

struct ListName {
    std::string text; ///< UTF-8, as published, in reading order ("given family")
    NameQuality quality = NameQuality::primary;
};

/// One person, organisation or craft of a watchlist, as published.
struct ListEntry {
    std::string id; ///< the publisher's own
    EntryKind kind = EntryKind::unknown;
    std::vector<ListName> names; ///< at least one; the first is the primary name
    std::vector<std::string> programmes;
    std::vector<std::string> countries;   ///< names or codes, as published
    std::vector<std::string> addresses;   ///< one line each
    std::vector<std::string> birth_dates; ///< as published; may be a year only
    std::vector<std::string> identifiers; ///< numbers of passports, registers, taxes
    Position position;
};

/// Where a list's date comes from.
enum class DateSource : std::uint8_t { none, list, file_time };

/// A list as read from its files. What could not be read is in `rejected`, never just missing:
/// a list with rejected rows, or with `gaps`, is not the whole list.
struct ListContents {
    std::string id; ///< "us-ofac-sdn", "eu-fsf", or the file's name for a list of the user's own
    std::string format; ///< "OFAC csv"
    std::string file;
    std::string digest;                  ///< SHA-256 over the bytes of all its files
    std::vector<std::string> companions; ///< other files that were read with it
    std::optional<Date> date;
    DateSource date_source = DateSource::none;
    std::vector<ListEntry> entries;
    std::vector<Diagnostic> rejected; ///< one a row
    std::vector<Diagnostic> gaps;     ///< what is missing as a whole: an alias file, a stated count
    std::size_t other_records = 0;    ///< well-formed records that are no parties or not listed

    [[nodiscard]] std::size_t count(NameQuality quality) const;
};

} // namespace preflag
