#pragma once

#include <preflag/watchlists/watchlist_entry.h>

#include <string>

namespace preflag {

/// Reads a watchlist file in whichever of these formats it is: OFAC SDN and consolidated csv, pip
/// and del (with the alt, add and comments files beside it), xml, advanced xml and enhanced xml; US
/// Consolidated Screening List csv, tsv and json; US Denied Persons List; UN Security Council xml;
/// EU consolidated csv and xml; UK OFSI csv and xml; UK sanctions list csv and xml; Canada SEMA
/// xml; Switzerland SECO xml; Australia DFAT csv; France's register of freezes json; Ukraine NSDC
/// json and SFMS xml; Japan METI and Ministry of Finance csv; OpenSanctions targets.simple.csv,
/// FollowTheMoney and Senzing JSON lines; csv, txt or yaml lists of the user's own (a column or key
/// "name"). A txt file with columns is read as csv.
/// Throws InputError when the file cannot be read, is no such list, is a web page, or has no entry,
/// and MalformedFile when its YAML or JSON is broken.
ListContents read_list(const std::string& path);

} // namespace preflag
