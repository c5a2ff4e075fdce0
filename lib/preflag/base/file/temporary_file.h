#pragma once

#include <preflag/base/file/descriptor.h>

#include <string>

namespace preflag {

/// A new file that is to take the place of another one, in the same folder. Until give_name() it
/// has no name where the system has unnamed files, so that a killed process leaves nothing;
/// otherwise, and from give_name() on, it stands beside the target as ".TARGET.preflag-N.tmp".
/// Such a name of a process that is dead is taken over: who lives holds a lock on its file. The
/// destructor removes what has not become the target. Functions that fail throw
/// std::system_error.
class TemporaryFile {
  public:
    /// Links are not followed: `target` is the file itself.
    explicit TemporaryFile(std::string target);
    ~TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    /// Open for writing.
    [[nodiscard]] int descriptor() const { return file_.number(); }

    /// Stands beside the target from now on.
    void give_name();
    /// Becomes the target. The old one is gone.
    void replace_target();
    /// Becomes the target, but take_back() brings the old one back, until keep() removes it. False
    /// when that is not possible; then nothing has happened.
    bool replace_target_for_now();
    /// Does nothing when the target is not this file, or not for now.
    void take_back() noexcept;
    void keep() noexcept;

  private:
    /// `created` and `exchanged`: the target for now; there was none before, or the old one has
    /// the name.
    enum class Place { unnamed, beside, created, exchanged, target };

    [[nodiscard]] std::string name_of(unsigned number) const;
    bool open_unnamed();
    void open_named();
    /// Makes the file under the first name that is free; `make` tells like a system call.
    template <class Make>
    void take_first_free_name(const Make& make);
    bool exchange();

    std::string target_;
    std::string name_; ///< empty while there is none
    Place place_ = Place::unnamed;
    Descriptor file_;
    Descriptor old_; ///< the old target while it has the name, locked
};

} // namespace preflag
