#include <preflag/goods/lexicon/catalogue_index.h>
#include <preflag/goods/reading/evidence_finder.h>
#include <preflag/goods/reading/goods_reader.h>
#include <preflag/goods/reading/line_reading.h>

#include <algorithm>

namespace preflag {

struct GoodsReader::Scratch {
    explicit Scratch(const Catalogue::Index& catalogue) : index(catalogue), finder(catalogue) {}

    const Catalogue::Index& index;
    EvidenceFinder finder;
    std::vector<Hit> hits;
    GoodsReading reading;
};

GoodsReader::GoodsReader(const Catalogue& catalogue)
    : scratch_(std::make_unique<Scratch>(catalogue.index())) {}

GoodsReader::~GoodsReader() = default;
GoodsReader::GoodsReader(GoodsReader&&) noexcept = default;

const GoodsReading& GoodsReader::read(const FieldValues& line) {
    Scratch& scratch = *scratch_;
    scratch.finder.find(line, scratch.hits);
    const bool has_evidence =
        std::any_of(scratch.hits.begin(), scratch.hits.end(),
                    [](const Hit& hit) { return hit.kind != EvidenceKind::hs_basket; });
    if (has_evidence)
        scratch.reading = LineReading(scratch.index, line, scratch.hits).make();
    else if (!scratch.reading.substances.empty() || !scratch.reading.cancelled.empty())
        scratch.reading = {};
    return scratch.reading;
}

} // namespace preflag
