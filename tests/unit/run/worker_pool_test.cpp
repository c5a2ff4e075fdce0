#include <preflag/run/worker_pool.h>

#include <doctest/doctest.h>

#include <array>
#include <atomic>

using namespace preflag;

TEST_SUITE("screening/worker_pool") {
    TEST_CASE("every task is run before the pool is gone") {
        std::atomic<int> done{0};
        {
            WorkerPool pool(3);
            for (int i = 0; i < 1000; ++i)
                pool.submit([&](std::size_t) { ++done; });
        }
        CHECK(done == 1000);
    }

    TEST_CASE("a worker runs one task at a time") {
        std::array<std::atomic<int>, 2> busy{};
        std::atomic<bool> overlapped{false};
        {
            WorkerPool pool(2);
            for (int i = 0; i < 500; ++i)
                pool.submit([&](std::size_t worker) {
                    if (busy.at(worker).fetch_add(1) != 0)
                        overlapped = true;
                    busy.at(worker).fetch_sub(1);
                });
        }
        CHECK_FALSE(overlapped);
    }

    TEST_CASE("a pool without tasks ends") {
        WorkerPool pool(2);
    }
}
