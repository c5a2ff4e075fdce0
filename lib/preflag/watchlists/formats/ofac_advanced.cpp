#include <preflag/base/text.h>
#include <preflag/watchlists/formats/list_builder.h>
#include <preflag/watchlists/formats/list_formats.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace preflag {

namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

/// "1960-03-12" of elements Year, Month and Day; empty without a year.
std::string day_text(const XmlElement* date) {
    if (date == nullptr || date->child_text("Year").empty())
        return {};
    return birth_date_of(date->child_text("Year"), date->child_text("Month"),
                         date->child_text("Day"));
}

/// A day, a year where the period is a whole one, or the years from and to.
std::string period_text(const XmlElement& period) {
    const XmlElement* start = period.child("Start");
    const XmlElement* end = period.child("End");
    std::string from = day_text(start == nullptr ? nullptr : start->child("From"));
    const std::string to = day_text(end == nullptr ? nullptr : end->child("To"));
    constexpr std::size_t year = 4;
    if (to.empty() || from == to)
        return from;
    if (from.substr(0, year) == to.substr(0, year))
        return from.substr(0, year);
    return fmt::format("{} to {}", from.substr(0, year), to.substr(0, year));
}

/// Where a part stands in a name as it is read: given names first.
int place_of_part(std::string_view type) {
    if (type == "First Name")
        return 0;
    if (type == "Middle Name")
        return 1;
    if (type == "Patronymic")
        return 2;
    return type == "Matronymic" || type == "Maiden Name" ? 4 : 3;
}

/// Parties, their documents, places and measures stand in sections of their own, which refer to
/// each other and to tables of values by number.
class AdvancedReader {
  public:
    explicit AdvancedReader(ListBuilder& builder) : builder_(builder) {}

    void read(const XmlElement& element) {
        if (element.name.ends_with("Values"))
            read_values(element);
        else if (element.name == "Year" || element.name == "Month" || element.name == "Day")
            issued_.children.push_back(element);
        else if (element.name == "Location")
            read_location(element);
        else if (element.name == "IDRegDocument")
            numbers_.emplace(element.attribute("IdentityID"),
                             element.child_text("IDRegistrationNo"));
        else if (element.name == "DistinctParty")
            read_party(element);
        else if (element.name == "SanctionsEntry")
            read_measures(element);
    }

    void finish() {
        builder_.date(day_of(day_text(&issued_)));
        if (strangers_ > 0)
            builder_.gap({},
                         fmt::format("{} of its entries are of parties that are not in the file",
                                     strangers_),
                         "download the list again");
    }

  private:
    struct Location {
        std::string country, address;
    };

    void read_values(const XmlElement& table) {
        for (const XmlElement& value : table.children) {
            values_[key(value.name, value.attribute("ID"))] = value.text;
            if (value.name == "PartySubType")
                party_types_.emplace(value.attribute("ID"), value.attribute("PartyTypeID"));
        }
    }

    static std::string key(std::string_view type, std::string_view id) {
        return fmt::format("{} {}", type, id);
    }

    [[nodiscard]] std::string_view value(std::string_view type, std::string_view id) const {
        const auto found = values_.find(key(type, id));
        return found == values_.end() ? std::string_view{} : std::string_view(found->second);
    }

    void read_location(const XmlElement& element) {
        Location& location = locations_[std::string(element.attribute("ID"))];
        if (const XmlElement* country = element.child("LocationCountry"))
            location.country = value("Country", country->attribute("CountryID"));
        element.each("LocationPart", "LocationPartValue", [&](const XmlElement& part) {
            location.address = joined({location.address, part.child_text("Value")}, ", ");
        });
    }

    [[nodiscard]] EntryKind kind_of(std::string_view sub_type) const {
        std::string kind = ascii_lower(value("PartySubType", sub_type));
        if (const auto type = party_types_.find(sub_type);
            kind == "unknown" && type != party_types_.end())
            kind = ascii_lower(value("PartyType", type->second));
        if (kind == "individual")
            return EntryKind::person;
        if (kind == "vessel")
            return EntryKind::vessel;
        if (kind == "aircraft")
            return EntryKind::aircraft;
        return kind == "entity" ? EntryKind::organisation : EntryKind::unknown;
    }

    void read_party(const XmlElement& party) {
        const std::string_view id = party.attribute("FixedRef");
        if (id.empty())
            return builder_.reject(party.position, "a party without FixedRef", {});
        ListEntry& entry = builder_.entry(id, party.position);
        party.each("Profile", [&](const XmlElement& profile) {
            entry.kind = kind_of(profile.attribute("PartySubTypeID"));
            parties_.emplace(profile.attribute("ID"), id);
            profile.each("Identity",
                         [&](const XmlElement& identity) { read_identity(entry, identity); });
            profile.each("Feature",
                         [&](const XmlElement& feature) { read_feature(entry, feature); });
        });
    }

    void read_identity(ListEntry& entry, const XmlElement& identity) {
        Texts parts;
        identity.each("NamePartGroups", "MasterNamePartGroup", [&](const XmlElement& group) {
            group.each("NamePartGroup", [&](const XmlElement& part) {
                parts.emplace(part.attribute("ID"),
                              value("NamePartType", part.attribute("NamePartTypeID")));
            });
        });
        identity.each("Alias", [&](const XmlElement& alias) { read_alias(entry, alias, parts); });
        const auto [begin, end] = numbers_.equal_range(identity.attribute("ID"));
        for (auto number = begin; number != end; ++number)
            add_value(entry.identifiers, number->second);
    }

    /// A name in one or more scripts; only the first one of the primary name is the entry's own.
    static void read_alias(ListEntry& entry, const XmlElement& alias, const Texts& parts) {
        const NameQuality quality =
            alias.attribute("LowQuality") == "true" ? NameQuality::weak_alias : NameQuality::alias;
        bool is_primary = alias.attribute("Primary") == "true";
        alias.each("DocumentedName", [&](const XmlElement& name) {
            add_name(entry, name_text(name, parts), is_primary ? NameQuality::primary : quality);
            is_primary = false;
        });
    }

    static std::string name_text(const XmlElement& name, const Texts& types) {
        std::vector<std::pair<int, std::string_view>> parts;
        name.each("DocumentedNamePart", "NamePartValue", [&](const XmlElement& part) {
            const auto type = types.find(part.attribute("NamePartGroupID"));
            parts.emplace_back(place_of_part(type == types.end() ? "" : type->second), part.text);
        });
        std::stable_sort(parts.begin(), parts.end(), [](const auto& left, const auto& right) {
            return left.first < right.first;
        });
        std::string text;
        for (const auto& [place, part] : parts)
            text = joined({text, part}, " ");
        return text;
    }

    void read_feature(ListEntry& entry, const XmlElement& feature) const {
        const std::string type =
            ascii_lower(value("FeatureType", feature.attribute("FeatureTypeID")));
        const bool is_number = type.find("tail number") != std::string::npos ||
                               type.find("imo number") != std::string::npos ||
                               type.find("registration") != std::string::npos;
        feature.each("FeatureVersion", [&](const XmlElement& version) {
            if (type == "birthdate")
                version.each("DatePeriod", [&](const XmlElement& period) {
                    add_value(entry.birth_dates, period_text(period));
                });
            else if (type == "location")
                add_location(entry, version, true);
            else if (type.starts_with("nationality") || type.starts_with("citizenship"))
                add_location(entry, version, false);
            else if (is_number)
                add_value(entry.identifiers, version.child_text("VersionDetail"));
        });
    }

    void add_location(ListEntry& entry, const XmlElement& version, bool with_address) const {
        version.each("VersionLocation", [&](const XmlElement& reference) {
            const auto location = locations_.find(reference.attribute("LocationID"));
            if (location == locations_.end())
                return;
            add_value(entry.countries, location->second.country);
            if (with_address)
                add_value(entry.addresses, location->second.address);
        });
    }

    /// The programmes stand as comments of measures.
    void read_measures(const XmlElement& element) {
        const auto party = parties_.find(element.attribute("ProfileID"));
        if (party == parties_.end()) {
            ++strangers_;
            return;
        }
        ListEntry* entry = builder_.find(party->second);
        element.each("SanctionsMeasure", [&](const XmlElement& measure) {
            if (value("SanctionsType", measure.attribute("SanctionsTypeID")) == "Program")
                add_value(entry->programmes, measure.child_text("Comment"));
        });
    }

    ListBuilder& builder_;
    Texts values_;      ///< by type and number
    Texts party_types_; ///< the number of the type of a sub-type
    Texts parties_;     ///< entries by the number of their profile
    std::multimap<std::string, std::string, std::less<>> numbers_; ///< by identity
    std::map<std::string, Location, std::less<>> locations_;
    XmlElement issued_; ///< the list's day
    std::size_t strangers_ = 0;
};

} // namespace

ListContents read_ofac_advanced_xml(const WatchlistFile& file) {
    const bool is_consolidated = ascii_lower(file.path).find("cons") != std::string::npos;
    ListBuilder builder(is_consolidated ? "us-ofac-consolidated" : "us-ofac-sdn",
                        "OFAC advanced xml", file);
    AdvancedReader reader(builder);
    const Diagnostic fault = read_xml(file.text, file.path,
                                      {"DateOfIssue", "ReferenceValueSets", "Locations",
                                       "IDRegDocuments", "DistinctParties", "SanctionsEntries"},
                                      [&](const XmlElement& element) { reader.read(element); });
    if (fault.message.empty())
        reader.finish();
    else
        builder.reject(fault);
    return builder.finish();
}

} // namespace preflag
