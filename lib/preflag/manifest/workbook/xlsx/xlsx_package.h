#pragma once

#include <preflag/manifest/source/zip_file.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace preflag {

/// The parts of an .xlsx package and how they refer to each other.
class XlsxPackage {
  public:
    struct Target {
        std::string type; ///< the last word of its address: "worksheet", "sharedStrings"
        std::string part; ///< "xl/worksheets/sheet1.xml"
    };
    using Targets = std::map<std::string, Target>; ///< by id

    explicit XlsxPackage(std::shared_ptr<const ZipFile> zip) : zip_(std::move(zip)) {}

    /// What the part refers to within the package; "" is the package itself.
    [[nodiscard]] Targets targets_of(const std::string& part) const;
    /// nullptr when there is no such part.
    [[nodiscard]] const ZipFile::Member* find(std::string_view part) const {
        return zip_->find(part);
    }
    /// Throws InputError when there is no such part.
    [[nodiscard]] std::unique_ptr<ByteSource> open(const std::string& part) const;
    /// The part's name for messages.
    [[nodiscard]] std::string shown(const std::string& part) const;
    [[nodiscard]] const std::string& name() const { return zip_->name(); }

    static constexpr std::uint64_t most_small_part = std::uint64_t{64} << 20;

  private:
    std::shared_ptr<const ZipFile> zip_;
};

/// The part that a target names, as seen from the part that holds it: "../a.xml" and "/xl/a.xml".
std::string resolved_part(std::string_view base, std::string_view target);

} // namespace preflag
