#include <preflag/screening/line_tally.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace preflag {

namespace {

/// Things or lines of its group that a finding names.
constexpr std::size_t most_named = 5;
/// Different things on different days of one group that are kept; the oldest give way.
constexpr std::size_t most_entries = 1024;

bool is_within(const std::optional<Date>& left, const std::optional<Date>& right,
               const std::optional<int>& days) {
    if (!left || !right || !days)
        return true;
    const auto apart = std::chrono::sys_days(*left) - std::chrono::sys_days(*right);
    return std::chrono::abs(apart) <= std::chrono::days(*days);
}

/// Hundredths are enough, and sums stay readable.
double rounded(double value) {
    constexpr double parts = 100;
    return std::round(value * parts) / parts;
}

std::string named(const std::vector<std::string>& all) {
    const std::size_t shown = std::min(all.size(), most_named);
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(shown);
    const std::string text = fmt::format("{}", fmt::join(all.begin(), end, ", "));
    return all.size() > shown ? fmt::format("{} and {} more", text, all.size() - shown) : text;
}

} // namespace

/// What a group makes up with the line at hand.
struct LineTally::Total {
    double number = 0;
    std::size_t lines = 0;
    std::vector<std::string> things; ///< by name
    std::vector<std::string> places; ///< of the lines before: "orders.csv:12"
};

LineTally::Group& LineTally::group_of(const std::string& key) {
    const auto [place, is_new] = groups_.try_emplace(key);
    if (!is_new)
        return place->second;
    order_.push_back(key);
    if (order_.size() > most_) {
        groups_.erase(order_.front());
        order_.pop_front();
        ++forgotten_;
    }
    return groups_.at(key);
}

std::uint32_t LineTally::number_of(const std::string& file) {
    if (files_.empty() || files_.back() != file)
        files_.push_back(file);
    return static_cast<std::uint32_t>(files_.size() - 1);
}

void LineTally::add(const CountedFlag& flag, const ScreenedLine& line, Group& group) {
    const Place here{number_of(line.file), line.line};
    const auto add_entry = [&](const CountedFlag::Thing& thing, std::size_t lines) {
        auto entry = std::find_if(group.begin(), group.end(), [&](const Entry& known) {
            return known.thing.key == thing.key && known.on == flag.on;
        });
        if (entry == group.end()) {
            if (group.size() == most_entries)
                group.erase(group.begin());
            entry = group.insert(group.end(), {thing, flag.on, 0, 0, here});
        }
        entry->amount += flag.amount;
        entry->lines += lines;
    };
    if (flag.things.empty())
        add_entry({}, 1);
    for (std::size_t i = 0; i < flag.things.size(); ++i)
        add_entry(flag.things[i], i == 0 ? 1 : 0); // a line with several things is one line
}

LineTally::Total LineTally::total_of(const CountedFlag& flag, const ScreenedLine& line,
                                     const Group& group) const {
    Total total;
    std::set<std::string> keys;
    double amount = 0;
    for (const Entry& entry : group) {
        if (!is_within(entry.on, flag.on, flag.finding.rule->across_lines->within_days))
            continue;
        amount += entry.amount;
        total.lines += entry.lines;
        if (keys.insert(entry.thing.key).second && !entry.thing.name.empty())
            total.things.push_back(entry.thing.name);
        const std::string& file = files_[entry.first.file];
        if (entry.first.line != line.line || file != line.file)
            total.places.push_back(fmt::format("{}:{}", file, entry.first.line));
    }
    total.number = flag.things.empty() ? amount : static_cast<double>(keys.size());
    std::sort(total.things.begin(), total.things.end());
    total.places.erase(std::unique(total.places.begin(), total.places.end()), total.places.end());
    return total;
}

/// The id is made of what does not change with the order of lines: not of the figures, nor of the
/// goods of the line that makes up enough.
Finding LineTally::worded(CountedFlag&& flag, const ScreenedLine& line, const Total& total) {
    const LineCount& count = *flag.finding.rule->across_lines;
    Finding finding = std::move(flag.finding);
    finding.id =
        finding_id(finding, count.of == LineCount::Of::consignee ? subject_of({}, line.consignee)
                                                                 : subject_of(line.shipment, {}));
    const std::string days =
        count.within_days ? fmt::format(" within {} days", *count.within_days) : "";
    finding.measured = counted_text(count.what, rounded(total.number));
    if (count.what != LineCount::What::lines)
        finding.measured +=
            " on " + counted_text(LineCount::What::lines, static_cast<double>(total.lines));
    finding.measured += days;
    finding.message += ": " + finding.measured;
    if (!total.things.empty())
        finding.message += fmt::format(" ({})", named(total.things));
    if (!total.places.empty())
        finding.message += "; see also " + named(total.places);
    finding.counted = total.things;
    return finding;
}

void LineTally::apply(std::vector<CountedFlag> flags, ScreenedLine& line) {
    for (CountedFlag& flag : flags) {
        Group& group = group_of(flag.group);
        add(flag, line, group);
        const Total total = total_of(flag, line, group);
        constexpr double noise = 1e-9; // of sums such as ten times 0.1
        if (total.lines > 1 && total.number + noise >= flag.finding.rule->across_lines->at_least)
            line.findings.push_back(worded(std::move(flag), line, total));
    }
}

} // namespace preflag
