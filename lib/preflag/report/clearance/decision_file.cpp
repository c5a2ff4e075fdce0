#include <preflag/base/digest.h>
#include <preflag/base/error.h>
#include <preflag/base/file/locked_file.h>
#include <preflag/base/file/output_file.h>
#include <preflag/clearance/decision_reader.h>
#include <preflag/report/clearance/decision_file.h>
#include <preflag/report/json_object.h>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
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

constexpr std::size_t largest = std::size_t{1} << 26U;

[[noreturn]] void fail(const std::string& path, int error, std::string_view what_stands) {
    throw OutputError(fmt::format("cannot write the decisions to {}: {}; {}", path,
                                  reason_of(error), what_stands));
}

/// Moves a torn last line to a file beside this one, where somebody may look at it.
void set_aside(const LockedFile& file, const std::string& path, std::string torn,
               std::size_t whole) {
    const std::string place = path + ".torn";
    constexpr mode_t owner = 0600;
    const Descriptor beside(
        ::open(place.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, owner));
    int error = beside.is_open() ? 0 : errno;
    if (error == 0)
        error = write_all(beside.number(), torn += '\n');
    if (error != 0)
        fail(place, error, "its torn last line stays where it is, and nothing was recorded");
    if (::ftruncate(file.descriptor(), static_cast<off_t>(whole)) != 0)
        fail(path, errno, "nothing was recorded");
}

/// All of the record or nothing; `size` is the file's before it.
void append_whole(const LockedFile& file, const std::string& path, const std::string& record,
                  std::size_t size) {
    const int error = write_all(file.descriptor(), record);
    if (error == 0)
        return;
    const bool is_cut = ::ftruncate(file.descriptor(), static_cast<off_t>(size)) == 0;
    if (is_cut && file.was_made())
        ::unlink(path.c_str());
    fail(path, error,
         is_cut ? "nothing was recorded; make room and decide again"
                : "half a record stands at its end, which is left out from now on");
}

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

AppendedDecision append_decision(const std::string& path, const std::string& record) {
    try {
        const LockedFile file(path, LockedFile::Use::append);
        const std::string before = file.bytes(largest);
        const std::size_t whole = size_without_torn_line(before);
        const bool is_torn = whole < before.size();
        if (is_torn)
            set_aside(file, path, before.substr(whole), whole);
        const bool in_mid_line = whole > 0 && before[whole - 1] != '\n';
        append_whole(file, path, in_mid_line ? '\n' + record : record, whole);
        if (::fsync(file.descriptor()) != 0 && errno != EINVAL && errno != ENOTSUP)
            fail(path, errno,
                 "the record stands in the file, but the disk did not confirm it: look with "
                 "\"preflag decide list\" when the disk is well again");
        return {file.was_made(), is_torn};
    } catch (const std::system_error& error) {
        fail(path, error.code().value(), "nothing was recorded");
    }
}

bool remove_lines(const std::string& path, const std::string& digest,
                  const std::set<std::uint64_t>& lines) {
    try {
        const LockedFile lock(path, LockedFile::Use::change);
        const std::string text = lock.bytes(largest);
        if (digest_of(text) != digest)
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
    } catch (const std::system_error& error) {
        fail(path, error.code().value(), "nothing was removed");
    }
}

} // namespace preflag
