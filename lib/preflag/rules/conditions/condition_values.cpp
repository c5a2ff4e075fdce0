#include <preflag/rules/conditions/condition_values.h>
#include <preflag/rules/verdict.h>

namespace preflag {

std::vector<std::string> known_values(Fact fact, const ConditionScope& scope) {
    std::vector<std::string> known;
    switch (fact) {
    case Fact::substance:
        known.assign(scope.substances.begin(), scope.substances.end());
        break;
    case Fact::consignee_kind:
        known = consignee_kinds();
        break;
    case Fact::jurisdiction:
        if (scope.countries != nullptr)
            known = scope.countries->codes();
        break;
    case Fact::regulated:
        for (std::size_t i = 0; i < outcome_count; ++i)
            known.emplace_back(name_of(static_cast<Outcome>(i)));
        break;
    default: // the regimes are known when all packs are loaded
        break;
    }
    return known;
}

void expand_unions(std::vector<std::string>& codes, const CountryTable* countries) {
    if (countries == nullptr)
        return;
    std::vector<std::string> all;
    for (std::string& code : codes) {
        std::vector<std::string> members = countries->members_of(code);
        if (members.empty())
            members.push_back(std::move(code));
        all.insert(all.end(), members.begin(), members.end());
    }
    codes = std::move(all);
}

} // namespace preflag
