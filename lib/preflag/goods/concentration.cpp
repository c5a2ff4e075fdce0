#include <preflag/goods/concentration.h>

#include <fmt/format.h>

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
    if (interval.is_exact())
        return fmt::format("{:.6g}", interval.low);
    if (interval.high == infinite || (interval.high == 100 && interval.low_open))
        return fmt::format("{} {:.6g}", interval.low_open ? ">" : ">=", interval.low);
    if (interval.low == 0)
        return fmt::format("{} {:.6g}", interval.high_open ? "<" : "<=", interval.high);
    return fmt::format("{:.6g}-{:.6g}", interval.low, interval.high);
}

std::string to_string(const Concentration& concentration) {
    return fmt::format("{} {}", to_string(concentration.value), unit_of(concentration.basis));
}

} // namespace preflag
