#pragma once

#include <preflag/consignees/consignee_kinds.h>
#include <preflag/goods/lexicon/catalogue.h>
#include <preflag/rules/rule_set.h>

namespace preflag {

/// What lines are judged by, loaded from the same folders. Const while it is used; must outlive the
/// screeners that use it.
struct Knowledge {
    Catalogue catalogue;
    RuleSet rules;
    ConsigneeKinds consignee_kinds;
};

} // namespace preflag
