#pragma once

#include <preflag/base/field.h>
#include <preflag/goods/concentration.h>
#include <preflag/goods/lexicon/substance.h>
#include <preflag/goods/quantity.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

enum class EvidenceKind {
    cas,
    ec,
    cus,
    un,
    hs,
    hs_basket,
    name,
    trade_name,
    abbreviation,
    formula,
    grade
};
std::string_view name_of(EvidenceKind kind);

/// A piece of the line that speaks for a substance. `text` is the cell's own wording;
/// `offset` and `length` are its place in the cell, in bytes.
struct Evidence {
    EvidenceKind kind = EvidenceKind::name;
    Field field = Field::description;
    std::string text;
    std::size_t offset = 0;
    std::size_t length = 0;
};

/// certain: a code with check digit, or a name that means nothing else. probable: a name that
/// another piece of evidence supports. possible: weak evidence only (a basket HS code, a brand).
enum class Confidence { possible, probable, certain };
std::string_view name_of(Confidence confidence);

/// Where a strength or quantity was read: a field, or what was concluded from.
enum class Origin {
    column,
    description,
    un_entry,
    grade,
    form,
};
std::string_view name_of(Origin origin);

/// A strength with its history. `weight_percent` is what limits in % w/w are compared with; it is
/// missing when the stated figure cannot be converted. `nitrogen_percent` is nitrogen in relation
/// to ammonium nitrate, for the limits written that way.
struct Strength {
    Concentration stated;
    std::optional<Interval> weight_percent;
    std::optional<Interval> nitrogen_percent;
    Origin origin = Origin::description;
    std::string text;
};

struct MeasuredQuantity {
    Quantity value;
    Origin origin = Origin::column;
    std::string text;
};

/// One substance found on a line. No strength means that none was stated: undetermined, never
/// "none".
struct Identification {
    SubstanceId id{};
    const Substance* substance = nullptr;
    Confidence confidence = Confidence::certain;
    std::vector<Evidence> evidence;
    std::optional<Strength> strength;
    /// Kilograms or litres of the goods that hold the substance.
    std::optional<MeasuredQuantity> quantity;
    /// Particle size in micrometres, for the powders that laws define by it.
    std::optional<Interval> particle_micrometres;
};

/// Evidence that did not count, and the words that cancelled it.
struct CancelledEvidence {
    const Substance* substance = nullptr;
    Evidence evidence;
    std::string because;
};

/// Two statements of one line that cannot both be true. `kind` is a stable id such as
/// "cas-against-name"; both sides are quoted.
struct Contradiction {
    std::string kind;
    std::string left;
    std::string right;
    std::string message;
};

/// Kinds of finished goods that some programmes do not watch, whatever they contain.
enum class ProductForm { medicament, cosmetic, foodstuff, laboratory_stain };
std::string_view name_of(ProductForm form);
std::optional<ProductForm> parse_product_form(std::string_view name);

/// What the goods are when not the substance as such, and the words or heading that tell.
struct FinishedProduct {
    ProductForm form = ProductForm::cosmetic;
    std::string because;
};

/// Everything read about the goods of one line. Valid until the next line is read.
struct GoodsReading {
    std::vector<Identification> substances;
    std::vector<CancelledEvidence> cancelled;
    std::vector<Contradiction> contradictions;
    /// Repairs and choices worth telling ("HS code 2847E+07 repaired"), in reading order.
    std::vector<std::string> notes;
    std::optional<MeasuredQuantity> quantity;
    std::optional<FinishedProduct> product;
};

} // namespace preflag
