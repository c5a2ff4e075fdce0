#include <preflag/base/digest.h>
#include <preflag/base/error.h>
#include <preflag/parties/compiled_file.h>
#include <preflag/parties/watchlist_file.h>

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <type_traits>

namespace preflag {

namespace {

/// Changes with every change of what is written.
constexpr std::string_view format_mark = "preflag compiled watchlist 2\n";
constexpr std::size_t digest_length = 64;

/// Puts numbers, texts and arrays one behind the other.
class Writer {
  public:
    void number(std::uint64_t value) { add(&value, sizeof value); }
    void text(const std::string& value) {
        number(value.size());
        add(value.data(), value.size());
    }
    template <class Value>
    void array(const std::vector<Value>& values) {
        static_assert(std::is_trivially_copyable_v<Value>);
        number(values.size());
        bytes_.resize((bytes_.size() + 7) / 8 * 8);
        add(values.data(), values.size() * sizeof(Value));
    }
    std::string& bytes() { return bytes_; }

  private:
    void add(const void* data, std::size_t size) {
        bytes_.append(static_cast<const char*>(data), size);
    }
    std::string bytes_;
};

/// Takes them out again. The bytes were checked by their digest, so lengths are right; they are
/// checked all the same.
class Reader {
  public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        take(&value, sizeof value);
        return value;
    }
    void number(std::uint32_t& value) { value = static_cast<std::uint32_t>(number()); }
    std::string text() {
        const std::uint64_t size = number();
        if (size > bytes_.size() - at_)
            fail();
        std::string value(bytes_.substr(at_, size));
        at_ += size;
        return value;
    }
    template <class Value>
    void array(std::vector<Value>& values) {
        const std::uint64_t size = number();
        at_ = std::min((at_ + 7) / 8 * 8, bytes_.size());
        if (size > (bytes_.size() - at_) / sizeof(Value))
            fail();
        values.resize(size);
        take(values.data(), size * sizeof(Value));
    }

  private:
    [[noreturn]] static void fail() { throw InputError("a compiled watchlist is cut short"); }
    void take(void* target, std::size_t size) {
        if (size > bytes_.size() - at_)
            fail();
        if (size > 0)
            std::memcpy(target, bytes_.data() + at_, size);
        at_ += size;
    }
    std::string_view bytes_;
    std::size_t at_ = 0;
};

std::optional<std::string> bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (!file || error)
        return std::nullopt;
    std::string bytes(size, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(size));
    if (static_cast<std::size_t>(file.gcount()) != size)
        return std::nullopt;
    return bytes;
}

/// The digest of a list's files, as its reader makes it.
std::string digest_of_files(const std::string& file, const std::vector<std::string>& companions) {
    std::string digests;
    const auto main = bytes_of(file);
    if (!main)
        return {};
    digests = digest_of(*main);
    for (const std::string& companion : companions) {
        const auto bytes = bytes_of(companion);
        if (!bytes)
            return {};
        digests += digest_of(*bytes);
    }
    return companions.empty() ? digests : digest_of(digests);
}

std::string date_text(const std::optional<Date>& date) {
    return date ? to_string(*date) : std::string{};
}

std::optional<Watchlists::List> read_list_of(Reader& reader, const std::string& list_file,
                                             const NameWords& words) {
    if (reader.text() != words.digest())
        return std::nullopt;
    Watchlists::List list;
    std::vector<std::string> companions(reader.number());
    for (std::string& companion : companions)
        companion = (std::filesystem::path(list_file).parent_path() / reader.text()).string();
    list.use.file = list_file;
    list.use.id = reader.text();
    list.use.format = reader.text();
    list.use.digest = reader.text();
    list.use.date = parse_iso_date(reader.text());
    list.use.date_source = static_cast<DateSource>(reader.number());
    if (list.use.date_source == DateSource::file_time)
        list.use.date = file_date(list_file);
    list.use.entries = reader.number();
    list.use.names = reader.number();
    list.use.aliases = reader.number();
    list.use.weak_aliases = reader.number();
    list.use.other_records = reader.number();
    list.use.from_compiled_file = true;
    if (digest_of_files(list_file, companions) != list.use.digest)
        return std::nullopt;
    list.compiled.exchange(reader);
    return list;
}

void write_file(const std::string& path, const std::string& bytes) {
    const std::string temporary = fmt::format("{}.{}", path, getpid());
    std::ofstream file(temporary, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file || std::rename(temporary.c_str(), path.c_str()) != 0) {
        std::remove(temporary.c_str());
        throw OutputError(fmt::format("{} cannot be written", path));
    }
}

} // namespace

std::string compiled_path(const std::string& list_file) {
    return list_file + ".compiled";
}

std::size_t write_compiled_file(const ListContents& contents, const CompiledList& compiled,
                                const NameWords& words) {
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
    write_file(compiled_path(contents.file), bytes);
    return bytes.size();
}

std::optional<Watchlists::List> load_compiled_file(const std::string& list_file,
                                                   const NameWords& words) {
    const auto bytes = bytes_of(compiled_path(list_file));
    if (!bytes || !bytes->starts_with(format_mark))
        return std::nullopt;
    const std::string_view rest = std::string_view(*bytes).substr(format_mark.size());
    if (rest.size() < digest_length ||
        digest_of(rest.substr(digest_length)) != rest.substr(0, digest_length))
        return std::nullopt;
    Reader reader(rest.substr(digest_length));
    return read_list_of(reader, list_file, words);
}

} // namespace preflag
