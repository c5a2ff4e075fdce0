#pragma once

#include <preflag/manifest/source/byte_source.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace preflag {

/// The attributes of an element. Names are compared without their namespace's prefix.
class XmlAttributes {
  public:
    explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}
    /// Empty when there is none.
    std::string_view operator[](std::string_view name) const;

  private:
    const char* const* pairs_;
};

/// Who is told what stands in an XML file. Names are without their namespace's prefix. Exceptions
/// end the reading and reach whoever feeds the reader.
class XmlHandler {
  public:
    virtual ~XmlHandler() = default;
    virtual void begin(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    /// A piece of the text between two tags.
    virtual void text(std::string_view piece) = 0;
};

/// Reads the XML of office documents piece by piece. Refuses what they never hold and what takes
/// memory without end: a document type (which can declare entities), more than 200 levels, tags of
/// more than 1 MiB.
class XmlReader {
  public:
    /// `name` is used in messages.
    XmlReader(XmlHandler& handler, std::string name);
    ~XmlReader();
    XmlReader(const XmlReader&) = delete;
    XmlReader& operator=(const XmlReader&) = delete;

    /// Throws InputError where the XML is damaged. The bytes must stay as they are while the reader
    /// is paused. No bytes: the end.
    void feed(std::string_view bytes);
    /// Called by the handler: what follows is told after resume().
    void pause();
    [[nodiscard]] bool is_paused() const;
    void resume();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Reads a whole part of an office document. Throws InputError where it is damaged, and when it
/// holds more than `most_bytes`.
void read_xml_part(ByteSource& part, const std::string& name, std::uint64_t most_bytes,
                   XmlHandler& handler);

/// The InputError for a part that unpacks to more than `most_bytes`.
[[noreturn]] void fail_for_size(const std::string& name, std::uint64_t most_bytes);

} // namespace preflag
