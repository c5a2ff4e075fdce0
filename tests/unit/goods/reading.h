#pragma once

#include "../../support/source_dir.h"

#include <preflag/goods/lexicon/catalogue.h>
#include <preflag/goods/lexicon/lexicon.h>
#include <preflag/goods/line/goods_text.h>
#include <preflag/goods/line/line_context.h>
#include <preflag/goods/reading/evidence_finder.h>
#include <preflag/goods/reading/goods_reader.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The shipped catalogue, and readings made with it.
namespace preflag::goods_test {

inline const Catalogue& shipped() {
    static const Catalogue catalogue =
        read_or_throw(read_catalogue, RuleFiles::read({preflag::test::source_dir() + "/rules"}));
    return catalogue;
}

inline const ReadingVocabulary& shipped_words() {
    return shipped().lexicon().words;
}

using Cells = std::initializer_list<std::pair<Field, std::string_view>>;

/// The reading of one line; the cells must outlive it.
inline GoodsReading read(Cells cells) {
    GoodsReader reader(shipped());
    FieldValues line;
    for (const auto& [field, value] : cells)
        line.set(field, value);
    return reader.read(line);
}

/// A line as the steps of a reading see it; its cells must outlive it.
struct Line {
    FieldValues cells;
    std::vector<Hit> hits;
    GoodsLine goods;
    LineContext context;

    explicit Line(Cells values)
        : cells(fields(values)), hits(hits_in(cells)),
          goods(read_line(shipped().lexicon(), cells, hits)), context(shipped().lexicon(), goods) {}
    explicit Line(std::string_view description) : Line({{Field::description, description}}) {}
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    static FieldValues fields(Cells values) {
        FieldValues line;
        for (const auto& [field, value] : values)
            line.set(field, value);
        return line;
    }
    static std::vector<Hit> hits_in(const FieldValues& line) {
        std::vector<Hit> found;
        EvidenceFinder(shipped().lexicon()).find(line, found);
        return found;
    }
};

inline SubstanceId id_of(std::string_view id) {
    return SubstanceId(shipped().find(id) - shipped().substances().data());
}

inline GoodsReading read(std::string_view description) {
    return read({{Field::description, description}});
}

inline const Identification* find(const GoodsReading& reading, std::string_view id) {
    const auto found =
        std::find_if(reading.substances.begin(), reading.substances.end(),
                     [&](const Identification& item) { return item.substance->id == id; });
    return found == reading.substances.end() ? nullptr : &*found;
}

/// "35 %", or "" without the substance or a strength.
inline std::string strength_of(const GoodsReading& reading, std::string_view id) {
    const Identification* found = find(reading, id);
    return found == nullptr || !found->strength ? "" : to_string(found->strength->stated);
}

} // namespace preflag::goods_test
