#include "../support/source_dir.h"
#include "growth.h"

#include <preflag/goods/lexicon/catalogue.h>
#include <preflag/goods/reading/goods_reader.h>

#include <string>
#include <string_view>

namespace preflag::growth_test {

namespace {

const Catalogue& shipped() {
    static const Catalogue catalogue =
        read_or_throw(read_catalogue, RuleFiles::read({preflag::test::source_dir() + "/rules"}));
    return catalogue;
}

/// Measures the reading of a line by the shipped catalogue.
void read_line(const FieldValues& line, const Measure& measure) {
    GoodsReader reader(shipped());
    measure([&] { reader.read(line); });
}

/// Of a line that has one cell of goods text.
void read_cell(std::string_view text, const Measure& measure) {
    FieldValues line;
    line.set(Field::description, text);
    read_line(line, measure);
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i)
        all += text;
    return all;
}

/// One cell with so many listed substances, one after the other, each followed by `said`.
std::string many_substances(std::size_t count, std::string_view said) {
    const auto& substances = shipped().substances();
    std::string all;
    for (std::size_t i = 0; i < count; ++i)
        all.append(substances[i % substances.size()].name).append(said);
    return all;
}

} // namespace

void goods_plain_words(std::size_t input_size, const Measure& measure) {
    read_cell(repeated("office furniture, wooden; ", input_size), measure);
}

void goods_repeated_name(std::size_t input_size, const Measure& measure) {
    read_cell(repeated("nitric acid 65% ", input_size), measure);
}

void goods_repeated_short_name(std::size_t input_size, const Measure& measure) {
    read_cell(repeated("an 34 KNO3 HCl ", input_size), measure);
}

void goods_repeated_codes(std::size_t input_size, const Measure& measure) {
    read_cell(repeated("UN 1454, CAS 7697-37-2, HS 2834.21 N 34; ", input_size), measure);
}

void goods_one_clause(std::size_t input_size, const Measure& measure) {
    read_cell(repeated("acetone, 5 kg drums (99 %) / ", input_size), measure);
}

void goods_many_substances(std::size_t input_size, const Measure& measure) {
    read_cell(many_substances(input_size, " 30 %; "), measure);
}

void goods_figures_alone(std::size_t input_size, const Measure& measure) {
    read_cell("acetone " + repeated("20-30 % ; 4 x 25 kg 33.5-0-0 ", input_size), measure);
}

void goods_repeated_slips(std::size_t input_size, const Measure& measure) {
    read_cell(repeated("nitric acdi hydrogen perox ide 30 % ", input_size), measure);
}

void goods_columns_of_codes(std::size_t input_size, const Measure& measure) {
    const std::string cas = repeated("7697-37-2; 67-64-1; ", input_size);
    const std::string un = repeated("1454; 2031; 1499; ", input_size);
    const std::string hs = repeated("2808.00; 2.85E+09; 310520; ", input_size);
    FieldValues line;
    line.set(Field::description, "calcium nitrate, 4 x 25 kg");
    line.set(Field::cas, cas);
    line.set(Field::un, un);
    line.set(Field::hs, hs);
    read_line(line, measure);
}

void goods_listed_names(std::size_t input_size, const Measure& measure) {
    read_cell("(excl. " +
                  repeated("acetone, toluene and nitric acid, aqua, parfum / ", input_size) + ")",
              measure);
}

void goods_one_number(std::size_t input_size, const Measure& measure) {
    read_cell("acetone 1" + repeated(" 000", input_size) + " kg", measure);
}

void goods_codes_between_words(std::size_t input_size, const Measure& measure) {
    const std::string cas = repeated("7697-37-2 and 67-64-1 ", input_size);
    FieldValues line;
    line.set(Field::description, "chemicals");
    line.set(Field::cas, cas);
    read_line(line, measure);
}

} // namespace preflag::growth_test
