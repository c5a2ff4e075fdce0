#include "../../support/source_dir.h"
#include "../support/shipped_words.h"
#include "../support/temporary_folder.h"

#include <preflag/base/error.h>
#include <preflag/consignees/check_digits.h>
#include <preflag/consignees/consignee_kinds.h>
#include <preflag/consignees/consignee_kinds_reader.h>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace preflag;

namespace {

const ConsigneeKinds& shipped() {
    static const ConsigneeKinds kinds = read_or_throw(
        read_consignee_kinds, RuleFiles::read({preflag::test::source_dir() + "/rules"}));
    return kinds;
}

struct Given {
    std::string_view name;
    std::string_view country = {};
    std::string_view address = {};
    std::string_view identifier = {};
};

ConsigneeReading read(const Given& given) {
    FieldValues line;
    line.set(Field::consignee, given.name);
    line.set(Field::consignee_country, given.country);
    line.set(Field::consignee_address, given.address);
    line.set(Field::consignee_identifier, given.identifier);
    return shipped().read(line, preflag::parties_test::shipped_countries());
}

std::string kind_of(const Given& given) {
    return std::string(name_of(read(given).kind));
}

void check_all(const std::vector<Given>& all, std::string_view kind) {
    for (const Given& given : all) {
        CAPTURE(given.name);
        CAPTURE(given.country);
        CAPTURE(given.identifier);
        CHECK(kind_of(given) == kind);
    }
}

} // namespace

TEST_SUITE("parties/consignee_kinds") {
    TEST_CASE("legal forms of many countries speak for a business") {
        check_all({{"Galvanik Brandt GmbH", "DE"},
                   {"Müller & Söhne Großhandel KG", "DE"},
                   {"Weber e.K.", "DE"},
                   {"Huber AG", "CH"},
                   {"Exemple S.A.R.L.", "FR"},
                   {"Dupont et Fils SAS", "FR"},
                   {"Northgate Ltd", "GB"},
                   {"Kestrel plc", "GB"},
                   {"Evergreen Garden Inc", "US"},
                   {"Harbor View, L.L.C.", "US"},
                   {"Sunrise Pvt Ltd", "IN"},
                   {"Kigali Sacks (Pty) Ltd", "ZA"},
                   {"Rijnmond B.V.", "NL"},
                   {"Peeters BVBA", "BE"},
                   {"Castello Srl", "IT"},
                   {"Bianchi S.p.A.", "IT"},
                   {"Talleres Muñoz S.L.", "ES"},
                   {"Grupo Norte, S.A. de C.V.", "MX"},
                   {"Quinta do Vale, Lda.", "PT"},
                   {"Oliveira Ltda", "BR"},
                   {"Polar Cold AB", "SE"},
                   {"Fjord A/S", "NO"},
                   {"Hansen ApS", "DK"},
                   {"Pohjola Oy", "FI"},
                   {"Silver Sp. z o.o.", "PL"},
                   {"Silver spółka z o.o.", "PL"},
                   {"Novák s.r.o.", "CZ"},
                   {"Kovács Kft.", "HU"},
                   {"Horvat d.o.o.", "HR"},
                   {"Popescu S.R.L.", "RO"},
                   {"Виктория ЕООД", "BG"},
                   {"UAB Gintaras", "LT"},
                   {"SIA Bērzs", "LV"},
                   {"Tamm OÜ", "EE"},
                   {"Παπαδόπουλος Α.Ε.", "GR"},
                   {"Çelik A.Ş.", "TR"},
                   {"ООО Северный Порт", "RU"},
                   {"АО «Полюс»", "RU"},
                   {"ИП Иванов Иван Иванович", "RU"},
                   {"ТОВ Зоря", "UA"},
                   {"ТОО Алатау", "KZ"},
                   {"שרון בע\"מ", "IL"},
                   {"شركة النور", "SA"},
                   {"Gulf Star FZE", "AE"},
                   {"Al Noor W.L.L.", "QA"},
                   {"青岛海风有限公司", "CN"},
                   {"株式会社山田", "JP"},
                   {"㈱山田", "JP"},
                   {"한빛 주식회사", "KR"},
                   {"PT Maju Jaya", "ID"},
                   {"Kelapa Sdn Bhd", "MY"},
                   {"Công ty TNHH Hoa Sen", "VN"},
                   {"บริษัท ตัวอย่าง จำกัด", "TH"}},
                  "business");
    }

    TEST_CASE("trade words speak for a business without a legal form") {
        check_all({{"Westbrook Farms", "US"},
                   {"Nagelstudio Flora", "DE"},
                   {"Zakład Przetwórstwa Żywności", "PL"},
                   {"Construcciones Muñoz e Hijos", "ES"},
                   {"Завод Красный Октябрь", "RU"},
                   {"Çelik Yapı Malzemeleri", "TR"},
                   {"Elektrotechnik Meier", "DE"},
                   {"مصنع الهلال", "EG"},
                   {"山田化学工業", "JP"},
                   {"Mary Kay Cosmetics", "US"},
                   {"Mr Bean Coffee Trading", "GB"}},
                  "business");
    }

    TEST_CASE("public bodies of several countries are told from companies that supply them") {
        check_all({{"Ministry of Defence", "GB"},
                   {"Universität Leipzig", "DE"},
                   {"Centre Hospitalier de Lyon", "FR"},
                   {"Ayuntamiento de Sevilla", "ES"},
                   {"Uniwersytet Warszawski", "PL"},
                   {"Министерство обороны", "RU"},
                   {"北京大学", "CN"},
                   {"جامعة القاهرة", "EG"},
                   {"Ankara Üniversitesi", "TR"}},
                  "public-body");
        CHECK(kind_of({"Hospital Supplies Ltd", "GB"}) == "business");
        CHECK(kind_of({"Universitätsbuchhandlung Weber GmbH", "DE"}) == "business");
    }

    TEST_CASE("forwarders stay forwarders whatever their legal form") {
        check_all({{"Atlas Freight Forwarding SA", "ES"},
                   {"Muster Speditions GmbH", "DE"},
                   {"Hanseatische Seespedition KG", "DE"},
                   {"Blue Anchor Logistics BV", "NL"},
                   {"Transitaire du Port SARL", "FR"},
                   {"ООО Балтика Экспедитор", "RU"},
                   {"上海货运代理有限公司", "CN"},
                   {"DHL Express Germany GmbH", "DE"},
                   {"Nord Shipping", "DK"}},
                  "forwarder");
        CHECK(kind_of({"Dupont Transports SARL", "FR"}) == "business");
    }

    TEST_CASE("titles, statements and personal numbers speak for a private person") {
        check_all({{"Mr John Smith", "GB"},
                   {"Mrs. A. Jones", "GB"},
                   {"Herr Klaus Weber", "DE"},
                   {"Familie Schneider Krüger", "DE"},
                   {"Mme Claire Dubois", "FR"},
                   {"Sr. Juan Pérez", "ES"},
                   {"Sig.ra Paola Conti", "IT"},
                   {"Dhr. Jan de Vries", "NL"},
                   {"Pan Jan Kowalski", "PL"},
                   {"Bay Murat Demir", "TR"},
                   {"г-н Петров Пётр", "RU"},
                   {"السيد خالد حسن", "EG"},
                   {"王伟先生", "CN"},
                   {"山田太郎様", "JP"},
                   {"Osoba prywatna", "PL"},
                   {"Частное лицо", "RU"},
                   {"M. Silva", "BR", "", "CPF 390.533.447-05"},
                   {"J. Kowalski", "PL", "", "PESEL 44051401359"}},
                  "private-person");
    }

    TEST_CASE("a title and one more word needs a home address beside it") {
        CHECK(kind_of({"Mr Price", "ZA"}) == "unknown");
        CHECK(kind_of({"Mr Price", "ZA", "Flat 3, 12 Long Street"}) == "private-person");
    }

    TEST_CASE(
        "a personal name decides with a home address beside it, and is a kind of its own alone") {
        const ConsigneeReading alone = read({"Anna Weber", "DE", "Hauptstraße 5"});
        CHECK(alone.kind == ConsigneeKind::personal_name);
        REQUIRE(alone.evidence.size() == 1);
        CHECK(alone.evidence[0].what == "personal name");
        CHECK(kind_of({"Anna Weber", "DE", "Hauptstraße 5, Wohnung 12"}) == "private-person");
        CHECK(kind_of({"Иван Петров", "RU", "ул. Ленина 5, кв. 12"}) == "private-person");
        CHECK(kind_of({"Jean Martin SARL", "FR", "5 rue Haute, appartement 2"}) == "business");
    }

    TEST_CASE("personal names of any origin, in the ways that people write them") {
        check_all({{"M. Keller"},
                   {"Keller, Markus"},
                   {"KOWALSKI JAN"},
                   {"O'Brien, Patrick"},
                   {"Nguyen Van An"},
                   {"Fatima Al-Zahra"},
                   {"Ayşe Demir"},
                   {"Олександр Шевченко"},
                   {"Иванов Петр Сергеевич"},
                   {"张伟"},
                   {"山田 太郎"},
                   {"김민준"},
                   {"Kim Min-jun"},
                   {"Li Xiaoming"},
                   {"Chinedu Okafor"},
                   {"Rajesh Kumar Sharma"},
                   {"João da Silva Santos"},
                   {"Γιώργος Παπαδόπουλος"},
                   {"יוסי כהן"},
                   {"محمد أحمد"},
                   {"P. van den Berg"},
                   {"Thomas Berger, Gartenweg 9, Graz"},
                   {"Kevin Quibell"},
                   {"Maria de Sá", "PT"}},
                  "personal-name");
    }

    TEST_CASE("firms that are called like persons, and words of trades, are no personal names") {
        check_all({{"Ernst & Young"},
                   {"Robert Bosch"},
                   {"Victoria Dyeing"},
                   {"Boehringer Ingelheim"},
                   {"Stora Enso"},
                   {"Nan Ya"},
                   {"Golden Horizon"},
                   {"Mitsui Sumitomo"},
                   {"青岛海尔"}},
                  "unknown");
        CHECK(kind_of({"Maria Schmidt Kosmetikstudio", "DE"}) == "business");
    }

    TEST_CASE("names that no word explains are unknown") {
        check_all({{"Firstname Lastname", ""},
                   {"Johnson Matthey", "GB"},
                   {"Carl Roth", "DE"},
                   {"Victoria Plum", "GB"},
                   {"Nestlé", "CH"},
                   {"Pan Pacific", "SG"},
                   {"Bay Area", "US"},
                   {"Anna As", "NL"},
                   {"TO ORDER", "GB"},
                   {"", "DE"},
                   {"3M", "US"}},
                  "unknown");
    }

    TEST_CASE("short legal forms do not count where they are not in use") {
        CHECK(kind_of({"Jan As", "NO"}) == "business");
        CHECK(kind_of({"Jan As", "GB"}) == "unknown");
        CHECK(kind_of({"Nguyen Van Sa", "VN"}) == "personal-name");
        CHECK(kind_of({"Nguyen Van Sa, Hanoi", "VN"}) == "personal-name");
    }

    TEST_CASE("registration numbers with right check digits speak for a business") {
        const std::vector<Given> right{{"Sokol", "DE", "", "DE136695976"},
                                       {"Sokol", "DE", "", "USt-IdNr. DE 136 695 976"},
                                       {"Sokol", "AT", "", "ATU13585627"},
                                       {"Sokol", "BE", "", "BE 0428.759.497"},
                                       {"Sokol", "CZ", "", "CZ25123891"},
                                       {"Sokol", "DK", "", "DK13585628"},
                                       {"Sokol", "EE", "", "EE100931558"},
                                       {"Sokol", "GR", "", "EL094259216"},
                                       {"Sokol", "FI", "", "FI20774740"},
                                       {"Sokol", "FR", "", "FR40303265045"},
                                       {"Sokol", "GB", "", "GB980780684"},
                                       {"Sokol", "HR", "", "HR33392005961"},
                                       {"Sokol", "HU", "", "HU12892312"},
                                       {"Sokol", "IT", "", "IT00743110157"},
                                       {"Sokol", "LU", "", "LU15027442"},
                                       {"Sokol", "MT", "", "MT11679112"},
                                       {"Sokol", "NL", "", "NL004495445B01"},
                                       {"Sokol", "PL", "", "PL8567346215"},
                                       {"Sokol", "PL", "", "856-734-62-15"},
                                       {"Sokol", "PT", "", "PT501964843"},
                                       {"Sokol", "SE", "", "SE123456789701"},
                                       {"Sokol", "SI", "", "SI50223054"},
                                       {"Sokol", "SK", "", "SK2022749619"},
                                       {"Sokol", "NO", "", "988 077 917"},
                                       {"Sokol", "CH", "", "CHE-107.787.577 MWST"},
                                       {"Sokol", "AU", "", "83 914 571 673"},
                                       {"Sokol", "BR", "", "16.727.230/0001-97"},
                                       {"Sokol", "RU", "", "ИНН 7736050003"},
                                       {"Sokol", "IN", "", "27AAPFU0939F1ZV"},
                                       {"Sokol", "", "", "213800KUD8LAJWSQ9D15"},
                                       {"Sokol, NIP 8567346215", "PL"},
                                       {"Sokol", "DE", "Weg 5, VAT DE136695976"}};
        check_all(right, "business");
        CHECK(read({"Sokol", "DE", "", "DE136695976"}).evidence.at(0).what == "VAT number");
    }

    TEST_CASE("numbers with wrong check digits, or of another sort, say nothing") {
        check_all({{"Sokol", "DE", "", "DE136695977"},
                   {"Sokol", "PL", "", "8567346216"},
                   {"Sokol", "DE", "", "8567346215"},
                   {"Sokol", "DE", "", "10234"},
                   {"Sokol", "GB", "", "GB980780685"},
                   {"Sokol", "BR", "", "CPF 390.533.447-06"},
                   {"Sokol", "PL", "", "44051401359"},
                   {"Sokol", "", "", "213800KUD8LAJWSQ9D16"}},
                  "unknown");
    }

    TEST_CASE("the evidence says which word stands where") {
        const ConsigneeReading reading = read({"Silverline Kitchens Sp. z o.o.", "PL"});
        REQUIRE(reading.evidence.size() == 2);
        const KindEvidence& first = reading.evidence[0];
        CHECK(first.what == "legal form");
        CHECK(first.text == "Sp. z o.o");
        CHECK(first.field == Field::consignee);
        CHECK(first.offset == 20);
        CHECK(first.speaks_for == ConsigneeKind::business);
        CHECK(reading.evidence[1].text == "Kitchens");
    }

    TEST_CASE("defects of the data are told with their place") {
        const test::TemporaryFolder folder;
        std::filesystem::create_directory(folder.path_of("parties"));
        folder.write("parties/consignee-kinds.yaml",
                     "edition: x\nenough: 30\nwords:\n"
                     "  - {what: title, kind: person, weight: 40, words: [Mr]}\n"
                     "  - {what: title, kind: business, weight: 400, words: ['!']}\n"
                     "numbers: [{what: n, kind: business, weight: 1, masks: ['#'],\n"
                     "           checks: [{method: lunh}]}]\n");
        try {
            read_or_throw(read_consignee_kinds, RuleFiles::read({folder.path_of("")}));
            FAIL("no error");
        } catch (const MalformedFile& error) {
            const std::string text = error.what();
            CHECK(text.find("\"person\"") != std::string::npos);
            CHECK(text.find("must be from 1 to 100") != std::string::npos);
            CHECK(text.find("no letter or digit") != std::string::npos);
            CHECK(text.find("lunh") != std::string::npos);
        }
        CHECK_THROWS_AS(
            read_or_throw(read_consignee_kinds, RuleFiles::read({folder.path_of("none")})),
            MalformedFile);
    }
}
