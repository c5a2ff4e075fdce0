#include "../../support/source_dir.h"

#include <preflag/base/error.h>
#include <preflag/report/html/contacts.h>

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace preflag;

TEST_SUITE("report/contacts") {
    TEST_CASE("what is shipped has a source and a date for each contact point") {
        const Contacts contacts =
            read_contacts({std::filesystem::path(test::source_dir()) / "rules"});
        CHECK_FALSE(contacts.question.empty());
        REQUIRE(contacts.deadline_of("eu-2019-1148") != nullptr);
        CHECK(contacts.deadline_of("eu-2019-1148")->hours == 24);
        CHECK(contacts.deadline_of("wco-global-shield") == nullptr);
        REQUIRE(contacts.point_of("eu-2019-1148", "FR") != nullptr);
        CHECK(contacts.point_of("gb-poisons-act-1972", "FR") == nullptr);
        for (const ContactPoint& point : contacts.points) {
            CHECK(point.source.starts_with("http"));
            CHECK(point.reviewed < point.review_by);
        }
    }

    TEST_CASE("a day that has begun counts whole") {
        ReportingDeadline deadline;
        const Date day = *parse_iso_date("2026-12-31");
        deadline.hours = 24;
        CHECK(to_string(due_day(deadline, day)) == "2027-01-01");
        deadline.hours = 25;
        CHECK(to_string(due_day(deadline, day)) == "2027-01-02");
    }

    TEST_CASE("a folder without the file has none, and every defect is told") {
        const auto folder = std::filesystem::temp_directory_path() / "preflag-contacts-test";
        std::filesystem::create_directories(folder);
        std::filesystem::remove(folder / "contacts.yaml");
        CHECK(read_contacts({folder}).points.empty());
        std::ofstream(folder / "contacts.yaml") << "edition: x\nquestion: y\ndeadlines:\n"
                                                   "  - {regime: a, hours: 0, evnt: b}\n";
        CHECK_THROWS_AS(read_contacts({folder}), MalformedFile);
        std::filesystem::remove_all(folder);
    }
}
