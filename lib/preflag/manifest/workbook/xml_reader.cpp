#include <preflag/base/error.h>
#include <preflag/manifest/workbook/xml_reader.h>

#include <expat.h>
#include <fmt/format.h>

#include <exception>
#include <utility>
#include <vector>

namespace preflag {

namespace {

constexpr std::size_t most_xml_levels = 200;
constexpr std::uint64_t longest_xml_tag = std::uint64_t{1} << 20;
constexpr std::size_t xml_block = std::size_t{1} << 16;

/// Names are a few letters long: a loop is faster than the library's search.
std::string_view without_prefix(const char* name) {
    const char* end = name;
    while (*end != ':' && *end != '\0')
        ++end;
    return *end == '\0' ? std::string_view(name, static_cast<std::size_t>(end - name)) : end + 1;
}

bool is_named(const char* attribute, std::string_view name) {
    std::size_t at = 0;
    while (at < name.size() && attribute[at] == name[at])
        ++at;
    if (at == name.size() && attribute[at] == '\0')
        return true;
    while (attribute[at] != ':' && attribute[at] != '\0')
        ++at;
    return attribute[at] == ':' && attribute + at + 1 == name;
}

} // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
    for (const char* const* pair = pairs_; *pair != nullptr; pair += 2)
        if (is_named(*pair, name))
            return pair[1];
    return {};
}

struct XmlReader::State {
    XmlHandler& handler;
    std::string name;
    XML_Parser parser;
    std::size_t levels = 0;
    std::uint64_t fed = 0;
    std::exception_ptr failure;
    bool is_paused = false;

    State(XmlHandler& who, std::string what)
        : handler(who), name(std::move(what)), parser(XML_ParserCreate(nullptr)) {
        XML_SetUserData(parser, this);
        XML_SetElementHandler(parser, &State::begin, &State::end);
        XML_SetCharacterDataHandler(parser, &State::text);
        XML_SetStartDoctypeDeclHandler(parser, &State::doctype);
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { XML_ParserFree(parser); }

    /// An exception must not cross C code: it is kept and thrown later.
    template <class Act>
    void guarded(const Act& act) {
        if (failure)
            return;
        try {
            act();
        } catch (...) {
            failure = std::current_exception();
            XML_StopParser(parser, XML_FALSE);
        }
    }

    static void begin(void* self, const char* name, const char** attributes) {
        auto& state = *static_cast<State*>(self);
        state.guarded([&] {
            if (++state.levels > most_xml_levels)
                state.fail(
                    fmt::format("its elements are nested deeper than {} levels", most_xml_levels));
            state.handler.begin(without_prefix(name), XmlAttributes(attributes));
        });
    }
    static void end(void* self, const char* name) {
        auto& state = *static_cast<State*>(self);
        --state.levels;
        state.guarded([&] { state.handler.end(without_prefix(name)); });
    }
    static void text(void* self, const char* piece, int size) {
        auto& state = *static_cast<State*>(self);
        state.guarded([&] { state.handler.text({piece, static_cast<std::size_t>(size)}); });
    }
    static void doctype(void* self, const char* /*name*/, const char* /*system*/,
                        const char* /*public_id*/, int /*has_subset*/) {
        auto& state = *static_cast<State*>(self);
        state.guarded([&] { state.fail("it declares a document type"); });
    }

    [[noreturn]] void fail(std::string_view reason) const {
        throw InputError(fmt::format("{}: is damaged in line {} ({}); get the file again from its "
                                     "source, or open and save it in a spreadsheet program",
                                     name, XML_GetCurrentLineNumber(parser), reason));
    }

    void check(XML_Status status) {
        if (failure)
            std::rethrow_exception(std::exchange(failure, nullptr));
        is_paused = status == XML_STATUS_SUSPENDED;
        if (status == XML_STATUS_ERROR)
            fail(XML_ErrorString(XML_GetErrorCode(parser)));
        const XML_Index place = XML_GetCurrentByteIndex(parser);
        if (!is_paused && place >= 0 && fed > static_cast<std::uint64_t>(place) + longest_xml_tag)
            fail("a tag of it is longer than 1 MiB");
    }
};

XmlReader::XmlReader(XmlHandler& handler, std::string name)
    : state_(std::make_unique<State>(handler, std::move(name))) {}

XmlReader::~XmlReader() = default;

void XmlReader::feed(std::string_view bytes) {
    state_->fed += bytes.size();
    state_->check(XML_Parse(state_->parser, bytes.data(), static_cast<int>(bytes.size()),
                            bytes.empty() ? XML_TRUE : XML_FALSE));
}

void XmlReader::pause() {
    XML_StopParser(state_->parser, XML_TRUE);
}

bool XmlReader::is_paused() const {
    return state_->is_paused;
}

void XmlReader::resume() {
    state_->check(XML_ResumeParser(state_->parser));
}

void read_xml_part(ByteSource& part, const std::string& name, std::uint64_t most_bytes,
                   XmlHandler& handler) {
    XmlReader reader(handler, name);
    std::vector<char> block(xml_block);
    std::uint64_t total = 0;
    while (const std::size_t got = part.read(block.data(), block.size())) {
        total += got;
        if (total > most_bytes)
            fail_for_size(name, most_bytes);
        reader.feed({block.data(), got});
    }
    reader.feed({});
}

void fail_for_size(const std::string& name, std::uint64_t most_bytes) {
    throw InputError(
        fmt::format("{}: unpacks to more than {} MiB, which no manifest needs; get the "
                    "file again from its source, or split it",
                    name, most_bytes >> 20U));
}

} // namespace preflag
