#pragma once

#include <preflag/manifest/header/cell_forms.h>
#include <preflag/manifest/header/column_draft.h>

namespace preflag {

/// Reads columns otherwise whose cells do not fit what their headers say: "Un" over KG and PC is a
/// unit, "Amount" over "250 kg" a quantity. A note says so. Columns given with --map stay.
void settle_by_cells(ColumnDraft& draft, const FieldAliases& aliases, const SampleRows& sample);

} // namespace preflag
