#pragma once

#include <preflag/watchlists/watchlist_entry.h>

#include <string>

namespace preflag {

/// Reads a watchlist file in whichever of these formats it is: OFAC SDN and consolidated csv (with
/// the alt, add and comments files beside it) and xml; US Consolidated Screening List csv and json;
/// UN Security Council xml; EU consolidated csv and xml; UK OFSI csv; UK sanctions list csv and
/// xml; OpenSanctions targets.simple.csv and FollowTheMoney JSON lines; csv, txt or yaml lists of
/// the user's own (a column or key "name").
/// Throws InputError when the file cannot be read, is no such list, is a web page, or has no entry,
/// and PackError when its YAML or JSON is broken.
ListContents read_list(const std::string& path);

} // namespace preflag
