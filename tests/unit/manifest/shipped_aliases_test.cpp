#include "manifest_reading.h"

#include <preflag/manifest/header/report_rows.h>

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::test;

namespace {
struct Expected {
    const char* header;
    const char* meaning; ///< field, with " [unit]" when the header names one; "-": not read
};

constexpr Expected real_headers[] = {
    // English, as bills of lading, customs extracts and order systems write it
    {"Description of Goods", "description"},
    {"COMMODITY_DESC", "description"},
    {"Proper Shipping Name", "proper-shipping-name"},
    {"CAS No.", "cas"},
    {"CAS Registry Number", "cas"},
    {"EC Number (EINECS)", "ec"},
    {"CUS Code", "cus"},
    {"UN No", "un"},
    {"HTS US Code", "hs"},
    {"Harmonized Tariff Code", "hs"},
    {"Gross Weight (KGS)", "gross-weight [kg]"},
    {"Net Wt. in kg", "net-weight [kg]"},
    {"netWeightKg", "net-weight [kg]"},
    {"Qty", "quantity"},
    {"UOM", "quantity-unit"},
    {"No. of Pkgs", "packages"},
    {"Type of Packages", "package-kind"},
    {"Concentration %", "concentration [%]"},
    {"Consignee Name", "consignee"},
    {"CONSIGNEE_ADDRESS_1", "consignee-address"},
    {"Shipper", "shipper"},
    {"Notify Party", "notify-party"},
    {"End Use", "end-use"},
    {"Country of Origin", "origin"},
    {"Port of Discharge", "discharge-port"},
    {"B/L No.", "shipment"},
    {"Container Number", "container"},
    {"Packing Group", "packing-group"},
    {"Hazard Class", "hazard-class"},
    {"Vessel Name", "-"},
    {"Seal No", "-"},
    // German
    {"Warenbezeichnung", "description"},
    {"Güterbezeichnung", "description"},
    {"Zolltarifnummer", "hs"},
    {"UN-Nr.", "un"},
    {"Menge", "quantity"},
    {"Einheit", "quantity-unit"},
    {"Eigenmasse (kg)", "net-weight [kg]"},
    {"Rohmasse kg", "gross-weight [kg]"},
    {"Empfänger", "consignee"},
    {"Bestimmungsland", "destination"},
    // French, Spanish, Italian, Portuguese, Dutch, Polish
    {"Désignation des marchandises", "description"},
    {"Code douanier", "hs"},
    {"Poids net (kg)", "net-weight [kg]"},
    {"Destinataire", "consignee"},
    {"Descripción de la mercancía", "description"},
    {"Fracción arancelaria", "hs"},
    {"Peso bruto kg", "gross-weight [kg]"},
    {"Descrizione della merce", "description"},
    {"Codice doganale", "hs"},
    {"Descrição da mercadoria", "description"},
    {"NCM", "hs"},
    {"Goederenomschrijving", "description"},
    {"Opis towaru", "description"},
    {"Waga netto [kg]", "net-weight [kg]"},
    // Turkish, Russian, Ukrainian, Chinese, Japanese, Vietnamese
    {"Eşyanın Tanımı", "description"},
    {"GTİP No", "hs"},
    {"Наименование товара", "description"},
    {"Код ТН ВЭД", "hs"},
    {"Вес нетто, кг", "net-weight [kg]"},
    {"Опис товару", "description"},
    {"Код УКТЗЕД", "hs"},
    {"商品名称", "description"},
    {"海关编码", "hs"},
    {"毛重(千克)", "gross-weight [kg]"},
    {"收货人", "consignee"},
    {"品名", "description"},
    {"Tên hàng", "description"},
};
} // namespace

TEST_SUITE("manifest/shipped_aliases") {
    TEST_CASE("a record that cannot be a total or a foot is known by its first letters") {
        const HeaderRules& rules = shipped_aliases().rules();
        const ReportRows rows(rules.totals, rules.feet);
        for (const char* const number : {"BL00000001", "1001", "2026-11-27", "Xylene"})
            CHECK_MESSAGE(!rows.may_begin(number), number);
        for (const char* const mark :
             {"TOTAL", "Total:", "Grand total", "Summe", "ИТОГО", "合计", "(12 rows selected)",
              "12 rows selected", "Page 2 of 3", "-----"})
            CHECK_MESSAGE(rows.may_begin(mark), mark);
    }

    TEST_CASE("the shipped vocabulary reads the headers of real manifests") {
        for (const Expected& expected : real_headers) {
            CAPTURE(expected.header);
            const auto match = shipped_aliases().match(expected.header);
            std::string meaning = match ? std::string(field_name(match->field)) : "-";
            if (match && !match->unit.empty())
                meaning += " [" + match->unit + "]";
            CHECK(meaning == expected.meaning);
        }
    }

    TEST_CASE("a party's address, country or tax number is never taken for the party") {
        for (const char* header : {"Consignee address", "Consignee country", "Consignee tax number",
                                   "Shipper address", "Empfänger Land"}) {
            CAPTURE(header);
            const auto match = shipped_aliases().match(header);
            if (match) {
                CHECK(match->field != Field::consignee);
                CHECK(match->field != Field::shipper);
            }
        }
    }
}
