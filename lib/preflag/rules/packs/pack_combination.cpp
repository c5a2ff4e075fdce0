#include <preflag/base/phrase.h>
#include <preflag/base/text.h>
#include <preflag/rules/packs/pack_combination.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace preflag {

namespace {

/// Where a rule of the packs stands.
struct Place {
    RulePack* pack;
    Rule* rule;
};

class PackCombination {
  public:
    PackCombination(std::vector<ReadPack>& files, std::vector<RulePack>& packs,
                    std::vector<Diagnostic>& diagnostics)
        : files_(files), packs_(packs), diagnostics_(diagnostics) {}

    void run() {
        check_duplicates();
        for (ReadPack& file : files_)
            replace_rows(file.content.pack);
        packs_.reserve(packs_.size() + files_.size());
        const std::size_t first = packs_.size();
        for (const ReadPack& file : files_)
            packs_.push_back(file.content.pack);
        index();
        for (std::size_t i = 0; i < files_.size(); ++i) {
            apply_overrides(files_[i], packs_[first + i]);
            switch_off(files_[i], packs_[first + i]);
            check_references(files_[i]);
        }
    }

  private:
    /// Within one folder an id stands once; only a later folder may change it.
    void check_duplicates() {
        std::map<std::string, std::string> packs;
        std::map<std::string, std::pair<const RulePack*, const Rule*>> rules;
        for (const ReadPack& file : files_) {
            const RulePack& pack = file.content.pack;
            if (const auto [place, is_new] = packs.emplace(pack.id, pack.file); !is_new)
                add_error(file, {1, 1},
                          fmt::format("pack \"{}\" is also in {}", pack.id, place->second));
            for (const Rule& rule : pack.rules)
                if (const auto [first, is_new] = rules.try_emplace(rule.id, &pack, &rule); !is_new)
                    add_duplicate(file, rule, *first->second.first, *first->second.second);
        }
    }

    void add_duplicate(const ReadPack& file, const Rule& rule, const RulePack& pack,
                       const Rule& first) {
        const std::string place = fmt::format("{}:{}", pack.file, first.position.line);
        if (rule.limit.text == first.limit.text)
            add_error(file, rule.position, fmt::format("rule \"{}\" is also at {}", rule.id, place),
                      "keep one of them");
        else
            add_error(file, rule.position,
                      fmt::format("rule \"{}\" has the limit \"{}\" here and \"{}\" at {}", rule.id,
                                  rule.limit.text, first.limit.text, place),
                      "the rows contradict each other: keep the right one");
    }

    void replace_rows(RulePack& winner) {
        for (const Rule& rule : winner.rules)
            for (RulePack& earlier : packs_) {
                const auto gone = std::erase_if(earlier.rules,
                                                [&](const Rule& old) { return old.id == rule.id; });
                if (gone > 0)
                    winner.changes.push_back(
                        {PackChange::Kind::replaced, rule.id, earlier.id, "", "", rule.position});
            }
    }

    void index() {
        for (RulePack& pack : packs_)
            for (Rule& rule : pack.rules) {
                places_.emplace(rule.id, Place{&pack, &rule});
                ids_.push_back(rule.id);
                if (rule.kind() == RuleKind::law)
                    regimes_.insert(rule.regime);
            }
    }

    const Place* find(const ReadPack& file, const std::string& id, Position position) {
        const auto found = places_.find(id);
        if (found != places_.end())
            return &found->second;
        if (!id.empty())
            add_error(file, position, fmt::format("unknown rule \"{}\"", id),
                      did_you_mean(id, ids_, "\"preflag rules show\" knows all ids"));
        return nullptr;
    }

    void apply_overrides(const ReadPack& file, RulePack& winner) {
        std::set<std::string> seen;
        for (const Override& change : file.content.overrides) {
            if (!seen.insert(change.rule).second)
                add_error(file, change.position,
                          fmt::format("rule \"{}\" is overridden twice", change.rule));
            const Place* const place = find(file, change.rule, change.position);
            if (place == nullptr)
                continue;
            if (change.score)
                place->rule->score = change.score;
            if (change.duty)
                place->rule->duty = *change.duty;
            winner.changes.push_back({PackChange::Kind::changed, change.rule, loser(*place),
                                      change.what, change.because, change.position});
            place->rule->pack = winner.id;
        }
    }

    void switch_off(const ReadPack& file, RulePack& winner) {
        for (const Disabled& entry : file.content.disabled) {
            const Place* const place = find(file, entry.rule, entry.position);
            if (place == nullptr)
                continue;
            place->rule->disabled_because = entry.because;
            winner.changes.push_back({PackChange::Kind::switched_off, entry.rule, loser(*place), "",
                                      entry.because, entry.position});
        }
    }

    /// The pack that decided so far: an earlier override of the same rule loses, too.
    static std::string loser(const Place& place) { return place.rule->pack; }

    void check_references(const ReadPack& file) {
        for (const Rule& rule : file.content.pack.rules) {
            check_regimes(file, rule.condition);
            for (const RuleCase& rule_case : rule.cases)
                if (is_rule_id(rule_case.needs))
                    find(file, rule_case.needs, rule_case.position);
        }
    }

    void check_regimes(const ReadPack& file, const Condition& condition) {
        if (condition.fact == Fact::regime)
            for (const std::string& value : condition.values)
                check_regime(file, condition.position, value);
        for (const Condition& child : condition.children)
            check_regimes(file, child);
    }

    void check_regime(const ReadPack& file, Position position, const std::string& value) {
        for (const std::string& regime : regimes_)
            if (phrase_of(regime) == value)
                return;
        std::string id(trim(value)); // folded words, which ids join with hyphens
        std::replace(id.begin(), id.end(), ' ', '-');
        const std::vector<std::string> known(regimes_.begin(), regimes_.end());
        add_error(file, position, fmt::format("there is no regime \"{}\"", id),
                  did_you_mean(id, known, fmt::format("it can be: {}", fmt::join(known, ", "))));
    }

    void add_error(const ReadPack& file, Position position, std::string message,
                   std::string advice = {}) {
        diagnostics_.push_back(
            file.document->error_at(position, std::move(message), std::move(advice)));
    }

    std::vector<ReadPack>& files_;
    std::vector<RulePack>& packs_;
    std::vector<Diagnostic>& diagnostics_;
    std::unordered_map<std::string, Place> places_;
    std::vector<std::string> ids_;
    std::set<std::string> regimes_;
};

} // namespace

void add_packs(std::vector<ReadPack> files, std::vector<RulePack>& packs,
               std::vector<Diagnostic>& diagnostics) {
    PackCombination(files, packs, diagnostics).run();
}

std::string to_string(const PackChange& change, const RulePack& winner) {
    std::string text = fmt::format("{} wins over {} on {}: ", winner.id, change.over, change.rule);
    switch (change.kind) {
    case PackChange::Kind::replaced:
        text += "its row counts";
        break;
    case PackChange::Kind::changed:
        text += change.what;
        break;
    case PackChange::Kind::switched_off:
        text += "switched off";
        break;
    }
    if (!change.because.empty())
        text += ", because " + change.because;
    return fmt::format("{} ({}:{})", text, winner.file, change.position.line);
}

} // namespace preflag
