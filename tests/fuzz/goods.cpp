// The goods of a line: cells parted by line ends, in the order of the fields below.
#include "../support/source_dir.h"
#include "fuzzing.h"

#include <preflag/base/text.h>
#include <preflag/goods/lexicon/catalogue.h>
#include <preflag/goods/reading/goods_reader.h>

#include <array>

using namespace preflag;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Catalogue catalogue =
        read_or_throw(read_catalogue, RuleFiles::read({preflag::test::source_dir() + "/rules"}));
    static GoodsReader reader(catalogue);
    constexpr std::array fields{Field::description, Field::concentration,
                                Field::quantity,    Field::quantity_unit,
                                Field::un,          Field::cas,
                                Field::hs,          Field::net_weight,
                                Field::packages,    Field::package_content};
    std::string_view text(reinterpret_cast<const char*>(data), size);
    if (!is_valid_utf8(text))
        return 0;
    FieldValues line;
    for (const Field field : fields) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        line.set(field, trim(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    const GoodsReading& reading = reader.read(line);
    for (const Identification& found : reading.substances) {
        fuzzing::require(found.substance != nullptr, "an identification names no substance");
        for (const Evidence& evidence : found.evidence)
            fuzzing::require(is_valid_utf8(evidence.text), "evidence is no UTF-8");
    }
    return 0;
}
