#include <preflag/base/document/map_reader.h>
#include <preflag/base/text.h>
#include <preflag/places/place_table_reader.h>

#include <fmt/format.h>

#include <utility>

namespace preflag {

class PlaceTableReader {
  public:
    PlaceTableReader(const CountryTable& countries, std::vector<Diagnostic>& diagnostics)
        : countries_(countries), diagnostics_(diagnostics) {}

    void read_names(const Document& document) {
        MapReader map(document, document.root, "table of places", diagnostics_);
        map.required_text("edition");
        table_.cities_ = SortedLines(map.text("cities").value_or(""));
        table_.regions_ = SortedLines(map.text("regions").value_or(""));
        map.finish();
    }

    void read_codes(const Document& document) {
        MapReader map(document, document.root, "table of codes of places", diagnostics_);
        map.required_text("edition");
        table_.locodes_ = read_by_country(map, "locodes");
        table_.subdivisions_ = read_by_country(map, "subdivisions");
        table_.airports_ = SortedLines(map.text("airports").value_or(""));
        table_.schedules_ = SortedLines(map.text("schedules").value_or(""));
        map.finish();
    }

    void read_words(const Document& document) {
        MapReader map(document, document.root, "words about places", diagnostics_);
        map.required_text("edition");
        for (const std::string& word : map.texts("generic"))
            table_.generic_.insert(PlaceTable::key_of(word));
        for (const std::string& words : map.texts("no-places"))
            table_.no_places_.insert(PlaceTable::key_of(words));
        for (const std::string& affix : map.texts("affixes"))
            table_.affixes_.insert(fold(affix));
        add_names(map, "names", table_.own_names_);
        add_names(map, "regions", table_.own_regions_);
        add_codes(map, "codes", table_.own_codes_);
        add_codes(map, "postal-prefixes", table_.prefixes_);
        add_codes(map, "postal-codes", table_.postal_codes_);
        map.finish();
    }

    PlaceTable take() { return std::move(table_); }

  private:
    void check(MapReader& map, const DocumentEntry& entry) {
        if (!countries_.has_code(entry.key))
            map.error(entry.position,
                      fmt::format("\"{}\" is not among the codes of countries.yaml", entry.key));
    }

    /// Calls `use` with the reader and each country's entry of a map that may be left out.
    template <typename Use>
    void each_country(MapReader& map, std::string_view key, std::string_view what, Use use) {
        const DocumentNode* const node = map.child(key);
        if (node == nullptr)
            return;
        MapReader by_country(map.document(), *node, what, diagnostics_);
        for (const DocumentEntry& entry : node->entries())
            use(by_country, entry);
        by_country.finish();
    }

    PlaceTable::Names read_by_country(MapReader& map, std::string_view key) {
        PlaceTable::Names codes;
        each_country(map, key, "map of codes", [&](MapReader& countries, const auto& entry) {
            check(countries, entry);
            codes.emplace(entry.key, countries.text(entry.key).value_or(""));
        });
        return codes;
    }

    void add_codes(MapReader& map, std::string_view key, PlaceTable::Names& codes) {
        each_country(map, key, "map of codes", [&](MapReader& countries, const auto& entry) {
            check(countries, entry);
            for (const std::string& code : countries.texts(entry.key))
                codes.insert_or_assign(code, entry.key);
        });
    }

    static void add_owner(std::string& owners, const std::string& country) {
        if (owners.find(country) == std::string::npos)
            owners += owners.empty() ? country : ' ' + country;
    }

    /// A union's names are those of all its members: whose goods they are is not told.
    void add_names(MapReader& map, std::string_view key, PlaceTable::Names& names) {
        PlaceTable::Names added;
        each_country(map, key, "map of names", [&](MapReader& countries, const auto& entry) {
            const std::vector<std::string> members = countries_.members_of(entry.key);
            if (members.empty())
                check(countries, entry);
            for (const std::string& name : countries.texts(entry.key))
                for (const std::string& member : members)
                    add_owner(added[PlaceTable::key_of(name)], member);
        });
        for (auto& [name, owners] : added)
            names.insert_or_assign(name, std::move(owners));
    }

    const CountryTable& countries_;
    std::vector<Diagnostic>& diagnostics_;
    PlaceTable table_;
};

PlaceTable read_place_table(const RuleFiles& files, const CountryTable& countries,
                            std::vector<Diagnostic>& diagnostics) {
    PlaceTableReader reader(countries, diagnostics);
    for (const RuleFile* const file : files.of("places/names.yaml"))
        reader.read_names(file->document);
    for (const RuleFile* const file : files.of("places/codes.yaml"))
        reader.read_codes(file->document);
    for (const RuleFile* const file : files.of("places/words.yaml"))
        reader.read_words(file->document);
    return reader.take();
}

} // namespace preflag
