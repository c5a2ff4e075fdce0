#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/manifest/header/column_map.h>
#include <preflag/manifest/record_splitter.h>
#include <preflag/manifest/tree_records.h>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace preflag {

namespace {

constexpr char separator = '\x1f';
constexpr std::size_t most_mended_keys = 1000; ///< from here on keys must be spelt right
constexpr std::size_t kept_of_a_record = 2000;
/// Of the records of one document: many times what ordinary files take.
constexpr std::size_t most_bytes = std::size_t{1} << 29;
constexpr const char* too_long = "is longer than 1 MiB";

std::shared_ptr<const RecordLayout> layout_of_all_fields() {
    std::vector<ColumnTarget> columns;
    for (std::size_t i = 0; i < field_count; ++i)
        columns.push_back({static_cast<Field>(i), false});
    return std::make_shared<RecordLayout>(separator, false, std::move(columns),
                                          std::vector<std::pair<Field, std::string>>{});
}

bool holds_maps(const DocumentNode& list) {
    return std::any_of(list.items().begin(), list.items().end(),
                       [](const DocumentNode& item) { return item.is_map() || item.is_list(); });
}

std::string joined_scalars(const DocumentNode& list) {
    std::string text;
    for (const DocumentNode& item : list.items())
        text += text.empty() ? item.text() : " | " + item.text();
    return text;
}

/// Texts that several keys of one map add up to.
bool joins_values(Field field) {
    return field == Field::description || field == Field::consignee_address ||
           field == Field::shipper_address || field == Field::notify_party_address;
}

} // namespace

/// What holds for all lines below a map.
struct TreeRecords::Shared {
    Values values;
    std::array<bool, field_count> own{}; ///< set by this map, not inherited
    std::vector<const DocumentNode*> lists;
    bool has_list = false;
};

TreeRecords::TreeRecords(const FieldAliases& aliases, ReadOptions options)
    : aliases_(aliases), options_(std::move(options)), layout_(layout_of_all_fields()) {}

void TreeRecords::append(const DocumentNode& node, std::uint64_t line_offset, LineBatch& batch) {
    line_offset_ = line_offset;
    batch.layout = layout_;
    walk(node, {}, batch);
}

void TreeRecords::append_reject(std::string_view raw, std::string reason, std::uint64_t line,
                                LineBatch& batch) {
    batch.layout = layout_;
    batch.reasons.push_back(std::move(reason));
    const std::string_view kept = truncate_utf8(raw, 2000);
    batch.records.push_back(
        {batch.buffer.size(), kept.size(), line, ++record_, batch.reasons.back().c_str()});
    batch.buffer += kept;
}

void TreeRecords::walk(const DocumentNode& node, const Values& inherited, LineBatch& batch) {
    if (node.is_list()) {
        for (const DocumentNode& item : node.items())
            walk(item, inherited, batch);
        return;
    }
    if (!node.is_map()) {
        append_reject(node.text(), "is not a map of fields to values",
                      node.position().line + line_offset_, batch);
        return;
    }
    Shared shared;
    shared.values = inherited;
    collect(node, {}, shared);
    for (const DocumentNode* list : shared.lists)
        walk(*list, shared.values, batch);
    if (!shared.has_list)
        add_record(shared.values, node.position(), batch);
}

void TreeRecords::collect(const DocumentNode& map, const std::string& path, Shared& shared) {
    for (const DocumentEntry& entry : map.entries()) {
        const std::string key = path.empty() ? entry.key : path + " " + entry.key;
        const DocumentNode& value = entry.value;
        if (value.is_map()) {
            collect(value, key, shared);
        } else if (value.is_list() && (holds_maps(value) || value.items().empty())) {
            shared.has_list = true;
            shared.lists.push_back(&value);
        } else if (value.is_list()) {
            assign(key, joined_scalars(value), shared);
        } else {
            assign(key, value.text(), shared);
        }
    }
}

std::size_t TreeRecords::use_of(const std::string& path) {
    const auto [place, is_new] = use_by_path_.insert({path, uses_.size()});
    if (!is_new)
        return place->second;
    ColumnUse use{uses_.size() + 1, path, std::nullopt, {}, "no known key"};
    const auto overridden = std::find_if(
        options_.column_overrides.begin(), options_.column_overrides.end(), [&](const auto& item) {
            return !item.second.starts_with('#') &&
                   header_vocabulary(item.second) == header_vocabulary(path);
        });
    const auto known = [&](std::string_view key) {
        return uses_.size() < most_mended_keys ? aliases_.match(key)
                                               : aliases_.match_as_written(key);
    };
    auto match = known(path);
    if (!match && path.find(' ') != std::string::npos)
        match = known(path.substr(path.rfind(' ') + 1));
    if (overridden != options_.column_overrides.end()) {
        use.field = overridden->first;
        use.reason = "--map";
    } else if (match) {
        use.field = match->field;
        use.unit = match->unit;
        use.reason = match->strength == 2 ? "known key" : "part of the key is known";
    }
    uses_.push_back(std::move(use));
    return place->second;
}

void TreeRecords::assign(const std::string& path, std::string_view text, Shared& shared) {
    const ColumnUse& use = uses_[use_of(path)];
    const std::string_view value = trim(text);
    if (!use.field || value.empty() ||
        aliases_.placeholders().stands_for_nothing(*use.field, value))
        return;
    const auto index = static_cast<std::size_t>(*use.field);
    if (!shared.own[index]) {
        shared.values[index] = value;
        if (const auto unit = unit_field(*use.field); unit && !use.unit.empty())
            assign_unit(*unit, use.unit, shared);
    } else if (joins_values(*use.field)) {
        shared.values[index] += fmt::format(" | {}", value);
    }
    shared.own[index] = true;
}

/// The unit that a key names gives way to one that is written as a value of its own.
void TreeRecords::assign_unit(Field field, const std::string& unit, Shared& shared) {
    const auto index = static_cast<std::size_t>(field);
    if (!shared.own[index])
        shared.values[index] = unit;
}

void TreeRecords::add_record(const Values& values, Position position, LineBatch& batch) {
    const std::size_t offset = batch.buffer.size();
    for (std::size_t i = 0; i < field_count; ++i) {
        if (i > 0)
            batch.buffer += separator;
        const std::size_t start = batch.buffer.size();
        batch.buffer += values[i];
        std::replace(batch.buffer.begin() + static_cast<std::ptrdiff_t>(start), batch.buffer.end(),
                     separator, ' ');
    }
    const std::size_t length = batch.buffer.size() - offset;
    const bool is_too_long = length > RecordSplitter::longest_record;
    if (is_too_long)
        batch.buffer.resize(offset + kept_of_a_record);
    if (batch.buffer.size() > most_bytes)
        throw InputError(
            fmt::format("{}: its lines, each with what it shares with others, take more "
                        "than {} MiB; split the file",
                        batch.file, most_bytes >> 20U));
    batch.records.push_back({offset, batch.buffer.size() - offset, position.line + line_offset_,
                             ++record_, is_too_long ? too_long : nullptr});
}

} // namespace preflag
