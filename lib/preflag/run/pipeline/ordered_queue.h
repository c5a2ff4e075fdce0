#pragma once

#include <preflag/run/pipeline/worker_pool.h>

#include <deque>
#include <exception>
#include <functional>
#include <future>
#include <memory>
#include <utility>

namespace preflag {

/// Results in the order in which their work was handed out, whichever thread is done first: this is
/// what makes a run's output the same for every number of threads. The caller takes one out before
/// it hands in more than `most`, so that no more than that many results are ever held.
template <typename Result>
class OrderedQueue {
  public:
    using Work = std::function<Result(std::size_t worker)>;

    /// Without a pool the work is done in push(), by worker 0. The pool must outlive the queue.
    OrderedQueue(WorkerPool* pool, std::size_t most) : pool_(pool), most_(most) {}

    void push(Work work) {
        auto promise = std::make_shared<std::promise<Result>>();
        results_.push_back(promise->get_future());
        auto task = [promise = std::move(promise), work = std::move(work)](std::size_t worker) {
            try {
                promise->set_value(work(worker));
            } catch (...) {
                promise->set_exception(std::current_exception());
            }
        };
        if (pool_ != nullptr)
            pool_->submit(std::move(task));
        else
            task(0);
    }

    /// The oldest result, waited for. Throws what its work threw.
    Result pop() {
        std::future<Result> oldest = std::move(results_.front());
        results_.pop_front();
        return oldest.get();
    }

    [[nodiscard]] bool is_empty() const { return results_.empty(); }
    [[nodiscard]] bool is_full() const { return results_.size() >= most_; }

  private:
    WorkerPool* pool_;
    std::size_t most_;
    std::deque<std::future<Result>> results_;
};

} // namespace preflag
