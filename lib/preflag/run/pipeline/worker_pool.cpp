#include <preflag/run/pipeline/worker_pool.h>

#include <exception>

namespace preflag {

WorkerPool::WorkerPool(std::size_t workers) {
    threads_.reserve(workers);
    for (std::size_t worker = 0; worker < workers; ++worker)
        if (!add_thread(worker))
            break;
}

bool WorkerPool::add_thread(std::size_t worker) {
    try {
        threads_.emplace_back([this, worker] { work(worker); });
        return true;
    } catch (const std::exception&) { // none left, or no memory for it
        return false;
    }
}

WorkerPool::~WorkerPool() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    task_or_end_.notify_all();
    for (std::thread& thread : threads_)
        thread.join();
}

void WorkerPool::submit(Task task) {
    {
        const std::lock_guard lock(mutex_);
        tasks_.push_back(std::move(task));
    }
    task_or_end_.notify_one();
}

void WorkerPool::work(std::size_t worker) {
    for (;;) {
        Task task;
        {
            std::unique_lock lock(mutex_);
            task_or_end_.wait(lock, [this] { return ending_ || !tasks_.empty(); });
            if (tasks_.empty())
                return;
            task = std::move(tasks_.front());
            tasks_.pop_front();
        }
        task(worker);
    }
}

} // namespace preflag
