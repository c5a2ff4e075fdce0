#include <preflag/base/text.h>
#include <preflag/consignees/check_digits.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace preflag {

namespace {

using Method = CheckDigits::Method;
using Result = CheckDigits::Result;

constexpr std::array<std::pair<std::string_view, Method>, 7> methods{{
    {"none", Method::none},
    {"luhn", Method::luhn},
    {"mod-11-10", Method::mod_11_10},
    {"mod-97-10", Method::mod_97_10},
    {"mod-11-2", Method::mod_11_2},
    {"weighted", Method::weighted},
    {"block", Method::block},
}};

constexpr std::array<std::pair<std::string_view, Result>, 3> results{{
    {"zero", Result::zero},
    {"remainder", Result::remainder},
    {"complement", Result::complement},
}};

template <typename Value, std::size_t count>
std::optional<Value> parse(const std::array<std::pair<std::string_view, Value>, count>& names,
                           std::string_view name) {
    for (const auto& [known, value] : names)
        if (known == name)
            return value;
    return std::nullopt;
}

using Digits = std::vector<int>;

Digits digits_of(std::string_view number) {
    Digits digits;
    for (const char c : number)
        if (is_ascii_digit(c))
            digits.push_back(c - '0');
    return digits;
}

Digits counted(const CheckDigits& check, Digits digits) {
    if (check.from > digits.size())
        return {};
    digits.erase(digits.begin(), digits.begin() + static_cast<std::ptrdiff_t>(check.from));
    if (check.count > 0 && check.count < digits.size())
        digits.resize(check.count);
    return digits;
}

bool luhn(const Digits& digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int digit = digits[digits.size() - 1 - i] * (i % 2 == 0 ? 1 : 2);
        sum += digit > 9 ? digit - 9 : digit;
    }
    return sum % 10 == 0;
}

bool mod_11_10(const Digits& digits) {
    int product = 10;
    for (std::size_t i = 0; i + 1 < digits.size(); ++i) {
        const int sum = (digits[i] + product) % 10;
        product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10 == digits.back();
}

bool mod_97_10(std::string_view number) {
    int rest = 0;
    for (const char c : number) {
        if (is_ascii_digit(c))
            rest = (rest * 10 + (c - '0')) % 97;
        else
            rest = (rest * 100 + (c - 'A' + 10)) % 97;
    }
    return rest == 1;
}

bool mod_11_2(std::string_view number) {
    int rest = 0;
    for (std::size_t i = 0; i + 1 < number.size(); ++i) {
        if (!is_ascii_digit(number[i]))
            return false;
        rest = (rest + (number[i] - '0')) * 2 % 11;
    }
    const int digit = (12 - rest) % 11;
    return digit == 10 ? number.back() == 'X' : number.back() == static_cast<char>('0' + digit);
}

bool follows(const CheckDigits& check, int sum, int digit) {
    int value = sum % check.modulus;
    if (check.result == Result::complement)
        value = value == 0 ? check.eleven : check.modulus - value;
    if (value == 10)
        return check.ten && digit == *check.ten;
    return value == digit;
}

bool weighted(const CheckDigits& check, const Digits& digits) {
    const bool is_zero = check.result == Result::zero;
    if (digits.size() < check.weights.size() + (is_zero ? 0 : 1))
        return false;
    int sum = 0;
    for (std::size_t i = 0; i < check.weights.size(); ++i)
        sum += digits[i] * check.weights[i];
    return std::any_of(check.plus.begin(), check.plus.end(), [&](int plus) {
        return is_zero ? (sum + plus) % check.modulus == 0
                       : follows(check, sum + plus, digits[check.weights.size()]);
    });
}

bool block(const CheckDigits& check, const Digits& digits) {
    if (digits.size() < 3)
        return false;
    int rest = 0;
    for (std::size_t i = 0; i + 2 < digits.size(); ++i)
        rest = (rest * 10 + digits[i]) % check.modulus;
    const int last = digits[digits.size() - 2] * 10 + digits.back();
    return last == (check.result == Result::complement ? check.modulus - rest : rest);
}

} // namespace

std::optional<Method> parse_check_method(std::string_view name) {
    return parse(methods, name);
}

std::optional<Result> parse_check_result(std::string_view name) {
    return parse(results, name);
}

bool check_digits_agree(const CheckDigits& check, std::string_view number) {
    if (check.method == Method::none)
        return true;
    if (number.empty())
        return false;
    if (check.method == Method::mod_97_10)
        return mod_97_10(number);
    if (check.method == Method::mod_11_2)
        return mod_11_2(number);
    const Digits digits = counted(check, digits_of(number));
    if (digits.empty())
        return false;
    switch (check.method) {
    case Method::luhn:
        return luhn(digits);
    case Method::mod_11_10:
        return mod_11_10(digits);
    case Method::weighted:
        return weighted(check, digits);
    default:
        return block(check, digits);
    }
}

} // namespace preflag
