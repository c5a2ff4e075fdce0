#include <preflag/run/pipeline/worker_pool.h>

#include <doctest/doctest.h>
#include <pthread.h>

#include <array>
#include <atomic>

using namespace preflag;

namespace {

/// Of all threads that are made while it lives.
class StackSize {
  public:
    explicit StackSize(std::size_t bytes) {
        pthread_getattr_default_np(&before_);
        pthread_attr_t wanted = before_;
        pthread_attr_setstacksize(&wanted, bytes);
        pthread_setattr_default_np(&wanted);
    }
    ~StackSize() { pthread_setattr_default_np(&before_); }
    StackSize(const StackSize&) = delete;
    StackSize& operator=(const StackSize&) = delete;

  private:
    pthread_attr_t before_{};
};

} // namespace

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

    TEST_CASE("where no thread can be made there are fewer of them, and they do the work") {
        std::atomic<int> done{0};
        {
            const StackSize two_or_three(std::size_t{1} << 45U); // of 128 TiB
            WorkerPool pool(8);
            CHECK(pool.size() < 8);
            for (int i = 0; i < 100 && pool.size() > 0; ++i)
                pool.submit([&](std::size_t worker) { done += worker < pool.size() ? 1 : 1000; });
            done += pool.size() > 0 ? 0 : 100;
        }
        CHECK(done == 100);
        const StackSize none(std::size_t{1} << 48U);
        CHECK(WorkerPool(8).size() == 0);
    }

    TEST_CASE("a pool without tasks ends") {
        WorkerPool pool(2);
    }
}
