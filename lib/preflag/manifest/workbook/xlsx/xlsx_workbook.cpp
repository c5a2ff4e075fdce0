#include <preflag/base/error.h>
#include <preflag/manifest/workbook/report_property.h>
#include <preflag/manifest/workbook/xlsx/text_escapes.h>
#include <preflag/manifest/workbook/xlsx/xlsx_workbook.h>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace preflag {

namespace {

bool is_true(std::string_view value) {
    return value == "1" || value == "true" || value == "on";
}

/// The part workbook.xml.
class WorkbookReader : public XmlHandler {
  public:
    WorkbookReader(XlsxWorkbook& book, const XlsxPackage::Targets& targets)
        : book_(book), targets_(targets) {}

    void begin(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "workbookPr" && is_true(attributes["date1904"]))
            book_.epoch = DateEpoch::of_1904;
        else if (name == "calcPr")
            book_.is_calculated_on_load = is_true(attributes["fullCalcOnLoad"]);
        else if (name == "sheet")
            add_sheet(attributes);
    }
    void end(std::string_view /*name*/) override {}
    void text(std::string_view /*piece*/) override {}

  private:
    void add_sheet(const XmlAttributes& attributes) {
        const auto target = targets_.find(std::string(attributes["id"]));
        if (target == targets_.end())
            throw InputError(fmt::format("{}: the workbook is damaged: its sheet \"{}\" stands "
                                         "nowhere; get it again from its source, or open and save "
                                         "it in a spreadsheet program",
                                         book_.package.name(), attributes["name"]));
        if (target->second.type != "worksheet")
            return; // a sheet that is a chart
        std::string name(attributes["name"]);
        unescape_in_place(name);
        const std::string_view state = attributes["state"];
        book_.sheets.push_back(
            {std::move(name), target->second.part, state == "hidden" || state == "veryHidden"});
    }

    XlsxWorkbook& book_;
    const XlsxPackage::Targets& targets_;
};

std::string part_of_type(const XlsxPackage::Targets& targets, std::string_view type) {
    const auto found = std::find_if(targets.begin(), targets.end(),
                                    [&](const auto& target) { return target.second.type == type; });
    return found == targets.end() ? std::string() : found->second.part;
}

/// The part workbook.xml, wherever it stands.
std::string main_part(const XlsxPackage& package) {
    std::string part = part_of_type(package.targets_of(""), "officeDocument");
    if (part.empty())
        part = "xl/workbook.xml";
    if (part.ends_with(".bin"))
        throw InputError(fmt::format("{}: is a binary workbook (.xlsb); save it as .xlsx or CSV "
                                     "(UTF-8) and screen that",
                                     package.name()));
    for (const std::string_view other : {"word/", "ppt/", "visio/"})
        if (part.starts_with(other))
            throw InputError(fmt::format("{}: is an office document without sheets; save its table "
                                         "as .xlsx or CSV (UTF-8) and screen that",
                                         package.name()));
    return part;
}

} // namespace

std::shared_ptr<const XlsxWorkbook> read_xlsx_workbook(std::shared_ptr<const ZipFile> zip) {
    auto book = std::make_shared<XlsxWorkbook>(
        XlsxWorkbook{XlsxPackage(std::move(zip)), {}, DateEpoch::of_1900, false, false, {}, {}});
    const XlsxPackage& package = book->package;
    const std::string part = main_part(package);
    const XlsxPackage::Targets targets = package.targets_of(part);
    const auto read = [&](const std::string& what, XmlHandler& handler) {
        const auto source = package.open(what);
        read_xml_part(*source, package.shown(what), XlsxPackage::most_small_part, handler);
    };
    WorkbookReader reader(*book, targets);
    read(part, reader);
    if (const std::string custom = part_of_type(package.targets_of(""), "custom-properties");
        !custom.empty())
        book->is_report = has_report_property(*package.open(custom), package.shown(custom));
    if (const std::string styles = part_of_type(targets, "styles"); !styles.empty())
        read(styles, book->styles);
    if (const std::string strings = part_of_type(targets, "sharedStrings"); !strings.empty()) {
        const auto source = package.open(strings);
        const ZipFile::Member* const member = package.find(strings);
        book->strings = SharedStrings(*source, package.shown(strings), member->size);
    }
    return book;
}

} // namespace preflag
