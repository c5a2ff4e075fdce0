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
