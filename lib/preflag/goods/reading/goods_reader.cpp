#include <preflag/goods/lexicon/lexicon.h>
#include <preflag/goods/reading/evidence_finder.h>
#include <preflag/goods/reading/goods_reader.h>
#include <preflag/goods/reading/read_goods.h>

#include <algorithm>
#include <utility>

namespace preflag {

struct GoodsReader::Scratch {
    explicit Scratch(const Lexicon& words) : lexicon(words), finder(words) {}

    const Lexicon& lexicon;
    EvidenceFinder finder;
    std::vector<Hit> hits;
    bool has_evidence = false;
    GoodsReading reading;
};

GoodsReader::GoodsReader(const Catalogue& catalogue)
    : scratch_(std::make_unique<Scratch>(catalogue.lexicon())) {}

GoodsReader::~GoodsReader() = default;
GoodsReader::GoodsReader(GoodsReader&&) noexcept = default;

bool GoodsReader::find(const FieldValues& goods) {
    Scratch& scratch = *scratch_;
    scratch.finder.find(goods, scratch.hits);
    scratch.has_evidence =
        std::any_of(scratch.hits.begin(), scratch.hits.end(),
                    [](const Hit& hit) { return hit.kind != EvidenceKind::hs_basket; });
    return scratch.has_evidence;
}

const GoodsReading& GoodsReader::read_found(const FieldValues& line) {
    Scratch& scratch = *scratch_;
    if (scratch.has_evidence)
        scratch.reading = read_goods(scratch.lexicon, line, scratch.hits);
    else if (!scratch.reading.substances.empty() || !scratch.reading.cancelled.empty())
        scratch.reading = {};
    return scratch.reading;
}

GoodsReading GoodsReader::take() {
    return std::exchange(scratch_->reading, {});
}

} // namespace preflag
