#include <preflag/base/text.h>
#include <preflag/report/card/card_writer.h>
#include <preflag/report/clearance/clearance_writer.h>
#include <preflag/report/text/marked_text.h>
#include <preflag/report/text/score_text.h>
#include <preflag/report/text/wrap.h>
#include <preflag/rules/packs/rule_pack.h>

#include <fmt/format.h>

#include <cmath>
#include <utility>
#include <vector>

namespace preflag {

namespace {

/// A heading with its sentences.
struct CardPart {
    std::string heading;
    std::vector<std::string> sentences;
};

constexpr std::size_t most_shown = 2000; ///< bytes of a cell

std::string margin_text(const Finding& finding) {
    if (!finding.margin || !std::isfinite(*finding.margin))
        return {};
    return fmt::format("{:.4g} {} {} the limit", std::abs(*finding.margin), finding.margin_unit,
                       *finding.margin < 0 ? "below" : "above");
}

std::vector<std::string> evidence_texts(const Finding& finding) {
    std::vector<std::string> texts;
    for (const Evidence& evidence : finding.evidence)
        texts.push_back(fmt::format("{} in {}: {}", name_of(evidence.kind),
                                    field_name(evidence.field), evidence.text));
    return texts;
}

std::vector<std::string> place_texts(const ScreenedLine& line) {
    std::vector<std::string> texts{fmt::format("{}, line {}", line.file, line.line)};
    const std::string amount = kilograms_text(line);
    for (const auto& [name, text] : std::initializer_list<std::pair<const char*, std::string>>{
             {"shipment", line.shipment},
             {"date", day_text(line)},
             {"consignee", line.consignee},
             {"kind", consignee_kind_text(line)},
             {"address", line.consignee_address},
             {"country", line.consignee_country},
             {"identifier", line.consignee_identifier},
             {"from", line.origin},
             {"to", line.destination},
             {"amount", amount.empty() ? amount : amount + " kg"}})
        if (!text.empty())
            texts.push_back(fmt::format("{}: {}", name, text));
    return texts;
}

std::vector<std::string> state_texts(const Finding& finding) {
    std::vector<std::string> texts{std::string(state_of(finding))};
    if (const std::string because = because_of(finding); !because.empty())
        texts.push_back(because);
    texts.insert(texts.end(), finding.remarks.begin(), finding.remarks.end());
    return texts;
}

std::vector<std::string> deadline_texts(const Advice& advice) {
    std::vector<std::string> texts;
    for (const Advice::Deadline& deadline : advice.deadlines)
        texts.push_back(fmt::format("{}: {} {}", deadline.law,
                                    deadline.due.empty() ? "within" : "by " + deadline.due + ",",
                                    deadline.rule));
    return texts;
}

std::vector<std::string> contact_texts(const Advice& advice) {
    std::vector<std::string> texts;
    for (const ContactPoint* const point : advice.contacts) {
        std::string text = fmt::format("{}: {}", point->country, point->name);
        for (const std::string& way : {point->phone, point->mail, point->page, point->note})
            text += way.empty() ? "" : ", " + way;
        texts.push_back(text + fmt::format(" (reviewed {})", to_string(point->reviewed)));
    }
    if (texts.empty() && !advice.deadlines.empty())
        texts.emplace_back("no contact point of these countries is on file");
    return texts;
}

std::vector<CardPart> parts_of_card(const ScreenedLine& line, const Finding& finding,
                                    const AdviceSource& source) {
    const Advice advice = advice_on(line, source);
    const Rule& rule = *finding.rule;
    return {{"Why", {finding.message}},
            {"Limit", {finding.limit(), finding.measured, margin_text(finding)}},
            {"What would change the answer", {finding.would_settle}},
            {"Where it is written",
             {finding.citation(), rule.verified ? "" : "not verified against its source yet"}},
            {"What was read", evidence_texts(finding)},
            {"Line", place_texts(line)},
            {"Duty", {rule.duty}},
            {"By when", deadline_texts(advice)},
            {"Next question", {advice.question}},
            {"Whom to tell", contact_texts(advice)},
            {"Decided so far", state_texts(finding)}};
}

std::string heading_of_card(const ScreenedLine& line, const Finding& finding) {
    return fmt::format("Finding {}: {}, {}, score of the line {}", finding.id,
                       name_of(finding.severity), finding.rule_id(), line.score);
}

std::vector<Mark> goods_marks(const ScreenedLine& line, const Finding& finding) {
    std::vector<Mark> marks;
    for (const Evidence& evidence : finding.evidence)
        if (evidence.field == Field::description &&
            line.goods.compare(std::min(evidence.offset, line.goods.size()), evidence.length,
                               evidence.text) == 0)
            marks.push_back({evidence.offset, evidence.length, Mark::Kind::counts});
    return marks;
}

std::string text_card(const ScreenedLine& line, const Finding& finding,
                      const std::vector<CardPart>& parts, std::size_t width) {
    constexpr std::size_t indent = 2;
    std::string page = printable(heading_of_card(line, finding)) + "\n\n";
    const std::string_view goods = truncate_utf8(line.goods, most_shown);
    for (const std::string& row :
         marked_rows(goods, goods_marks(line, finding), width - indent, false))
        page += "  " + row + '\n';
    for (const CardPart& part : parts) {
        std::string text;
        for (const std::string& sentence : part.sentences)
            if (!sentence.empty())
                for (const std::string& row :
                     wrapped(printable(truncate_utf8(sentence, most_shown)), width - indent))
                    text += "  " + row + '\n';
        if (!text.empty())
            page += '\n' + part.heading + '\n' + text;
    }
    return page;
}

/// What Markdown would take for markup stands behind a backslash.
std::string markdown_text(std::string_view text) {
    std::string safe;
    for (const char c : printable(truncate_utf8(text, most_shown))) {
        if (std::string_view("\\`*_{}[]<>()#+-.!|~&").find(c) != std::string_view::npos)
            safe += '\\';
        safe += c;
    }
    return safe;
}

std::string markdown_card(const ScreenedLine& line, const Finding& finding,
                          const std::vector<CardPart>& parts) {
    std::string page = fmt::format("# {}\n\n> {}\n", markdown_text(heading_of_card(line, finding)),
                                   markdown_text(line.goods));
    for (const CardPart& part : parts) {
        std::string text;
        for (const std::string& sentence : part.sentences)
            if (!sentence.empty())
                text += "- " + markdown_text(sentence) + '\n';
        if (!text.empty())
            page += fmt::format("\n## {}\n\n{}", part.heading, text);
    }
    return page;
}

} // namespace

std::string card_page(const ScreenedLine& line, const Finding& finding, const AdviceSource& source,
                      CardFormat format, std::size_t width) {
    const std::vector<CardPart> parts = parts_of_card(line, finding, source);
    return format == CardFormat::markdown ? markdown_card(line, finding, parts)
                                          : text_card(line, finding, parts, width);
}

} // namespace preflag
