#include <preflag/base/text.h>
#include <preflag/goods/line/belief.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace preflag {

namespace {

/// "H2O2" means one thing only; "HCl" and "Al" are written for many.
bool is_telling_formula(std::string_view text) {
    constexpr std::size_t shortest = 4;
    const std::string plain = fold(text);
    return plain.size() >= shortest && std::any_of(plain.begin(), plain.end(), is_ascii_digit);
}

bool is_short_name(const Hit& hit, const GoodsText& text) {
    return hit.kind == EvidenceKind::abbreviation || hit.kind == EvidenceKind::grade ||
           (hit.kind == EvidenceKind::formula &&
            !is_telling_formula(text.text.substr(hit.offset, hit.length)));
}

Judgement cancelled_if(std::optional<std::string> words) {
    return words ? Judgement{Worth::cancelled, *std::move(words)} : Judgement{};
}

bool has_nitrogen_split(const GoodsText& text) {
    const auto has = [&](Basis basis) {
        return std::any_of(
            text.figures.begin(), text.figures.end(),
            [&](const StrengthFigure& figure) { return figure.concentration.basis == basis; });
    };
    return has(Basis::nitrate_nitrogen) && has(Basis::ammonium_nitrogen);
}

bool only_un_and_tariff(const Candidate& candidate) {
    return std::all_of(candidate.hits.begin(), candidate.hits.end(), [](const Hit* hit) {
        return hit->kind == EvidenceKind::un || is_tariff(hit->kind);
    });
}

/// Sorts the hits of one line.
class Sorting {
  public:
    Sorting(const Lexicon& lexicon, const GoodsLine& line, LineContext& context)
        : lexicon_(lexicon), line_(line), context_(context) {}

    Belief sort() {
        line_.for_each_hit([&](const Hit& hit) { take(hit); });
        for (const Hit* hit : short_names_)
            take_short_name(*hit);
        leave_out_shared_numbers();
        return std::move(belief_);
    }

  private:
    void take(const Hit& hit) {
        Judgement judgement = judge(hit, line_, context_);
        switch (judgement.worth) {
        case Worth::counts:
            return keep(hit);
        case Worth::needs_support:
            return short_names_.push_back(&hit);
        case Worth::other_product:
            belief_.other_products.push_back(&hit);
            return cancel(hit, std::move(judgement.because));
        case Worth::cancelled:
            return cancel(hit, std::move(judgement.because));
        }
    }

    void take_short_name(const Hit& hit) {
        if (hit.kind == EvidenceKind::grade && !has_nitrogen_split(*line_.text_of(hit)))
            cancel(hit, "nitrate nitrogen without ammonium nitrogen");
        else if (hit.is_telling || places_.contains(hit.substance) ||
                 (!cancelled_names_.contains(hit.substance) && context_.is_supported(hit)))
            keep(hit);
        else
            cancel(hit, "an ambiguous short name without other evidence");
    }

    void keep(const Hit& hit) {
        const auto [place, is_new] = places_.try_emplace(hit.substance, belief_.candidates.size());
        if (is_new)
            belief_.candidates.push_back({hit.substance, {}});
        belief_.candidates[place->second].hits.push_back(&hit);
    }

    /// Takes out candidates for which nothing speaks but UN numbers that are also those of another
    /// one, which is named.
    void leave_out_shared_numbers() {
        const NumberOwners named = named_owners();
        if (named.empty())
            return;
        std::vector<Candidate> kept;
        for (Candidate& candidate : belief_.candidates) {
            const Substance* owner = owner_of_numbers(candidate, named);
            if (owner == nullptr)
                kept.push_back(std::move(candidate));
            else
                for (const Hit* hit : candidate.hits)
                    cancel(*hit, fmt::format("the goods are named {}, which the code is of, too",
                                             owner->name));
        }
        belief_.candidates = std::move(kept);
    }

    using NumberOwners = std::map<UnNumber, const Substance*>;
    /// The shared UN numbers of substances that more speaks for than UN numbers and tariff codes.
    [[nodiscard]] NumberOwners named_owners() const {
        NumberOwners owners;
        for (const Candidate& candidate : belief_.candidates)
            if (!only_un_and_tariff(candidate))
                for (const UnEntry& entry : lexicon_[candidate.substance].un)
                    if (lexicon_.by_un.is_shared(entry.number.digits()))
                        owners.emplace(entry.number, &lexicon_[candidate.substance]);
        return owners;
    }

    /// The named substance that the UN numbers of a candidate belong to; nullptr when the candidate
    /// has a number of its own, none, or more than numbers.
    [[nodiscard]] static const Substance* owner_of_numbers(const Candidate& candidate,
                                                           const NumberOwners& named) {
        if (!only_un_and_tariff(candidate))
            return nullptr;
        const Substance* owner = nullptr;
        for (const Hit* hit : candidate.hits)
            if (hit->un) {
                const auto found = named.find(*hit->un);
                if (found == named.end())
                    return nullptr;
                owner = found->second;
            }
        return owner;
    }

    void cancel(const Hit& hit, std::string because) {
        if (hit.kind == EvidenceKind::name && !hit.is_other_product)
            cancelled_names_.insert(hit.substance);
        belief_.cancelled.push_back(
            {&lexicon_[hit.substance], evidence_of(line_, hit), std::move(because)});
    }

    const Lexicon& lexicon_;
    const GoodsLine& line_;
    LineContext& context_;
    std::vector<const Hit*> short_names_;
    /// Their short names need more than support: "Peroxides (excl. hydrogen peroxide)".
    std::unordered_set<SubstanceId> cancelled_names_;
    std::unordered_map<SubstanceId, std::size_t> places_; ///< among the candidates
    Belief belief_;
};

} // namespace

Judgement judge(const Hit& hit, const GoodsLine& line, LineContext& context) {
    if (hit.is_other_product)
        return {Worth::other_product, "names another product"};
    if (is_number(hit.kind) && hit.kind != EvidenceKind::un)
        if (auto form = context.other_form(hit.substance))
            return cancelled_if(std::move(form));
    const GoodsText* text = line.text_of(hit);
    if (text == nullptr)
        return {};
    if (context.is_cleaned())
        return {Worth::cancelled, "cleaned packaging"};
    if (hit.kind == EvidenceKind::un)
        return cancelled_if(context.around(hit).article_around(hit.range));
    if (is_number(hit.kind) || is_tariff(hit.kind))
        return {};
    if (hit.is_corrected && context.has_other_cas())
        return {Worth::cancelled, "the CAS number is of another substance"};
    if (auto words = context.around(hit).cancelling_words(hit.range))
        return cancelled_if(std::move(words));
    if (auto words = context.constituent(hit))
        return cancelled_if(std::move(words));
    if (context.is_ingredient(hit))
        return {Worth::cancelled, "an ingredient of a cosmetic"};
    return {is_short_name(hit, *text) ? Worth::needs_support : Worth::counts, ""};
}

Belief believed(const Lexicon& lexicon, const GoodsLine& line, LineContext& context) {
    return Sorting(lexicon, line, context).sort();
}

} // namespace preflag
