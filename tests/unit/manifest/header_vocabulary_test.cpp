#include "../../support/source_dir.h"
#include "manifest_reading.h"

#include <preflag/base/text.h>

#include <doctest/doctest.h>

#include <fstream>

using namespace preflag;
using namespace preflag::test;

namespace {
/// "net-weight" or "-".
std::string meaning(std::string_view header) {
    const auto match = shipped_aliases().match(header);
    return match ? std::string(field_name(match->field)) : "-";
}

/// What no rule may read where a price, a date or a vessel stands.
bool is_of_goods_or_party(std::string_view header) {
    const auto match = shipped_aliases().match(header);
    return match && (match->field <= Field::marks ||
                     (match->field >= Field::consignee && match->field <= Field::end_user));
}

struct Row {
    std::string meaning;
    std::string header;
};

std::vector<Row> vocabulary() {
    std::ifstream file(preflag::test::source_dir() + "/tests/unit/manifest/header_vocabulary.txt");
    std::vector<Row> rows;
    for (std::string line; std::getline(file, line);) {
        const std::size_t colon = line.find(": ");
        if (line.empty() || line.front() == '#' || colon == std::string::npos)
            continue;
        std::string_view rest = std::string_view(line).substr(colon + 2);
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(" | "), rest.size());
            rows.push_back({line.substr(0, colon), std::string(rest.substr(0, end))});
            rest.remove_prefix(std::min(end + 3, rest.size()));
        }
    }
    return rows;
}
} // namespace

TEST_SUITE("manifest/header vocabulary") {
    TEST_CASE("the headers of the world are read as what they mean") {
        const std::vector<Row> rows = vocabulary();
        CHECK(rows.size() > 2000);
        for (const Row& row : rows) {
            CAPTURE(row.header);
            if (row.meaning == "unread")
                CHECK(!is_of_goods_or_party(row.header));
            else
                CHECK(meaning(row.header) == row.meaning);
        }
    }

    TEST_CASE("a price, a value, a date or a vessel is never read as goods, strength or quantity") {
        for (const std::string other :
             {"price", "value USD", "date", "vessel", "duty", "Preis", "Datum", "prix", "fecha",
              "valor", "prezzo", "waarde", "cena", "fiyat", "дата", "цена"})
            for (const std::string goods :
                 {"quantity", "net weight", "gross weight kg", "concentration", "purity", "HS code",
                  "UN number", "CAS", "description of goods", "packages", "consignee", "Menge",
                  "poids net", "cantidad", "вес нетто", "концентрация"})
                for (const std::string& header :
                     {other + " " + goods, goods + " " + other, other + " of " + goods,
                      other + " (" + goods + ")", goods + "_" + other}) {
                    CAPTURE(header);
                    CHECK(!is_of_goods_or_party(header));
                }
    }

    TEST_CASE("a column, its numbered copies and its translated twin mean the same") {
        for (const std::string header :
             {"PRODUCT_DESCRIPTION", "HS_CODE", "CONSIGNEE_NAME", "CONSIGNEE_ADDRESS", "NET_WEIGHT",
              "QUANTITY", "SHIPPER_NAME", "NOTIFY_PARTY", "UN_NUMBER", "ORIGIN_COUNTRY",
              "PACKAGE_TYPE", "CAS_NUMBER"})
            for (const std::string end : {"_EN", "_1", " 2", "_4", " (EN)", "_ENG", " #3", "1"}) {
                CAPTURE(header + end);
                CHECK(meaning(header + end) == meaning(header));
                CHECK(meaning(header) != "-");
            }
    }

    TEST_CASE("a header with one wrong letter is still read") {
        const std::vector<std::pair<std::string, std::string>> words{
            {"DESCRIPTION", "description"},
            {"CONSIGNEE NAME", "consignee"},
            {"QUANTITY SHIPPED", "quantity"},
            {"COMMODITY CODE", "hs"},
            {"HARMONIZED CODE", "hs"},
            {"CONCENTRATION", "concentration"},
            {"NOTIFY PARTY NAME", "notify-party"}};
        for (const auto& [header, field] : words)
            for (std::size_t i = 1; i < std::min<std::size_t>(header.find(' '), header.size());
                 ++i) {
                std::string missing = header;
                missing.erase(i, 1);
                CAPTURE(missing);
                CHECK(meaning(missing) == field);
                std::string doubled = header;
                doubled.insert(i, 1, header[i]);
                CAPTURE(doubled);
                CHECK(meaning(doubled) == field);
            }
    }

    TEST_CASE("a misspelt or partly known header is less certain than a known one") {
        CHECK(shipped_aliases().match("Descripton")->strength == 1);
        CHECK(shipped_aliases().match("HS description")->strength == 1);
        CHECK(shipped_aliases().match("Description of goods")->strength == 2);
        CHECK(!shipped_aliases().match_as_written("Descripton"));
    }

    TEST_CASE("a share is a strength or nothing") {
        CHECK(meaning("Weight %") == "concentration");
        CHECK(meaning("% vol") == "concentration");
        CHECK(meaning("Quantity %") == "-");
        CHECK(meaning("VAT %") == "-");
        CHECK(meaning("Duty %") == "-");
    }

    TEST_CASE("what is said about a party is no name of it") {
        for (const std::string party :
             {"Consignee", "Importer", "Shipper", "Notify Party", "Empfänger", "Destinatario",
              "Expéditeur", "Odbiorca", "получателя", "End user"})
            for (const std::string attribute :
                 {"address", "city", "Country", "phone", "e-mail", "tax ID", "code", "fax", "type",
                  "contact person", "Adresse", "Telefon", "país", "адрес"})
                for (const std::string& header :
                     {party + " " + attribute, attribute + " " + party}) {
                    CAPTURE(header);
                    const auto match = shipped_aliases().match(header);
                    if (match) {
                        CHECK(match->field != Field::consignee);
                        CHECK(match->field != Field::shipper);
                        CHECK(match->field != Field::notify_party);
                        CHECK(match->field != Field::end_user);
                    }
                }
    }
}
