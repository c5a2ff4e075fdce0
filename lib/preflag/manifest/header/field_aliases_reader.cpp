#include <preflag/base/document/map_reader.h>
#include <preflag/base/text.h>
#include <preflag/manifest/header/field_aliases.h>

#include <fmt/format.h>

namespace preflag {

namespace {

std::string joined_words(std::string_view text) {
    return joined(header_vocabulary(text));
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
        read_words(map, "articles", aliases_.articles_);
        read_words(map, "filler", aliases_.filler_);
        for (const std::string& phrase : map.texts("ignored"))
            aliases_.spelling_.add_ignored(header_vocabulary(phrase));
        for (const std::string& text : map.texts("placeholders"))
            aliases_.placeholders_.add(text);
        if (const DocumentNode* units = map.child("units"))
            read_units(*units);
        if (const DocumentNode* rules = map.child("rules"))
            read_rules(*rules);
        if (const DocumentNode* fields = map.child("fields"))
            read_fields(*fields, map);
        map.finish();
        add_without_articles(aliases_.exact_);
        add_without_articles(aliases_.within_);
    }

  private:
    void read_words(MapReader& map, std::string_view key,
                    std::set<std::string, std::less<>>& words) {
        for (const std::string& text : map.texts(key))
            for (const std::string& word : header_vocabulary(text)) {
                words.insert(word);
                aliases_.spelling_.add({word});
            }
    }

    void read_units(const DocumentNode& units) {
        MapReader map(document_, units, "map of units", diagnostics_);
        for (const DocumentEntry& entry : units.entries())
            for (const std::string& word : map.texts(entry.key))
                if (std::string folded = joined_words(word); !folded.empty()) {
                    aliases_.spelling_.add(header_vocabulary(word));
                    aliases_.units_.insert_or_assign(std::move(folded), entry.key);
                }
        map.finish();
    }

    void read_rules(const DocumentNode& node) {
        MapReader map(document_, node, "map of rules", diagnostics_);
        HeaderRules& rules = aliases_.rules_;
        read_phrases(map, "guards", rules.guards);
        read_phrases(map, "names", rules.names);
        read_phrases(map, "descriptions", rules.descriptions);
        read_phrases(map, "unit-columns", rules.units);
        read_phrases(map, "figures", rules.figures);
        read_phrases(map, "each", rules.each);
        read_phrases(map, "numbers", rules.numbers);
        read_phrases(map, "bare-names", rules.bare_names);
        read_phrases(map, "formulas", rules.formulas);
        read_phrases(map, "deliveries", rules.deliveries);
        read_phrases(map, "billings", rules.billings);
        read_phrases(map, "given-names", rules.given_names);
        read_phrases(map, "family-names", rules.family_names);
        read_phrases(map, "companies", rules.companies);
        read_phrases(map, "buyers", rules.buyers);
        read_phrases(map, "amounts", rules.amounts);
        read_phrases(map, "prices", rules.prices);
        read_phrases(map, "unit-prices", rules.unit_prices);
        read_phrases(map, "rates", rules.rates);
        read_phrases(map, "taxes", rules.taxes);
        read_phrases(map, "shares", rules.shares);
        read_phrases(map, "totals", rules.totals);
        read_phrases(map, "feet", rules.feet);
        for (const DocumentNode& party : map.children("parties"))
            read_party(party);
        for (const DocumentNode& attribute : map.children("attributes"))
            read_attribute(attribute);
        map.finish();
    }

    void read_party(const DocumentNode& node) {
        MapReader map(document_, node, "party", diagnostics_);
        const std::string name = map.required_text("field");
        HeaderPhrases phrases(true);
        read_phrases(map, "words", phrases);
        if (const auto field = parse_field(name))
            aliases_.rules_.parties.emplace_back(*field, std::move(phrases));
        else
            unknown_field(name, map.position(), map);
        map.finish();
    }

    void read_attribute(const DocumentNode& node) {
        MapReader map(document_, node, "attribute", diagnostics_);
        HeaderPhrases phrases;
        read_phrases(map, "words", phrases);
        aliases_.rules_.attributes.emplace_back(map.text("field-ending").value_or(""),
                                                std::move(phrases));
        map.finish();
    }

    void read_phrases(MapReader& map, std::string_view key, HeaderPhrases& phrases) {
        for (const std::string& phrase : map.texts(key)) {
            phrases.add(phrase);
            aliases_.spelling_.add(header_vocabulary(phrase));
        }
    }

    void unknown_field(const std::string& name, Position position, MapReader& map) {
        map.error(position, fmt::format("unknown field \"{}\"", name),
                  did_you_mean(name, field_names()));
    }

    void read_fields(const DocumentNode& fields, MapReader& map) {
        for (const DocumentEntry& entry : fields.entries()) {
            const auto field = parse_field(entry.key);
            if (!field) {
                unknown_field(entry.key, entry.position, map);
                continue;
            }
            MapReader aliases(document_, entry.value, "field", diagnostics_);
            for (const std::string& phrase : aliases.texts("exact"))
                add(aliases_.exact_, phrase, *field, aliases);
            for (const std::string& phrase : aliases.texts("within"))
                add(aliases_.within_, phrase, *field, aliases);
            for (const std::string& phrase : aliases.texts("fallback")) {
                add(aliases_.within_, phrase, *field, aliases);
                aliases_.fallback_.insert(joined_words(phrase));
            }
            aliases.finish();
        }
    }

    void add(FieldAliases::Phrases& phrases, const std::string& phrase, Field field,
             MapReader& map) {
        const HeaderVocabulary words = header_vocabulary(phrase);
        const std::string folded = joined(words);
        aliases_.spelling_.add(words);
        if (&phrases == &aliases_.within_ && has_no_word_edges(folded))
            aliases_.within_without_edges_.insert({folded, field});
        const auto [place, is_new] = phrases.insert({folded, field});
        if (!is_new && place->second != field)
            map.error(map.position(), fmt::format("\"{}\" is an alias of both {} and {}", phrase,
                                                  field_name(place->second), field_name(field)));
    }

    /// "description of the goods" is also known as "description goods", unless that is taken.
    void add_without_articles(FieldAliases::Phrases& phrases) {
        std::vector<std::pair<std::string, Field>> shorter;
        for (const auto& [phrase, field] : phrases) {
            const HeaderVocabulary words = aliases_.without_articles(words_of(phrase));
            if (words.size() > 1)
                shorter.emplace_back(joined(words), field);
            if (aliases_.fallback_.contains(phrase))
                aliases_.fallback_.insert(joined(words));
        }
        for (auto& [phrase, field] : shorter)
            if (!aliases_.exact_.contains(phrase) && !aliases_.within_.contains(phrase))
                phrases.insert({std::move(phrase), field});
    }

    FieldAliases& aliases_;
    const Document& document_;
    std::vector<Diagnostic>& diagnostics_;
};

FieldAliases read_field_aliases(const RuleFiles& files, std::vector<Diagnostic>& diagnostics) {
    FieldAliases aliases;
    const std::size_t before = diagnostics.size();
    for (const RuleFile* const file : files.of("fields.yaml"))
        FieldAliasesReader(aliases, file->document, diagnostics).read();
    if (diagnostics.size() == before && files.is_whole("fields.yaml") && aliases.exact_.empty()) {
        const auto& folders = files.folders();
        Diagnostic missing;
        missing.file = folders.empty() ? "fields.yaml" : (folders.front() / "fields.yaml").string();
        missing.message = "no header vocabulary was found";
        missing.advice = "give the folder of the shipped rules with --rules";
        diagnostics.push_back(std::move(missing));
    }
    return aliases;
}

} // namespace preflag
