#include <preflag/base/cells/written_date.h>

#include <doctest/doctest.h>

#include <string>

using namespace preflag;

namespace {

/// "2026-11-23", "2026-03-04 2026-04-03", "".
std::string read(std::string_view text, DateOrder style = DateOrder::unknown) {
    std::string days;
    for (const Date day : read_date(text, style))
        days += (days.empty() ? "" : " ") + to_string(day);
    return days;
}

} // namespace

TEST_SUITE("base/written_date") {
    TEST_CASE("dates are read as manifests write them") {
        CHECK(read("2026-11-23T08:15:00Z") == "2026-11-23");
        CHECK(read("2026-11-23 08:15:00.123+01:00") == "2026-11-23");
        CHECK(read("08:15 23.11.2026") == "2026-11-23");
        CHECK(read("23.11.2026 8:15 AM") == "2026-11-23");
        CHECK(read("23.11.2026") == "2026-11-23");
        CHECK(read("23/11/2026") == "2026-11-23");
        CHECK(read("11/23/2026") == "2026-11-23");
        CHECK(read("11/23/26") == "2026-11-23");
        CHECK(read("2026/11/23") == "2026-11-23");
        CHECK(read("20261123") == "2026-11-23");
        CHECK(read("20261123T0815") == "2026-11-23");
        CHECK(read("23112026") == "2026-11-23");
        CHECK(read("03.04.2026") == "2026-04-03");
        CHECK(read("04/04/2026") == "2026-04-04");
    }

    TEST_CASE("names of months, in any language and case") {
        for (const std::string_view text : {"3-NOV-2020",
                                            "Nov 3, 2020",
                                            "3 novembre 2020",
                                            "3 nov. 2020",
                                            "03-NOV-20",
                                            "3 de noviembre de 2020",
                                            "3 ноября 2020 г.",
                                            "3 листопада 2020 р.",
                                            "3. November 2020",
                                            "Tuesday, November 3, 2020",
                                            "mar. 3 nov. 2020",
                                            "3 listopada 2020 r. wtorek",
                                            "2020 November 3",
                                            "2020. november 3.",
                                            "3 Kasım 2020",
                                            "3 noiembrie 2020",
                                            "3 novembro 2020",
                                            "3 ноември 2020",
                                            "3 Νοεμβρίου 2020",
                                            "3 marraskuuta 2020",
                                            "2020 m. lapkričio 3 d.",
                                            "3.XI.2020",
                                            "3 พ.ย. 2563",
                                            "Tue Nov  3 12:00:00 2020",
                                            "3rd November 2020",
                                            "NOV-03-2020"}) {
            CAPTURE(text);
            CHECK(read(text).find("2020-11-03") != std::string::npos);
        }
        CHECK(read("3 avr. 2020") == "2020-04-03");
        CHECK(read("03-ABR-20") == "2020-04-03");
        CHECK(read("3 апреля 2020 г.") == "2020-04-03");
        CHECK(read("Friday, April 3, 2020") == "2020-04-03");
        CHECK(read("3 Mrz 2020") == "2020-03-03");
        CHECK(read("03-MAI-2020") == "2020-05-03");
        CHECK(read("sam. 03/11/2020", DateOrder::day_first) == "2020-11-03");
    }

    TEST_CASE("a word that names two months leaves both") {
        CHECK(read("3 listopad 2020") == "2020-10-03 2020-11-03");
    }

    TEST_CASE("other calendars and serial numbers") {
        CHECK(read("2020年11月3日") == "2020-11-03");
        CHECK(read("2020년 11월 3일") == "2020-11-03");
        CHECK(read("令和2年11月3日") == "2020-11-03");
        CHECK(read("109/11/03") == "2020-11-03");
        CHECK(read("٣/١١/٢٠٢٠", DateOrder::day_first) == "2020-11-03");
        CHECK(read("44150") == "2020-11-15");
        CHECK(read("44150.75") == "2020-11-15");
        CHECK(read("1604361600") == "2020-11-03");
        CHECK(read("1604361600000") == "2020-11-03");
    }

    TEST_CASE("an order that nothing tells leaves both days") {
        CHECK(read("05/11/2020") == "2020-05-11 2020-11-05");
        CHECK(read("05-11-2020") == "2020-05-11 2020-11-05");
        CHECK(read("05/11/20") == "2020-05-11 2020-11-05");
        CHECK(read("05/11/2020", DateOrder::day_first) == "2020-11-05");
        CHECK(read("05/11/2020", DateOrder::month_first) == "2020-05-11");
        CHECK(read("15/11/2020", DateOrder::month_first) == "2020-11-15");
        CHECK(read("05.11.2020", DateOrder::month_first) == "2020-05-11");
        CHECK(read("20-11-05", DateOrder::year_first) == "2020-11-05");
        CHECK(read("20-11-05") == "2005-11-20 2020-11-05");
    }

    TEST_CASE("a month alone may be its first or its last day") {
        CHECK(read("11/2020") == "2020-11-01 2020-11-30");
        CHECK(read("2020-02") == "2020-02-01 2020-02-29");
        CHECK(read("Nov 2020") == "2020-11-01 2020-11-30");
    }

    TEST_CASE("what is no date is none") {
        for (const std::string_view text :
             {"45.13.2026", "soon", "", "2020", "12", "tbd", "1399/08/15", "week 45"}) {
            CAPTURE(text);
            CHECK(read(text).empty());
        }
    }
}
