#include <preflag/base/document/document.h>
#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/watchlists/formats/list_builder.h>
#include <preflag/watchlists/formats/list_formats.h>

#include <fmt/format.h>

namespace preflag {

namespace {

EntryKind french_kind(std::string_view nature) {
    if (nature == "Personne physique")
        return EntryKind::person;
    if (nature == "Personne morale")
        return EntryKind::organisation;
    return nature == "Navire" ? EntryKind::vessel : EntryKind::unknown;
}

std::string french_date(const DocumentNode& value) {
    return birth_date_of(text_of(value, "Annee"), text_of(value, "Mois"), text_of(value, "Jour"));
}

void read_french_address(ListEntry& entry, const DocumentNode& value) {
    add_value(entry.addresses, text_of(value, "Adresse"));
    add_value(entry.countries, text_of(value, "Pays"));
}

/// The register's fields have a type and a list of values, each with keys of its own.
void read_french_field(ListEntry& entry, std::string_view type, const DocumentNode& value) {
    if (type == "ALIAS")
        add_name(entry, text_of(value, "Alias"), NameQuality::alias);
    else if (type == "DATE_DE_NAISSANCE")
        add_value(entry.birth_dates, french_date(value));
    else if (type == "NATIONALITE")
        add_value(entry.countries, text_of(value, "Pays"));
    else if (type == "ADRESSE_PM" || type == "ADRESSE_PP")
        read_french_address(entry, value);
    else if (type == "PASSEPORT")
        add_value(entry.identifiers, text_of(value, "NumeroPasseport"));
    else if (type == "AUTRE_IDENTITE")
        add_value(entry.identifiers, text_of(value, "NumeroCarte"));
    else if (type == "NUMERO_OMI")
        add_value(entry.identifiers, text_of(value, "NumeroOMI"));
    else if (type == "IDENTIFICATION")
        add_value(entry.identifiers, text_of(value, "Identification"));
    else if (type == "FONDEMENT_JURIDIQUE")
        add_value(entry.programmes, text_of(value, "FondementJuridiqueLabel"));
}

template <class Use>
void each_value(const DocumentNode& record, Use use) {
    const DocumentNode* fields = record.find("RegistreDetail");
    if (fields == nullptr)
        return;
    for (const DocumentNode& field : fields->items())
        if (const DocumentNode* values = field.find("Valeur"))
            for (const DocumentNode& value : values->items())
                use(text_of(field, "TypeChamp"), value);
}

void read_french_record(ListBuilder& builder, const DocumentNode& record) {
    const std::string_view id = text_of(record, "IdRegistre");
    const std::string_view name = text_of(record, "Nom");
    if (id.empty() || name.empty())
        return builder.reject(record.position(), id.empty() ? "no IdRegistre" : "no Nom", name);
    ListEntry& entry = builder.entry(id, record.position());
    entry.kind = french_kind(text_of(record, "Nature"));
    std::string given;
    each_value(record, [&](std::string_view type, const DocumentNode& value) {
        if (type == "PRENOM")
            given = joined({given, text_of(value, "Prenom")}, " ");
    });
    add_name(entry, joined({given, name}, " "), NameQuality::primary);
    each_value(record, [&](std::string_view type, const DocumentNode& value) {
        read_french_field(entry, type, value);
    });
}

} // namespace

ListContents read_france_json(const WatchlistFile& file) {
    ListBuilder builder("fr-gels", "France Registre national des gels json", file);
    const Document document = read_json(file.text, file.path, list_limits);
    const DocumentNode* publication = document.root.find("Publications");
    const DocumentNode* records =
        publication == nullptr ? nullptr : publication->find("PublicationDetail");
    if (records == nullptr || !records->is_list())
        throw InputError(
            fmt::format("the watchlist {} has no list \"PublicationDetail\"", file.path));
    builder.date(day_of(text_of(*publication, "DatePublication")));
    for (const DocumentNode& record : records->items())
        read_french_record(builder, record);
    return builder.finish();
}

} // namespace preflag
