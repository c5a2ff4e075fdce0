#pragma once

#include <preflag/base/file/descriptor.h>

#include <atomic>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

namespace preflag {

class TemporaryFile;

/// A file that appears under its name only when it is whole. It is written beside the target (see
/// TemporaryFile) and takes the target's name in commit(); without commit() nothing is left behind
/// and an existing target stays as it was. A symbolic link stays, what it points to is replaced.
/// Pipes and devices are written directly. Every failure is an OutputError, thrown by the write
/// that failed or by commit().
class OutputFile {
  public:
    /// What becomes of a path that is a symbolic link.
    enum class Links { followed, replaced };

    /// `stop`, when given, ends the wait for the reader of a pipe; it must outlive the file.
    explicit OutputFile(std::string path, const std::atomic<bool>* stop = nullptr,
                        Links links = Links::followed);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    std::ostream& stream();
    /// prepare() and publish().
    void commit();

    /// Writes what is buffered and makes it durable. Only the name is missing then.
    void prepare();
    /// Gives the file its name.
    void publish();

  private:
    friend void publish_together(const std::vector<OutputFile*>& files);
    class Buffer;

    bool publish_for_now();
    void open(Links links);
    void open_directly();
    void open_beside(std::string target);
    [[nodiscard]] int descriptor() const;
    void take_mode_of_target() const;
    void flush_to_disk() const;
    void close_once() const;
    [[noreturn]] void fail(int error) const;

    std::string path_;   ///< as the user wrote it, for messages
    std::string target_; ///< with symbolic links followed; empty when written directly
    const std::atomic<bool>* stop_;
    std::unique_ptr<TemporaryFile> temporary_; ///< none when written directly
    Descriptor direct_;
    std::unique_ptr<Buffer> buffer_;
    std::unique_ptr<std::ostream> stream_;
};

/// Gives all files, which are prepared, their names in this order. When one cannot have its name
/// the earlier ones are taken back, where the file system allows it, and OutputError is thrown. A
/// process that is killed in between leaves the first ones new and the others old.
void publish_together(const std::vector<OutputFile*>& files);

} // namespace preflag
