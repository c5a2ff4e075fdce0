#include <preflag/base/text.h>
#include <preflag/watchlists/formats/list_builder.h>
#include <preflag/watchlists/formats/list_formats.h>
#include <preflag/watchlists/formats/ofac_remarks.h>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace preflag {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view null_cell = "-0-";

std::string_view known(std::string_view cell) {
    cell = trim(cell);
    return cell == null_cell ? std::string_view{} : cell;
}

EntryKind ofac_kind(std::string_view word) {
    const std::string kind = ascii_lower(word);
    if (kind == "individual")
        return EntryKind::person;
    if (kind == "vessel")
        return EntryKind::vessel;
    if (kind == "aircraft")
        return EntryKind::aircraft;
    return EntryKind::organisation;
}

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "SDGT] [IRGC" or "SDGT; IRGC" -> both.
void add_programmes(ListEntry& entry, std::string_view cell) {
    std::string text(cell);
    for (char& c : text)
        if (c == '[' || c == ']')
            c = ';';
    add_values(entry.programmes, text, ';');
}

/// sdn.csv, sdn.pip and sdn.del are the same but for what parts their cells.
char ofac_delimiter(const std::string& path) {
    const std::string extension = ascii_lower(fs::path(path).extension().string());
    return extension == ".pip" ? '|' : extension == ".del" ? '@' : ',';
}

/// Reads the rows of one of OFAC's headerless files; `columns` is their exact number.
template <class Use>
void read_rows(ListBuilder& builder, const WatchlistFile& file, std::size_t columns, Use use) {
    CsvRows rows(file.text, ofac_delimiter(file.path));
    while (auto row = rows.next()) {
        if (row->fault.empty() && row->cells.size() != columns)
            row->fault = fmt::format("{} cells instead of {}", row->cells.size(), columns);
        if (row->fault.empty() && !is_number(row->cell(0)))
            row->fault = "the first cell is no entry number";
        if (row->fault.empty())
            use(*row);
        else
            builder.reject(*row, row->fault);
    }
}

void read_primary(ListBuilder& builder, const WatchlistFile& file, OfacRemarks& remarks) {
    constexpr std::size_t columns = 12;
    read_rows(builder, file, columns, [&](const CsvRow& row) {
        ListEntry& entry = builder.entry(row.cell(0), row.position);
        entry.kind = ofac_kind(known(row.cell(2)));
        const std::string_view name = known(row.cell(1));
        add_name_in_reading_order(entry, name, NameQuality::primary);
        add_programmes(entry, known(row.cell(3)));
        remarks.add(row.cell(0), known(row.cell(11)));
    });
}

/// The entry a companion row belongs to; a row of an unknown entry is rejected.
ListEntry* owner_of(ListBuilder& builder, const CsvRow& row) {
    ListEntry* entry = builder.find(row.cell(0));
    if (entry == nullptr)
        builder.reject(row, fmt::format("there is no entry {}", row.cell(0)));
    return entry;
}

void read_aliases(ListBuilder& builder, const WatchlistFile& file) {
    constexpr std::size_t columns = 5;
    read_rows(builder, file, columns, [&](const CsvRow& row) {
        ListEntry* entry = owner_of(builder, row);
        if (entry == nullptr)
            return;
        const std::string_view name = known(row.cell(3));
        add_name_in_reading_order(*entry, name, NameQuality::alias);
    });
}

void read_addresses(ListBuilder& builder, const WatchlistFile& file) {
    constexpr std::size_t columns = 6;
    read_rows(builder, file, columns, [&](const CsvRow& row) {
        ListEntry* entry = owner_of(builder, row);
        if (entry == nullptr)
            return;
        add_value(entry->addresses, joined({known(row.cell(2)), known(row.cell(3))}, ", "));
        add_value(entry->countries, known(row.cell(4)));
    });
}

void read_comments(ListBuilder& builder, const WatchlistFile& file, OfacRemarks& remarks) {
    constexpr std::size_t columns = 2;
    read_rows(builder, file, columns, [&](const CsvRow& row) {
        // The cell is trimmed; whether it continues a word stands in the row.
        const bool is_new_word = row.source.find("\" ") == row.source.find('"');
        if (owner_of(builder, row) != nullptr)
            remarks.continue_with(row.cell(0), known(row.cell(1)), is_new_word);
    });
}

/// The file beside `path` whose name has `part` where that has "sdn" or "prim"; in its case.
std::optional<std::string> companion_path(const std::string& path, std::string part) {
    const fs::path place(path);
    std::string name = place.filename().string();
    const std::string lower = ascii_lower(name);
    for (const std::string_view main : {"sdn", "prim"}) {
        const auto at = lower.rfind(main);
        if (at == std::string::npos)
            continue;
        const bool is_upper = name[at] >= 'A' && name[at] <= 'Z';
        if (main == "sdn" && part == "comments")
            part = "sdn_comments";
        if (is_upper)
            for (char& c : part)
                c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        name.replace(at, main.size(), part);
        return (place.parent_path() / name).string();
    }
    return std::nullopt;
}

void read_companion(ListBuilder& builder, const WatchlistFile& file, const std::string& part,
                    std::string_view what, void (*read)(ListBuilder&, const WatchlistFile&)) {
    const auto path = companion_path(file.path, part);
    std::error_code error;
    if (!path || !fs::exists(*path, error)) {
        builder.gap({},
                    fmt::format("{} is missing: the {} were not read", path.value_or(part), what),
                    "put OFAC's files side by side under their own names (sdn.csv, alt.csv, "
                    "add.csv, sdn_comments.csv), or use the xml file, which has everything");
        return;
    }
    const WatchlistFile companion = load_watchlist_file(*path);
    builder.read_with(companion);
    read(builder, companion);
}

std::string iso_date(std::string_view american) {
    constexpr std::size_t length = 10; // 09/24/2026
    if (american.size() != length)
        return {};
    return fmt::format("{}-{}-{}", american.substr(6), american.substr(0, 2),
                       american.substr(3, 2));
}

void read_publication(ListBuilder& builder, const XmlElement& element) {
    if (element.name == "Publish_Date")
        builder.date(parse_iso_date(iso_date(element.text)));
    std::size_t stated = 0;
    if (element.name == "Record_Count" &&
        std::from_chars(element.text.data(), element.text.data() + element.text.size(), stated)
                .ec == std::errc{})
        builder.expect_entries(stated, element.position);
}

std::string xml_name(const XmlElement& element) {
    return joined({element.child_text("firstName"), element.child_text("lastName")}, " ");
}

void read_xml_entry(ListBuilder& builder, const XmlElement& element) {
    const std::string_view id = element.child_text("uid");
    if (id.empty())
        return builder.reject(element.position, "an entry without uid", xml_name(element));
    ListEntry& entry = builder.entry(id, element.position);
    entry.kind = ofac_kind(element.child_text("sdnType"));
    add_name(entry, xml_name(element), NameQuality::primary);
    element.each("programList", "program",
                 [&](const XmlElement& item) { add_value(entry.programmes, item.text); });
    element.each("akaList", "aka", [&](const XmlElement& item) {
        const bool is_weak = ascii_lower(item.child_text("category")) == "weak";
        add_name(entry, xml_name(item), is_weak ? NameQuality::weak_alias : NameQuality::alias);
    });
    element.each("addressList", "address", [&](const XmlElement& item) {
        add_value(entry.addresses,
                  joined({item.child_text("address1"), item.child_text("address2"),
                          item.child_text("address3"), item.child_text("city"),
                          item.child_text("stateOrProvince"), item.child_text("postalCode")},
                         ", "));
        add_value(entry.countries, item.child_text("country"));
    });
    for (const auto& [list, item] :
         {std::pair{"nationalityList", "nationality"}, std::pair{"citizenshipList", "citizenship"}})
        element.each(list, item, [&](const XmlElement& country) {
            add_value(entry.countries, country.child_text("country"));
        });
    element.each("dateOfBirthList", "dateOfBirthItem", [&](const XmlElement& item) {
        add_value(entry.birth_dates, item.child_text("dateOfBirth"));
    });
    element.each("idList", "id", [&](const XmlElement& item) {
        const std::string_view number = item.child_text("idNumber");
        // The list also keeps sentences there: "section 1(b) of Executive Order 13224".
        const bool is_sentence = std::count(number.begin(), number.end(), ' ') > 2;
        if (!is_sentence && number.find_first_of("0123456789") != std::string_view::npos)
            add_value(entry.identifiers, number);
    });
}

} // namespace

ListContents read_ofac_csv(const WatchlistFile& file) {
    const std::string name = ascii_lower(fs::path(file.path).filename().string());
    const bool is_consolidated = name.find("prim") != std::string::npos;
    ListBuilder builder(is_consolidated ? "us-ofac-consolidated" : "us-ofac-sdn", "OFAC csv", file);
    OfacRemarks remarks;
    read_primary(builder, file, remarks);
    read_companion(builder, file, "alt", "aliases", read_aliases);
    read_companion(builder, file, "add", "addresses", read_addresses);
    if (const auto path = companion_path(file.path, "comments"); path && fs::exists(*path)) {
        const WatchlistFile companion = load_watchlist_file(*path);
        builder.read_with(companion);
        read_comments(builder, companion, remarks);
    }
    remarks.read_into(builder);
    return builder.finish();
}

ListContents read_ofac_xml(const WatchlistFile& file) {
    const std::string name = ascii_lower(fs::path(file.path).filename().string());
    const bool is_consolidated = name.find("cons") != std::string::npos;
    ListBuilder builder(is_consolidated ? "us-ofac-consolidated" : "us-ofac-sdn", "OFAC xml", file);
    const Diagnostic fault = read_xml(file.text, file.path, {"publshInformation", "sdnList"},
                                      [&](const XmlElement& element) {
                                          if (element.name == "sdnEntry")
                                              read_xml_entry(builder, element);
                                          else if (element.name == "publshInformation")
                                              for (const XmlElement& child : element.children)
                                                  read_publication(builder, child);
                                      });
    if (!fault.message.empty())
        builder.reject(fault);
    return builder.finish();
}

} // namespace preflag
