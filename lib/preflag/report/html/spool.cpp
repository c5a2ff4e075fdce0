#include <preflag/base/error.h>
#include <preflag/report/html/spool.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace preflag {

namespace {

constexpr std::size_t most_in_memory = std::size_t{4} << 20;

[[noreturn]] void throw_spool_error(int error) {
    throw OutputError("the lines of the report cannot be kept in a temporary file: " +
                      std::generic_category().message(error) + "; make room in /tmp");
}

} // namespace

void Spool::add(std::string_view text) {
    memory_ += text;
    if (memory_.size() >= most_in_memory)
        spill();
}

void Spool::spill() {
    if (!file_)
        file_.reset(std::tmpfile());
    if (!file_ || std::fwrite(memory_.data(), 1, memory_.size(), file_.get()) != memory_.size())
        throw_spool_error(errno);
    memory_.clear();
}

void Spool::copy_to(std::ostream& stream) {
    if (file_) {
        if (std::fflush(file_.get()) != 0 || std::fseek(file_.get(), 0, SEEK_SET) != 0)
            throw_spool_error(errno);
        std::array<char, 1 << 16> block{};
        for (std::size_t size = block.size(); size == block.size();) {
            size = std::fread(block.data(), 1, block.size(), file_.get());
            stream.write(block.data(), static_cast<std::streamsize>(size));
        }
        if (std::ferror(file_.get()) != 0)
            throw_spool_error(EIO);
    }
    stream << memory_;
}

} // namespace preflag
