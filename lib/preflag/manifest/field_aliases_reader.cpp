#include <preflag/base/error.h>
#include <preflag/base/map_reader.h>
#include <preflag/base/text.h>
#include <preflag/manifest/field_aliases.h>

#include <fmt/format.h>

#include <fstream>
#include <sstream>

namespace preflag {

namespace {

std::string joined_words(std::string_view text) {
    std::string phrase;
    for (const std::string& word : header_words(text))
        phrase += phrase.empty() ? word : " " + word;
    return phrase;
}

bool has_no_word_edges(std::string_view phrase) {
    const auto first = static_cast<unsigned char>(phrase.front());
    return first >= 0xE3 && first <= 0xED;
}

std::optional<Document> read_document(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return std::nullopt;
    std::ostringstream text;
    text << file.rdbuf();
    return read_yaml(std::move(text).str(), path.string());
}

} // namespace

/// Reads one fields.yaml into the aliases.
class FieldAliasesReader {
  public:
    FieldAliasesReader(FieldAliases& aliases, const Document& document,
                       std::vector<Diagnostic>& diagnostics)
        : aliases_(aliases), document_(document), diagnostics_(diagnostics) {}

    void read() {
        MapReader map(document_, document_.root, "header vocabulary", diagnostics_);
        map.required_text("edition");
        for (const std::string& word : map.texts("filler"))
            aliases_.filler_.insert(joined_words(word));
        if (const DocumentNode* units = map.child("units"))
            read_units(*units);
        if (const DocumentNode* fields = map.child("fields"))
            read_fields(*fields, map);
        map.finish();
    }

  private:
    void read_units(const DocumentNode& units) {
        MapReader map(document_, units, "map of units", diagnostics_);
        for (const DocumentEntry& entry : units.entries())
            for (const std::string& word : map.texts(entry.key))
                if (std::string folded = joined_words(word); !folded.empty())
                    aliases_.units_.insert_or_assign(std::move(folded), entry.key);
        map.finish();
    }

    void read_fields(const DocumentNode& fields, MapReader& map) {
        for (const DocumentEntry& entry : fields.entries()) {
            const auto field = parse_field(entry.key);
            if (!field) {
                const auto hint = nearest(entry.key, field_names());
                map.error(entry.position, fmt::format("unknown field \"{}\"", entry.key),
                          hint ? fmt::format("did you mean \"{}\"?", *hint) : "");
                continue;
            }
            MapReader aliases(document_, entry.value, "field", diagnostics_);
            for (const std::string& phrase : aliases.texts("exact"))
                add(aliases_.exact_, phrase, *field, aliases);
            for (const std::string& phrase : aliases.texts("within")) {
                add(aliases_.within_, phrase, *field, aliases);
                if (has_no_word_edges(phrase))
                    aliases_.within_without_edges_.insert({joined_words(phrase), *field});
            }
            for (const std::string& phrase : aliases.texts("fallback")) {
                add(aliases_.within_, phrase, *field, aliases);
                aliases_.fallback_.insert(joined_words(phrase));
            }
            aliases.finish();
        }
    }

    void add(std::map<std::string, Field, std::less<>>& phrases, const std::string& phrase,
             Field field, MapReader& map) {
        const std::string folded = joined_words(phrase);
        const auto [place, is_new] = phrases.insert({folded, field});
        if (!is_new && place->second != field)
            map.error(map.position(), fmt::format("\"{}\" is an alias of both {} and {}", phrase,
                                                  field_name(place->second), field_name(field)));
    }

    FieldAliases& aliases_;
    const Document& document_;
    std::vector<Diagnostic>& diagnostics_;
};

FieldAliases FieldAliases::load(const std::vector<std::filesystem::path>& folders) {
    FieldAliases aliases;
    std::vector<Diagnostic> diagnostics;
    for (const std::filesystem::path& folder : folders)
        if (const auto document = read_document(folder / "fields.yaml"))
            FieldAliasesReader(aliases, *document, diagnostics).read();
    if (diagnostics.empty() && aliases.exact_.empty()) {
        Diagnostic missing;
        missing.file = folders.empty() ? "fields.yaml" : (folders.front() / "fields.yaml").string();
        missing.message = "no header vocabulary was found";
        missing.advice = "give the folder of the shipped rules with --rules";
        diagnostics.push_back(std::move(missing));
    }
    if (!diagnostics.empty())
        throw PackError(std::move(diagnostics));
    return aliases;
}

} // namespace preflag
