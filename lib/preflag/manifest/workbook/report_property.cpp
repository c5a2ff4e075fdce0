#include <preflag/manifest/workbook/report_property.h>
#include <preflag/manifest/workbook/xml_reader.h>

#include <cstdint>

namespace preflag {

namespace {

class PropertiesReader : public XmlHandler {
  public:
    void begin(std::string_view name, const XmlAttributes& attributes) override {
        const bool is_property = name == "property" || name == "user-defined"; // .xlsx, .ods
        if (is_property && attributes["name"] == report_property)
            is_report = true;
    }
    void end(std::string_view /*name*/) override {}
    void text(std::string_view /*piece*/) override {}

    bool is_report = false;
};

} // namespace

bool has_report_property(ByteSource& part, const std::string& name) {
    constexpr std::uint64_t most_properties = std::uint64_t{64} << 20;
    PropertiesReader reader;
    read_xml_part(part, name, most_properties, reader);
    return reader.is_report;
}

} // namespace preflag
