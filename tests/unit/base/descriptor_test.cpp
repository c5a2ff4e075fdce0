#include <preflag/base/file/descriptor.h>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <thread>

using namespace preflag;

namespace {

struct Pipe {
    explicit Pipe(int flags = 0) {
        std::array<int, 2> ends{};
        REQUIRE(::pipe2(ends.data(), O_CLOEXEC | flags) == 0);
        reader.reset(ends[0]);
        writer.reset(ends[1]);
    }
    Descriptor reader, writer;
};

} // namespace

TEST_SUITE("base/descriptor") {
    TEST_CASE("everything is written and read, also where the other end is slow and nobody waits") {
        const std::string sent(300'000, 'x');
        Pipe pipe(O_NONBLOCK);
        std::string got;
        std::thread reader([&] { CHECK(read_all(pipe.reader.number(), got, 1'000'000) == 0); });
        CHECK(write_all(pipe.writer.number(), sent) == 0);
        pipe.writer.reset();
        reader.join();
        CHECK(got == sent);
    }

    TEST_CASE("a failed call tells its reason") {
        const Descriptor full(::open("/dev/full", O_WRONLY | O_CLOEXEC));
        CHECK(write_all(full.number(), "x") == ENOSPC);
        CHECK(write_all(-1, "x") == EBADF);
        CHECK(write_all(-1, "") == 0);
        std::string bytes = "kept";
        CHECK(read_all(-1, bytes, 10) == EBADF);
        CHECK(bytes == "kept");
        CHECK(reason_of(ENOSPC) == "No space left on device");
    }

    TEST_CASE("reading ends soon after the limit") {
        const Descriptor endless(::open("/dev/zero", O_RDONLY | O_CLOEXEC));
        std::string bytes;
        CHECK(read_all(endless.number(), bytes, 1000) == 0);
        CHECK(bytes.size() > 1000);
        CHECK(bytes.size() < 100'000);
    }
}
