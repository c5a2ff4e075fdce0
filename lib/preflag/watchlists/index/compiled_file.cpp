#include <preflag/base/digest.h>
#include <preflag/base/error.h>
#include <preflag/base/file/output_file.h>
#include <preflag/watchlists/index/compiled_file.h>
#include <preflag/watchlists/watchlist_file.h>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <type_traits>

namespace preflag {

namespace {

/// Changes with every change of what is written.
constexpr std::string_view format_mark = "preflag compiled watchlist 7\n";
constexpr std::size_t digest_length = 64;

/// The same list gives the same bytes: nothing is written that no value was given to.
template <class Value>
constexpr bool has_no_padding = std::has_unique_object_representations_v<Value>;
template <>
constexpr bool has_no_padding<float> = true;
template <>
constexpr bool has_no_padding<CompiledList::Sound> = sizeof(CompiledList::Sound) ==
                                                     3 * sizeof(std::uint32_t) + sizeof(float) + 2 +
                                                         1 + 1;

/// Puts numbers, texts and arrays one behind the other.
class Writer {
  public:
    void number(std::uint64_t value) { add(&value, sizeof value); }
    void text(const std::string& value) {
        number(value.size());
        add(value.data(), value.size());
    }
    template <class Value>
    void array(const FlatArray<Value>& values) {
        static_assert(std::is_trivially_copyable_v<Value> && has_no_padding<Value>);
        number(values.size());
        add(values.data(), values.size() * sizeof(Value));
    }
    std::string& bytes() { return bytes_; }

  private:
    void add(const void* data, std::size_t size) {
        bytes_.append(static_cast<const char*>(data), size);
    }
    std::string bytes_;
};

/// Takes them out again, each read once, into its place. The digest says at the end whether
/// anything was worth it; lengths are checked before that.
class Reader {
  public:
    /// Of what follows the head of a file that has `size` bytes left.
    Reader(std::ifstream& file, std::uint64_t size) : file_(file), left_(size) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        take(&value, sizeof value);
        return value;
    }
    void number(std::uint32_t& value) { value = static_cast<std::uint32_t>(number()); }
    /// The number of things that follow, each at least a number.
    std::uint64_t count() {
        const std::uint64_t value = number();
        if (value > left_ / sizeof value)
            fail();
        return value;
    }
    std::string text() {
        const std::uint64_t size = number();
        if (size > left_)
            fail();
        std::string value(size, '\0');
        take(value.data(), size);
        return value;
    }
    template <class Value>
    void array(FlatArray<Value>& values) {
        const std::uint64_t size = number();
        if (size > left_ / sizeof(Value))
            fail();
        values.resize(size);
        take(values.data(), size * sizeof(Value));
    }
    /// Whether all was read and has this digest.
    bool is_whole(std::string_view digest) { return left_ == 0 && digest_.finish() == digest; }

  private:
    [[noreturn]] static void fail() { throw InputError("a compiled watchlist is cut short"); }
    /// In pieces, so that what is digested is still in the processor's cache.
    void take(void* target, std::uint64_t size) {
        if (size > left_)
            fail();
        left_ -= size;
        constexpr std::uint64_t most = 0x40000;
        for (auto* at = static_cast<char*>(target); size > 0;) {
            const std::uint64_t piece = std::min(size, most);
            if (!file_.read(at, static_cast<std::streamsize>(piece)))
                fail();
            digest_.add({at, piece});
            at += piece;
            size -= piece;
        }
    }
    std::ifstream& file_;
    std::uint64_t left_;
    Digest digest_;
};

/// Empty when the file cannot be read.
std::string digest_of_file(const std::string& path) {
    constexpr std::size_t most = std::size_t{256} * 1024;
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return {};
    Digest digest;
    std::string piece(most, '\0');
    while (file) {
        file.read(piece.data(), static_cast<std::streamsize>(most));
        digest.add({piece.data(), static_cast<std::size_t>(file.gcount())});
    }
    return file.bad() ? std::string{} : digest.finish();
}

/// The digest of a list's files, as its reader makes it.
std::string digest_of_files(const std::string& file, const std::vector<std::string>& companions) {
    std::string digests = digest_of_file(file);
    for (const std::string& companion : companions)
        digests += digest_of_file(companion);
    return companions.empty() ? digests : digest_of(digests);
}

std::string date_text(const std::optional<Date>& date) {
    return date ? to_string(*date) : std::string{};
}

std::optional<Watchlists::List> read_list_of(Reader& reader, const std::string& list_file,
                                             const NameVocabulary& words, std::string_view digest) {
    if (reader.text() != words.digest())
        return std::nullopt;
    Watchlists::List list;
    std::vector<std::string> companions(reader.count());
    for (std::string& companion : companions)
        companion = (std::filesystem::path(list_file).parent_path() / reader.text()).string();
    list.use.file = list_file;
    list.use.id = reader.text();
    list.use.format = reader.text();
    list.use.digest = reader.text();
    list.use.date = parse_iso_date(reader.text());
    list.use.date_source = static_cast<DateSource>(reader.number());
    list.use.entries = reader.number();
    list.use.names = reader.number();
    list.use.aliases = reader.number();
    list.use.weak_aliases = reader.number();
    list.use.other_records = reader.number();
    list.use.from_compiled_file = true;
    list.compiled.exchange(reader);
    if (!reader.is_whole(digest) || digest_of_files(list_file, companions) != list.use.digest)
        return std::nullopt;
    if (list.use.date_source == DateSource::file_time)
        list.use.date = file_date(list_file);
    return list;
}

} // namespace

std::string compiled_path(const std::string& list_file) {
    return list_file + ".compiled";
}

std::size_t write_compiled_file(const ListContents& contents, const CompiledList& compiled,
                                const NameVocabulary& words) {
    if (!contents.rejected.empty() || !contents.gaps.empty())
        throw InputError(fmt::format("{} is not whole, so it is not compiled: {} rows could not be "
                                     "read, {} things are missing",
                                     contents.file, contents.rejected.size(),
                                     contents.gaps.size()));
    const ListUse use = use_of(contents);
    Writer writer;
    writer.text(words.digest());
    writer.number(contents.companions.size());
    for (const std::string& companion : contents.companions)
        writer.text(std::filesystem::path(companion).filename().string());
    for (const std::string& text : {use.id, use.format, use.digest, date_text(use.date)})
        writer.text(text);
    writer.number(static_cast<std::uint64_t>(use.date_source));
    for (const std::size_t count :
         {use.entries, use.names, use.aliases, use.weak_aliases, use.other_records})
        writer.number(count);
    CompiledList(compiled).exchange(writer);
    const std::string bytes = std::string(format_mark) + digest_of(writer.bytes()) + writer.bytes();
    OutputFile file(compiled_path(contents.file), nullptr, OutputFile::Links::replaced);
    file.stream() << bytes;
    file.commit();
    return bytes.size();
}

std::optional<Watchlists::List> load_compiled_file(const std::string& list_file,
                                                   const NameVocabulary& words) {
    const std::string path = compiled_path(list_file);
    std::ifstream file(path, std::ios::binary);
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    std::string head(format_mark.size() + digest_length, '\0');
    if (!file || error || !file.read(head.data(), static_cast<std::streamsize>(head.size())) ||
        !head.starts_with(format_mark))
        return std::nullopt;
    try {
        Reader reader(file, size - head.size());
        return read_list_of(reader, list_file, words, head.substr(format_mark.size()));
    } catch (const InputError&) { // cut short
        return std::nullopt;
    }
}

} // namespace preflag
