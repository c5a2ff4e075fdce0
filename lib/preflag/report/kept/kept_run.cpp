#include <preflag/report/kept/kept_run.h>
#include <preflag/report/kept/kept_values.h>

#include <array>

namespace preflag {

namespace {

class RunKeeper {
  public:
    RunKeeper(const Document& document, const DocumentNode& root)
        : document_(document), root_(root) {}

    RunReport read() {
        if (!root_.is_map() || kept_text(root_, "version").empty())
            throw_not_kept(document_, root_, "the summary of a run");
        run_.version = kept_text(root_, "version");
        read_counts();
        read_regimes();
        run_.min_severity =
            parse_severity(kept_text(root_, "min_severity")).value_or(Severity::low);
        run_.fail_on = parse_severity(kept_text(root_, "fail_on"));
        read_knowledge();
        read_inputs();
        read_watchlists();
        read_clearances();
        read_sentences();
        run_.seconds = kept_number(document_, root_, "seconds").value_or(0);
        run_.exit_status = static_cast<int>(count(root_, "exit_status"));
        return std::move(run_);
    }

  private:
    std::uint64_t count(const DocumentNode& node, std::string_view key) {
        return kept_count(document_, node, key);
    }

    template <typename Kind, std::size_t size>
    void read_kinds(std::string_view key, std::array<std::uint64_t, size>& counts) {
        for (std::size_t i = 0; i < size; ++i)
            counts[i] = count(kept_object(root_, key), name_of(static_cast<Kind>(i)));
    }

    void read_counts() {
        Summary& counts = run_.counts;
        counts.lines_read = count(root_, "lines_read");
        counts.lines_screened = count(root_, "lines_screened");
        counts.lines_rejected = count(root_, "lines_rejected");
        counts.lines_flagged = count(root_, "lines_flagged");
        counts.lines_cleared = count(root_, "lines_cleared");
        counts.lines_suppressed = count(root_, "lines_suppressed");
        counts.findings_cleared = count(root_, "findings_cleared");
        counts.findings_suppressed = count(root_, "findings_suppressed");
        counts.lines_identified = count(root_, "lines_identified");
        counts.lines_not_assessable = count(root_, "lines_not_assessable");
        counts.lines_quantity_ambiguous = count(root_, "lines_quantity_ambiguous");
        counts.lines_date_ambiguous = count(root_, "lines_date_ambiguous");
        counts.lines_date_unread = count(root_, "lines_date_unread");
        counts.lines_near_miss = count(root_, "lines_near_miss");
        read_kinds<Severity>("by_severity", counts.lines_by_severity);
        read_kinds<Outcome>("by_outcome", counts.lines_by_outcome);
        for (const DocumentEntry& entry : kept_object(root_, "missing").entries())
            counts.missing[entry.key] = count(kept_object(root_, "missing"), entry.key);
        const DocumentNode& routes = kept_object(root_, "routes");
        counts.routes = {count(routes, "unknown"), count(routes, "partial"),
                         count(routes, "by_shipper"), count(routes, "by_consignee"),
                         count(routes, "by_home")};
    }

    void read_regimes() {
        for (const DocumentEntry& entry : kept_object(root_, "by_regime").entries())
            run_.counts.regimes[entry.key] = {
                count(entry.value, "lines"), count(entry.value, "met"),
                count(entry.value, "not_assessable"), count(entry.value, "near_misses"),
                count(entry.value, "cleared")};
    }

    void read_knowledge() {
        run_.rules_active = count(kept_object(root_, "rules"), "active");
        run_.rules_found = count(kept_object(root_, "rules"), "found");
        run_.substances = count(kept_object(root_, "catalogue"), "substances");
        run_.names = count(kept_object(root_, "catalogue"), "names");
        for (const DocumentNode& table : kept_items(root_, "knowledge"))
            run_.knowledge_digests[kept_text(table, "table")] = kept_text(table, "digest");
        for (const DocumentNode& pack : kept_items(root_, "packs"))
            run_.packs.push_back({kept_text(pack, "id"), kept_text(pack, "title"),
                                  kept_text(pack, "edition"), kept_text(pack, "digest"),
                                  count(pack, "rules"), count(pack, "unverified")});
        run_.canaries_passed = count(kept_object(root_, "canaries"), "passed");
        run_.canaries_total = count(kept_object(root_, "canaries"), "total");
        run_.canaries_missed = kept_texts(kept_object(root_, "canaries"), "missed");
    }

    void read_inputs() {
        for (const DocumentNode& input : kept_items(root_, "inputs")) {
            run_.inputs.push_back({kept_text(input, "file"), kept_text(input, "format"),
                                   kept_text(input, "compression"), kept_text(input, "encoding"),
                                   kept_text(input, "digest"), count(input, "bytes"),
                                   count(input, "lines_read"), kept_texts(input, "styles"),
                                   kept_texts(input, "notes")});
            run_.bytes += run_.inputs.back().bytes;
        }
    }

    void read_watchlists() {
        const DocumentNode& watchlists = kept_object(root_, "watchlists");
        run_.names_looked_up.count = count(watchlists, "names_looked_up");
        for (const DocumentNode& node : kept_items(watchlists, "lists")) {
            ListUse list;
            list.id = kept_text(node, "id");
            list.format = kept_text(node, "format");
            list.file = kept_text(node, "file");
            list.digest = kept_text(node, "digest");
            list.date = kept_date(node, "date");
            list.entries = count(node, "entries");
            list.names = count(node, "names");
            list.rejected = count(node, "rejected");
            run_.watchlists.push_back(std::move(list));
        }
    }

    LicenceUse licence_use(const DocumentNode& node) {
        LicenceUse use;
        use.number = kept_text(node, "number");
        use.holder = kept_text(node, "holder");
        use.file = kept_text(node, "file");
        use.valid_from = kept_date(node, "valid_from").value_or(Date{});
        use.valid_to = kept_date(node, "valid_to").value_or(Date{});
        use.lines_cleared = count(node, "lines_cleared");
        use.lines_refused = count(node, "lines_refused");
        use.lines_expired = count(node, "lines_expired");
        use.kilograms = kept_number(document_, node, "allowed_kg");
        use.period = kept_text(node, "period");
        for (const DocumentNode& used : kept_items(node, "used"))
            use.used[{kept_text(used, "substance"), kept_text(used, "period")}] =
                kept_number(document_, used, "kg").value_or(0);
        return use;
    }

    void read_clearances() {
        if (const DocumentNode* licences = root_.find("licences")) {
            run_.licences.emplace();
            for (const DocumentNode& file : kept_items(*licences, "files"))
                run_.licences->files.push_back(
                    {kept_text(file, "file"), kept_text(file, "digest"), count(file, "licences")});
            for (const DocumentNode& node : kept_items(*licences, "licences"))
                run_.licences->uses.push_back(licence_use(node));
        }
        if (const DocumentNode* node = root_.find("decisions"))
            run_.decisions = DecisionReport{
                kept_text(*node, "file"),     kept_text(*node, "digest"), count(*node, "records"),
                count(*node, "superseded"),   count(*node, "applied"),    count(*node, "changed"),
                kept_texts(*node, "expired"), kept_texts(*node, "unused")};
    }

    void read_sentences() {
        run_.collisions = kept_texts(root_, "collisions");
        run_.unchecked = kept_texts(root_, "unchecked");
        for (std::string& sentence : kept_texts(root_, "doubts"))
            run_.warnings.push_back({Warning::About::input, std::move(sentence)});
    }

    const Document& document_;
    const DocumentNode& root_;
    RunReport run_;
};

} // namespace

RunReport kept_run(const Document& document, const DocumentNode& run) {
    return RunKeeper(document, run).read();
}

} // namespace preflag
