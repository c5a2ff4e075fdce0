#include <preflag/base/country_table.h>
#include <preflag/base/map_reader.h>
#include <preflag/base/phrase.h>
#include <preflag/base/text.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

/// Reads one countries.yaml.
class CountryTableReader {
  public:
    CountryTableReader(const Document& document, std::vector<Diagnostic>& diagnostics)
        : document_(document), diagnostics_(diagnostics) {}

    CountryTable read() {
        MapReader map(document_, document_.root, "table of countries", diagnostics_);
        map.required_text("edition");
        for (const std::string& code : map.texts("codes"))
            table_.codes_.insert(code);
        if (table_.codes_.empty())
            map.error_at("codes", "the table of countries has no \"codes\"");
        if (const DocumentNode* unions = map.child("unions"))
            read_unions(*unions);
        if (const DocumentNode* names = map.child("names"))
            read_names(*names);
        map.finish();
        return std::move(table_);
    }

  private:
    void read_unions(const DocumentNode& node) {
        MapReader map(document_, node, "map of unions", diagnostics_);
        for (const DocumentEntry& entry : node.entries()) {
            std::vector<std::string> members = map.texts(entry.key);
            for (const std::string& member : members)
                check(map, entry.value.position(), member);
            table_.unions_.emplace(entry.key, std::move(members));
        }
        map.finish();
    }

    void read_names(const DocumentNode& node) {
        MapReader map(document_, node, "map of country names", diagnostics_);
        for (const DocumentEntry& entry : node.entries()) {
            check(map, entry.position, entry.key);
            for (const std::string& name : map.texts(entry.key))
                add_name(map, entry, name);
        }
        map.finish();
    }

    void add_name(MapReader& map, const DocumentEntry& entry, const std::string& name) {
        const auto [place, is_new] = table_.names_.emplace(phrase_of(name), entry.key);
        if (!is_new && place->second != entry.key)
            map.error(entry.value.position(), fmt::format("\"{}\" is a name of both {} and {}",
                                                          name, place->second, entry.key));
    }

    void check(MapReader& map, Position position, const std::string& code) {
        if (!table_.codes_.contains(code))
            map.error(position, fmt::format("\"{}\" is not among the codes of this table", code));
    }

    const Document& document_;
    std::vector<Diagnostic>& diagnostics_;
    CountryTable table_;
};

CountryTable CountryTable::read(const Document& document, std::vector<Diagnostic>& diagnostics) {
    return CountryTableReader(document, diagnostics).read();
}

std::optional<std::string> CountryTable::code_of(std::string_view text) const {
    if (text.size() == 2 && is_ascii_letter(text[0]) && is_ascii_letter(text[1])) {
        std::string code(text);
        for (char& c : code)
            c = is_ascii_letter(c) && c >= 'a' ? static_cast<char>(c - 32) : c;
        if (codes_.contains(code))
            return code;
    }
    const auto found = names_.find(phrase_of(text));
    if (found == names_.end())
        return std::nullopt;
    return found->second;
}

std::vector<std::string> CountryTable::members_of(std::string_view code) const {
    if (const auto found = unions_.find(code); found != unions_.end())
        return found->second;
    if (codes_.contains(code))
        return {std::string(code)};
    return {};
}

std::vector<std::string> CountryTable::shortened(std::vector<std::string> codes) const {
    for (const auto& [name, members] : unions_) {
        const auto has = [&](const std::string& member) {
            return std::find(codes.begin(), codes.end(), member) != codes.end();
        };
        if (members.empty() || !std::all_of(members.begin(), members.end(), has))
            continue;
        std::erase_if(codes, [&, &all = members](const std::string& code) {
            return std::find(all.begin(), all.end(), code) != all.end();
        });
        codes.push_back(name);
    }
    std::sort(codes.begin(), codes.end());
    return codes;
}

std::vector<std::string> CountryTable::codes() const {
    std::vector<std::string> all(codes_.begin(), codes_.end());
    for (const auto& [name, members] : unions_)
        all.push_back(name);
    return all;
}

std::vector<std::string> countries_in(std::string_view text, const CountryTable& countries) {
    std::vector<std::string> codes;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(",;/|+"), text.size());
        if (auto code = countries.code_of(trim(text.substr(0, end))))
            codes.push_back(*std::move(code));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return codes;
}

} // namespace preflag
