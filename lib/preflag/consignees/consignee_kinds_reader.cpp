#include <preflag/base/document/map_reader.h>
#include <preflag/base/number.h>
#include <preflag/base/text.h>
#include <preflag/consignees/consignee_kinds_reader.h>
#include <preflag/consignees/person_names_reader.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace preflag {

namespace {

constexpr std::int64_t most_weight = 100;

std::string in_one(std::string_view text) {
    std::string joined;
    for (const PartyWord& word : party_words(text))
        joined += word.text;
    return joined;
}

std::vector<std::string> in_one(const std::vector<std::string>& texts) {
    std::vector<std::string> all(texts.size());
    std::transform(texts.begin(), texts.end(), all.begin(),
                   [](const std::string& text) { return in_one(text); });
    return all;
}

std::vector<std::string> sorted(std::vector<std::string> texts) {
    std::sort(texts.begin(), texts.end());
    return texts;
}

std::vector<int> numbers(MapReader& map, std::string_view key) {
    std::vector<int> all;
    for (const std::string& text : map.texts(key)) {
        const auto number = parse_number<int>(text);
        if (!number)
            map.error_at(key, fmt::format("\"{}\" is no whole number", text));
        all.push_back(number.value_or(0));
    }
    return all;
}

CheckDigits read_check(const Document& document, const DocumentNode& node,
                       std::vector<Diagnostic>& diagnostics) {
    MapReader map(document, node, "check", diagnostics);
    CheckDigits check;
    const std::string method = map.required_text("method");
    if (const auto known = parse_check_method(method))
        check.method = *known;
    else
        map.error_at("method", fmt::format("there is no check of digits \"{}\"", method));
    const auto result = map.text("result");
    if (const auto known = parse_check_result(result.value_or("remainder")))
        check.result = *known;
    else
        map.error_at("result", "\"result\" can be: zero, remainder, complement");
    check.weights = numbers(map, "weights");
    check.modulus = static_cast<int>(map.integer("modulus").value_or(check.modulus));
    if (map.child("plus") != nullptr)
        check.plus = numbers(map, "plus");
    if (const auto ten = map.integer("ten"))
        check.ten = static_cast<int>(*ten);
    check.eleven = static_cast<int>(map.integer("eleven").value_or(0));
    check.from = static_cast<std::size_t>(map.integer("from").value_or(0));
    check.count = static_cast<std::size_t>(map.integer("count").value_or(0));
    const bool needs_weights = check.method == CheckDigits::Method::weighted;
    if (needs_weights == check.weights.empty())
        map.error_at("weights", "\"weights\" belong to the method \"weighted\", and to no other");
    if (check.modulus < 2)
        map.error_at("modulus", "a modulus is at least 2");
    map.finish();
    return check;
}

} // namespace

/// Reads one consignee-kinds.yaml.
class ConsigneeKindsReader {
  public:
    ConsigneeKindsReader(const Document& document, std::vector<Diagnostic>& diagnostics)
        : document_(document), diagnostics_(diagnostics) {}

    ConsigneeKinds read(PersonNames persons) {
        MapReader map(document_, document_.root, "table of consignee kinds", diagnostics_);
        map.required_text("edition");
        kinds_.persons_ = std::move(persons);
        kinds_.enough_ = weight(map, "enough");
        kinds_.not_identity_ = map.texts("not-identity");
        for (const DocumentNode& node : map.children("words"))
            read_group(node);
        for (const DocumentNode& node : map.children("numbers"))
            read_number(node);
        kinds_.labels_ = sorted(in_one(map.texts("number-labels")));
        collect(kinds_.labels_);
        for (const RegistrationNumber& number : kinds_.numbers_)
            collect(number.labels);
        map.finish();
        return std::move(kinds_);
    }

  private:
    void collect(const std::vector<std::string>& labels) {
        kinds_.all_labels_.insert(labels.begin(), labels.end());
        for (const std::string& label : labels)
            kinds_.longest_label_ = std::max(kinds_.longest_label_, label.size());
    }

    static int weight(MapReader& map, std::string_view key) {
        const auto number = map.integer(key);
        if (!number || *number < 1 || *number > most_weight)
            map.error_at(key, fmt::format("\"{}\" must be from 1 to {}", key, most_weight));
        return static_cast<int>(number.value_or(1));
    }

    static ConsigneeKind kind(MapReader& map) {
        static const std::vector<std::string> kinds{"business", "public-body", "forwarder",
                                                    "private-person"};
        if (map.child("kind") == nullptr)
            map.error(map.position(), "\"kind\" is missing");
        return static_cast<ConsigneeKind>(map.choice("kind", kinds).value_or(0));
    }

    void read_group(const DocumentNode& node) {
        static const std::vector<std::string> places{"anywhere", "start", "end", "within",
                                                     "ending"};
        static const std::vector<std::string> fields{"name", "address"};
        MapReader map(document_, node, "group of words", diagnostics_);
        KindVocabulary::Group group;
        group.what = map.required_text("what");
        group.speaks_for = kind(map);
        group.weight = weight(map, "weight");
        group.place = static_cast<KindVocabulary::Place>(map.choice("at", places).value_or(0));
        group.in_address = map.choice("in", fields).value_or(0) == 1;
        group.countries = map.texts("countries");
        group.only_there = map.boolean("only-there", false);
        group.needs_country = map.boolean("needs-country", false);
        group.most_words = static_cast<std::size_t>(map.integer("most-words").value_or(0));
        group.least_words = static_cast<std::size_t>(map.integer("least-words").value_or(0));
        group.not_after = in_one(map.texts("not-after"));
        const std::vector<std::string> words = map.texts("words");
        if (words.empty())
            map.error_at("words", "the group has no words");
        std::vector<std::string> entries = in_one(words);
        for (std::size_t i = 0; i < words.size(); ++i)
            if (entries[i].empty())
                map.error_at("words", fmt::format("\"{}\" has no letter or digit", words[i]));
        if ((group.only_there || group.needs_country) && group.countries.empty())
            map.error_at("countries", "\"only-there\" and \"needs-country\" need \"countries\"");
        map.finish();
        kinds_.words_.add(std::move(group), std::move(entries));
    }

    void read_number(const DocumentNode& node) {
        MapReader map(document_, node, "number", diagnostics_);
        RegistrationNumber number;
        number.what = map.required_text("what");
        number.speaks_for = kind(map);
        number.weight = weight(map, "weight");
        number.masks = map.texts("masks");
        if (number.masks.empty())
            map.error_at("masks", "the number has no masks");
        number.countries = map.texts("countries");
        number.labels = sorted(in_one(map.texts("labels")));
        for (const DocumentNode& check : map.children("checks"))
            number.checks.push_back(read_check(document_, check, diagnostics_));
        map.finish();
        kinds_.numbers_.push_back(std::move(number));
    }

    const Document& document_;
    std::vector<Diagnostic>& diagnostics_;
    ConsigneeKinds kinds_;
};

ConsigneeKinds read_consignee_kinds(const RuleFiles& files, std::vector<Diagnostic>& diagnostics) {
    constexpr std::string_view name = "parties/consignee-kinds.yaml";
    ConsigneeKinds kinds;
    PersonNames persons = read_person_names(files, diagnostics);
    const auto all = files.of(name);
    if (!all.empty()) // the last folder decides
        kinds = ConsigneeKindsReader(all.back()->document, diagnostics).read(std::move(persons));
    if (all.empty() && files.is_whole(name))
        diagnostics.push_back(missing_table(name));
    return kinds;
}

} // namespace preflag
