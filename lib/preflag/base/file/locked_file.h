#pragma once

#include <preflag/base/file/descriptor.h>

#include <string>

namespace preflag {

/// A file that several processes read and change at the same time, locked (flock) against all that
/// use it by this class. It is the one that has the name, even when another process put a new file
/// in its place while this one waited for the lock.
class LockedFile {
  public:
    enum class Use {
        read,   ///< shared with other readers; goes on without a lock where there are none
        change, ///< alone
        append, ///< alone; made when there is none, and each write goes to the end
    };

    /// Waits for the lock. Throws std::system_error; a file that it made is gone then.
    LockedFile(std::string path, Use use);
    ~LockedFile();
    LockedFile(const LockedFile&) = delete;
    LockedFile& operator=(const LockedFile&) = delete;

    [[nodiscard]] int descriptor() const { return file_.number(); }
    [[nodiscard]] bool was_made() const { return was_made_; }
    /// The whole content from the beginning, at most a little more than `most` bytes. Throws
    /// std::system_error.
    [[nodiscard]] std::string bytes(std::size_t most) const;

  private:
    void open(Use use);
    void make_or_open(int flags);
    void lock(Use use);
    [[nodiscard]] bool is_current() const;

    std::string path_;
    Descriptor file_;
    bool was_made_ = false;
};

} // namespace preflag
