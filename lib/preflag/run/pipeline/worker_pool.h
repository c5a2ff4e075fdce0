#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace preflag {

/// Threads that run tasks first come, first served. A task is told which worker
/// runs it, so that it can use that worker's scratch space. Tasks must not throw and must not wait
/// for other tasks. The destructor finishes every task handed in. Where the system cannot make so
/// many threads there are fewer, or none: see size().
class WorkerPool {
  public:
    using Task = std::function<void(std::size_t worker)>;

    explicit WorkerPool(std::size_t workers);
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// Threads that work. With none, tasks must not be submitted.
    [[nodiscard]] std::size_t size() const { return threads_.size(); }
    void submit(Task task);

  private:
    bool add_thread(std::size_t worker);
    void work(std::size_t worker);

    std::mutex mutex_;
    std::condition_variable task_or_end_;
    std::deque<Task> tasks_;
    bool ending_ = false;
    std::vector<std::thread> threads_;
};

} // namespace preflag
