#include <preflag/goods/text/text_memory.h>

#include <doctest/doctest.h>

#include <string>

namespace preflag {

TEST_CASE("a text is known once it was added, and no other one is") {
    TextMemory memory;
    CHECK(!memory.knows("brake pads"));
    CHECK(!memory.knows(""));
    memory.add("brake pads");
    CHECK(memory.knows("brake pads"));
    CHECK(!memory.knows("Brake pads"));
    CHECK(!memory.knows("brake pads "));
}

TEST_CASE("of many texts some are forgotten, and none is taken for another one") {
    TextMemory memory;
    std::size_t known = 0;
    for (int i = 0; i < 10000; ++i)
        memory.add("text " + std::to_string(i));
    for (int i = 0; i < 10000; ++i)
        known += memory.knows("text " + std::to_string(i)) ? 1 : 0;
    CHECK(known > 1000);
    CHECK(known < 10000);
    for (int i = 10000; i < 20000; ++i)
        CHECK(!memory.knows("text " + std::to_string(i)));
}

TEST_CASE("long texts are not kept") {
    TextMemory memory;
    const std::string longest(TextMemory::longest, 'x');
    memory.add(longest);
    memory.add(longest + 'x');
    CHECK(memory.knows(longest));
    CHECK(!memory.knows(longest + 'x'));
    memory.add("");
    CHECK(!memory.knows(""));
}

} // namespace preflag
