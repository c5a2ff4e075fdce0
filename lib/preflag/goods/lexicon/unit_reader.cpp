#include <preflag/base/document/map_reader.h>
#include <preflag/goods/lexicon/unit_reader.h>

#include <fmt/format.h>

namespace preflag {

namespace {

void read_factors(const Document& document, const DocumentNode* node, UnitTable::Factors& factors,
                  std::vector<Diagnostic>& diagnostics) {
    if (node == nullptr)
        return;
    MapReader map(document, *node, "units", diagnostics);
    for (const DocumentEntry& entry : node->entries())
        if (const auto factor = map.number(entry.key)) {
            if (*factor > 0)
                factors.insert_or_assign(unit_key(entry.key), *factor);
            else
                map.error(entry.position,
                          fmt::format("the unit \"{}\" must be above 0", entry.key));
        }
    map.finish();
}

void add_phrases(MapReader& map, std::string_view key, PhraseSet& phrases) {
    for (const std::string& word : map.texts(key))
        phrases.add(word);
}

} // namespace

void read_units(const Document& document, UnitTable& units, std::vector<Diagnostic>& diagnostics) {
    MapReader map(document, document.root, "units", diagnostics);
    map.required_text("edition");
    read_factors(document, map.child("kilograms"), units.kilograms, diagnostics);
    read_factors(document, map.child("litres"), units.litres, diagnostics);
    read_factors(document, map.child("micrometres"), units.micrometres, diagnostics);
    if (const DocumentNode* node = map.child("mesh")) {
        MapReader mesh(document, *node, "mesh", diagnostics);
        add_phrases(mesh, "words", units.mesh);
        units.micrometres_times_mesh = mesh.number("micrometres-times-mesh").value_or(0);
        mesh.finish();
    }
    add_phrases(map, "packages", units.packages);
    add_phrases(map, "times", units.times);
    add_phrases(map, "times-signs", units.times_signs);
    add_phrases(map, "each", units.each);
    if (const auto unit = map.text("weights-without-unit")) {
        units.weights_without_unit = unit_key(*unit);
        if (!units.kilograms.contains(units.weights_without_unit))
            map.error_at("weights-without-unit",
                         fmt::format("\"{}\" is no unit of mass of this table", *unit),
                         "name one of the units below kilograms");
    }
    map.finish();
}

} // namespace preflag
