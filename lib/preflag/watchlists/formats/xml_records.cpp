#include <preflag/base/text.h>
#include <preflag/watchlists/formats/xml_records.h>

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace preflag {

namespace {

std::string_view local_name(std::string_view name) {
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

constexpr std::size_t most_levels = 64; ///< the published lists have up to nine
constexpr std::size_t most_bytes = std::size_t{64} << 20;

/// Keeps the path of open elements, and whole elements below one of the parents.
class RecordCollector {
  public:
    RecordCollector(XML_Parser parser, const std::vector<std::string_view>& parents,
                    const std::function<void(const XmlElement&)>& use)
        : parser_(parser), parents_(parents), use_(use) {}

    void begin(const char* name, const char** attributes) {
        if (!fault_.empty())
            return;
        if (open_.size() + path_.size() >= most_levels)
            return stop(fmt::format("its elements are nested deeper than {} levels", most_levels));
        XmlElement element;
        element.name = local_name(name);
        element.position = {XML_GetCurrentLineNumber(parser_),
                            XML_GetCurrentColumnNumber(parser_) + 1};
        for (; *attributes != nullptr; attributes += 2)
            element.attributes.emplace_back(local_name(attributes[0]), trim(attributes[1]));
        if (open_.empty() && path_.empty())
            use_(element);
        const bool is_record = open_.empty() && !path_.empty() && is_parent();
        if (!is_record && open_.empty())
            return path_.push_back(std::move(element.name));
        charge(sizeof(XmlElement) + size_of(element));
        open_.push_back(std::move(element));
    }

    void text(std::string_view piece) {
        if (open_.empty())
            return;
        charge(piece.size());
        open_.back().text += piece;
    }

    void end() {
        if (!fault_.empty())
            return;
        if (open_.empty()) {
            path_.pop_back();
            return;
        }
        XmlElement element = std::move(open_.back());
        open_.pop_back();
        element.text = trim(element.text);
        if (open_.empty()) {
            use_(element);
            taken_ = 0;
        } else {
            open_.back().children.push_back(std::move(element));
        }
    }

    /// Why the file was not read to its end though it may be well formed; else empty.
    [[nodiscard]] const std::string& fault() const { return fault_; }

  private:
    /// Whether the innermost open element is.
    [[nodiscard]] bool is_parent() const {
        if (parents_.empty())
            return path_.size() == 1;
        return std::find(parents_.begin(), parents_.end(), path_.back()) != parents_.end();
    }

    static std::size_t size_of(const XmlElement& element) {
        std::size_t size = element.name.size();
        for (const auto& [name, value] : element.attributes)
            size += sizeof(element.attributes.front()) + name.size() + value.size();
        return size;
    }

    /// Charges the memory of the record that is being read.
    void charge(std::size_t bytes) {
        taken_ += bytes;
        if (taken_ > most_bytes)
            stop(fmt::format("an element takes more than {} MiB of memory", most_bytes >> 20U));
    }

    void stop(std::string fault) {
        if (fault_.empty())
            fault_ = std::move(fault);
        XML_StopParser(parser_, XML_FALSE);
    }

    XML_Parser parser_;
    const std::vector<std::string_view>& parents_;
    const std::function<void(const XmlElement&)>& use_;
    std::vector<std::string> path_;
    std::vector<XmlElement> open_;
    std::size_t taken_ = 0; ///< memory of the elements that are open, and of what is in them
    std::string fault_;
};

RecordCollector& collector(void* data) {
    return *static_cast<RecordCollector*>(data);
}

} // namespace

std::string_view XmlElement::attribute(std::string_view wanted) const {
    for (const auto& [key, value] : attributes)
        if (key == wanted)
            return value;
    return {};
}

const XmlElement* XmlElement::child(std::string_view wanted) const {
    for (const XmlElement& element : children)
        if (element.name == wanted)
            return &element;
    return nullptr;
}

std::string_view XmlElement::child_text(std::string_view wanted) const {
    const XmlElement* element = child(wanted);
    return element == nullptr ? std::string_view{} : std::string_view(element->text);
}

void XmlElement::each(std::string_view wanted,
                      const std::function<void(const XmlElement&)>& use) const {
    for (const XmlElement& element : children)
        if (element.name == wanted)
            use(element);
}

void XmlElement::each(std::string_view list, std::string_view item,
                      const std::function<void(const XmlElement&)>& use) const {
    each(list, [&](const XmlElement& items) { items.each(item, use); });
}

Diagnostic read_xml(std::string_view text, const std::string& file,
                    const std::vector<std::string_view>& parents,
                    const std::function<void(const XmlElement&)>& use) {
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
        XML_ParserCreate("UTF-8"), &XML_ParserFree);
    RecordCollector records(parser.get(), parents, use);
    XML_SetUserData(parser.get(), &records);
    XML_SetElementHandler(
        parser.get(),
        [](void* data, const char* name, const char** attributes) {
            collector(data).begin(name, attributes);
        },
        [](void* data, const char*) { collector(data).end(); });
    XML_SetCharacterDataHandler(parser.get(), [](void* data, const char* piece, int size) {
        collector(data).text({piece, static_cast<std::size_t>(size)});
    });
    constexpr std::size_t block = std::size_t{1} << 20;
    bool is_good = true;
    for (std::size_t at = 0; is_good && at < text.size(); at += block) {
        const std::string_view piece = text.substr(at, block);
        is_good = XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()),
                            at + block >= text.size()) != XML_STATUS_ERROR;
    }
    Diagnostic fault;
    if (is_good)
        return fault;
    fault.file = file;
    fault.position = {XML_GetCurrentLineNumber(parser.get()),
                      XML_GetCurrentColumnNumber(parser.get()) + 1};
    fault.message =
        fmt::format("the XML is damaged here ({}); what follows was not read",
                    records.fault().empty() ? XML_ErrorString(XML_GetErrorCode(parser.get()))
                                            : records.fault());
    add_excerpt(fault, text);
    fault.advice = "download the list again";
    return fault;
}

} // namespace preflag
