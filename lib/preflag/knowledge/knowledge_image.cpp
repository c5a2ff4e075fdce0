#include <preflag/base/background.h>
#include <preflag/base/program_id.h>
#include <preflag/goods/lexicon/lexicon.h>
#include <preflag/knowledge/aggregate_members.h>
#include <preflag/knowledge/knowledge_image.h>

#include <cereal/cereal.hpp>
#include <cereal/types/array.hpp>
#include <cereal/types/common.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/set.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/utility.hpp>
#include <cereal/types/vector.hpp>

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace preflag {

namespace {

class ImageWriter : public cereal::OutputArchive<ImageWriter, cereal::AllowEmptyClassElision> {
  public:
    ImageWriter() : OutputArchive(this) {}

    void write(const void* from, std::size_t size) {
        bytes_.append(static_cast<const char*>(from), size);
    }
    [[nodiscard]] std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

class ImageReader : public cereal::InputArchive<ImageReader, cereal::AllowEmptyClassElision> {
  public:
    explicit ImageReader(std::string_view bytes) : InputArchive(this), bytes_(bytes) {}

    /// Throws cereal::Exception when there are not so many bytes.
    void read(void* into, std::size_t size) {
        require(size);
        if (size > 0) // an empty vector has no place to copy to
            std::memcpy(into, bytes_.data(), size);
        bytes_.remove_prefix(size);
    }
    void require(std::size_t size) const {
        if (size > bytes_.size())
            throw cereal::Exception("the image ends too early");
    }
    /// What a string was written as, where it lies.
    std::string_view take_text() {
        cereal::size_type size = 0;
        (*this)(cereal::make_size_tag(size));
        const std::string_view text = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return text;
    }
    [[nodiscard]] bool is_at_end() const { return bytes_.empty(); }

  private:
    std::string_view bytes_;
};

} // namespace

} // namespace preflag

CEREAL_SETUP_ARCHIVE_TRAITS(preflag::ImageReader, preflag::ImageWriter)

namespace preflag {

namespace {

// How each kind of value is written; cereal finds these beside its archives.

template <typename T>
concept Number = std::is_arithmetic_v<T>;

template <Number T>
void save(ImageWriter& archive, const T& number) {
    archive.write(&number, sizeof number);
}

template <Number T>
void load(ImageReader& archive, T& number) {
    archive.read(&number, sizeof number);
}

template <typename T>
void save(ImageWriter& archive, const cereal::SizeTag<T>& size) {
    archive(static_cast<std::uint32_t>(size.size));
}

/// Everything takes at least a byte: a size beyond the end was never written.
template <typename T>
void load(ImageReader& archive, cereal::SizeTag<T>& size) {
    std::uint32_t number = 0;
    archive(number);
    archive.require(number);
    size.size = number;
}

template <typename Archive, typename T>
void serialize(Archive& archive, cereal::NameValuePair<T>& pair) {
    archive(pair.value);
}

template <typename T>
void save(ImageWriter& archive, const cereal::BinaryData<T>& data) {
    archive.write(data.data, data.size);
}

template <typename T>
void load(ImageReader& archive, cereal::BinaryData<T>& data) {
    archive.read(data.data, data.size);
}

template <std::size_t size>
void save(ImageWriter& archive, const std::bitset<size>& bits) {
    archive.write(&bits, sizeof bits);
}

template <std::size_t size>
void load(ImageReader& archive, std::bitset<size>& bits) {
    archive.read(&bits, sizeof bits);
}

void save(ImageWriter& archive, const Date& date) {
    archive(static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
            static_cast<unsigned>(date.day()));
}

void load(ImageReader& archive, Date& date) {
    int year = 0;
    unsigned month = 0, day = 0;
    archive(year, month, day);
    date = Date(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day));
}

template <typename Key, typename Value, typename Order>
void save(ImageWriter& archive, const std::map<Key, Value, Order>& map) {
    archive(cereal::make_size_tag(static_cast<cereal::size_type>(map.size())));
    for (const auto& [key, value] : map)
        archive(key, value);
}

template <typename Key, typename Value, typename Order>
void load(ImageReader& archive, std::map<Key, Value, Order>& map) {
    cereal::size_type size = 0;
    archive(cereal::make_size_tag(size));
    for (cereal::size_type i = 0; i < size; ++i) {
        std::pair<Key, Value> entry;
        archive(entry.first, entry.second);
        map.insert(map.end(), std::move(entry));
    }
}

/// A table of hashes whose order could show in a result, so it is kept.
template <typename Type>
concept HashTable = requires(const Type table) {
    typename Type::hasher;
    table.bucket_count();
};

template <typename Value>
struct Mutable {
    using Type = Value;
};
template <typename Key, typename Value>
struct Mutable<std::pair<const Key, Value>> {
    using Type = std::pair<Key, Value>;
};

template <HashTable Table>
void save(ImageWriter& archive, const Table& table) {
    archive(static_cast<std::uint64_t>(table.bucket_count()),
            cereal::make_size_tag(static_cast<cereal::size_type>(table.size())));
    std::vector<const typename Table::value_type*> values;
    values.reserve(table.size());
    for (const auto& value : table)
        values.push_back(&value);
    // What is inserted last comes first.
    for (auto value = values.rbegin(); value != values.rend(); ++value)
        archive(typename Mutable<typename Table::value_type>::Type(**value));
}

template <HashTable Table>
void load(ImageReader& archive, Table& table) {
    std::uint64_t buckets = 0;
    cereal::size_type size = 0;
    archive(buckets, cereal::make_size_tag(size));
    constexpr std::uint64_t most_buckets = 1U << 20;
    if (buckets > 1) // else it is as new
        table.rehash(std::min(buckets, most_buckets));
    for (cereal::size_type i = 0; i < size; ++i) {
        typename Mutable<typename Table::value_type>::Type value;
        archive(value);
        table.insert(std::move(value));
    }
}

template <typename Archive, aggregates::PlainStruct<Archive> Struct>
void serialize(Archive& archive, Struct& value) {
    aggregates::for_members(value, [&](auto&... members) { archive(members...); });
}

void save(ImageWriter& archive, const Catalogue& catalogue) {
    archive(catalogue.lexicon());
}

void load(ImageReader& archive, Catalogue& catalogue) {
    auto lexicon = std::make_unique<Lexicon>();
    archive(*lexicon);
    catalogue = Catalogue(std::move(lexicon));
}

bool reads_list(const Condition& condition) {
    return !condition.list_file.empty() ||
           std::any_of(condition.children.begin(), condition.children.end(), reads_list);
}

bool reads_list(const PackSet& set) {
    return std::any_of(set.packs.begin(), set.packs.end(), [](const RulePack& pack) {
        return std::any_of(pack.rules.begin(), pack.rules.end(),
                           [](const Rule& rule) { return reads_list(rule.condition); });
    });
}

/// Sources without the place of their folder, which may differ from run to run.
struct NamedSource {
    std::string table, name, digest;
    std::uint64_t folder = 0;

    friend bool operator==(const NamedSource&, const NamedSource&) = default;
};

std::vector<NamedSource> named(const std::vector<RuleSource>& sources) {
    std::vector<NamedSource> all;
    all.reserve(sources.size());
    for (const RuleSource& source : sources)
        all.push_back(
            {source.table, source.path.filename().string(), source.digest, source.folder});
    return all;
}

/// The places of the packs' files among the sources; nullopt when one of them is none.
std::optional<std::vector<std::uint32_t>> places_of(const PackSet& set,
                                                    const std::vector<RuleSource>& sources) {
    std::vector<std::uint32_t> places;
    for (const RulePack& pack : set.packs) {
        const auto found =
            std::find_if(sources.begin(), sources.end(), [&](const RuleSource& source) {
                return source.path.string() == pack.file;
            });
        if (found == sources.end())
            return std::nullopt;
        places.push_back(static_cast<std::uint32_t>(found - sources.begin()));
    }
    return places;
}

template <typename Table>
std::string part_of(const Table& table) {
    ImageWriter part;
    part(table);
    return part.take();
}

/// Each table lies in a part of its own, so that several threads read them.
void read_parts(ImageReader& archive, KnowledgeTables& tables) {
    std::vector<std::function<void()>> parts;
    aggregates::for_members(tables, [&](auto&... members) {
        const auto add = [&](auto& table) {
            parts.push_back([&table, bytes = archive.take_text()] {
                ImageReader part(bytes);
                part(table);
                if (!part.is_at_end())
                    throw cereal::Exception("a part of the image is too long");
            });
        };
        (add(members), ...);
    });
    for_each_in_parallel(parts.size(), [&](std::size_t part) { parts[part](); });
}

} // namespace

std::string bytes_of(const KnowledgeTables& tables, const std::vector<RuleSource>& sources) {
    const std::string program = program_id();
    const auto places = places_of(tables.packs, sources);
    if (program.empty() || !places || reads_list(tables.packs))
        return {};
    ImageWriter archive;
    archive(program, named(sources), *places);
    aggregates::for_members(tables,
                            [&](const auto&... members) { (archive(part_of(members)), ...); });
    return archive.take();
}

std::optional<KnowledgeTables> tables_of(std::string_view bytes,
                                         const std::vector<RuleSource>& sources) {
    try {
        ImageReader archive(bytes);
        std::string program;
        archive(program);
        if (program.empty() || program != program_id())
            return std::nullopt;
        std::vector<NamedSource> known;
        archive(known);
        if (known != named(sources))
            return std::nullopt;
        std::vector<std::uint32_t> places;
        std::optional<KnowledgeTables> tables(std::in_place);
        archive(places);
        read_parts(archive, *tables);
        if (!archive.is_at_end() || places.size() != tables->packs.packs.size())
            return std::nullopt;
        for (std::size_t i = 0; i < places.size(); ++i)
            tables->packs.packs[i].file = sources.at(places[i]).path.string();
        return tables;
    } catch (const std::exception&) {
        return std::nullopt; // whole, but not what this program writes
    }
}

} // namespace preflag
