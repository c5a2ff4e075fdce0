#pragma once

#include <preflag/watchlists/watchlist_entry.h>
#include <preflag/watchlists/watchlist_file.h>

namespace preflag {

// The formats of published lists, one file each. Each reads its file as far as it goes.

ListContents read_ofac_csv(const WatchlistFile& file);
ListContents read_ofac_xml(const WatchlistFile& file);
/// Of the Sanctions List Service: "sanctionsData".
ListContents read_ofac_enhanced_xml(const WatchlistFile& file);
/// "Sanctions", with parties, documents, places and measures in sections of their own.
ListContents read_ofac_advanced_xml(const WatchlistFile& file);
ListContents read_screening_list_csv(const WatchlistFile& file);
ListContents read_screening_list_json(const WatchlistFile& file);
/// The Denied Persons List of the United States: dpl.txt, parted by tabs.
ListContents read_denied_persons(const WatchlistFile& file);
ListContents read_un_xml(const WatchlistFile& file);
ListContents read_eu_csv(const WatchlistFile& file);
ListContents read_eu_xml(const WatchlistFile& file);
ListContents read_uk_ofsi_csv(const WatchlistFile& file);
/// ConList.xml.
ListContents read_uk_ofsi_xml(const WatchlistFile& file);
ListContents read_uk_sanctions_csv(const WatchlistFile& file);
ListContents read_uk_sanctions_xml(const WatchlistFile& file);
/// Canada's consolidated autonomous sanctions list.
ListContents read_canada_xml(const WatchlistFile& file);
/// Switzerland's list; what was taken off it stands in the file and is passed over.
ListContents read_swiss_xml(const WatchlistFile& file);
/// Australia's consolidated list, saved as csv.
ListContents read_australia_csv(const WatchlistFile& file);
/// France's Registre national des gels.
ListContents read_france_json(const WatchlistFile& file);
/// Ukraine: the subjects of the National Security and Defence Council's register, and the list of
/// the State Financial Monitoring Service.
ListContents read_ukraine_json(const WatchlistFile& file);
ListContents read_ukraine_xml(const WatchlistFile& file);
/// Japan: the end user list of METI and the lists of the Ministry of Finance, saved as csv; titles
/// may stand above the headers, and several tables below each other.
bool is_japan_csv(const WatchlistFile& file);
ListContents read_japan_csv(const WatchlistFile& file);
ListContents read_open_sanctions_csv(const WatchlistFile& file);
ListContents read_follow_the_money(const WatchlistFile& file);
/// JSON lines in the entity specification of Senzing, as OpenSanctions publishes them.
ListContents read_senzing(const WatchlistFile& file);
ListContents read_own_csv(const WatchlistFile& file);
ListContents read_own_text(const WatchlistFile& file);
ListContents read_own_yaml(const WatchlistFile& file);

} // namespace preflag
