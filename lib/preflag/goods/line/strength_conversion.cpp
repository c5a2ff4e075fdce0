#include <preflag/goods/line/strength_conversion.h>

#include <algorithm>
#include <cmath>

namespace preflag {

namespace {

/// Linear between the points, the nearest point's value outside of them.
double interpolate(const std::vector<TablePoint>& table, double at) {
    if (at <= table.front().first)
        return table.front().second;
    for (std::size_t i = 1; i < table.size(); ++i) {
        const auto [left, left_value] = table[i - 1];
        const auto [right, right_value] = table[i];
        if (at <= right)
            return left_value + (right_value - left_value) * (at - left) / (right - left);
    }
    return table.back().second;
}

/// % w/w of a solution with so many grams in 100 ml. The density depends on the answer, so it is
/// found by repetition, which settles within a few steps for all densities below 2.
std::optional<double> from_weight_by_volume(const Substance& substance, double grams) {
    constexpr double dilute = 5; // g in 100 ml: nearly as dense as water, so % w/w is no higher
    if (substance.strength.density.empty())
        return grams <= dilute ? std::optional(grams) : std::nullopt;
    double percent = grams;
    for (int step = 0; step < 30; ++step)
        percent = (percent + grams / interpolate(substance.strength.density, percent)) / 2;
    return std::min(100.0, std::round(percent * 1000) / 1000);
}

std::optional<double> scaled(const std::optional<double>& factor, double value) {
    if (!factor)
        return std::nullopt;
    return std::round(*factor * value * 1e6) / 1e6;
}

std::optional<double> from_amount(const Substance& substance, const std::optional<double>& mass,
                                  double amount) {
    if (!mass)
        return std::nullopt;
    return from_weight_by_volume(substance, amount * *mass / 10);
}

/// One figure in % w/w, or nullopt.
std::optional<double> weight_percent(const Substance& substance, double value, Basis basis) {
    const StrengthFacts& facts = substance.strength;
    switch (basis) {
    case Basis::not_stated:
    case Basis::weight_by_weight:
        return value;
    case Basis::nitrogen:
        return facts.nitrogen ? std::optional(std::min(100.0, value / *facts.nitrogen * 100))
                              : std::nullopt;
    case Basis::weight_by_volume:
        return from_weight_by_volume(substance, value);
    case Basis::gram_per_litre:
        return from_weight_by_volume(substance, value / 10);
    case Basis::mol_per_litre:
        return from_amount(substance, facts.molar_mass, value);
    case Basis::normality:
        if (!facts.equivalents)
            return std::nullopt;
        return from_amount(substance, facts.molar_mass, value / *facts.equivalents);
    case Basis::volumes_of_oxygen:
        return scaled(facts.volumes_factor, value);
    case Basis::degrees_baume:
        return facts.baume.empty() ? std::nullopt : std::optional(interpolate(facts.baume, value));
    case Basis::phosphorus_pentoxide:
        return scaled(facts.p2o5_factor, value);
    case Basis::volume_by_volume:
    case Basis::nitrate_nitrogen:
    case Basis::ammonium_nitrogen:
        break;
    }
    return std::nullopt;
}

/// % w/w of so much per cent by volume in a liquid of unknown kind: common solvents weigh 0.7 kg a
/// litre, water 1. Volumes are taken to add up.
std::optional<Interval> from_volume_percent(const Substance& substance, const Interval& volume) {
    constexpr double lightest = 0.7;
    constexpr double heaviest = 1.0;
    const auto& density = substance.strength.density;
    if (density.empty() || density.back().first < 100 || volume.high > 100)
        return std::nullopt;
    const auto in = [&](double percent, double other) {
        const double own = percent * density.back().second;
        return own <= 0 ? 0 : std::round(1e5 * own / (own + (100 - percent) * other)) / 1e3;
    };
    return Interval{in(volume.low, heaviest), in(volume.high, lightest), false, false};
}

std::optional<Interval> convert(const Substance& substance, const Concentration& stated) {
    const Interval& value = stated.value;
    if (stated.basis == Basis::volume_by_volume)
        return from_volume_percent(substance, value);
    const auto low = weight_percent(substance, value.low, stated.basis);
    if (value.is_exact())
        return low ? std::optional(Interval{*low, *low, false, false}) : std::nullopt;
    const auto high = std::isinf(value.high) ? std::optional(100.0)
                                             : weight_percent(substance, value.high, stated.basis);
    if (!low || !high || *low > *high)
        return std::nullopt;
    return Interval{*low, *high, value.low_open, value.high_open};
}

} // namespace

Strength measure_strength(const Substance& substance, const Concentration& stated, Origin origin,
                          std::string text) {
    Strength strength;
    strength.stated = stated;
    strength.origin = origin;
    strength.text = std::move(text);
    strength.weight_percent = convert(substance, stated);
    const auto& bare = substance.strength.bare_nitrogen;
    const bool may_be_nitrogen = stated.basis == Basis::not_stated && bare &&
                                 substance.strength.nitrogen && stated.value.high <= bare->high;
    if (may_be_nitrogen && stated.value.low >= bare->low) {
        strength.nitrogen_percent = stated.value;
        strength.weight_percent = convert(substance, {stated.value, Basis::nitrogen});
    } else if (may_be_nitrogen) {
        const double factor = *substance.strength.nitrogen / 100;
        strength.nitrogen_percent =
            Interval{stated.value.low * factor, stated.value.high, false, false};
        strength.weight_percent =
            Interval{stated.value.low, std::min(100.0, stated.value.high / factor), false, false};
    } else if (stated.basis == Basis::nitrogen) {
        strength.nitrogen_percent = stated.value;
    } else if (substance.strength.nitrogen && strength.weight_percent) {
        Interval nitrogen = *strength.weight_percent;
        nitrogen.low *= *substance.strength.nitrogen / 100;
        nitrogen.high *= *substance.strength.nitrogen / 100;
        strength.nitrogen_percent = nitrogen;
    }
    return strength;
}

std::optional<double> density_at(const Substance& substance, double weight_percent) {
    if (substance.strength.density.empty())
        return std::nullopt;
    return interpolate(substance.strength.density, weight_percent);
}

} // namespace preflag
