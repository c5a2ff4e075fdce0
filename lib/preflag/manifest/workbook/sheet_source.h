#pragma once

#include <preflag/manifest/source/byte_source.h>
#include <preflag/manifest/workbook/sheet_rows.h>
#include <preflag/manifest/workbook/xml_reader.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace preflag {

/// The rows of a sheet as text, see sheet_marks.h; what is in memory does not grow with the sheet.
class SheetSource : public ByteSource {
  public:
    /// Makes the handler of a part that fills the rows, and calls the function when they are full.
    using MakeHandler =
        std::function<std::unique_ptr<XmlHandler>(SheetRows&, std::function<void()>)>;

    /// `part` is the XML that holds the sheet, `part_name` its name in messages.
    SheetSource(std::unique_ptr<ByteSource> part, const std::string& part_name, SheetRows rows,
                const MakeHandler& make_handler);

    std::size_t read(char* target, std::size_t size) override;
    [[nodiscard]] std::string_view compression() const override { return part_->compression(); }

  private:
    void read_on();

    std::unique_ptr<ByteSource> part_;
    std::string part_name_;
    SheetRows rows_;
    std::unique_ptr<XmlHandler> handler_;
    XmlReader xml_;
    std::vector<char> block_;
    std::uint64_t total_ = 0;
    bool has_ended_ = false;
};

} // namespace preflag
