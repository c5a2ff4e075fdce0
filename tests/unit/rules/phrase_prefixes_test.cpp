#include <preflag/base/phrase.h>
#include <preflag/rules/conditions/phrase_prefixes.h>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace preflag;

namespace {

PhrasePrefixes prefixes(const std::vector<std::string>& texts) {
    std::vector<std::string> phrases;
    phrases.reserve(texts.size());
    for (const std::string& text : texts)
        phrases.push_back(phrase_of(text));
    return PhrasePrefixes(std::move(phrases));
}

} // namespace

TEST_SUITE("rules/phrase_prefixes") {
    TEST_CASE("a text begins with one of several, at the edge of a word") {
        const PhrasePrefixes some =
            prefixes({"to order", "to order of", "same as", "\xC3\xA0 ordre"});
        for (const char* const text :
             {"To Order", "to order of Example Bank", "TO ORDER: x", "same as above", "A ordre de"})
            CHECK_MESSAGE(some.begin(phrase_of(text)), text);
        for (const char* const text : {"", "to", "to orders", "not to order", "sam", "zz", "a"})
            CHECK_FALSE_MESSAGE(some.begin(phrase_of(text)), text);
    }

    TEST_CASE("a text holds one of several, at the edges of words") {
        const PhrasePrefixes some = prefixes({"P.O. Box", "box", "BP", "postfach 7", "7"});
        for (const char* const text :
             {"Box", "P.O. Box 1", "street 7", "a BP b", "one box", "Postfach 7a, 7"})
            CHECK_MESSAGE(some.lie_in(phrase_of(text)), text);
        for (const char* const text : {"", "boxes", "postfach 8", "7a", "pb", "x"})
            CHECK_FALSE_MESSAGE(some.lie_in(phrase_of(text)), text);
    }

    TEST_CASE("what has no word stands in every text, and nothing in none") {
        CHECK(prefixes({"-", "a"}).begin(""));
        CHECK(prefixes({"-", "a"}).lie_in(phrase_of("b")));
        CHECK_FALSE(prefixes({}).begin(phrase_of("b")));
        CHECK_FALSE(prefixes({}).lie_in(phrase_of("b")));
    }
}
