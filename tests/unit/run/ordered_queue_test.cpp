#include <preflag/run/pipeline/ordered_queue.h>

#include <doctest/doctest.h>

#include <stdexcept>
#include <thread>
#include <vector>

using namespace preflag;

TEST_SUITE("run/ordered_queue") {
    TEST_CASE("results come out in the order of their work, whoever is done first") {
        WorkerPool pool(4);
        OrderedQueue<int> queue(&pool, 8);
        std::vector<int> results;
        for (int i = 0; i < 40; ++i) {
            queue.push([i](std::size_t) {
                for (int turn = i % 7; turn > 0; --turn)
                    std::this_thread::yield();
                return i;
            });
            if (queue.is_full())
                results.push_back(queue.pop());
        }
        CHECK(results.size() == 33);
        while (!queue.is_empty())
            results.push_back(queue.pop());
        REQUIRE(results.size() == 40);
        for (int i = 0; i < 40; ++i)
            CHECK(results[static_cast<std::size_t>(i)] == i);
    }

    TEST_CASE("what work throws arrives where its result is taken, and nowhere else") {
        WorkerPool pool(2);
        OrderedQueue<int> queue(&pool, 4);
        queue.push([](std::size_t) { return 1; });
        queue.push([](std::size_t) -> int { throw std::runtime_error("broken"); });
        queue.push([](std::size_t) { return 3; });
        CHECK(queue.pop() == 1);
        CHECK_THROWS_WITH(queue.pop(), "broken");
        CHECK(queue.pop() == 3);
    }

    TEST_CASE("without a pool the work is done at once, by the first worker") {
        OrderedQueue<std::size_t> queue(nullptr, 1);
        queue.push([](std::size_t worker) { return worker; });
        CHECK(queue.is_full());
        CHECK(queue.pop() == 0);
        CHECK(queue.is_empty());
    }
}
