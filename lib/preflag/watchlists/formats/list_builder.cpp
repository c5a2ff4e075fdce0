#include <preflag/base/digest.h>
#include <preflag/base/document/document.h>
#include <preflag/base/text.h>
#include <preflag/watchlists/formats/list_builder.h>

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace preflag {

namespace {

/// UK lists give names in any order.
void put_primary_first(std::vector<ListName>& names) {
    std::stable_partition(names.begin(), names.end(), [](const ListName& name) {
        return name.quality == NameQuality::primary;
    });
}

/// Keeps the first of those with the same text, in one pass.
template <class Value, class TextOf>
void keep_first(std::vector<Value>& values, TextOf text_of) {
    if (values.size() < 2)
        return;
    std::unordered_set<std::string> known;
    std::erase_if(values, [&](const Value& value) { return !known.insert(text_of(value)).second; });
}

void keep_first(ListEntry& entry) {
    keep_first(entry.names, [](const ListName& name) { return name.text; });
    for (std::vector<std::string>* values : {&entry.programmes, &entry.countries, &entry.addresses,
                                             &entry.birth_dates, &entry.identifiers})
        keep_first(*values, [](const std::string& value) { return value; });
}

} // namespace

ListBuilder::ListBuilder(std::string id, std::string format, const WatchlistFile& file) {
    contents_.id = std::move(id);
    contents_.format = std::move(format);
    contents_.file = file.path;
    reading_ = file.path;
    digests_ = file.digest;
}

ListEntry& ListBuilder::entry(std::string_view id, Position position) {
    const auto [place, is_new] = places_.try_emplace(std::string(id), contents_.entries.size());
    if (is_new) {
        ListEntry& entry = contents_.entries.emplace_back();
        entry.id = id;
        entry.position = position;
    }
    return contents_.entries[place->second];
}

ListEntry* ListBuilder::find(std::string_view id) {
    const auto place = places_.find(std::string(id));
    return place == places_.end() ? nullptr : &contents_.entries[place->second];
}

void ListBuilder::reject(Position position, std::string reason, std::string_view excerpt) {
    Diagnostic fault;
    fault.file = reading_;
    fault.position = position;
    fault.message = "not read: " + std::move(reason);
    fault.excerpt = excerpt;
    contents_.rejected.push_back(std::move(fault));
}

void ListBuilder::reject(const CsvRow& row, std::string reason) {
    reject(row.position, std::move(reason), row.source.substr(0, row.source.find('\n')));
}

bool ListBuilder::accepts(const CsvRow& row, const CsvHeader& header) {
    if (!row.fault.empty())
        reject(row, row.fault);
    else if (row.cells.size() != header.size())
        reject(row, fmt::format("{} cells instead of {}", row.cells.size(), header.size()));
    else
        return true;
    return false;
}

void ListBuilder::reject(const Diagnostic& fault) {
    contents_.rejected.push_back(fault);
}

void ListBuilder::gap(Position position, std::string message, std::string advice) {
    Diagnostic fault;
    fault.file = contents_.file;
    fault.position = position;
    fault.message = std::move(message);
    fault.advice = std::move(advice);
    contents_.gaps.push_back(std::move(fault));
}

void ListBuilder::date(std::optional<Date> date) {
    if (!date || (contents_.date && *contents_.date >= *date))
        return;
    contents_.date = date;
    contents_.date_source = DateSource::list;
}

void ListBuilder::expect_entries(std::size_t stated, Position position) {
    stated_.emplace(stated, position);
}

void ListBuilder::read_with(const WatchlistFile& companion) {
    contents_.companions.push_back(companion.path);
    reading_ = companion.path;
    digests_ += companion.digest;
}

ListContents ListBuilder::finish() {
    std::vector<ListEntry> named;
    for (ListEntry& entry : contents_.entries) {
        if (entry.names.empty()) {
            reject(entry.position, fmt::format("entry {} has no name", entry.id), {});
            continue;
        }
        keep_first(entry);
        put_primary_first(entry.names);
        named.push_back(std::move(entry));
    }
    contents_.entries = std::move(named);
    if (stated_ && stated_->first != contents_.entries.size())
        gap(stated_->second,
            fmt::format("the list says that it has {} entries, but {} were read", stated_->first,
                        contents_.entries.size()),
            "download the list again");
    contents_.digest = contents_.companions.empty() ? digests_ : digest_of(digests_);
    if (!contents_.date) {
        contents_.date = file_date(contents_.file);
        contents_.date_source = DateSource::file_time;
    }
    return std::move(contents_);
}

void add_name(ListEntry& entry, std::string_view text, NameQuality quality) {
    text = trim(text);
    if (!text.empty())
        entry.names.push_back({std::string(text), quality});
}

void add_value(std::vector<std::string>& values, std::string_view value) {
    value = trim(value);
    if (!value.empty())
        values.emplace_back(value);
}

void add_values(std::vector<std::string>& values, std::string_view cell, char separator) {
    while (!cell.empty()) {
        const auto end = std::min(cell.find(separator), cell.size());
        add_value(values, cell.substr(0, end));
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
}

std::string joined(std::initializer_list<std::string_view> parts, std::string_view between) {
    std::string text;
    for (std::string_view part : parts) {
        part = trim(part);
        if (part.empty())
            continue;
        if (!text.empty())
            text += between;
        text += part;
    }
    return text;
}

std::string birth_date_of(std::string_view year, std::string_view month, std::string_view day) {
    const auto two = [](std::string_view text) {
        return text.size() == 1 ? '0' + std::string(text) : std::string(text);
    };
    return joined({year, two(month), two(day)}, "-");
}

void add_name_in_reading_order(ListEntry& entry, std::string_view text, NameQuality quality) {
    const auto comma = entry.kind == EntryKind::person ? text.find(',') : std::string_view::npos;
    if (comma == std::string_view::npos)
        return add_name(entry, text, quality);
    add_name(entry, joined({text.substr(comma + 1), text.substr(0, comma)}, " "), quality);
}

std::string_view text_of(const DocumentNode& map, std::string_view key) {
    const DocumentNode* value = map.find(key);
    return value != nullptr && value->is_scalar() ? std::string_view(value->text())
                                                  : std::string_view{};
}

std::optional<Date> day_of(std::string_view time) {
    constexpr std::size_t length = 10;
    return parse_iso_date(time.substr(0, length));
}

} // namespace preflag
