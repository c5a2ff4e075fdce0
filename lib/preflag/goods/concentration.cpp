#include <preflag/goods/concentration.h>
#include <preflag/goods/figure.h>

#include <array>
#include <limits>

namespace preflag {

namespace {

struct BasisName {
    Basis basis;
    std::string_view name;
    std::string_view unit;
};

constexpr std::array bases{
    BasisName{Basis::not_stated, "not-stated", "%"},
    BasisName{Basis::weight_by_weight, "weight-by-weight", "% w/w"},
    BasisName{Basis::weight_by_volume, "weight-by-volume", "% w/v"},
    BasisName{Basis::volume_by_volume, "volume-by-volume", "% v/v"},
    BasisName{Basis::nitrogen, "nitrogen", "% N"},
    BasisName{Basis::nitrate_nitrogen, "nitrate-nitrogen", "% nitrate-N"},
    BasisName{Basis::ammonium_nitrogen, "ammonium-nitrogen", "% ammonium-N"},
    BasisName{Basis::mol_per_litre, "mol-per-litre", "mol/l"},
    BasisName{Basis::normality, "normality", "N"},
    BasisName{Basis::gram_per_litre, "gram-per-litre", "g/l"},
    BasisName{Basis::volumes_of_oxygen, "volumes-of-oxygen", "vol (oxygen)"},
    BasisName{Basis::degrees_baume, "degrees-baume", "degrees Baume"},
    BasisName{Basis::phosphorus_pentoxide, "phosphorus-pentoxide", "% P2O5"}};

} // namespace

std::string_view unit_of(Basis basis) {
    return bases[static_cast<std::size_t>(basis)].unit;
}

std::optional<Basis> parse_basis(std::string_view name) {
    for (const BasisName& entry : bases)
        if (entry.name == name)
            return entry.basis;
    return std::nullopt;
}

std::string to_string(const Interval& interval) {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    std::string text;
    const bool is_at_least =
        interval.high == infinite || (interval.high == 100 && interval.low_open);
    if (interval.is_exact() || is_at_least) {
        if (!interval.is_exact())
            text = interval.low_open ? "> " : ">= ";
        append_figure(text, interval.low);
        return text;
    }
    if (interval.low == 0) {
        text = interval.high_open ? "< " : "<= ";
    } else {
        append_figure(text, interval.low);
        text += '-';
    }
    append_figure(text, interval.high);
    return text;
}

std::string to_string(const Concentration& concentration) {
    return to_string(concentration.value).append(1, ' ').append(unit_of(concentration.basis));
}

} // namespace preflag
