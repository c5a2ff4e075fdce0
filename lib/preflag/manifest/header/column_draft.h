#pragma once

#include <preflag/manifest/header/field_aliases.h>
#include <preflag/manifest/manifest_reader.h>

#include <string>
#include <vector>

namespace preflag {

/// The columns of a manifest while it is decided what they are read as.
struct ColumnDraft {
    static constexpr int by_override = 3;

    std::vector<ColumnUse> uses;
    std::vector<int> strengths; ///< of the match, by column; `by_override` for --map
    std::vector<std::string> notes;

    [[nodiscard]] bool is_fixed(const ColumnUse& use) const {
        return strengths[use.number - 1] == by_override;
    }
    [[nodiscard]] bool has(Field field) const {
        for (const ColumnUse& use : uses)
            if (use.field == field)
                return true;
        return false;
    }
    void read_as(ColumnUse& use, Field field, std::string reason) {
        use.field = field;
        use.reason = std::move(reason);
        strengths[use.number - 1] = 2;
    }
    void ignore(ColumnUse& use, std::string reason) {
        use.field.reset();
        use.unit.clear();
        use.reason = "ignored: " + std::move(reason);
        strengths[use.number - 1] = 0;
    }
};

} // namespace preflag
