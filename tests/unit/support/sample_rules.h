#pragma once

#include <preflag/goods/lexicon/substance.h>
#include <preflag/rules/packs/rule_pack.h>

#include <map>
#include <string>

namespace preflag::test {

/// A rule of this id that lives as long as the program, with nothing in it but its id and, of
/// "REGIME/LIST/SUBSTANCE", its parts.
inline const Rule& rule_of(const std::string& id) {
    static std::map<std::string, Rule> rules;
    const auto [place, is_new] = rules.try_emplace(id);
    Rule& rule = place->second;
    const auto list = id.find('/');
    const auto substance = id.rfind('/');
    rule.id = id;
    if (!is_new || list == substance)
        return rule;
    rule.regime = id.substr(0, list);
    rule.list = id.substr(list + 1, substance - list - 1);
    rule.substance = id.substr(substance + 1);
    return rule;
}

/// A substance of this id that lives as long as the program; its name is the id with spaces.
inline const Substance& substance_of(const std::string& id) {
    static std::map<std::string, Substance> substances;
    Substance& substance = substances[id];
    substance.id = substance.name = id;
    for (char& c : substance.name)
        c = c == '-' ? ' ' : c;
    return substance;
}

} // namespace preflag::test
