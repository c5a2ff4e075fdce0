#include <preflag/rules/conditions/condition_check.h>
#include <preflag/rules/packs/pack_parts.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace preflag {

namespace {

/// Outcomes that a list of a law can have.
const std::array<std::string, 3> list_outcomes{"restricted", "reportable", "monitored"};

/// Reads one list of a regime, row by row.
class ListReader {
  public:
    ListReader(const Document& document, const DocumentEntry& entry, const PackContext& context,
               PackContent& content, std::vector<Diagnostic>& diagnostics)
        : entry_(entry), context_(context), content_(content), diagnostics_(diagnostics),
          map_(document, entry.value, "list", diagnostics) {}

    void read() {
        if (!is_id(entry_.key))
            map_.error(entry_.position, fmt::format("\"{}\" is no id", entry_.key),
                       "an id has lower-case letters, digits and hyphens");
        read_defaults();
        for (const DocumentNode& row : map_.children("rows"))
            read_row(row);
        if (entry_.value.is_map())
            check_canaries();
        map_.finish();
    }

  private:
    void read_defaults() {
        const RulePack& pack = content_.pack;
        const LawList list = read_list();
        defaults_.regime = pack.extends.empty() ? pack.id : pack.extends;
        defaults_.pack = pack.id;
        defaults_.list = list.id;
        defaults_.title = list.title;
        defaults_.outcome = list.outcome;
        defaults_.citation = list.citation;
        defaults_.duty = list.duty;
        defaults_.score = list.score;
        defaults_.outside_products = list.outside_products;
        defaults_.reservation = list.reservation;
        content_.pack.lists.push_back(list);
    }

    /// What the pack does not say of a list that it extends is taken from there.
    LawList read_list() {
        const LawList* const base = extended_list();
        LawList list = base == nullptr ? LawList{} : *base;
        list.id = entry_.key;
        list.title = text("title", list.title);
        const auto outcome = map_.choice("outcome", list_outcomes);
        if (map_.child("outcome") == nullptr && base == nullptr)
            map_.error(map_.position(), "the list has no \"outcome\"");
        if (outcome || base == nullptr)
            list.outcome = *parse_outcome(list_outcomes[outcome.value_or(0)]);
        list.citation = text("citation", list.citation);
        list.duty = text("duty", list.duty);
        if (const auto score = read_score(map_, context_))
            list.score = score;
        read_outside_products(list);
        if (map_.child("reservation") != nullptr)
            list.reservation = read_reservation(map_);
        return list;
    }

    void read_outside_products(LawList& list) {
        if (map_.child("outside-products") != nullptr)
            list.outside_products.clear();
        for (const std::string& name : map_.texts("outside-products")) {
            if (const auto form = parse_product_form(name))
                list.outside_products.push_back(*form);
            else
                map_.error_at("outside-products",
                              fmt::format("unknown kind of product \"{}\"", name),
                              "use medicament, cosmetic, foodstuff or laboratory-stain");
        }
    }

    std::string text(std::string_view key, const std::string& inherited) {
        return inherited.empty() ? map_.required_text(key) : map_.text(key).value_or(inherited);
    }

    [[nodiscard]] const LawList* extended_list() const {
        const RulePack* const base = extended_pack(content_.pack, context_);
        if (base == nullptr)
            return nullptr;
        const auto found = std::find_if(base->lists.begin(), base->lists.end(),
                                        [&](const LawList& list) { return list.id == entry_.key; });
        return found == base->lists.end() ? nullptr : &*found;
    }

    /// {limit: "< 1 % w/w", for: "homogeneous mixtures of more than five ingredients"}
    Reservation read_reservation(MapReader& map) {
        MapReader part(map.document(), *map.child("reservation"), "reservation", diagnostics_);
        Reservation reservation;
        reservation.limit = limit(part, "limit", part.required_text("limit"));
        if (reservation.limit.terms.empty())
            part.error_at("limit", "a reservation needs a limit with a figure");
        reservation.goods = part.required_text("for");
        part.finish();
        return reservation;
    }

    void read_row(const DocumentNode& node) {
        MapReader row(map_.document(), node, "row", diagnostics_);
        Rule rule = defaults_;
        rule.position = node.position();
        read_substances(row, rule);
        rule.limit = limit(row, "limit", row.required_text("limit"));
        inherit_row(rule);
        check_sum(row, rule);
        read_licence(row, rule);
        if (const auto score = read_score(row, context_))
            rule.score = score;
        if (const DocumentNode* const when = row.child("when"))
            rule.condition =
                read_condition(row.document(), *when, diagnostics_, scope_of(context_, true));
        if (row.child("codes") != nullptr)
            rule.codes = row.texts("codes");
        rule.citation = row.text("citation").value_or(rule.citation);
        rule.duty = row.text("duty").value_or(rule.duty);
        rule.note = row.text("note").value_or("");
        rule.verified = row.boolean("verified", true);
        if (row.child("reservation") != nullptr)
            rule.reservation = read_reservation(row);
        read_period(row, rule.from, rule.until);
        check_period(row, content_.pack, rule);
        rule.cases = read_cases(row, context_, diagnostics_);
        if (rule.cases.empty() && node.is_map())
            row.error_at("cases", "the row has no \"cases\"",
                         "give lines that must answer and lines that must not");
        check_cases(row, rule);
        canaries_.add(rule.cases);
        row.finish();
        content_.pack.rules.push_back(std::move(rule));
    }

    void read_substances(MapReader& row, Rule& rule) {
        const std::string id = row.required_text("substance");
        if (!id.empty())
            rule.substance = known_substance(row, row.child("substance")->position(), id, context_);
        rule.id = fmt::format("{}/{}/{}", rule.regime, rule.list, id);
        for (const std::string& other : row.texts("summed-with"))
            rule.summed_with.push_back(
                known_substance(row, row.child("summed-with")->position(), other, context_));
        const auto& sum = rule.summed_with;
        if (!id.empty() && std::find(sum.begin(), sum.end(), id) != sum.end())
            row.error_at("summed-with", fmt::format("{} is summed with itself", id));
    }

    /// A row that a pack puts in the place of another keeps what it does not say itself.
    void inherit_row(Rule& rule) const {
        const RulePack* const base = extended_pack(content_.pack, context_);
        if (base == nullptr)
            return;
        for (const Rule& old : base->rules) {
            if (old.id != rule.id)
                continue;
            rule.licence_limit = old.licence_limit;
            rule.codes = old.codes;
            rule.citation = old.citation;
            rule.duty = old.duty;
            if (rule.summed_with.empty())
                rule.summed_with = old.summed_with;
        }
    }

    static void read_licence(MapReader& row, Rule& rule) {
        const auto text = row.text("licence-limit");
        if (!text)
            return;
        const Limit ceiling = limit(row, "licence-limit", *text);
        rule.licence_limit = ceiling.text;
        if (ceiling.terms.empty() || rule.limit.terms.empty())
            return;
        const LimitTerm& most = ceiling.terms.front();
        const LimitTerm& least = rule.limit.terms.front();
        if (most.measure == least.measure && most.value < least.value)
            row.error_at("licence-limit",
                         fmt::format("a licence up to \"{}\" contradicts the limit \"{}\": below "
                                     "the limit none is needed",
                                     ceiling.text, rule.limit.text));
    }

    /// Only strengths in % w/w can be added up.
    static void check_sum(MapReader& row, const Rule& rule) {
        const bool has_strength = rule.limit.terms.size() == 1 &&
                                  rule.limit.terms.front().measure == Measure::weight_percent;
        if (!rule.summed_with.empty() && !has_strength)
            row.error_at("summed-with", "only a limit of one term in % w/w can be summed");
    }

    static Limit limit(MapReader& row, std::string_view key, const std::string& text) {
        if (text.empty())
            return {};
        if (auto parsed = Limit::parse(text)) {
            if (const auto never = never_met(*parsed))
                row.error_at(key, *never, "a row that can never answer is no row");
            return *std::move(parsed);
        }
        row.error_at(key, fmt::format("the limit \"{}\" cannot be read", text),
                     "write it as \"> 12 % w/w\", \">= 16 % N\", \"< 200 um and >= 70 % w/w "
                     "metal\", \">= 181.43 kg\" or \"any\"");
        return {};
    }

    void check_canaries() {
        if (!canaries_.is_complete())
            map_.error(entry_.position,
                       fmt::format("list \"{}\" has {} canaries that expect an answer and {} that "
                                   "expect none",
                                   entry_.key, canaries_.positive, canaries_.negative),
                       std::string(canary_advice));
    }

    const DocumentEntry& entry_;
    const PackContext& context_;
    PackContent& content_;
    std::vector<Diagnostic>& diagnostics_;
    MapReader map_;
    Rule defaults_;
    CanaryCount canaries_;
};

} // namespace

PackContent read_regime(const Document& document, const PackContext& context,
                        std::vector<Diagnostic>& diagnostics) {
    PackContent content;
    MapReader map(document, document.root, "regime", diagnostics);
    read_head(map, context, content, diagnostics);
    if (const DocumentNode* lists = map.child("lists")) {
        if (!lists->is_map())
            map.error(lists->position(), "\"lists\" must be a map of lists");
        for (const DocumentEntry& entry : lists->entries())
            ListReader(document, entry, context, content, diagnostics).read();
    }
    if (content.is_empty() && document.root.is_map())
        map.error(map.position(),
                  "the pack has neither a row nor an \"override\" nor a \"disable\"");
    map.finish();
    return content;
}

} // namespace preflag
