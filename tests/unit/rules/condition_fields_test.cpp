#include <preflag/base/country_table_reader.h>
#include <preflag/rules/conditions/condition_evaluator.h>
#include <preflag/rules/conditions/condition_reader.h>

#include <doctest/doctest.h>

#include <initializer_list>
#include <utility>

using namespace preflag;

namespace {

using Cells = std::initializer_list<std::pair<Field, std::string_view>>;

const CountryTable& countries() {
    static const CountryTable table = [] {
        std::vector<Diagnostic> none;
        return read_country_file(read_yaml("edition: x\ncodes: [DE, FR, US]\n"
                                           "unions: {EU: [DE, FR]}\nnames: {DE: [Germany]}\n",
                                           "c.yaml"),
                                 none);
    }();
    return table;
}

std::vector<Diagnostic> defects(const std::string& yaml) {
    const Document document = read_yaml(yaml, "c.yaml");
    std::vector<Diagnostic> diagnostics;
    read_condition(document, document.root, diagnostics, {{}, &countries(), "", false});
    return diagnostics;
}

bool holds(const std::string& yaml, Cells cells, bool has_countries = true) {
    const Document document = read_yaml(yaml, "c.yaml");
    std::vector<Diagnostic> diagnostics;
    const Condition condition =
        read_condition(document, document.root, diagnostics, {{}, &countries(), "", false});
    REQUIRE(to_string(diagnostics) == "");
    FieldValues line;
    for (const auto& [field, text] : cells)
        line.set(field, text);
    ConditionFacts facts{.line = line};
    static const PlaceTable no_places;
    PlaceMemory places({no_places, countries()});
    facts.places = has_countries ? &places : nullptr;
    return ConditionEvaluator(condition).holds(facts);
}

std::string worded(const std::string& yaml) {
    const Document document = read_yaml(yaml, "c.yaml");
    std::vector<Diagnostic> diagnostics;
    return to_string(read_condition(document, document.root, diagnostics));
}

} // namespace

TEST_SUITE("rules/condition_fields") {
    TEST_CASE("a field has only words of a list when nothing but numbers stands beside them") {
        const char* const vague = "{field: description, only-words: [drums, of, Chemicals]}";
        CHECK(holds(vague, {{Field::description, "20 drums of CHEMICALS"}}));
        CHECK_FALSE(holds(vague, {{Field::description, "chemicals: acetone"}}));
        CHECK_FALSE(holds(vague, {{Field::description, "20"}}));
        CHECK_FALSE(holds(vague, {}));
    }

    TEST_CASE("fields share a word unless it is one that does not count") {
        const char* const names =
            "{field: payer, shares-word-with: {field: consignee, except: [ltd]}}";
        CHECK(holds(names, {{Field::payer, "EXAMPLE Limited"}, {Field::consignee, "Example Ltd"}}));
        CHECK_FALSE(
            holds(names, {{Field::payer, "Sample Ltd"}, {Field::consignee, "Example Ltd"}}));
        CHECK_FALSE(holds(names, {{Field::payer, "Example"}}));
        CHECK(holds("{field: payer, shares-word-with: consignee}",
                    {{Field::payer, "Sample Ltd"}, {Field::consignee, "Example Ltd"}}));
    }

    TEST_CASE("countries are compared by what they are, not by how they are written") {
        const char* const other = "{field: destination, other-country-than: consignee-country}";
        const char* const same = "{field: destination, same-country-as: consignee-country}";
        const Cells alike{{Field::destination, "Germany"}, {Field::consignee_country, "DE"}};
        const Cells apart{{Field::destination, "US"}, {Field::consignee_country, "DE"}};
        CHECK(holds(same, alike));
        CHECK_FALSE(holds(other, alike));
        CHECK(holds(other, apart));
        CHECK_FALSE(holds(same, apart));
    }

    TEST_CASE("what is no country is neither the same nor another one") {
        const Cells unknown{{Field::destination, "Houston"}, {Field::consignee_country, "DE"}};
        CHECK_FALSE(holds("{field: destination, other-country-than: consignee-country}", unknown));
        CHECK_FALSE(holds("{field: destination, same-country-as: consignee-country}", unknown));
        CHECK_FALSE(holds("{field: destination, country-in: [DE, US]}", unknown));
        const Cells apart{{Field::destination, "US"}, {Field::consignee_country, "DE"}};
        CHECK_FALSE(
            holds("{field: destination, other-country-than: consignee-country}", apart, false));
    }

    TEST_CASE("a field names one of the countries, and a union stands for its members") {
        CHECK(holds("{field: transit, country-in: [EU]}", {{Field::transit, "US, Germany"}}));
        CHECK_FALSE(holds("{field: transit, country-in: [FR]}", {{Field::transit, "US, DE"}}));
    }

    TEST_CASE("what cannot be asked is told") {
        CHECK(
            to_string(defects("{field: transit, country-in: [FRA]}")).find("no country \"FRA\"") !=
            std::string::npos);
        CHECK(defects("{field: transit, country-in: []}").size() == 1);
        CHECK(defects("{fact: jurisdiction, country-in: [DE]}").size() == 1);
        CHECK(defects("{field: payer, shares-word-with: payer}").size() == 1);
        CHECK(defects("{field: payer, shares-word-with: {field: consignee, but: [x]}}").size() ==
              1);
        CHECK(
            defects("{field: payer, shares-word-with: {field: consignee, except: [a b]}}").size() ==
            1);
        CHECK(defects("{field: description, only-words: [two words]}").size() == 1);
        CHECK(defects("{field: origin, same-country-as: destinatoin}").size() == 1);
    }

    TEST_CASE("the conditions are worded for people") {
        CHECK(worded("{field: description, only-words: [drums, of]}") ==
              "description with no words but \"drums\", \"of\"");
        CHECK(worded("{field: payer, shares-word-with: {field: consignee, except: [Ltd]}}") ==
              "payer sharing a word with consignee other than \"ltd\"");
        CHECK(worded("{field: origin, same-country-as: destination}") ==
              "origin in the country of destination");
        CHECK(worded("{field: origin, other-country-than: destination}") ==
              "origin in another country than destination");
        CHECK(worded("{field: transit, country-in: [DE]}") == "transit in the countries \"DE\"");
    }
}
