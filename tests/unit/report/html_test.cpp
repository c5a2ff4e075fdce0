#include <preflag/report/html/html_text.h>

#include <doctest/doctest.h>

#include <string>

using namespace preflag;

TEST_SUITE("report/html") {
    TEST_CASE("markup loses its meaning") {
        CHECK(html_text("<b a=\"1\" c='2'>&amp;") ==
              "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;");
        CHECK(html_text("Salpeters\xC3\xA4ure") == "Salpeters\xC3\xA4ure");
    }

    TEST_CASE("control and direction characters and broken UTF-8 are shown as what they are not") {
        CHECK(html_text("a\x01z") == "a\xEF\xBF\xBDz");
        CHECK(html_text("a\xE2\x80\xAEz") == "a\xEF\xBF\xBDz");
        CHECK(html_text("a\xFFz") == "a\xEF\xBF\xBDz");
        CHECK(html_text("a\nz") == "a z");
        CHECK(html_text(std::string_view("a\0z", 3)) == "a\xEF\xBF\xBDz");
    }

    TEST_CASE("what is too long is cut at a character, and told") {
        CHECK(html_clipped("abc", 3) == "abc");
        CHECK(html_clipped("ab\xC3\xA4z", 3) == "ab<span class=\"cut\">… 3 more bytes</span>");
        CHECK(html_clipped(std::string(5000, 'x'), 2).ends_with("4,998 more bytes</span>"));
    }

    TEST_CASE("evidence is marked where the goods have its words, and only there") {
        ScreenedLine line;
        line.goods = "5 < 6 nitric acid";
        Finding finding;
        finding.evidence.push_back({EvidenceKind::name, Field::description, "nitric acid", 6, 11});
        finding.evidence.push_back({EvidenceKind::name, Field::description, "elsewhere", 0, 9});
        finding.evidence.push_back({EvidenceKind::cas, Field::cas, "x", 999, 1});
        line.findings.push_back(finding);
        CHECK(marked_goods(line, 100) == "5 &lt; 6 <mark>nitric acid</mark>");
        CHECK(marked_goods(line, 8) ==
              "5 &lt; 6 <mark>ni</mark><span class=\"cut\">… 9 more bytes</span>");
    }

    TEST_CASE("figures have groups") {
        CHECK(grouped(0) == "0");
        CHECK(grouped(999) == "999");
        CHECK(grouped(1000) == "1,000");
        CHECK(grouped(1234567) == "1,234,567");
    }
}
