#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/manifest/csv/record_splitter.h>
#include <preflag/manifest/header/column_map.h>
#include <preflag/manifest/header/header_rules.h>
#include <preflag/manifest/source/plain_text.h>
#include <preflag/manifest/tree/tree_records.h>

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
constexpr std::size_t most_keys_of_a_measure = 4;
constexpr std::string_view bare_name = "the name of the goods where codes stand beside it";
constexpr const char* too_long = "is longer than 1 MiB";
constexpr const char* uneven_columns =
    "holds lists of differing length, so that they are not the columns of a table";

std::shared_ptr<RecordLayout> layout_of_all_fields() {
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

/// "key: value, key: value" of all that stands in a map, about `most` bytes.
std::string described(const DocumentNode& map, std::size_t most, const std::string& path = {}) {
    std::string text;
    for (const DocumentEntry& entry : map.entries()) {
        const std::string key = path.empty() ? entry.key : path + " " + entry.key;
        const DocumentNode& value = entry.value;
        std::string part =
            value.is_map() ? described(value, most - text.size(), key)
                           : fmt::format("{}: {}", key,
                                         value.is_list() ? joined_scalars(value) : value.text());
        if (!part.empty())
            text += (text.empty() ? "" : ", ") + part;
        if (text.size() >= most)
            return std::string(truncate_utf8(text, most));
    }
    return text;
}

bool names_goods_in(const std::array<std::string, field_count>& values) {
    FieldValues probe;
    for (std::size_t i = 0; i < field_count; ++i)
        probe.set(static_cast<Field>(i), values[i]);
    return names_goods(probe);
}

/// Texts that several keys of one map add up to.
bool joins_values(Field field) {
    return field == Field::description || field == Field::consignee_address ||
           field == Field::shipper_address || field == Field::notify_party_address;
}

} // namespace

/// Of who pays only the name is read.
std::optional<FieldAliases::Match> billing_part(const HeaderRules::PartyPart& part) {
    if (part.kind > HeaderRules::PartyPart::Kind::name)
        return std::nullopt;
    return FieldAliases::Match{Field::payer, {}, 2};
}

/// What holds for all lines below a map.
struct TreeRecords::Shared {
    Values values;
    std::array<bool, field_count> own{};      ///< set by this map, not inherited
    std::array<bool, field_count> of_buyer{}; ///< own, and gives way to what a recipient's key says
    std::string bare_name;                    ///< under a key that says "name" and nothing else
    std::vector<const DocumentNode*> lists;
    bool has_list = false;
};

TreeRecords::TreeRecords(const FieldAliases& aliases, ReadOptions options)
    : aliases_(aliases), options_(std::move(options)), shapes_(aliases),
      layout_(layout_of_all_fields()) {}

void TreeRecords::append(const DocumentNode& node, std::uint64_t line_offset, LineBatch& batch) {
    line_offset_ = line_offset;
    batch.layout = layout_;
    walk(node, {}, false, batch);
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

std::vector<FieldStyle> TreeRecords::sample_styles(LineBatch& batch) {
    StyleSampler sampler(options_.styles);
    RecordScratch scratch;
    ManifestLine line;
    for (const LineBatch::Record& record : batch.records) {
        if (record.offset > StyleSampler::sample_bytes)
            break;
        const auto text = std::string_view(batch.buffer).substr(record.offset, record.length);
        if (record.reject_reason == nullptr && !layout_->sample(text, scratch, line))
            sampler.add(line.values);
    }
    const auto layout = layout_of_all_fields();
    layout->set_styles(sampler.styles());
    layout_ = layout;
    batch.layout = layout_;
    return sampler.report();
}

void TreeRecords::walk(const DocumentNode& node, const Values& inherited, bool is_item,
                       LineBatch& batch) {
    Shared shared;
    shared.values = inherited;
    if (node.is_list()) {
        if (const TreeShape shape = shapes_.of_list(node); shape.table != nullptr)
            return walk_table(shape, shared, batch);
        for (const DocumentNode& item : node.items())
            walk(item, inherited, true, batch);
        return;
    }
    const Position position = node.position();
    if (!node.is_map())
        return append_reject(node.text(), "is not a map of fields to values",
                             position.line + line_offset_, batch);
    const TreeShape shape = shapes_.of_map(node, is_item);
    collect(node, shape, {}, shared);
    for (const DocumentNode* list : shared.lists)
        walk(*list, shared.values, false, batch);
    switch (shape.kind) {
    case TreeShape::Kind::keyed_lines:
        for (const DocumentEntry* part : shape.parts)
            walk(part->value, shared.values, true, batch);
        return;
    case TreeShape::Kind::columns:
        return walk_columns(shape, shared, batch);
    case TreeShape::Kind::table:
        return walk_table(shape, shared, batch);
    case TreeShape::Kind::uneven:
        return append_reject(described(node, kept_of_a_record), uneven_columns,
                             position.line + line_offset_, batch);
    case TreeShape::Kind::plain:
        use_bare_name(shared);
        if (!shared.has_list)
            add_record(
                shared.values, position, [&] { return described(node, kept_of_a_record); }, batch);
    }
}

void TreeRecords::walk_columns(const TreeShape& shape, const Shared& shared, LineBatch& batch) {
    for (std::size_t row = 0; row < shape.rows; ++row) {
        Shared line = shared;
        for (const DocumentEntry* part : shape.parts)
            assign(part->key, TreeShape::cell(*part, row).text(), line);
        const auto told = [&] {
            std::string text;
            for (const DocumentEntry* part : shape.parts)
                text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", part->key,
                                    TreeShape::cell(*part, row).text());
            return text;
        };
        add_record(line.values, TreeShape::cell(*shape.parts.front(), row).position(), told, batch);
    }
}

void TreeRecords::walk_table(const TreeShape& shape, const Shared& shared, LineBatch& batch) {
    for (const DocumentNode& row : shape.table->items()) {
        if (&row == shape.header)
            continue;
        Shared line = shared;
        for (std::size_t i = 0; i < row.items().size(); ++i)
            assign(shape.header->items()[i].text(), row.items()[i].text(), line);
        add_record(
            line.values, row.position(), [&] { return joined_scalars(row); }, batch);
    }
}

/// A figure with its unit of something that is no field: the length of a container.
bool TreeRecords::is_other_measure(const DocumentNode& map, const std::string& path) const {
    const auto has = [&](bool (FieldAliases::*names)(std::string_view) const) {
        return std::any_of(
            map.entries().begin(), map.entries().end(),
            [&](const DocumentEntry& entry) { return (aliases_.*names)(entry.key); });
    };
    return map.entries().size() <= most_keys_of_a_measure && has(&FieldAliases::names_a_figure) &&
           has(&FieldAliases::names_a_unit) && !meaning_of(path);
}

void TreeRecords::collect(const DocumentNode& map, const TreeShape& shape, const std::string& path,
                          Shared& shared) {
    for (const DocumentEntry& entry : map.entries()) {
        if (shape.holds(entry))
            continue;
        const std::string key = path.empty() ? entry.key : path + " " + entry.key;
        const DocumentNode& value = entry.value;
        const bool is_list_of_lines =
            value.is_list() && (holds_maps(value) || value.items().empty());
        if (value.is_map() && shapes_.of_map(value, false).kind == TreeShape::Kind::plain) {
            if (!is_other_measure(value, key))
                collect(value, {}, key, shared);
        } else if (value.is_map() || is_list_of_lines) {
            shared.has_list = true;
            shared.lists.push_back(&value);
        } else if (value.is_list()) {
            assign(key, joined_scalars(value), shared);
        } else {
            assign(key, value.text(), shared);
        }
    }
}

/// What a path of keys means: of {"net weight": {"value": 5}} what stands above the value, else the
/// whole path, else its last key.
std::optional<FieldAliases::Match> TreeRecords::meaning_of(const std::string& path) const {
    const auto known = [&](std::string_view key) {
        return uses_.size() < most_mended_keys ? aliases_.match(key)
                                               : aliases_.match_as_written(key);
    };
    const std::size_t edge = path.rfind(' ');
    if (edge == std::string::npos)
        return known(path);
    const std::string last = path.substr(edge + 1);
    if (const auto part = aliases_.rules().party_part(header_vocabulary(path)))
        return part->is_billing ? billing_part(*part)
                                : std::optional(FieldAliases::Match{part->field(), {}, 2});
    if (aliases_.names_a_figure(last))
        if (auto measure = meaning_of(path.substr(0, edge)))
            return measure;
    if (auto match = known(path))
        return match;
    if (aliases_.names_a_unit(last))
        if (const auto measure = meaning_of(path.substr(0, edge)))
            if (const auto unit = unit_field(measure->field))
                return FieldAliases::Match{*unit, {}, 1};
    return known(last);
}

bool TreeRecords::is_bare_name(const std::string& path) const {
    return aliases_.rules().bare_names.are_all_of(header_vocabulary(path));
}

std::size_t TreeRecords::use_of(const std::string& path) {
    const auto [place, is_new] = use_by_path_.insert({path, uses_.size()});
    if (!is_new)
        return place->second;
    ColumnUse use{uses_.size() + 1, path, std::nullopt, {}, "no known key", {}};
    const auto overridden = std::find_if(
        options_.column_overrides.begin(), options_.column_overrides.end(), [&](const auto& item) {
            return !item.second.starts_with('#') &&
                   header_vocabulary(item.second) == header_vocabulary(path);
        });
    const auto match = meaning_of(path);
    if (overridden != options_.column_overrides.end()) {
        use.field = overridden->first;
        use.reason = "--map";
    } else if (match) {
        use.field = match->field;
        use.unit = match->unit;
        use.reason = match->strength == 2 ? "known key" : "part of the key is known";
    } else if (is_bare_name(path))
        use.reason = bare_name;
    const auto part = aliases_.rules().party_part(header_vocabulary(path));
    if (part && use.field && part->kind <= HeaderRules::PartyPart::Kind::name)
        use.joint = part->kind == HeaderRules::PartyPart::Kind::company ? ", " : " ";
    is_of_buyer_.push_back(use.field && is_of_consignee(*use.field) &&
                           aliases_.rules().buyers.is_in(header_vocabulary(path)));
    uses_.push_back(use);
    return place->second;
}

void TreeRecords::assign(const std::string& path, std::string_view text, Shared& shared) {
    const std::size_t number = use_of(path);
    const ColumnUse& use = uses_[number];
    std::string scratch;
    const std::string_view value =
        trim(plain_text(text, use.field && is_of_goods(*use.field), scratch));
    if (!use.field && use.reason == bare_name)
        shared.bare_name = value;
    if (!use.field || value.empty() ||
        aliases_.placeholders().stands_for_nothing(*use.field, value))
        return;
    const auto index = static_cast<std::size_t>(*use.field);
    const bool is_of_buyer = is_of_buyer_[number];
    if (shared.of_buyer[index] && !is_of_buyer)
        give_way(*use.field, shared);
    else if (shared.own[index] && is_of_buyer && !shared.of_buyer[index])
        return;
    shared.of_buyer[index] = is_of_buyer;
    if (!shared.own[index]) {
        shared.values[index] = value;
        if (const auto unit = unit_field(*use.field); unit && !use.unit.empty())
            assign_unit(*unit, use.unit, shared);
    } else if (joins_values(*use.field)) {
        shared.values[index] += fmt::format(" | {}", value);
    } else if (!use.joint.empty()) {
        shared.values[index] += fmt::format("{}{}", use.joint, value);
    }
    shared.own[index] = true;
}

/// Who ordered the goods is not who gets them, and pays for them.
void TreeRecords::give_way(Field field, Shared& shared) {
    const auto index = static_cast<std::size_t>(field);
    std::string& payer = shared.values[static_cast<std::size_t>(Field::payer)];
    if (field == Field::consignee && payer.empty())
        payer = shared.values[index];
    shared.own[index] = false;
}

/// A bare name beside codes of goods is theirs.
void TreeRecords::use_bare_name(Shared& shared) {
    const auto value = [&](Field field) -> std::string& {
        return shared.values[static_cast<std::size_t>(field)];
    };
    const bool has_code = !value(Field::cas).empty() || !value(Field::ec).empty() ||
                          !value(Field::un).empty() || !value(Field::hs).empty();
    if (has_code && value(Field::description).empty())
        value(Field::description) = shared.bare_name;
}

/// The unit that a key names gives way to one that is written as a value of its own.
void TreeRecords::assign_unit(Field field, const std::string& unit, Shared& shared) {
    const auto index = static_cast<std::size_t>(field);
    if (!shared.own[index])
        shared.values[index] = unit;
}

void TreeRecords::add_record(const Values& values, Position position, const Telling& told,
                             LineBatch& batch) {
    if (!names_goods_in(values))
        return append_reject(told(), std::string(names_no_goods), position.line + line_offset_,
                             batch);
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
