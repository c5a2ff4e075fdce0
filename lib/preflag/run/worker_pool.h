#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace preflag {

/// A fixed number of threads that run tasks first come, first served. A task is told which worker
/// runs it, so that it can use that worker's scratch space. Tasks must not throw and must not wait
/// for other tasks. The destructor finishes every task handed in.
class WorkerPool {
  public:
    using Task = std::function<void(std::size_t worker)>;

    explicit WorkerPool(std::size_t workers);
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    void submit(Task task);

  private:
    void work(std::size_t worker);

    std::mutex mutex_;
    std::condition_variable task_or_end_;
    std::deque<Task> tasks_;
    bool ending_ = false;
    std::vector<std::thread> threads_;
};

} // namespace preflag
