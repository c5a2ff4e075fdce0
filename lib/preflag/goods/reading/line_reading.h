#pragma once

#include <preflag/goods/identification.h>
#include <preflag/goods/lexicon/catalogue_index.h>
#include <preflag/goods/reading/cell_text.h>
#include <preflag/goods/reading/evidence_finder.h>

#include <optional>
#include <string>
#include <vector>

namespace preflag {

/// Makes a reading of one line out of what was found on it. Used for the few lines that have any
/// evidence at all, so it may allocate.
class LineReading {
  public:
    /// All three must outlive the reading.
    LineReading(const Catalogue::Index& index, const FieldValues& line,
                const std::vector<Hit>& hits);

    GoodsReading make();

  private:
    struct Candidate {
        std::uint32_t substance = 0;
        std::vector<Hit> hits;
    };

    const CellText* cell_of(const Hit& hit) const;
    std::vector<LexemeRange> names_in(const CellText& cell) const;
    Evidence evidence_of(const Hit& hit) const;
    void weigh_names();
    void weigh_short_names();
    bool has_other_evidence(std::uint32_t substance) const;
    void keep(const Hit& hit);
    void cancel(const Hit& hit, std::string because);
    bool is_believable(const Candidate& candidate) const;
    Confidence confidence_of(const Candidate& candidate) const;
    void identify();
    void add_related();
    void read_strengths();
    void strengths_from_text(const CellText& cell);
    void strength_from_column();
    void read_nitrogen_split(const CellText& cell);
    bool has_nitrogen_split(const CellText& cell) const;
    void strengths_from_products();
    void strengths_from_product_bands();
    void strengths_from_grades(const CellText& cell);
    void strengths_from_entries();
    void strengths_from_form();
    void believe_measured_brands();
    void set_strength(std::uint32_t substance, const Concentration& stated, Origin origin,
                      std::string text);
    void read_quantity();
    void note_other_quantity();
    void read_particle_size();
    void read_product();
    std::optional<MeasuredQuantity> quantity_of_line() const;

    const Catalogue::Index& index_;
    const FieldValues& line_;
    const std::vector<Hit>& hits_;
    std::vector<CellText> cells_;
    std::vector<Candidate> candidates_;
    std::vector<Hit> short_names_;
    std::vector<Hit> other_products_;
    bool is_remainder_ = false;
    bool is_cleaned_ = false;
    GoodsReading reading_;
};

} // namespace preflag
