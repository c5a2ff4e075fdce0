#pragma once

#include <preflag/base/date.h>
#include <preflag/base/document/document.h>

#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// Reads one map of a pack with checked keys. Every defect is added to `diagnostics` and reading
/// goes on, so that one run shows them all; the accessors then return their empty value. Call
/// finish() last: it reports the keys nobody asked for, each with a did-you-mean.
class MapReader {
  public:
    /// `what` names the map in messages ("rule", "substance"). The references must outlive the
    /// reader. A node that is no map is reported once and reads as empty.
    MapReader(const Document& document, const DocumentNode& node, std::string_view what,
              std::vector<Diagnostic>& diagnostics);

    std::optional<std::string> text(std::string_view key);
    std::string required_text(std::string_view key);
    std::optional<double> number(std::string_view key);
    std::optional<std::int64_t> integer(std::string_view key);
    bool boolean(std::string_view key, bool fallback);
    std::optional<Date> date(std::string_view key);
    /// A list of scalars; a single scalar counts as a list of one.
    std::vector<std::string> texts(std::string_view key);
    /// One of `choices`, reported with a did-you-mean when it is not.
    std::optional<std::size_t> choice(std::string_view key, std::span<const std::string> choices);
    /// The raw value, marked as known; nullptr when missing.
    const DocumentNode* child(std::string_view key);
    /// The elements of a list, marked as known; reports anything but a list. Empty when missing.
    std::span<const DocumentNode> children(std::string_view key);

    void error(Position position, std::string message, std::string advice = {});
    /// An error at the value of `key`, or at the map when it is missing.
    void error_at(std::string_view key, std::string message, std::string advice = {});
    [[nodiscard]] Position position() const { return node_.position(); }
    [[nodiscard]] const Document& document() const { return document_; }

    void finish();

  private:
    const DocumentNode* scalar(std::string_view key, std::string_view expected);

    const Document& document_;
    const DocumentNode& node_;
    std::string what_;
    std::vector<Diagnostic>& diagnostics_;
    std::set<std::string, std::less<>> known_;
};

} // namespace preflag
