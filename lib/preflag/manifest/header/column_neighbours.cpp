#include <preflag/base/field_set.h>
#include <preflag/base/text.h>
#include <preflag/manifest/header/column_neighbours.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace preflag {

namespace {

class NeighbourJudge {
  public:
    NeighbourJudge(ColumnDraft& draft, const FieldAliases& aliases)
        : draft_(draft), rules_(aliases.rules()) {}

    void judge() {
        judge_deliveries();
        judge_buyers();
        judge_bare_attributes();
        judge_bare_names();
        judge_prices();
        tell_missing_description();
    }

  private:
    using Part = HeaderRules::PartyPart;
    using Kind = Part::Kind;

    [[nodiscard]] static HeaderVocabulary words(const ColumnUse& use) {
        return header_vocabulary(use.header);
    }
    [[nodiscard]] static bool names(const HeaderPhrases& phrases, const ColumnUse& use) {
        return phrases.is_in(words(use));
    }
    /// Whether the header is one of the phrases and nothing else.
    [[nodiscard]] static bool is_one_of(const HeaderPhrases& phrases, const ColumnUse& use) {
        return phrases.are_all_of(words(use));
    }
    [[nodiscard]] bool is_free(const ColumnUse& use) const {
        return !use.field && !draft_.is_fixed(use);
    }

    /// Shops write where an order goes and who pays it as two sets of columns.
    void judge_deliveries() {
        std::array<std::array<bool, 2>, 2> found{}; // billing or not; a name or a place
        for (const ColumnUse& use : draft_.uses)
            if (const auto part = rules_.party_part(words(use)))
                found[part->is_billing ? 1 : 0][part->kind <= Kind::name ? 0 : 1] = true;
        const bool is_delivery = found[0][0] && (found[0][1] || found[1][0]);
        for (ColumnUse& use : draft_.uses) {
            const auto part = rules_.party_part(words(use));
            if (!part || draft_.is_fixed(use))
                continue;
            if (part->is_billing)
                give_to_payer(use, *part);
            else if (is_delivery)
                give_to_consignee(use, *part);
        }
    }

    void give_to_payer(ColumnUse& use, const Part& part) {
        if (part.kind > Kind::name)
            return draft_.ignore(use, "it is about who pays");
        draft_.read_as(use, Field::payer, "names who pays");
        use.joint = part.kind == Kind::company ? ", " : " ";
    }

    void give_to_consignee(ColumnUse& use, const Part& part) {
        draft_.read_as(use, part.field(), "stands beside other columns about the delivery");
        use.unit.clear();
        if (part.kind == Kind::company)
            use.joint = ", ";
        else if (part.kind < Kind::company)
            use.joint = " ";
    }

    /// "Buyer" and "Recipient": the goods go to the second.
    void judge_buyers() {
        const auto is_recipient = [&](const ColumnUse& use) {
            return use.field == Field::consignee && !names(rules_.buyers, use);
        };
        const auto recipient = std::find_if(draft_.uses.begin(), draft_.uses.end(), is_recipient);
        if (recipient == draft_.uses.end())
            return;
        FieldSet of_others; // fields that columns which are not about the buyer are read as
        for (const ColumnUse& use : draft_.uses)
            if (use.field && is_of_consignee(*use.field) && !names(rules_.buyers, use))
                of_others.add(*use.field);
        for (ColumnUse& use : draft_.uses) {
            if (!use.field || !is_of_consignee(*use.field) || draft_.is_fixed(use) ||
                !names(rules_.buyers, use))
                continue;
            if (use.field == Field::consignee)
                draft_.read_as(use, Field::payer,
                               fmt::format("the goods go to column {}", recipient->number));
            else if (of_others.contains(*use.field))
                draft_.ignore(use, fmt::format("the goods go to column {}", recipient->number));
        }
    }

    /// "PLZ", "Ort", "Land": of the consignee, when there are several of them.
    void judge_bare_attributes() {
        const auto bare = [&](const ColumnUse& use) { return rules_.bare_attribute(words(use)); };
        const auto addresses =
            std::count_if(draft_.uses.begin(), draft_.uses.end(), [&](const ColumnUse& use) {
                return bare(use) == Field::consignee_address;
            });
        if (addresses == 0 || (addresses < 2 && !draft_.has(Field::consignee)))
            return;
        const bool has_country = draft_.has(Field::consignee_country);
        for (ColumnUse& use : draft_.uses) {
            const auto field = bare(use);
            if (!is_free(use) || !field || (field == Field::consignee_country && has_country))
                continue;
            draft_.read_as(use, *field, "stands beside other columns of an address");
        }
    }

    /// A bare "Name" is the goods beside their codes, the consignee beside an address.
    void judge_bare_names() {
        const auto tells_goods = [&](const ColumnUse& use) {
            return (use.field && is_code(*use.field)) || is_one_of(rules_.formulas, use);
        };
        const bool has_code = std::any_of(draft_.uses.begin(), draft_.uses.end(), tells_goods);
        const bool has_description = draft_.has(Field::description);
        const bool has_address =
            std::any_of(draft_.uses.begin(), draft_.uses.end(), [](const ColumnUse& use) {
                return use.field == Field::consignee_address ||
                       use.field == Field::consignee_phone || use.field == Field::consignee_email;
            });
        const bool is_party = has_address && !draft_.has(Field::consignee);
        for (ColumnUse& use : draft_.uses) {
            if (!is_free(use) || !is_one_of(rules_.bare_names, use))
                continue;
            if (is_party)
                return draft_.read_as(use, Field::consignee, "stands beside an address");
            if (has_code && !has_description)
                return draft_.read_as(use, Field::description,
                                      "stands beside the codes of the goods");
        }
    }

    /// A bare price may be that of one unit: it gives way to a total.
    void judge_prices() {
        const auto is_price = [&](const ColumnUse& use) {
            return use.field == Field::value && !draft_.is_fixed(use) &&
                   is_one_of(rules_.prices, use);
        };
        const auto is_value = [&](const ColumnUse& use) {
            return use.field == Field::value && !is_price(use);
        };
        const auto is_total = [&](const ColumnUse& use) {
            return is_free(use) && is_one_of(rules_.totals, use);
        };
        auto& uses = draft_.uses;
        if (std::none_of(uses.begin(), uses.end(), is_price))
            return;
        const auto total = std::find_if(uses.begin(), uses.end(), is_total);
        if (std::none_of(uses.begin(), uses.end(), is_value)) {
            if (total == uses.end())
                return;
            draft_.read_as(*total, Field::value, "stands beside a price");
        }
        for (ColumnUse& use : uses)
            if (is_price(use))
                draft_.ignore(use, "another column tells the value of the line");
    }

    void tell_missing_description() {
        if (draft_.has(Field::description) || draft_.has(Field::proper_shipping_name))
            return;
        std::string unread;
        for (const ColumnUse& use : draft_.uses)
            if (!use.field && !use.header.empty() && unread.size() < 200)
                unread += fmt::format("{}\"{}\"", unread.empty() ? "" : ", ",
                                      printable(fit(use.header, 30)));
        draft_.notes.push_back(fmt::format(
            "no column describes the goods, they are known by their codes alone{}; --map "
            "description=HEADER names one",
            unread.empty() ? "" : " (not read: " + unread + ")"));
    }

    ColumnDraft& draft_;
    const HeaderRules& rules_;
};

} // namespace

void settle_by_neighbours(ColumnDraft& draft, const FieldAliases& aliases) {
    NeighbourJudge(draft, aliases).judge();
}

} // namespace preflag
