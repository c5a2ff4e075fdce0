#include <preflag/base/digest.h>
#include <preflag/base/document/map_reader.h>
#include <preflag/base/error.h>
#include <preflag/base/file/locked_file.h>
#include <preflag/base/file/text_file.h>
#include <preflag/base/number.h>
#include <preflag/base/text.h>
#include <preflag/clearance/decision_reader.h>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <system_error>
#include <unordered_map>

namespace preflag {

namespace {

constexpr double unbounded = std::numeric_limits<double>::infinity();

/// A figure's end: a number, or null for an open one.
std::optional<double> bound_of(const DocumentNode* node, double open) {
    if (node == nullptr)
        return std::nullopt;
    if (node->is_null())
        return open;
    return node->is_scalar() ? parse_number<double>(node->text()) : std::nullopt;
}

class RecordReader {
  public:
    RecordReader(const Document& document, std::vector<Diagnostic>& diagnostics)
        : document_(document), diagnostics_(diagnostics) {}

    Decision read(std::uint64_t line) {
        MapReader map(document_, document_.root, "decision", diagnostics_);
        Decision decision;
        decision.line = line;
        decision.finding = map.required_text("finding");
        if (!decision.finding.empty() && !is_finding_id(decision.finding))
            map.error_at("finding", fmt::format("\"{}\" is no id of a finding", decision.finding));
        const std::vector<std::string> kinds{"cleared", "confirmed"};
        if (map.required_text("decision").empty())
            decision.kind = DecisionKind::cleared;
        else
            decision.kind = static_cast<DecisionKind>(map.choice("decision", kinds).value_or(0));
        const auto on = map.date("on");
        if (!on && map.child("on") == nullptr)
            map.error_at("on", "the decision has no \"on\"");
        decision.on = on.value_or(Date{});
        decision.by = map.required_text("by");
        decision.because = map.required_text("because");
        decision.until = map.date("until");
        read_facts(map, decision.facts);
        map.finish();
        return decision;
    }

  private:
    void read_facts(MapReader& map, DecisionFacts& facts) {
        facts.rule = map.required_text("rule");
        const std::string outcome = map.required_text("outcome");
        facts.outcome = parse_outcome(outcome).value_or(Outcome::monitored);
        if (!outcome.empty() && !parse_outcome(outcome))
            map.error_at("outcome", fmt::format("there is no outcome \"{}\"", outcome));
        facts.goods = map.text("goods").value_or("");
        facts.consignee = map.text("consignee").value_or("");
        facts.country = map.text("country").value_or("");
        facts.shipment = map.text("shipment").value_or("");
        facts.edition = map.text("edition").value_or("");
        for (const DocumentNode& node : map.children("substances"))
            facts.substances.push_back(read_substance(node));
    }

    DecidedSubstance read_substance(const DocumentNode& node) {
        MapReader map(document_, node, "substance", diagnostics_);
        DecidedSubstance substance;
        substance.id = map.required_text("id");
        substance.strength = read_figure(map, "strength");
        substance.quantity = read_figure(map, "quantity");
        map.finish();
        return substance;
    }

    std::optional<StatedFigure> read_figure(MapReader& map, std::string_view key) {
        const DocumentNode* node = map.child(key);
        if (node == nullptr || node->is_null())
            return std::nullopt;
        MapReader figure(document_, *node, "figure", diagnostics_);
        const auto low = bound_of(figure.child("low"), 0);
        const auto high = bound_of(figure.child("high"), unbounded);
        StatedFigure stated;
        stated.unit = figure.required_text("unit");
        figure.finish();
        if (node->is_map() && (!low || !high || *low > *high))
            map.error_at(key, fmt::format("\"{}\" needs the numbers low and high", key));
        else if (node->is_map())
            stated.value = {*low, *high};
        return stated;
    }

    const Document& document_;
    std::vector<Diagnostic>& diagnostics_;
};

/// Each record is a document of its own; its places are in the first line of it.
void move_to(std::uint64_t line, std::vector<Diagnostic>& faults, std::size_t from) {
    for (std::size_t i = from; i < faults.size(); ++i)
        faults[i].position.line = line;
}

void mark_superseded(std::vector<Decision>& decisions) {
    std::unordered_map<std::string, std::size_t> last;
    for (std::size_t i = 0; i < decisions.size(); ++i) {
        const auto [place, is_new] = last.try_emplace(decisions[i].finding, i);
        if (is_new)
            continue;
        decisions[place->second].is_superseded = true;
        place->second = i;
    }
}

std::optional<StatedFigure> figure_in(const DocumentNode* node, const char* low, const char* high,
                                      std::string unit) {
    if (node == nullptr || node->find(low) == nullptr)
        return std::nullopt;
    const auto least = bound_of(node->find(low), 0);
    const auto most = bound_of(node->find(high), unbounded);
    if (!least || !most)
        return std::nullopt;
    return StatedFigure{{*least, *most}, std::move(unit)};
}

std::string text_in(const DocumentNode& node, std::string_view key) {
    const DocumentNode* value = node.find(key);
    return value == nullptr ? "" : value->text();
}

std::vector<std::string> texts_in(const DocumentNode& node, std::string_view key) {
    std::vector<std::string> texts;
    if (const DocumentNode* list = node.find(key))
        for (const DocumentNode& item : list->items())
            texts.push_back(item.text());
    return texts;
}

std::vector<DecidedSubstance> substances_in(const DocumentNode& line) {
    std::vector<DecidedSubstance> substances;
    const DocumentNode* list = line.find("substances");
    if (list == nullptr)
        return substances;
    for (const DocumentNode& node : list->items()) {
        DecidedSubstance& substance = substances.emplace_back();
        substance.id = text_in(node, "id");
        if (const DocumentNode* strength = node.find("strength"))
            substance.strength = figure_in(strength, "low", "high", text_in(*strength, "unit"));
        const DocumentNode* quantity = node.find("quantity");
        substance.quantity = figure_in(quantity, "low_l", "high_l", "l");
        if (!substance.quantity)
            substance.quantity = figure_in(quantity, "low_kg", "high_kg", "kg");
    }
    return substances;
}

constexpr std::string_view what = "file of decisions";

std::string locked_bytes(const std::string& path) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        throw InputError(fmt::format("{} is a folder, not a {}", path, what));
    try {
        return LockedFile(path, LockedFile::Use::read).bytes(largest_text);
    } catch (const std::system_error& failure) {
        throw InputError(
            fmt::format("the {} {} cannot be read: {}", what, path, failure.code().message()));
    }
}

Diagnostic torn_line(const std::string& path, std::string_view bytes, std::size_t begin) {
    const auto before = bytes.substr(0, begin);
    const auto line =
        static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    return {DiagnosticLevel::note,
            path,
            {line, 1},
            "the last record was not written to its end and is left out",
            std::string(bytes.substr(begin)),
            "it was never recorded: decide again if it is missed"};
}

} // namespace

std::size_t size_without_torn_line(std::string_view bytes) {
    const std::size_t begin = bytes.rfind('\n') + 1; // 0 without any
    const std::string last(bytes.substr(begin));
    if (trim(last).empty())
        return bytes.size();
    try {
        if (is_valid_utf8(last)) {
            static_cast<void>(read_json(last, ""));
            return bytes.size();
        }
    } catch (const MalformedFile&) { // no JSON
    }
    return begin;
}

DecisionFile read_decisions(const std::string& path) {
    std::string bytes = locked_bytes(path);
    DecisionFile file{path, digest_of(bytes), {}, {}};
    const std::size_t whole = size_without_torn_line(bytes);
    if (whole < bytes.size())
        file.torn = torn_line(path, bytes, whole);
    bytes.resize(whole);
    const std::string text = text_of(std::move(bytes), path, what);
    std::vector<Diagnostic> faults;
    std::uint64_t number = 0;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        ++number;
        if (trim(line).empty())
            continue;
        const std::size_t known = faults.size();
        try {
            const Document document = read_json(std::string(line), path);
            file.decisions.push_back(RecordReader(document, faults).read(number));
        } catch (const MalformedFile& error) {
            error.add_to(faults);
        }
        move_to(number, faults, known);
    }
    if (!faults.empty())
        throw MalformedFile(std::move(faults));
    mark_superseded(file.decisions);
    return file;
}

std::optional<DecisionFacts> facts_in_report(const Document& line, std::string_view finding) {
    const DocumentNode* findings = line.root.find("findings");
    if (findings == nullptr)
        return std::nullopt;
    for (const DocumentNode& node : findings->items()) {
        if (text_in(node, "id") != finding)
            continue;
        DecisionFacts facts;
        facts.rule = text_in(node, "rule");
        const auto outcome = parse_outcome(text_in(node, "outcome"));
        if (facts.rule.empty() || !outcome)
            return std::nullopt;
        facts.outcome = *outcome;
        facts.goods = text_in(line.root, "goods");
        facts.shipment = text_in(line.root, "shipment");
        if (const DocumentNode* consignee = line.root.find("consignee")) {
            facts.consignee = text_in(*consignee, "name");
            facts.country = text_in(*consignee, "country");
        }
        if (const auto counted = texts_in(node, "counted"); !counted.empty())
            facts.goods = goods_counted(counted);
        else
            facts.substances = substances_in(line.root);
        return facts;
    }
    return std::nullopt;
}

} // namespace preflag
