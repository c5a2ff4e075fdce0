#include "../support/source_dir.h"
#include "../unit/rules/reading.h"

#include <preflag/goods/reading/goods_reader.h>
#include <preflag/rules/rule_set.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

using namespace preflag;
using namespace preflag::rules_test;

namespace {

/// A limit as a second reading of the law has it, independent of the packs.
struct LegalLimit {
    std::string regime, list, substance, limit, citation;
    bool verified = false;

    [[nodiscard]] std::string id() const { return regime + "/" + list + "/" + substance; }
};

std::vector<LegalLimit> second_reading() {
    std::ifstream file(preflag::test::source_dir() + "/tests/legal/limits.csv");
    std::vector<LegalLimit> limits;
    std::string line;
    std::getline(file, line);
    REQUIRE(line == "regime,list,substance,limit,citation,verified");
    while (std::getline(file, line)) {
        std::array<std::string, 6> cells;
        std::istringstream stream(line);
        for (std::string& cell : cells)
            std::getline(stream, cell, ',');
        limits.push_back({cells[0], cells[1], cells[2], cells[3], cells[4], cells[5] == "yes"});
    }
    return limits;
}

/// The shipped packs as a run has them: names read, laws chosen by the line's day.
class ShippedLaws {
  public:
    ShippedLaws()
        : catalogue_(read_or_throw(read_catalogue, RuleFiles::read({shipped("")}))),
          rules_(RuleSet::compile(load_packs({shipped("")}, shipped_substances()), {})),
          reader_(catalogue_) {}

    [[nodiscard]] const RuleSet& rules() const { return rules_; }
    [[nodiscard]] const Catalogue& catalogue() const { return catalogue_; }

    /// The outcome of rule `id` on a line; none when it is silent.
    std::optional<Outcome> outcome(const std::string& id, const FieldValues& line) {
        std::vector<Verdict> verdicts;
        rules_.evaluate(line, reader_.read(line), verdicts);
        const auto found = std::find_if(verdicts.begin(), verdicts.end(),
                                        [&](const Verdict& v) { return v.rule->id == id; });
        return found == verdicts.end() ? std::nullopt : std::optional(found->outcome);
    }

    /// The last day on which the rule was in force; empty when it still is.
    [[nodiscard]] std::string day_of(const Rule& rule) const {
        std::optional<Date> until = rule.until;
        for (const RulePack& pack : rules_.packs())
            if (!until && pack.id == rule.pack)
                until = pack.until;
        return until ? to_string(*until) : "";
    }

  private:
    Catalogue catalogue_;
    RuleSet rules_;
    GoodsReader reader_;
};

ShippedLaws& laws() {
    static ShippedLaws shipped_laws;
    return shipped_laws;
}

bool is_upward(Operator op) {
    return op == Operator::above || op == Operator::at_least;
}

/// A figure that surely meets the term.
double well_within(const LimitTerm& term) {
    if (!is_upward(term.op))
        return term.value / 2;
    return term.measure == Measure::kilograms ? term.value * 2 : (term.value + 100) / 2;
}

/// A manifest line on which the terms have these values.
class LimitLine {
  public:
    LimitLine(const std::string& name, const std::string& day) : description_(name), day_(day) {}

    void add(const LimitTerm& term, double value) {
        switch (term.measure) {
        case Measure::kilograms:
            weight_ = fmt::format("{:.2f}", value);
            return;
        case Measure::particle_micrometres:
            size_ = fmt::format("{:.1f} um", value);
            return;
        default:
            description_ += fmt::format(
                " {:.2f} {}", value, term.measure == Measure::nitrogen_percent ? "% N" : "% w/w");
        }
    }

    /// Valid as long as this object.
    [[nodiscard]] FieldValues values() const {
        FieldValues line;
        line.set(Field::description, description_);
        line.set(Field::particle_size, size_);
        line.set(Field::net_weight, weight_);
        line.set(Field::net_weight_unit, weight_.empty() ? "" : "kg");
        line.set(Field::date, day_);
        return line;
    }

  private:
    std::string description_, day_, size_, weight_;
};

bool meets(const LimitTerm& term, double value) {
    switch (term.op) {
    case Operator::above:
        return value > term.value;
    case Operator::at_least:
        return value >= term.value;
    case Operator::below:
        return value < term.value;
    case Operator::at_most:
        break;
    }
    return value <= term.value;
}

/// Screens a line on which one term is `shift` away from its value and the others are met.
void check_term(const LegalLimit& legal, const Rule& rule, const Limit& limit, std::size_t varied,
                double shift) {
    LimitLine line(laws().catalogue().find(legal.substance)->name, laws().day_of(rule));
    for (std::size_t i = 0; i < limit.terms.size(); ++i)
        line.add(limit.terms[i],
                 i == varied ? limit.terms[i].value + shift : well_within(limit.terms[i]));
    const LimitTerm& term = limit.terms[varied];
    const Outcome expected = meets(term, term.value + shift) ? rule.outcome : Outcome::below_limit;
    const FieldValues values = line.values();
    const auto outcome = laws().outcome(legal.id(), values);
    INFO(legal.id(), ": ", std::string(values[Field::description]), " ",
         std::string(values[Field::particle_size]), " ", std::string(values[Field::net_weight]));
    REQUIRE(outcome);
    CHECK(name_of(*outcome) == name_of(expected));
}

void check_presence(const LegalLimit& legal, const Rule& rule) {
    const Substance& substance = *laws().catalogue().find(legal.substance);
    const std::string cas = substance.cas.empty() ? "" : substance.cas.front().to_string();
    const std::string day = laws().day_of(rule);
    FieldValues line;
    line.set(Field::description, substance.name);
    line.set(Field::cas, cas);
    line.set(Field::date, day);
    INFO(legal.id());
    const auto outcome = laws().outcome(legal.id(), line);
    REQUIRE(outcome);
    CHECK(name_of(*outcome) == name_of(rule.outcome));
}

} // namespace

TEST_SUITE("legal/limits") {
    TEST_CASE("the packs say what a second reading of the law says") {
        const auto limits = second_reading();
        REQUIRE(limits.size() > 280);
        for (const LegalLimit& limit : limits) {
            INFO(limit.id());
            const Rule* const rule = laws().rules().find(limit.id());
            REQUIRE(rule != nullptr);
            CHECK(rule->limit.text == limit.limit);
            CHECK(rule->citation.find(limit.citation) != std::string::npos);
            CHECK(rule->verified == limit.verified);
        }
    }

    TEST_CASE("no row of a law is left out of the second reading") {
        std::set<std::string> ids;
        for (const LegalLimit& limit : second_reading())
            CHECK(ids.insert(limit.id()).second);
        for (const RulePack& pack : laws().rules().packs())
            for (const Rule& rule : pack.rules)
                if (rule.kind() == RuleKind::law)
                    CHECK_MESSAGE(ids.contains(rule.id), rule.id);
    }

    TEST_CASE("each limit holds a tenth above, at and a tenth below its figure") {
        for (const LegalLimit& legal : second_reading()) {
            const Rule* const rule = laws().rules().find(legal.id());
            const auto limit = Limit::parse(legal.limit);
            REQUIRE(rule != nullptr);
            REQUIRE(limit);
            if (limit->terms.empty())
                check_presence(legal, *rule);
            for (std::size_t i = 0; i < limit->terms.size(); ++i)
                for (const double shift : {-0.1, 0.0, 0.1})
                    check_term(legal, *rule, *limit, i, shift);
        }
    }
}
