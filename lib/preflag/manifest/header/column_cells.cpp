#include <preflag/base/text.h>
#include <preflag/manifest/header/column_cells.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

/// The field whose unit a field is.
std::optional<Field> measure_of(Field unit) {
    for (const Field field : {Field::quantity, Field::net_weight, Field::gross_weight})
        if (unit_field(field) == unit)
            return field;
    return unit == Field::weight_unit ? std::optional(Field::gross_weight) : std::nullopt;
}

class CellJudge {
  public:
    CellJudge(ColumnDraft& draft, const FieldAliases& aliases, const SampleRows& sample)
        : draft_(draft), aliases_(aliases), sample_(sample) {}

    void judge() {
        for (ColumnUse& use : draft_.uses)
            if (use.field && !draft_.is_fixed(use))
                judge(use, forms(use));
        judge_amounts();
        judge_articles();
    }

  private:
    CellForms forms(const ColumnUse& use) const {
        return forms_of(
            sample_, use.number - 1,
            [&](std::string_view cell) { return aliases_.is_measure_unit(cell); },
            [&](std::string_view cell) {
                return aliases_.placeholders().stands_for_nothing(Field::description, cell);
            });
    }

    void judge(ColumnUse& use, const CellForms& forms) {
        if (forms.filled == 0)
            return;
        const Field field = *use.field;
        if (is_code(field))
            judge_code(use, forms);
        else if (const auto measure = measure_of(field); measure && forms.most(forms.with_digits))
            judge_unit(use, *measure, forms);
        else if (field == Field::value && forms.most(forms.measured))
            turn(use, Field::quantity, "its cells are quantities with units");
        else if (const auto unit = unit_column(field);
                 unit && forms.all(forms.units) && use.unit.empty())
            turn(use, *unit, "its cells are units");
        else if (field == Field::consignee_identifier && forms.all(forms.rates) &&
                 aliases_.rules().taxes.is_in(header_vocabulary(use.header)))
            draft_.ignore(use, "its cells are rates, no identifiers");
        else if (field == Field::concentration)
            judge_share(use, forms);
    }

    void judge_code(ColumnUse& use, const CellForms& forms) {
        const bool fits = (use.field == Field::un && forms.un_numbers > 0) ||
                          (use.field == Field::hs && forms.digits_of_four > 0) ||
                          (use.field != Field::un && forms.digits_of_five > 0);
        if (fits)
            return;
        if (forms.all(forms.units) && !draft_.has(Field::quantity_unit))
            return turn(use, Field::quantity_unit, "its cells are units");
        note(use, fmt::format("is read as {}, but no cell in the beginning of the file looks like "
                              "one",
                              field_name(*use.field)));
    }

    /// "Quantity and unit": one cell holds both.
    void judge_unit(ColumnUse& use, Field measure, const CellForms& forms) {
        if (forms.most(forms.measured) || forms.all(forms.with_digits))
            turn(use, measure, "its cells hold the figure with its unit");
    }

    /// 0.35 for 35 %.
    void judge_share(ColumnUse& use, const CellForms& forms) {
        constexpr double least_of_the_largest = 0.3;
        const bool says_share = aliases_.rules().shares.is_in(header_vocabulary(use.header));
        if (use.unit == "%" || !forms.all(forms.numbers) || forms.largest > 1 ||
            draft_.has(Field::concentration_unit))
            return;
        if (!says_share && (forms.largest < least_of_the_largest || forms.filled < 2))
            return note(use, "holds figures up to 1 and is read as per cent; if they are shares, "
                             "say so in its header or in a unit column");
        use.unit = "fraction";
        note(use, "is read as shares of 1: 0.35 is 35 %");
    }

    /// "Amount, Unit": of a good, where nothing else tells how much of it there is.
    void judge_amounts() {
        if (draft_.has(Field::quantity) || draft_.has(Field::net_weight) ||
            draft_.has(Field::gross_weight) || draft_.has(Field::currency))
            return;
        const auto is_amount = [&](const ColumnUse& use) {
            return use.field == Field::value && !draft_.is_fixed(use) &&
                   aliases_.rules().amounts.is_in(header_vocabulary(use.header));
        };
        const auto is_unit = [&](const ColumnUse& use) {
            return use.field == Field::quantity_unit && forms(use).mass_units > 0;
        };
        auto& uses = draft_.uses;
        const auto amount = std::find_if(uses.begin(), uses.end(), is_amount);
        if (amount == uses.end())
            return;
        if (const auto unit = std::find_if(uses.begin(), uses.end(), is_unit); unit != uses.end())
            turn(*amount, Field::quantity, fmt::format("column {} gives its unit", unit->number));
    }

    /// "Artikel" with article numbers is no part of the description.
    void judge_articles() {
        const auto descriptions =
            std::count_if(draft_.uses.begin(), draft_.uses.end(),
                          [](const ColumnUse& use) { return use.field == Field::description; });
        for (ColumnUse& use : draft_.uses) {
            if (descriptions < 2 || use.field != Field::description || draft_.is_fixed(use))
                continue;
            const CellForms found = forms(use);
            if (found.all(found.articles))
                draft_.read_as(use, Field::item, "its cells are article numbers");
        }
    }

    void turn(ColumnUse& use, Field field, const std::string& why) {
        note(use, fmt::format("is read as {}: {}", field_name(field), why));
        draft_.read_as(use, field, why);
        use.unit.clear();
    }

    void note(const ColumnUse& use, std::string_view what) {
        draft_.notes.push_back(
            fmt::format("column {} \"{}\" {}", use.number, printable(fit(use.header, 40)), what));
    }

    ColumnDraft& draft_;
    const FieldAliases& aliases_;
    const SampleRows& sample_;
};

} // namespace

void settle_by_cells(ColumnDraft& draft, const FieldAliases& aliases, const SampleRows& sample) {
    if (!sample.empty())
        CellJudge(draft, aliases, sample).judge();
}

} // namespace preflag
