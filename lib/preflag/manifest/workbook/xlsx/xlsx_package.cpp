#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/manifest/workbook/xlsx/xlsx_package.h>
#include <preflag/manifest/workbook/xml_reader.h>

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace preflag {

namespace {

/// "%20" and the like as the characters that they stand for.
std::string without_percent_signs(std::string_view target) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < target.size(); ++i) {
        const std::size_t high = target[i] == '%' && i + 2 < target.size()
                                     ? digits.find(ascii_lower(target[i + 1]))
                                     : 16;
        const std::size_t low = high < 16 ? digits.find(ascii_lower(target[i + 2])) : 16;
        if (low < 16) {
            text += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            text += target[i];
        }
    }
    return text;
}

class RelationshipsReader : public XmlHandler {
  public:
    explicit RelationshipsReader(std::string part) : part_(std::move(part)) {}

    void begin(std::string_view name, const XmlAttributes& attributes) override {
        constexpr std::size_t most_targets = 100'000;
        if (name != "Relationship" || attributes["TargetMode"] == "External" ||
            targets_.size() == most_targets)
            return;
        const std::string_view type = attributes["Type"];
        targets_[std::string(attributes["Id"])] = {
            std::string(type.substr(type.rfind('/') + 1)),
            resolved_part(part_, without_percent_signs(attributes["Target"]))};
    }
    void end(std::string_view /*name*/) override {}
    void text(std::string_view /*piece*/) override {}

    XlsxPackage::Targets take() { return std::move(targets_); }

  private:
    std::string part_;
    XlsxPackage::Targets targets_;
};

/// "xl/workbook.xml" -> "xl/_rels/workbook.xml.rels".
std::string relationships_part(const std::string& part) {
    const std::size_t slash = part.rfind('/');
    const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
    return part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
}

} // namespace

std::string resolved_part(std::string_view base, std::string_view target) {
    std::vector<std::string_view> steps;
    const auto go = [&](std::string_view path) {
        while (!path.empty()) {
            const std::string_view step = path.substr(0, path.find_first_of("/\\"));
            path.remove_prefix(std::min(step.size() + 1, path.size()));
            if (step == ".." && !steps.empty())
                steps.pop_back();
            else if (!step.empty() && step != "." && step != "..")
                steps.push_back(step);
        }
    };
    if (!target.starts_with('/') && base.rfind('/') != std::string_view::npos)
        go(base.substr(0, base.rfind('/')));
    go(target);
    std::string part;
    for (const std::string_view step : steps)
        part += (part.empty() ? "" : "/") + std::string(step);
    return part;
}

XlsxPackage::Targets XlsxPackage::targets_of(const std::string& part) const {
    const std::string relationships = relationships_part(part);
    if (find(relationships) == nullptr)
        return {};
    RelationshipsReader reader(part);
    const auto source = open(relationships);
    read_xml_part(*source, shown(relationships), most_small_part, reader);
    return reader.take();
}

std::unique_ptr<ByteSource> XlsxPackage::open(const std::string& part) const {
    const ZipFile::Member* member = find(part);
    if (member == nullptr)
        throw InputError(fmt::format("{}: the workbook is damaged: it holds no part {}; get it "
                                     "again from its source, or open and save it in a spreadsheet "
                                     "program",
                                     name(), printable(part)));
    return zip_->open(*member);
}

std::string XlsxPackage::shown(const std::string& part) const {
    return fmt::format("{} ({})", name(), printable(part));
}

} // namespace preflag
