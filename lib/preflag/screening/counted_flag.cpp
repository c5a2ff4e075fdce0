#include <preflag/base/cells/written_date.h>
#include <preflag/base/text.h>
#include <preflag/screening/counted_flag.h>

#include <algorithm>

namespace preflag {

namespace {

using Thing = CountedFlag::Thing;
using What = LineCount::What;

/// A law's word on the substance that the flag is about, or on any when it is about none.
bool counts(const Verdict& law, const Verdict& flag) {
    if (law.rule->kind() != RuleKind::law || law.identification == nullptr)
        return false;
    if (flag.identification != nullptr && law.identification != flag.identification)
        return false;
    if (law.is_off_route())
        return false;
    return law.outcome != Outcome::below_limit || flag.rule->even_below_limits;
}

std::string words_in_one(std::string_view text) {
    std::string joined;
    for (const std::string& word : folded_words(text))
        joined.append(word).append(1, ' ');
    return joined;
}

std::vector<Thing> substances_of(const Verdict& flag, const CountedLine& line) {
    std::vector<Thing> things;
    for (const Verdict& law : line.verdicts) {
        if (!counts(law, flag))
            continue;
        const std::string& id = law.identification->substance->id;
        if (std::none_of(things.begin(), things.end(),
                         [&](const Thing& thing) { return thing.key == id; }))
            things.push_back({id, id});
    }
    return things;
}

std::vector<Thing> things_of(What what, const Verdict& flag, const CountedLine& line) {
    if (what == What::substances)
        return substances_of(flag, line);
    if (what == What::destinations)
        return line.destination();
    if (what != What::consignees || line.consignee_identity.empty())
        return {};
    return {{std::string(line.consignee_identity), std::string(line.values[Field::consignee])}};
}

/// Kilograms that are there at least; of several substances the heaviest, since they may be parts
/// of the same goods.
double kilograms_of(const Verdict& flag, const CountedLine& line) {
    double most = 0;
    for (const Verdict& law : line.verdicts) {
        if (!counts(law, flag))
            continue;
        const auto& own = law.identification->quantity;
        const auto& amount = own ? own : line.goods.quantity;
        if (amount && amount->value.kilograms)
            most = std::max(most, amount->value.kilograms->low);
    }
    return most;
}

double share_of(const Verdict& flag, const CountedLine& line) {
    double most = 0;
    for (const Verdict& law : line.verdicts)
        if (counts(law, flag))
            most = std::max(most, law.share_of_quantity_limit().value_or(0));
    return most;
}

double amount_of(What what, const Verdict& flag, const CountedLine& line) {
    if (what == What::kilograms)
        return kilograms_of(flag, line);
    return what == What::limit_share ? share_of(flag, line) : 1;
}

bool counts_things(What what) {
    return what == What::substances || what == What::consignees || what == What::destinations;
}

} // namespace

const std::string& CountedLine::shipment() const {
    if (!shipment_)
        shipment_ = words_in_one(values[Field::shipment]);
    return *shipment_;
}

std::optional<Date> CountedLine::day() const {
    if (!day_) {
        const auto days = read_date(values[Field::date], date_order(values));
        day_.emplace(days.size() == 1 ? std::optional(days.front()) : std::nullopt);
    }
    return *day_;
}

std::vector<Thing> CountedLine::destination() const {
    const std::string_view text = values[Field::destination];
    if (text.empty())
        return {};
    const auto& code = places_.code_of(text);
    return {{code ? *code : words_in_one(text), std::string(text)}};
}

std::optional<CountedFlag> counted_flag(const Verdict& flag, const CountedLine& line) {
    const LineCount& count = *flag.rule->across_lines;
    CountedFlag counted;
    counted.amount = amount_of(count.what, flag, line);
    if (!counts_things(count.what) && counted.amount <= 0)
        return std::nullopt;
    const std::string_view group =
        count.of == LineCount::Of::consignee ? line.consignee_identity : line.shipment();
    if (group.empty())
        return std::nullopt;
    counted.things = things_of(count.what, flag, line);
    if (counts_things(count.what) && counted.things.empty())
        return std::nullopt;
    counted.group.append(flag.rule->id).append(1, '\n').append(group);
    counted.on = line.day();
    return counted;
}

} // namespace preflag
