#include <preflag/base/document/map_reader.h>
#include <preflag/goods/lexicon/substance_reader.h>
#include <preflag/goods/text/lexemes.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

/// Reads one substance, part by part.
class SubstanceReader {
  public:
    SubstanceReader(const Document& document, const DocumentNode& node,
                    std::vector<Diagnostic>& diagnostics)
        : document_(document), diagnostics_(diagnostics),
          map_(document, node, "substance", diagnostics) {}

    SubstanceFile read() {
        Substance& substance = file_.substance;
        substance.id = map_.required_text("substance");
        substance.name = map_.required_text("name");
        substance.formula = map_.text("formula").value_or("");
        read_codes();
        read_un();
        read_names();
        read_strength();
        for (const std::string& phrase : map_.texts("support"))
            substance.support.add(phrase);
        for (const std::string& phrase : map_.texts("constituent-of"))
            substance.constituent_of.add(phrase);
        substance.is_element = map_.boolean("element", false);
        read_other_forms();
        substance.from_nitrogen_split = map_.boolean("from-nitrogen-split", false);
        substance.also = map_.text("also").value_or("");
        substance.also_from_nitrogen = map_.number("also-from-nitrogen").value_or(0);
        map_.texts("sources");
        map_.finish();
        return std::move(file_);
    }

  private:
    /// Parses each text of a list with `Code::parse`.
    template <typename Code>
    void parse_all(MapReader& map, std::string_view key, std::vector<Code>& codes) {
        for (const std::string& text : map.texts(key)) {
            if (auto code = Code::parse(text))
                codes.push_back(std::move(*code));
            else
                map.error_at(key, fmt::format("\"{}\" is no valid {} number", text, key),
                             "check its digits");
        }
    }

    void read_codes() {
        Substance& substance = file_.substance;
        parse_all(map_, "cas", substance.cas);
        parse_all(map_, "ec", substance.ec);
        parse_all(map_, "cus", substance.cus);
        if (const DocumentNode* node = map_.child("hs")) {
            MapReader hs(document_, *node, "map of HS subheadings", diagnostics_);
            parse_all(hs, "exact", substance.hs);
            parse_all(hs, "basket", substance.hs_basket);
            hs.finish();
        }
    }

    void read_un() {
        for (const DocumentNode& node : map_.children("un")) {
            MapReader entry(document_, node, "UN entry", diagnostics_);
            const auto number = UnNumber::parse(entry.required_text("number"));
            const auto strength = entry.text("strength");
            if (!number)
                entry.error_at("number", "is no valid UN number");
            else
                file_.substance.un.push_back({*number, strength ? band(*strength) : std::nullopt});
            if (strength && !band(*strength))
                entry.error_at("strength", "is no strength band",
                               "write \"20 - 60\", \"> 60\" or \"< 65\"");
            entry.finish();
        }
    }

    void read_other_forms() {
        const DocumentNode* node = map_.child("other-forms");
        if (node == nullptr)
            return;
        MapReader forms(document_, *node, "map of other forms", diagnostics_);
        for (const std::string& phrase : forms.texts("words"))
            file_.substance.other_forms.add(phrase);
        file_.substance.other_form_headings = forms.texts("headings");
        forms.finish();
    }

    static std::optional<Interval> band(const std::string& text) {
        const std::vector<Lexeme> lexemes = lex(text);
        const auto number = [&](std::size_t i) { return lexemes[i].kind == Lexeme::Kind::number; };
        if (lexemes.size() == 2 && number(1) && lexemes[0].text == ">")
            return Interval{lexemes[1].number, 100, true, false};
        if (lexemes.size() == 2 && number(1) && lexemes[0].text == "<")
            return Interval{0, lexemes[1].number, false, true};
        if (lexemes.size() == 3 && number(0) && number(2) && lexemes[1].text == "-")
            return Interval{lexemes[0].number, lexemes[2].number, false, false};
        return std::nullopt;
    }

    void add_names(MapReader& map, std::string_view key, EvidenceKind kind, bool is_other = false) {
        for (std::string& text : map.texts(key))
            file_.names.push_back(
                {.text = std::move(text), .kind = kind, .is_other_product = is_other});
    }

    void read_names() {
        file_.names.push_back({.text = file_.substance.name});
        if (const DocumentNode* node = map_.child("names")) {
            MapReader languages(document_, *node, "map of names by language", diagnostics_);
            for (const DocumentEntry& entry : node->entries())
                add_names(languages, entry.key, EvidenceKind::name);
            languages.finish();
        }
        add_names(map_, "trade-names", EvidenceKind::trade_name);
        add_names(map_, "abbreviations", EvidenceKind::abbreviation);
        for (std::string& text : map_.texts("telling-abbreviations"))
            file_.names.push_back(
                {.text = std::move(text), .kind = EvidenceKind::abbreviation, .is_telling = true});
        add_names(map_, "formulas", EvidenceKind::formula);
        add_names(map_, "grades", EvidenceKind::grade);
        add_names(map_, "not", EvidenceKind::name, true);
        for (const DocumentNode& node : map_.children("products"))
            read_product(node);
    }

    /// A product whose strength its name tells: "UAN 32", "oleum".
    void read_product(const DocumentNode& node) {
        MapReader product(document_, node, "product", diagnostics_);
        const auto strength = product.text("strength");
        const auto content = strength ? strength : product.text("nitrogen");
        const auto interval = content ? band(*content) : std::nullopt;
        if (!interval)
            product.error_at(strength ? "strength" : "nitrogen", "is no band",
                             "write \"14 - 15.5\"");
        const bool is_stated = product.boolean("all-from-ammonium-nitrate", false) ||
                               product.boolean("text-states-more", false);
        for (std::string& text : product.texts("names"))
            file_.names.push_back({.text = std::move(text),
                                   .content = interval,
                                   .content_is_substance = strength.has_value(),
                                   .content_is_stated = is_stated});
        product.finish();
    }

    void read_table(std::string_view key, std::vector<TablePoint>& table) {
        for (const DocumentNode& node : map_.children(key)) {
            const auto& items = node.items();
            const bool is_pair = items.size() == 2 && lex(items[0].text()).size() == 1 &&
                                 lex(items[1].text()).size() == 1;
            if (is_pair)
                table.emplace_back(lex(items[0].text())[0].number, lex(items[1].text())[0].number);
            else
                map_.error(node.position(), fmt::format("{} must be pairs of numbers", key));
        }
        if (!std::is_sorted(table.begin(), table.end()))
            map_.error_at(key, "the pairs must ascend");
    }

    void read_strength() {
        StrengthFacts& facts = file_.substance.strength;
        read_table("density", facts.density);
        read_table("baume", facts.baume);
        facts.molar_mass = map_.number("molar-mass");
        facts.equivalents = map_.number("equivalents");
        facts.volumes_factor = map_.number("volumes-factor");
        facts.p2o5_factor = map_.number("phosphorus-pentoxide-factor");
        facts.nitrogen = map_.number("nitrogen");
        if (const auto bare = map_.text("bare-percent-is-nitrogen")) {
            facts.bare_nitrogen = band(*bare);
            if (!facts.bare_nitrogen)
                map_.error_at("bare-percent-is-nitrogen", "is no band", "write \"33 - 35\"");
        }
        facts.highest_percent = map_.number("highest-percent").value_or(100);
        facts.pure = map_.boolean("pure", map_.boolean("solid", false));
    }

    const Document& document_;
    std::vector<Diagnostic>& diagnostics_;
    MapReader map_;
    SubstanceFile file_;
};

} // namespace

std::vector<SubstanceFile> read_substances(const Document& document,
                                           std::vector<Diagnostic>& diagnostics) {
    std::vector<SubstanceFile> entries;
    if (document.root.find("substances") == nullptr) {
        entries.push_back(SubstanceReader(document, document.root, diagnostics).read());
        return entries;
    }
    MapReader list(document, document.root, "list of substances", diagnostics);
    for (const DocumentNode& node : list.children("substances"))
        entries.push_back(SubstanceReader(document, node, diagnostics).read());
    list.texts("sources");
    list.finish();
    return entries;
}

} // namespace preflag
