#include <preflag/base/error.h>
#include <preflag/manifest/workbook/xlsx/shared_strings.h>
#include <preflag/manifest/workbook/xlsx/text_escapes.h>
#include <preflag/manifest/workbook/xml_reader.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

/// Takes the runs of a text together and leaves out what tells how it is spoken.
class SharedStrings::Reader : public XmlHandler {
  public:
    Reader(SharedStrings& strings, const std::string& name) : strings_(strings), name_(name) {}

    void begin(std::string_view name, const XmlAttributes& /*attributes*/) override {
        if (name == "rPh")
            ++phonetic_;
        else if (name == "t")
            is_text_ = phonetic_ == 0;
        else if (name == "si")
            begin_ = strings_.text_.size();
    }

    void end(std::string_view name) override {
        if (name == "rPh")
            --phonetic_;
        else if (name == "t")
            is_text_ = false;
        else if (name == "si")
            add();
    }

    void text(std::string_view piece) override {
        if (!is_text_)
            return;
        if (strings_.text_.size() + piece.size() > most_bytes)
            fail_for_size(name_, most_bytes);
        strings_.text_ += piece;
    }

  private:
    void add() {
        unescape_in_place(strings_.text_, begin_);
        if (strings_.ends_.size() == most_strings)
            throw InputError(fmt::format("{}: holds more than {} texts; split the workbook", name_,
                                         most_strings));
        strings_.ends_.push_back(static_cast<std::uint32_t>(strings_.text_.size()));
    }

    SharedStrings& strings_;
    const std::string& name_;
    std::size_t begin_ = 0;
    int phonetic_ = 0;
    bool is_text_ = false;
};

SharedStrings::SharedStrings(ByteSource& part, const std::string& name, std::uint64_t size) {
    text_.reserve(std::min(size, most_bytes));
    Reader reader(*this, name);
    read_xml_part(part, name, 4 * most_bytes, reader);
}

std::optional<std::string_view> SharedStrings::at(std::size_t number) const {
    if (number >= ends_.size())
        return std::nullopt;
    const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
    return std::string_view(text_).substr(begin, ends_[number] - begin);
}

} // namespace preflag
