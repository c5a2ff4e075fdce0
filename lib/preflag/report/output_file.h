#pragma once

#include <memory>
#include <ostream>
#include <string>

namespace preflag {

/// A file that appears under its name only when it is whole. It is written beside the target under
/// a temporary name and takes the target's name in commit(); without commit() nothing is left
/// behind and an existing target stays as it was. A symbolic link stays, what it points to is
/// replaced. Pipes and devices are written directly. Every failure is an OutputError, thrown by the
/// write that failed or by commit().
class OutputFile {
  public:
    explicit OutputFile(const std::string& path);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    std::ostream& stream();
    /// Writes what is buffered, makes it durable and gives the file its name. Call it once.
    void commit();

  private:
    class Buffer;

    void open();
    void open_directly();
    void open_beside();
    void take_mode_of_target() const;
    void flush_to_disk() const;
    void close_file();
    void name_file();
    [[noreturn]] void fail(int error) const;

    std::string path_;      ///< as the user wrote it, for messages
    std::string target_;    ///< with symbolic links followed; empty when written directly
    std::string temporary_; ///< empty when written directly, or when renamed
    int descriptor_ = -1;
    std::unique_ptr<Buffer> buffer_;
    std::unique_ptr<std::ostream> stream_;
};

} // namespace preflag
