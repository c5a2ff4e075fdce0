#pragma once

#include <preflag/manifest/header/column_draft.h>

namespace preflag {

/// Reads columns whose headers say what they are only beside others: a bare "Name" beside a CAS
/// number is the goods, "Shipping Name" beside "Shipping City" the consignee, "Buyer" beside
/// "Recipient" the payer. Columns given with --map stay.
void settle_by_neighbours(ColumnDraft& draft, const FieldAliases& aliases);

} // namespace preflag
