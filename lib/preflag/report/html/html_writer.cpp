#include <preflag/base/digest.h>
#include <preflag/report/budget/telling_order.h>
#include <preflag/report/html/card_html.h>
#include <preflag/report/html/charts.h>
#include <preflag/report/html/html_text.h>
#include <preflag/report/html/html_writer.h>
#include <preflag/report/html/page_files.h>
#include <preflag/report/html/page_headline.h>
#include <preflag/report/html/row_html.h>
#include <preflag/report/html/rules_section.h>
#include <preflag/report/html/run_sections.h>
#include <preflag/report/html/spool.h>

#include <fmt/format.h>

#include <map>
#include <optional>

namespace preflag {

namespace {

/// So many lines are shown in full; all lines are in the table.
constexpr std::size_t most_cards = 200;

/// What a Content-Security-Policy lets through: this text and no other.
std::string policy_hash(std::string_view text) {
    return "'sha256-" + base64_digest_of(text) + "'";
}

struct MoreTelling {
    bool operator()(const TellingRank& left, const TellingRank& right) const {
        return is_more_telling(left, right);
    }
};

class HtmlWriter : public ReportWriter {
  public:
    HtmlWriter(const ReportStyle& style, std::ostream& stream)
        : contacts_(style.contacts == nullptr ? Contacts() : *style.contacts), context_{contacts_,
                                                                                        style.day},
          rest_(style.rest), stream_(stream) {}

    void begin() override {}

    void write(const ScreenedLine& line) override {
        if (file_ != line.file) {
            file_ = line.file;
            rows_.add(fmt::format(
                "<tbody><tr class=\"file\"><th colspan=\"9\" scope=\"rowgroup\">{}</th></tr>\n",
                html_clipped(line.file, 300)));
        }
        const std::vector<std::size_t> rules = tally_.add(line);
        rows_.add(row_html(line, rules, tally_));
        if (!line.findings.empty())
            offer_card(line, rules);
    }

    void finish(const RunReport& run) override {
        std::string_view rest = page_template;
        for (;;) {
            const std::size_t at = rest.find("{{");
            stream_ << rest.substr(0, at);
            if (at == rest.npos)
                return;
            const std::size_t end = rest.find("}}", at);
            fill(rest.substr(at + 2, end - at - 2), run);
            rest.remove_prefix(end + 2);
        }
    }

  private:
    void offer_card(const ScreenedLine& line, const std::vector<std::size_t>& rules) {
        TellingRank rank = telling_rank(line);
        if (cards_.size() == most_cards) {
            if (!is_more_telling(rank, std::prev(cards_.end())->first))
                return;
            cards_.erase(std::prev(cards_.end()));
        }
        cards_.emplace(std::move(rank), card_html(line, rules, context_));
    }

    void fill(std::string_view name, const RunReport& run) {
        if (name == "rows")
            rows_.copy_to(stream_);
        else if (name == "cards")
            write_cards();
        else
            stream_ << text_of(name, run);
    }

    void write_cards() {
        for (const auto& [rank, card] : cards_)
            stream_ << card;
        if (cards_.empty())
            stream_ << "<p>No line needs a look.</p>\n";
    }

    std::string text_of(std::string_view name, const RunReport& run) {
        const std::map<std::string_view, std::string (HtmlWriter::*)(const RunReport&)> parts{
            {"policy", &HtmlWriter::policy},       {"style", &HtmlWriter::style},
            {"script", &HtmlWriter::script},       {"early", &HtmlWriter::early},
            {"title", &HtmlWriter::title},         {"headline", &HtmlWriter::headline},
            {"charts", &HtmlWriter::charts},       {"assessable", &HtmlWriter::assessable},
            {"unchecked", &HtmlWriter::unchecked}, {"whom", &HtmlWriter::whom},
            {"rules", &HtmlWriter::rules},         {"facts", &HtmlWriter::facts},
            {"shown", &HtmlWriter::shown}};
        const auto part = parts.find(name);
        return part == parts.end() ? std::string() : (this->*part->second)(run);
    }

    std::string policy(const RunReport&) {
        return fmt::format("default-src 'none'; style-src {}; script-src {} {}; base-uri 'none'; "
                           "form-action 'none'",
                           policy_hash(page_style), policy_hash(page_early_script),
                           policy_hash(page_script));
    }
    std::string style(const RunReport&) { return std::string(page_style); }
    std::string early(const RunReport&) { return std::string(page_early_script); }
    std::string script(const RunReport&) { return std::string(page_script); }
    std::string title(const RunReport& run) { return title_text(run, tally_); }
    std::string headline(const RunReport& run) {
        return headline_html(run, tally_, context_, rest_);
    }
    std::string charts(const RunReport& run) {
        return severity_chart(tally_) + law_chart(run) + route_chart(tally_);
    }
    std::string assessable(const RunReport& run) { return not_assessable_html(run); }
    std::string unchecked(const RunReport& run) { return not_checked_html(run); }
    std::string whom(const RunReport&) { return whom_section(tally_, context_); }
    std::string rules(const RunReport&) { return rules_html(tally_, context_); }
    std::string facts(const RunReport& run) { return facts_html(run, context_); }
    std::string shown(const RunReport&) {
        return cards_.size() < most_cards ? std::string()
                                          : fmt::format("<p>The {} most telling lines in full; all "
                                                        "lines are in the table below.</p>\n",
                                                        most_cards);
    }

    Contacts contacts_;
    AdviceSource context_;
    std::string rest_;
    std::ostream& stream_;
    PageTally tally_;
    Spool rows_;
    std::map<TellingRank, std::string, MoreTelling> cards_;
    std::optional<std::string> file_; ///< of the rows last written
};

} // namespace

std::unique_ptr<ReportWriter> make_html_writer(const ReportStyle& style, std::ostream& stream) {
    return std::make_unique<HtmlWriter>(style, stream);
}

} // namespace preflag
