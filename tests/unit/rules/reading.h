#pragma once

#include "../../support/source_dir.h"

#include <preflag/base/country_table_reader.h>
#include <preflag/goods/identification.h>
#include <preflag/goods/lexicon/catalogue.h>
#include <preflag/rules/packs/outcome_table_reader.h>
#include <preflag/rules/packs/pack_set_reader.h>

#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

/// Goods made by hand, so that the rules are tested without the reading of text.
namespace preflag::rules_test {

inline std::string shipped(const std::string& file) {
    return preflag::test::source_dir() + "/rules/" + file;
}

inline Document shipped_document(const std::string& file) {
    std::ifstream stream(shipped(file), std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return read_yaml(std::move(text).str(), file);
}

inline std::vector<std::string> shipped_substances() {
    const Catalogue catalogue = read_or_throw(read_catalogue, RuleFiles::read({shipped("")}));
    std::vector<std::string> ids;
    for (const Substance& substance : catalogue.substances())
        ids.push_back(substance.id);
    return ids;
}

/// The packs of folders, those of later ones on top. Throws MalformedFile with every defect.
inline PackSet load_packs(const std::vector<std::string>& folders,
                          const std::vector<std::string>& substances) {
    const auto read = [&](const RuleFiles& files, std::vector<Diagnostic>& diagnostics) {
        return read_packs(files, substances, diagnostics);
    };
    return read_or_throw(read, RuleFiles::read({folders.begin(), folders.end()}));
}

inline Substance substance(const std::string& id, const std::string& name) {
    Substance made;
    made.id = id;
    made.name = name;
    return made;
}

inline Strength strength(double low, double high, Basis basis = Basis::weight_by_weight) {
    Strength made;
    made.stated.value.low = low;
    made.stated.value.high = high;
    made.stated.basis = basis;
    if (basis == Basis::weight_by_weight || basis == Basis::not_stated)
        made.weight_percent = made.stated.value;
    if (basis == Basis::nitrogen)
        made.nitrogen_percent = made.stated.value;
    return made;
}

inline Interval exactly(double value) {
    Interval interval;
    interval.low = value;
    interval.high = value;
    return interval;
}

inline Identification found(const Substance& substance, std::optional<Strength> strength = {}) {
    Identification made;
    made.substance = &substance;
    made.strength = std::move(strength);
    Evidence evidence;
    evidence.kind = EvidenceKind::name;
    evidence.text = substance.name;
    made.evidence.push_back(evidence);
    return made;
}

} // namespace preflag::rules_test
