#include <preflag/watchlists/name_memory.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace preflag;

namespace {

void ask(NameMemory& memory, const std::string& name, std::size_t hits) {
    const auto answer = memory.answer_for(name);
    std::call_once(answer->asked, [&] {
        answer->hits.resize(hits);
        memory.charge(name, *answer);
    });
}

} // namespace

TEST_CASE("a name is asked for once while it is remembered") {
    NameMemory memory;
    int asked = 0;
    for (int i = 0; i < 3; ++i)
        std::call_once(memory.answer_for("Zoltan Marlowe")->asked, [&] { ++asked; });
    CHECK(asked == 1);
    CHECK(memory.size() == 1);
}

TEST_CASE("the memory stays bounded however many names a run has") {
    constexpr std::size_t most = std::size_t{1} << 20U;
    for (const std::size_t hits : {0, 200}) {
        NameMemory memory(most);
        for (int i = 0; i < 30'000; ++i) {
            ask(memory, fmt::format("name number {}", i), hits);
            ask(memory, "asked for again and again", 1);
        }
        CHECK(memory.bytes() <= most + most / 4);
        CHECK(memory.bytes() >= most / 4);
        CHECK(memory.answer_for("asked for again and again")->hits.size() == 1);
    }
}

TEST_CASE("an answer outlives its being forgotten") {
    NameMemory memory(1);
    const auto answer = memory.answer_for("Zoltan Marlowe");
    for (int i = 0; i < 1'000; ++i)
        ask(memory, fmt::format("name {}", i), 1);
    CHECK(memory.size() < 200);
    CHECK(memory.answer_for("Zoltan Marlowe") != answer);
    CHECK(answer->hits.empty());
}

TEST_CASE("different names are counted however many are forgotten, in any order") {
    NameMemory forgetful(1);
    NameMemory backwards(1);
    for (int i = 0; i < 5'000; ++i) {
        ask(forgetful, fmt::format("name {}", i), 0);
        ask(forgetful, fmt::format("name {}", i / 2), 0);
        ask(backwards, fmt::format("name {}", 4'999 - i), 0);
    }
    CHECK(forgetful.size() < 200);
    CHECK(forgetful.distinct().count == 5'000);
    CHECK(forgetful.distinct().is_whole);
    CHECK(backwards.distinct().count == 5'000);
}

TEST_CASE("very many different names are told as at least so many") {
    NameMemory memory(1);
    for (int i = 0; i < 400'000; ++i)
        memory.answer_for(fmt::format("name {}", i));
    CHECK_FALSE(memory.distinct().is_whole);
    CHECK(memory.distinct().count > 250'000);
    CHECK(memory.distinct().count < 400'000);
}
