#include <preflag/base/digest.h>
#include <preflag/base/document/map_reader.h>
#include <preflag/base/error.h>
#include <preflag/base/file/text_file.h>
#include <preflag/base/text.h>
#include <preflag/clearance/licence_document.h>
#include <preflag/clearance/licence_reader.h>
#include <preflag/manifest/source/byte_source.h>
#include <preflag/manifest/workbook/workbook_table.h>
#include <preflag/watchlists/index/compiled_list.h>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <limits>

namespace preflag {

namespace {

constexpr std::string_view any = "any";

/// A number of more than nothing with a unit behind it: {40, "% w/w"}.
struct Figure {
    double value = 0;
    std::string unit;
};

std::optional<Figure> figure_of(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || !(value > 0) || value > 1e12)
        return std::nullopt;
    std::string unit;
    for (const char c : text.substr(static_cast<std::size_t>(end - text.data())))
        if (!is_ascii_space(c))
            unit += ascii_lower(c);
    return Figure{value, unit};
}

std::optional<Concentration> strength_of(std::string_view text) {
    const auto figure = figure_of(text);
    if (!figure || figure->value > 200) // oleum goes above 100
        return std::nullopt;
    const Interval value{figure->value, figure->value};
    if (figure->unit == "%n")
        return Concentration{value, Basis::nitrogen};
    if (figure->unit.empty() || figure->unit == "%" || figure->unit == "%w/w")
        return Concentration{value, Basis::weight_by_weight};
    return std::nullopt;
}

std::optional<double> kilograms_of(std::string_view text) {
    constexpr double kilograms_a_ton = 1000;
    const auto figure = figure_of(text);
    if (!figure)
        return std::nullopt;
    if (figure->unit == "t")
        return figure->value * kilograms_a_ton;
    return figure->unit.empty() || figure->unit == "kg" ? std::optional(figure->value)
                                                        : std::nullopt;
}

class LicenceReader {
  public:
    LicenceReader(const Document& document, const LicenceVocabulary& vocabulary)
        : document_(document), vocabulary_(vocabulary) {}

    std::vector<Licence> read() {
        if (document_.root.is_map()) {
            MapReader map(document_, document_.root, "licence file", diagnostics_);
            for (const DocumentNode& node : map.children("licences"))
                read_licence(node);
            map.finish();
        } else {
            for (const DocumentNode& node : document_.root.items())
                read_licence(node);
        }
        if (!diagnostics_.empty())
            throw MalformedFile(std::move(diagnostics_));
        return std::move(licences_);
    }

  private:
    void read_licence(const DocumentNode& node) {
        MapReader map(document_, node, "licence", diagnostics_);
        Licence licence;
        licence.file = document_.file;
        licence.position = node.position();
        licence.number = map.required_text("number");
        read_holder(map, licence);
        for (const std::string& word : words(map, "substances", true))
            add_substance(map, word, licence);
        read_amounts(map, licence);
        read_validity(map, licence);
        read_laws(map, licence);
        map.finish();
        licences_.push_back(std::move(licence));
    }

    std::vector<std::string> words(MapReader& map, std::string_view key, bool is_required) {
        std::vector<std::string> all = map.texts(key);
        std::erase_if(all, [](const std::string& word) { return trim(word).empty(); });
        if (all.empty() && is_required)
            map.error_at(key, fmt::format("the licence has no \"{}\"", key));
        return all;
    }

    void read_holder(MapReader& map, Licence& licence) {
        licence.holder = map.required_text("holder");
        if (!licence.holder.empty() && folded_words(licence.holder).empty())
            map.error_at(
                "holder",
                fmt::format("\"{}\" has no letter or digit to know the holder by", licence.holder));
        licence.aliases = words(map, "aliases", false);
        licence.identifiers = words(map, "identifiers", false);
        for (const std::string& identifier : licence.identifiers)
            if (identifier_key(identifier).empty())
                map.error_at("identifiers",
                             fmt::format("\"{}\" is too short for a registration number, or has "
                                         "no digit",
                                         identifier));
        const std::string country = map.text("country").value_or("");
        licence.country = vocabulary_.countries.code_of(country).value_or("");
        if (!country.empty() && licence.country.empty())
            map.error_at("country", fmt::format("\"{}\" is no country that is known", country),
                         "give its ISO 3166 code, such as DE");
    }

    void add_substance(MapReader& map, const std::string& word, Licence& licence) {
        const std::vector<std::string> ids = vocabulary_.substances_named(word);
        if (ids.size() == 1) {
            if (std::find(licence.substances.begin(), licence.substances.end(), ids[0]) ==
                licence.substances.end())
                licence.substances.push_back(ids[0]);
            return;
        }
        if (!ids.empty())
            return map.error_at("substances",
                                fmt::format("\"{}\" stands for {} substances: {}", word, ids.size(),
                                            fmt::join(ids, ", ")),
                                "give one of these ids");
        std::vector<std::string> known;
        for (const Substance& substance : vocabulary_.catalogue.substances()) {
            known.push_back(substance.id);
            known.push_back(substance.name);
        }
        map.error_at("substances", fmt::format("the catalogue has no substance \"{}\"", word),
                     did_you_mean(word, known, "\"preflag explain NAME\" shows what it knows"));
    }

    void read_amounts(MapReader& map, Licence& licence) {
        const std::string strength = map.required_text("highest-strength");
        licence.highest_strength = strength == any ? std::nullopt : strength_of(strength);
        if (!strength.empty() && strength != any && !licence.highest_strength)
            map.error_at("highest-strength", fmt::format("\"{}\" is no strength", strength),
                         "write it as \"40 % w/w\" or \"28 % N\", or \"any\"");
        const std::string quantity = map.required_text("quantity");
        licence.kilograms = quantity == any ? std::nullopt : kilograms_of(quantity);
        if (!quantity.empty() && quantity != any && !licence.kilograms)
            map.error_at("quantity", fmt::format("\"{}\" is no weight", quantity),
                         "write it as \"500 kg\" or \"2 t\", or \"any\"");
        const std::vector<std::string> periods{"total", "year", "month", "day"};
        licence.period = static_cast<LicencePeriod>(map.choice("period", periods).value_or(0));
    }

    void read_validity(MapReader& map, Licence& licence) {
        const auto date = [&](std::string_view key) {
            const std::size_t faults = diagnostics_.size();
            const auto day = map.date(key);
            if (!day && diagnostics_.size() == faults)
                map.error_at(key, fmt::format("the licence has no \"{}\"", key));
            return day.value_or(Date{});
        };
        const std::size_t faults = diagnostics_.size();
        licence.valid_from = date("valid-from");
        licence.valid_to = date("valid-to");
        if (diagnostics_.size() == faults && licence.valid_to < licence.valid_from)
            map.error_at("valid-to", "the licence ends before it begins");
    }

    void read_laws(MapReader& map, Licence& licence) {
        for (const std::string& regime : words(map, "regimes", false)) {
            licence.regimes.push_back(regime);
            const auto& known = vocabulary_.regimes;
            if (std::find(known.begin(), known.end(), regime) != known.end())
                continue;
            map.error_at("regimes", fmt::format("there is no law \"{}\"", regime),
                         did_you_mean(regime, known,
                                      fmt::format("the laws are: {}", fmt::join(known, ", "))));
        }
        for (const std::string& word : words(map, "jurisdictions", false)) {
            const std::vector<std::string> regimes = vocabulary_.regimes_in(word);
            if (regimes.empty())
                map.error_at("jurisdictions", fmt::format("no law holds in \"{}\"", word),
                             "give an ISO 3166 code such as DE, or EU");
            licence.regimes.insert(licence.regimes.end(), regimes.begin(), regimes.end());
        }
    }

    const Document& document_;
    const LicenceVocabulary& vocabulary_;
    std::vector<Diagnostic> diagnostics_;
    std::vector<Licence> licences_;
};

bool is_csv(const std::string& path) {
    const std::string suffix = ascii_lower(std::filesystem::path(path).extension().string());
    return suffix == ".csv" || suffix == ".tsv" || suffix == ".txt";
}

} // namespace

LicenceFile read_licences(const std::string& path, const LicenceVocabulary& vocabulary) {
    constexpr std::size_t largest = std::size_t{64} << 20;
    std::string bytes = read_file(file_of(path), "licence file", largest);
    const bool is_workbook = may_be_workbook(bytes);
    const std::string digest = is_workbook ? digest_of(bytes) : std::string();
    std::string text =
        is_workbook ? workbook_table(path) : text_of(std::move(bytes), path, "licence file");
    LicenceFile file{path, is_workbook ? digest : digest_of(text), {}};
    if (trim(text).empty())
        throw InputError(fmt::format("the licence file {} is empty", path));
    const Document document = is_workbook || is_csv(path) ? document_of_csv(std::move(text), path)
                                                          : read_yaml(std::move(text), path);
    file.licences = LicenceReader(document, vocabulary).read();
    if (file.licences.empty())
        throw InputError(fmt::format("the licence file {} holds no licence", path));
    return file;
}

} // namespace preflag
