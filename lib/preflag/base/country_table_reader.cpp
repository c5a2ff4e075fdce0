#include <preflag/base/country_table_reader.h>
#include <preflag/base/document/map_reader.h>

#include <fmt/format.h>

namespace preflag {

namespace {

class CountryTableReader {
  public:
    CountryTableReader(const Document& document, std::vector<Diagnostic>& diagnostics)
        : document_(document), diagnostics_(diagnostics) {}

    CountryTable read() {
        MapReader map(document_, document_.root, "table of countries", diagnostics_);
        map.required_text("edition");
        const std::vector<std::string> codes = map.texts("codes");
        if (codes.empty())
            map.error_at("codes", "the table of countries has no \"codes\"");
        for (const std::string& code : codes)
            table_.add_code(code);
        for (const std::string& word : map.texts("fillers"))
            table_.add_filler(word);
        if (const DocumentNode* unions = map.child("unions"))
            read_unions(*unions);
        if (const DocumentNode* names = map.child("names"))
            read_names(*names);
        read_territories(map, "territories", true);
        read_territories(map, "territories-with-own-law", false);
        map.finish();
        return std::move(table_);
    }

  private:
    void read_unions(const DocumentNode& node) {
        MapReader map(document_, node, "map of unions", diagnostics_);
        for (const DocumentEntry& entry : node.entries()) {
            std::vector<std::string> members = map.texts(entry.key);
            for (const std::string& member : members)
                check(map, entry.value.position(), member);
            table_.add_union(entry.key, std::move(members));
        }
        map.finish();
    }

    void read_territories(MapReader& table, std::string_view key, bool has_its_law) {
        const DocumentNode* const node = table.child(key);
        if (node == nullptr)
            return;
        MapReader map(document_, *node, "map of territories", diagnostics_);
        for (const DocumentEntry& entry : node->entries()) {
            check(map, entry.position, entry.key);
            for (const std::string& territory : map.texts(entry.key)) {
                check(map, entry.value.position(), territory);
                table_.add_territory(territory, entry.key, has_its_law);
            }
        }
        map.finish();
    }

    void read_names(const DocumentNode& node) {
        MapReader map(document_, node, "map of country names", diagnostics_);
        for (const DocumentEntry& entry : node.entries()) {
            check(map, entry.position, entry.key);
            for (const std::string& name : map.texts(entry.key))
                if (const std::string& owner = table_.add_name(name, entry.key); owner != entry.key)
                    map.error(
                        entry.value.position(),
                        fmt::format("\"{}\" is a name of both {} and {}", name, owner, entry.key));
        }
        map.finish();
    }

    void check(MapReader& map, Position position, const std::string& code) {
        if (!table_.has_code(code))
            map.error(position, fmt::format("\"{}\" is not among the codes of this table", code));
    }

    const Document& document_;
    std::vector<Diagnostic>& diagnostics_;
    CountryTable table_;
};

} // namespace

CountryTable read_country_file(const Document& document, std::vector<Diagnostic>& diagnostics) {
    return CountryTableReader(document, diagnostics).read();
}

CountryTable read_country_table(const RuleFiles& files, std::vector<Diagnostic>& diagnostics) {
    CountryTable table;
    const auto all = files.of("countries.yaml");
    for (const RuleFile* const file : all) {
        table = read_country_file(file->document, diagnostics);
        table.set_digest(file->digest);
    }
    for (const RuleFile* const file : files.of("places/countries.yaml")) {
        MapReader map(file->document, file->document.root, "names of countries", diagnostics);
        map.required_text("edition");
        table.set_more_names(SortedLines(map.text("names").value_or("")));
        map.finish();
    }
    if (all.empty() && files.is_whole("countries.yaml"))
        diagnostics.push_back(missing_table("countries.yaml"));
    return table;
}

} // namespace preflag
