#pragma once

#include <preflag/base/field.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// Who is behind a consignee's name.
enum class ConsigneeKind : std::uint8_t {
    business,
    public_body,
    forwarder, ///< or a carrier
    private_person,
    personal_name, ///< a bare name of a person: a private person, or a firm that is called so
    unknown,       ///< nothing on the line tells
};
inline constexpr std::size_t consignee_kind_count = 6;

/// "private-person": kebab-case, stable; the names by which rules ask.
std::string_view name_of(ConsigneeKind kind);
std::optional<ConsigneeKind> parse_consignee_kind(std::string_view name);

/// A word or number of the line that tells what kind the consignee is.
struct KindEvidence {
    ConsigneeKind speaks_for = ConsigneeKind::unknown;
    std::string what; ///< "legal form", "title", "VAT number": as the data calls it
    Field field = Field::consignee;
    std::string text;       ///< as written
    std::size_t offset = 0; ///< in the field, in bytes
    std::size_t length = 0;
    int weight = 0;
};

/// The kind of one line's consignee, with all that was found, the heaviest first; what speaks for
/// another kind is there too.
struct ConsigneeReading {
    ConsigneeKind kind = ConsigneeKind::unknown;
    std::vector<KindEvidence> evidence;
    /// The same for one name in other case, punctuation or order of words, with another legal form
    /// or title; empty without a name. Ends with the country's code, where it is known.
    std::string identity{};
};

} // namespace preflag
