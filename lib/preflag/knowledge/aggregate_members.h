#pragma once

#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>

namespace preflag::aggregates {

/// Stands for a value of any type where only the number of values matters.
struct AnyValue {
    template <typename Value>
    operator Value() const; // NOLINT(google-explicit-constructor): never defined
};

template <typename Aggregate, std::size_t... numbers>
constexpr bool takes(std::index_sequence<numbers...> /*as many values*/) {
    return requires {
        Aggregate{((void)numbers, AnyValue{})...};
    };
}

inline constexpr std::size_t most_members = 64;

/// How many members an aggregate has; of more than most_members it is a compile-time error to ask.
template <typename Aggregate, std::size_t guess = most_members + 1>
constexpr std::size_t member_count() {
    static_assert(guess <= most_members || !takes<Aggregate>(std::make_index_sequence<guess>{}),
                  "add further rows to for_members");
    if constexpr (guess == 0 || takes<Aggregate>(std::make_index_sequence<guess>{}))
        return guess;
    else
        return member_count<Aggregate, guess - 1>();
}

/// A struct of the project whose members are all public and that says nothing of how it is written.
template <typename Type, typename Archive>
concept PlainStruct = std::is_class_v<Type> && std::is_aggregate_v<Type> && !requires {
    std::tuple_size<Type>::value;
}
&&!requires(Type value, Archive archive) {
    value.serialize(archive);
};

// Structured bindings want as many names as there are members, so there is a row for each number.
// NOLINTBEGIN(cppcoreguidelines-macro-usage)
#define PREFLAG_NAMES_1 m1
#define PREFLAG_NAMES_2 PREFLAG_NAMES_1, m2
#define PREFLAG_NAMES_3 PREFLAG_NAMES_2, m3
#define PREFLAG_NAMES_4 PREFLAG_NAMES_3, m4
#define PREFLAG_NAMES_5 PREFLAG_NAMES_4, m5
#define PREFLAG_NAMES_6 PREFLAG_NAMES_5, m6
#define PREFLAG_NAMES_7 PREFLAG_NAMES_6, m7
#define PREFLAG_NAMES_8 PREFLAG_NAMES_7, m8
#define PREFLAG_NAMES_9 PREFLAG_NAMES_8, m9
#define PREFLAG_NAMES_10 PREFLAG_NAMES_9, m10
#define PREFLAG_NAMES_11 PREFLAG_NAMES_10, m11
#define PREFLAG_NAMES_12 PREFLAG_NAMES_11, m12
#define PREFLAG_NAMES_13 PREFLAG_NAMES_12, m13
#define PREFLAG_NAMES_14 PREFLAG_NAMES_13, m14
#define PREFLAG_NAMES_15 PREFLAG_NAMES_14, m15
#define PREFLAG_NAMES_16 PREFLAG_NAMES_15, m16
#define PREFLAG_NAMES_17 PREFLAG_NAMES_16, m17
#define PREFLAG_NAMES_18 PREFLAG_NAMES_17, m18
#define PREFLAG_NAMES_19 PREFLAG_NAMES_18, m19
#define PREFLAG_NAMES_20 PREFLAG_NAMES_19, m20
#define PREFLAG_NAMES_21 PREFLAG_NAMES_20, m21
#define PREFLAG_NAMES_22 PREFLAG_NAMES_21, m22
#define PREFLAG_NAMES_23 PREFLAG_NAMES_22, m23
#define PREFLAG_NAMES_24 PREFLAG_NAMES_23, m24
#define PREFLAG_NAMES_25 PREFLAG_NAMES_24, m25
#define PREFLAG_NAMES_26 PREFLAG_NAMES_25, m26
#define PREFLAG_NAMES_27 PREFLAG_NAMES_26, m27
#define PREFLAG_NAMES_28 PREFLAG_NAMES_27, m28
#define PREFLAG_NAMES_29 PREFLAG_NAMES_28, m29
#define PREFLAG_NAMES_30 PREFLAG_NAMES_29, m30
#define PREFLAG_NAMES_31 PREFLAG_NAMES_30, m31
#define PREFLAG_NAMES_32 PREFLAG_NAMES_31, m32
#define PREFLAG_NAMES_33 PREFLAG_NAMES_32, m33
#define PREFLAG_NAMES_34 PREFLAG_NAMES_33, m34
#define PREFLAG_NAMES_35 PREFLAG_NAMES_34, m35
#define PREFLAG_NAMES_36 PREFLAG_NAMES_35, m36
#define PREFLAG_NAMES_37 PREFLAG_NAMES_36, m37
#define PREFLAG_NAMES_38 PREFLAG_NAMES_37, m38
#define PREFLAG_NAMES_39 PREFLAG_NAMES_38, m39
#define PREFLAG_NAMES_40 PREFLAG_NAMES_39, m40
#define PREFLAG_NAMES_41 PREFLAG_NAMES_40, m41
#define PREFLAG_NAMES_42 PREFLAG_NAMES_41, m42
#define PREFLAG_NAMES_43 PREFLAG_NAMES_42, m43
#define PREFLAG_NAMES_44 PREFLAG_NAMES_43, m44
#define PREFLAG_NAMES_45 PREFLAG_NAMES_44, m45
#define PREFLAG_NAMES_46 PREFLAG_NAMES_45, m46
#define PREFLAG_NAMES_47 PREFLAG_NAMES_46, m47
#define PREFLAG_NAMES_48 PREFLAG_NAMES_47, m48
#define PREFLAG_NAMES_49 PREFLAG_NAMES_48, m49
#define PREFLAG_NAMES_50 PREFLAG_NAMES_49, m50
#define PREFLAG_NAMES_51 PREFLAG_NAMES_50, m51
#define PREFLAG_NAMES_52 PREFLAG_NAMES_51, m52
#define PREFLAG_NAMES_53 PREFLAG_NAMES_52, m53
#define PREFLAG_NAMES_54 PREFLAG_NAMES_53, m54
#define PREFLAG_NAMES_55 PREFLAG_NAMES_54, m55
#define PREFLAG_NAMES_56 PREFLAG_NAMES_55, m56
#define PREFLAG_NAMES_57 PREFLAG_NAMES_56, m57
#define PREFLAG_NAMES_58 PREFLAG_NAMES_57, m58
#define PREFLAG_NAMES_59 PREFLAG_NAMES_58, m59
#define PREFLAG_NAMES_60 PREFLAG_NAMES_59, m60
#define PREFLAG_NAMES_61 PREFLAG_NAMES_60, m61
#define PREFLAG_NAMES_62 PREFLAG_NAMES_61, m62
#define PREFLAG_NAMES_63 PREFLAG_NAMES_62, m63
#define PREFLAG_NAMES_64 PREFLAG_NAMES_63, m64
#define PREFLAG_MEMBERS(count)                                                                     \
    if constexpr (member_count<Aggregate>() == (count)) {                                          \
        auto& [PREFLAG_NAMES_##count] = aggregate;                                                 \
        use(PREFLAG_NAMES_##count);                                                                \
    }

/// Calls `use` with all members of the aggregate, in their order: a new member is among them
/// without anybody having to think of it.
template <typename Aggregate, typename Use>
void for_members(Aggregate& aggregate, Use use) {
    // clang-format off
    PREFLAG_MEMBERS(1) PREFLAG_MEMBERS(2) PREFLAG_MEMBERS(3) PREFLAG_MEMBERS(4)
    PREFLAG_MEMBERS(5) PREFLAG_MEMBERS(6) PREFLAG_MEMBERS(7) PREFLAG_MEMBERS(8)
    PREFLAG_MEMBERS(9) PREFLAG_MEMBERS(10) PREFLAG_MEMBERS(11) PREFLAG_MEMBERS(12)
    PREFLAG_MEMBERS(13) PREFLAG_MEMBERS(14) PREFLAG_MEMBERS(15) PREFLAG_MEMBERS(16)
    PREFLAG_MEMBERS(17) PREFLAG_MEMBERS(18) PREFLAG_MEMBERS(19) PREFLAG_MEMBERS(20)
    PREFLAG_MEMBERS(21) PREFLAG_MEMBERS(22) PREFLAG_MEMBERS(23) PREFLAG_MEMBERS(24)
    PREFLAG_MEMBERS(25) PREFLAG_MEMBERS(26) PREFLAG_MEMBERS(27) PREFLAG_MEMBERS(28)
    PREFLAG_MEMBERS(29) PREFLAG_MEMBERS(30) PREFLAG_MEMBERS(31) PREFLAG_MEMBERS(32)
    PREFLAG_MEMBERS(33) PREFLAG_MEMBERS(34) PREFLAG_MEMBERS(35) PREFLAG_MEMBERS(36)
    PREFLAG_MEMBERS(37) PREFLAG_MEMBERS(38) PREFLAG_MEMBERS(39) PREFLAG_MEMBERS(40)
    PREFLAG_MEMBERS(41) PREFLAG_MEMBERS(42) PREFLAG_MEMBERS(43) PREFLAG_MEMBERS(44)
    PREFLAG_MEMBERS(45) PREFLAG_MEMBERS(46) PREFLAG_MEMBERS(47) PREFLAG_MEMBERS(48)
    PREFLAG_MEMBERS(49) PREFLAG_MEMBERS(50) PREFLAG_MEMBERS(51) PREFLAG_MEMBERS(52)
    PREFLAG_MEMBERS(53) PREFLAG_MEMBERS(54) PREFLAG_MEMBERS(55) PREFLAG_MEMBERS(56)
    PREFLAG_MEMBERS(57) PREFLAG_MEMBERS(58) PREFLAG_MEMBERS(59) PREFLAG_MEMBERS(60)
    PREFLAG_MEMBERS(61) PREFLAG_MEMBERS(62) PREFLAG_MEMBERS(63) PREFLAG_MEMBERS(64)
    // clang-format on
}

#undef PREFLAG_MEMBERS
// NOLINTEND(cppcoreguidelines-macro-usage)

} // namespace preflag::aggregates
