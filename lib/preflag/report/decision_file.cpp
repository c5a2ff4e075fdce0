#include <preflag/base/error.h>
#include <preflag/base/output_file.h>
#include <preflag/base/text_file.h>
#include <preflag/report/decision_file.h>
#include <preflag/report/json_object.h>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace preflag {

namespace {

Json figure_json(const std::optional<StatedFigure>& figure) {
    if (!figure)
        return {};
    return JsonObject()
        .add("low", figure->value.low)
        .add("high", figure->value.high)
        .add("unit", figure->unit)
        .take();
}

Json substance_json(const DecidedSubstance& substance) {
    return JsonObject()
        .add("id", substance.id)
        .add("strength", figure_json(substance.strength))
        .add("quantity", figure_json(substance.quantity))
        .take();
}

[[noreturn]] void fail(const std::string& path, int error) {
    throw OutputError(fmt::format("cannot write the decisions to {}: {}", path,
                                  std::system_category().message(error)));
}

/// The file, open and locked against everybody who works with it in this way.
class LockedFile {
  public:
    explicit LockedFile(std::string path, int flags) : path_(std::move(path)) {
        // Whoever waited for the lock may have waited for a file that was replaced meanwhile.
        do {
            close();
            open(flags);
        } while (!is_current());
    }
    ~LockedFile() { close(); }
    LockedFile(const LockedFile&) = delete;
    LockedFile& operator=(const LockedFile&) = delete;

    [[nodiscard]] bool was_made() const { return was_made_; }

    [[nodiscard]] bool ends_in_mid_line() const {
        struct stat status {};
        if (::fstat(descriptor_, &status) != 0)
            fail(path_, errno);
        char last = '\n';
        if (status.st_size > 0 && ::pread(descriptor_, &last, 1, status.st_size - 1) != 1)
            fail(path_, errno);
        return last != '\n';
    }

    void append(const std::string& record) const {
        const auto written = ::write(descriptor_, record.data(), record.size());
        if (written != static_cast<ssize_t>(record.size()))
            fail(path_, written < 0 ? errno : ENOSPC);
        if (::fsync(descriptor_) != 0 && errno != EINVAL && errno != ENOTSUP)
            fail(path_, errno);
    }

  private:
    void open(int flags) {
        constexpr mode_t everyone = 0666; // less the umask
        was_made_ = (flags & O_CREAT) != 0 && ::access(path_.c_str(), F_OK) != 0;
        descriptor_ = ::open(path_.c_str(), flags | O_RDWR | O_CLOEXEC, everyone);
        if (descriptor_ < 0 || ::flock(descriptor_, LOCK_EX) != 0)
            fail(path_, errno);
    }

    [[nodiscard]] bool is_current() const {
        struct stat own {};
        struct stat named {};
        return ::fstat(descriptor_, &own) == 0 && ::stat(path_.c_str(), &named) == 0 &&
               own.st_ino == named.st_ino && own.st_dev == named.st_dev;
    }

    void close() {
        if (descriptor_ >= 0)
            ::close(descriptor_);
        descriptor_ = -1;
    }

    std::string path_;
    int descriptor_ = -1;
    bool was_made_ = false;
};

} // namespace

std::string decision_json(const Decision& decision) {
    const DecisionFacts& facts = decision.facts;
    JsonObject json;
    json.add("finding", decision.finding)
        .add("decision", name_of(decision.kind))
        .add("on", to_string(decision.on))
        .add("by", decision.by);
    if (decision.until)
        json.add("until", to_string(*decision.until));
    return json.add("because", decision.because)
               .add("rule", facts.rule)
               .add("outcome", name_of(facts.outcome))
               .add("goods", facts.goods)
               .add("consignee", facts.consignee)
               .add("country", facts.country)
               .add("shipment", facts.shipment)
               .add("substances", json_array(facts.substances, substance_json))
               .add("edition", facts.edition)
               .take()
               .text() +
           '\n';
}

bool append_decision(const std::string& path, const std::string& record) {
    const LockedFile file(path, O_CREAT | O_APPEND);
    file.append(file.ends_in_mid_line() ? '\n' + record : record);
    return file.was_made();
}

bool remove_lines(const std::string& path, const std::string& text,
                  const std::set<std::uint64_t>& lines) {
    const LockedFile lock(path, 0);
    if (read_text_file(path, "file of decisions") != text)
        return false;
    OutputFile file(path);
    std::uint64_t number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        if (!lines.contains(++number))
            file.stream() << std::string_view(text).substr(at, end - at);
        at = end;
    }
    file.commit();
    return true;
}

} // namespace preflag
