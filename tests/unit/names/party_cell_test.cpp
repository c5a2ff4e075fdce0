#include "../support/shipped_words.h"

#include <preflag/names/cell/party_cell.h>

#include <doctest/doctest.h>

#include <algorithm>

using namespace preflag;
using preflag::parties_test::shipped_words;

namespace {

std::vector<std::string> readings(std::string_view cell) {
    std::vector<std::string> texts;
    for (const NameReading& reading : read_party_cell(cell, shipped_words()).readings)
        texts.emplace_back(reading.text);
    return texts;
}

bool reads(std::string_view cell, std::string_view name) {
    const auto texts = readings(cell);
    return std::find(texts.begin(), texts.end(), name) != texts.end();
}

} // namespace

TEST_CASE("a name is read out of every layout of an address behind it") {
    for (const char* cell :
         {"Alder Air, Tehran, Iran", "Alder Air\nP.O. Box 14515\nTehran", "Alder Air Tehran Iran",
          "Alder Air TEL +98 21 48041", "Alder Air, Imam Khomeini Square, Tehran",
          "Alder Air, 2 Rue de la Paix, Geneva, Switzerland", "Alder Air - Geneva",
          "Alder Air (Geneva branch)", "Alder Air / same as consignee", "to the order of Alder Air",
          "TO ORDER OF Alder Air, Tehran", "Alder Air VAT 411111111",
          "c/o Hotel Adlon Notify: Alder Air", "Birch Star (ex Alder Air)", "CONSIGNEE: Alder Air"})
        CHECK_MESSAGE(reads(cell, "Alder Air"), cell);
    CHECK(reads("ALDER CHEMICAL INDUSTRIES CO LTD TEHRAN", "ALDER CHEMICAL INDUSTRIES CO LTD"));
}

TEST_CASE("what reads like an address is no reading") {
    for (const char* cell :
         {"Birch Ltd, Alder Street 5, Tehran", "Birch Ltd, 12 Alder Road",
          "Birch Ltd\nAlder Building", "Birch Ltd (Alder Branch)", "Birch Ltd - Alder Square",
          "Birch Ltd, P.O. Box 12 Alder", "Birch Ltd / Alder Tower 3rd floor",
          "Birch Ltd, Calle Alder 3", "Birch Ltd, Alder Strasse 4", "Birch Ltd, Alder Caddesi No 5",
          "Birch Ltd\nul. Alder 7", "Birch Ltd, Alder Avenue"}) {
        const auto texts = readings(cell);
        for (std::size_t i = 1; i < texts.size(); ++i)
            CHECK_MESSAGE(texts[i].find("Alder") == std::string::npos, cell);
    }
}

TEST_CASE("what \"ex\" leaves out of a fund is no former name") {
    CHECK_FALSE(reads("Alder Emerging Markets ex China", "China"));
    CHECK_FALSE(reads("Alder Large Cap ex-Birch 7", "Birch 7"));
    CHECK_FALSE(reads("Alder Rare Metals Ex-Japan", "Japan"));
    CHECK(reads("MV Alder Star (ex Shanghai)", "Shanghai"));
    CHECK(reads("Alder Air ex Birch Air", "Birch Air"));
}

TEST_CASE("the whole cell stays a reading, parts are marked") {
    const PartyCell cell = read_party_cell("Alder Air, Tehran", shipped_words());
    REQUIRE(cell.readings.size() == 2);
    CHECK(cell.readings[0].text == "Alder Air, Tehran");
    CHECK_FALSE(cell.readings[0].is_part);
    CHECK(cell.readings[1].is_part);
    CHECK(readings("") == std::vector<std::string>{});
    CHECK(readings("Attnborough Ltd") == std::vector<std::string>{"Attnborough Ltd"});
    CHECK(readings("MARLOWE, Zoltan") == std::vector<std::string>{"MARLOWE, Zoltan"});
    CHECK(readings("EX LIBRIS LTD") == std::vector<std::string>{"EX LIBRIS LTD"});
}

TEST_CASE("numbers behind their labels are taken out") {
    const PartyCell cell = read_party_cell("MV ALDER 7 (IMO 8400854)", shipped_words());
    REQUIRE(cell.numbers.size() == 1);
    CHECK(cell.numbers[0] == "8400854");
    CHECK(reads("MV ALDER 7 (IMO 8400854)", "MV ALDER 7"));
}

TEST_CASE("readings are bounded") {
    std::string cell;
    for (int i = 0; i < 1'000; ++i)
        cell += "Alder Ltd / Birch Ltd\n";
    CHECK(readings(cell).size() <= most_readings);
}
