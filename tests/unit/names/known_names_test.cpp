#include "../support/shipped_words.h"

#include <preflag/names/known_names.h>

#include <doctest/doctest.h>

using namespace preflag;
using preflag::parties_test::shipped_words;

namespace {

KnownNames known(const std::vector<std::string>& all) {
    KnownNames names(shipped_words());
    for (std::uint32_t i = 0; i < all.size(); ++i)
        REQUIRE(names.add(all[i], i));
    return names;
}

using Owners = std::vector<std::uint32_t>;

} // namespace

TEST_CASE("a known name is found in another case, order, legal form, division and script") {
    KnownNames names = known({"Galvanik Brandt GmbH", "Ivan Petrovich Sokolov", "Blue Heron Ltd"});
    for (const char* spelling :
         {"Galvanik Brandt", "GALVANIK BRANDT G.m.b.H.", "Galvanik Brandt Gesellschaft m.b.H.",
          "Brandt, Galvanik", "Galvanik-Brandt AG", "GalvanikBrandt", "Gálvanik  Brandt"})
        CHECK_MESSAGE(names.find(spelling) == Owners{0}, spelling);
    CHECK(names.find("Иван Петрович Соколов") == Owners{1});
    CHECK(names.find("BlueHeron") == Owners{2});
}

TEST_CASE("a name that differs by a letter, a word or an initial is another one") {
    KnownNames names = known({"Galvanik Brandt GmbH", "Ivan Petrovich Sokolov"});
    for (const char* other : {"Galvanik Brant", "Galvanik", "Brandt", "Galvanik Brandt Nord",
                              "Galvanik Brandt 2", "G. Brandt", "I. P. Sokolov", "", "GmbH"})
        CHECK_MESSAGE(names.find(other).empty(), other);
}

TEST_CASE("of several names in a field all must have the same owner") {
    KnownNames names(shipped_words());
    REQUIRE(names.add("Galvanik Brandt GmbH", 4));
    REQUIRE(names.add("GB Surface", 4));
    REQUIRE(names.add("GB Surface", 7));
    CHECK(names.find("Galvanik Brandt c/o GB Surface") == Owners{4});
    CHECK(names.find("Galvanik Brandt c/o Hotel Adler").empty());
    CHECK(names.find("GB Surface Ltd") == Owners{4, 7});
}

TEST_CASE("a known name is found with its address behind it, but not as another's address") {
    KnownNames names = known({"Galvanik Brandt GmbH"});
    for (const char* cell :
         {"Galvanik Brandt GmbH, Industriestrasse 4, Bremen", "Galvanik Brandt GmbH\nBremen",
          "TO THE ORDER OF GALVANIK BRANDT GMBH", "Galvanik Brandt GmbH (Bremen branch)",
          "Galvanik Brandt GmbH Tel. 0421 12345"})
        CHECK_MESSAGE(names.find(cell) == Owners{0}, cell);
    CHECK(names.find("Hotel Adler, c/o Galvanik Brandt GmbH").empty());
    CHECK(names.find("Hotel Adler / Galvanik Brandt GmbH").empty());
}

TEST_CASE("a name without letter or digit is not added") {
    KnownNames names(shipped_words());
    CHECK_FALSE(names.add("--", 0));
    CHECK(names.find("--").empty());
}

TEST_CASE("the key of a name is that of its other spellings and orders") {
    KnownNames names(shipped_words());
    CHECK(names.key_of("Galvanik Brandt GmbH") == names.key_of("BRANDT, GALVANIK"));
    CHECK(names.key_of("Galvanik Brandt GmbH") != names.key_of("Galvanik Brant GmbH"));
}
