// The readers of workbooks. The first byte chooses which part the bytes become: the sheet, the
// shared texts, the styles, the list of sheets, an .ods content, or the whole file.
#include "fuzzing.h"

#include <preflag/base/error.h>

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

using namespace preflag;

namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

std::string zipped(const Parts& parts) {
    std::vector<char> room(std::size_t{1} << 22);
    std::size_t used = 0;
    archive* const writer = archive_write_new();
    archive_write_set_format_zip(writer);
    archive_write_set_options(writer, "zip:compression=store");
    archive_write_open_memory(writer, room.data(), room.size(), &used);
    for (const auto& [name, bytes] : parts) {
        archive_entry* const entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_write_header(writer, entry);
        archive_write_data(writer, bytes.data(), bytes.size());
        archive_entry_free(entry);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    return {room.data(), used};
}

Parts small_workbook() {
    const std::string rel = "<Relationship Id=\"b\" Type=\"x/sharedStrings\" Target=\"s.xml\"/>"
                            "<Relationship Id=\"c\" Type=\"x/styles\" Target=\"t.xml\"/>";
    return {
        {"[Content_Types].xml", "<Types/>"},
        {"xl/workbook.xml", "<workbook><sheets><sheet name=\"A\" id=\"a\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<r><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"a.xml\"/>" + rel + "</r>"},
        {"xl/a.xml",
         "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row><row><c "
         "t=\"s\"><v>2</v></c><c s=\"1\"><v>28080000</v></c></row></sheetData></worksheet>"},
        {"xl/s.xml", "<sst><si><t>Goods</t></si><si><t>HS</t></si><si><t>Urea</t></si></sst>"},
        {"xl/t.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
                     "</styleSheet>"}};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::array parts{3, 4, 5, 1, 2};
    if (size == 0 || size > (std::size_t{1} << 20))
        return 0;
    const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::size_t choice = data[0] % (parts.size() + 2);
    std::string file = bytes;
    if (choice < parts.size()) {
        Parts book = small_workbook();
        book[static_cast<std::size_t>(parts[choice])].second = bytes;
        file = zipped(book);
    } else if (choice == parts.size()) {
        file = zipped({{"content.xml", bytes}});
    }
    const std::string path = fuzzing::file_with("a.xlsx", file);
    try {
        Unopened unopened;
        for (const auto& reader : open_manifest(path, fuzzing::aliases(), {}, &unopened))
            fuzzing::read_to_the_end(*reader);
    } catch (const InputError&) {
    }
    return 0;
}
