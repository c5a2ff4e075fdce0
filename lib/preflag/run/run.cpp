#include <preflag/base/error.h>
#include <preflag/manifest/expand_path.h>
#include <preflag/manifest/source/byte_source.h>
#include <preflag/run/cases/canaries.h>
#include <preflag/run/passed_over.h>
#include <preflag/run/run.h>
#include <preflag/run/warnings.h>
#include <preflag/screening/listed_parties.h>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

namespace preflag {

namespace {

PackUse use_of(const RulePack& pack) {
    PackUse use{pack.id, pack.title, pack.edition, pack.digest, 0, 0};
    for (const Rule& rule : pack.rules) {
        if (!rule.is_active())
            continue;
        ++use.rules;
        use.unverified += rule.verified ? 0 : 1;
    }
    return use;
}

LicenceReport report_of(const LicenceCover& cover) {
    LicenceReport report;
    for (const LicenceFile& file : cover.files())
        report.files.push_back({file.file, file.digest, file.licences.size()});
    report.uses = cover.uses();
    return report;
}

/// "net-weight: decimal comma, as in ..." by field.
std::vector<std::string> styles_of(const ManifestDescription& description) {
    std::vector<std::string> styles;
    for (const FieldStyle& style : description.styles)
        styles.push_back(fmt::format("{}: {}", field_name(style.field), style.text));
    return styles;
}

/// 0 when it is not known.
std::uint64_t size_of(const std::string& path) {
    std::error_code error;
    const auto size = path == "-" ? 0 : std::filesystem::file_size(file_of(path), error);
    return error ? 0 : size;
}

} // namespace

bool RejectLimit::allows(std::uint64_t rejected, std::uint64_t read) const {
    if (percent)
        return static_cast<double>(rejected) * 100 <= *percent * static_cast<double>(read);
    return rejected <= lines;
}

Run::Run(RunMeans means, RunOptions options)
    : means_(means), options_(std::move(options)),
      pipeline_(means.knowledge, options_, means.watchlists, means.line_clearance) {}

RunReport Run::screen(ResultSink& sink) {
    describe_knowledge();
    describe_watchlists();
    check_canaries();
    for (const std::string& path : expand(sink))
        screen_path(path, sink);
    complete();
    if (!is_stopped() && report_.exit_status != no_result)
        sink.finish(report_);
    return report_;
}

void Run::describe_knowledge() {
    const Knowledge& knowledge = means_.knowledge;
    report_.version = options_.version;
    report_.min_severity = options_.min_severity;
    report_.fail_on = options_.fail_on;
    for (const RulePack& pack : knowledge.rules.packs()) {
        report_.packs.push_back(use_of(pack));
        for (const PackChange& change : pack.changes)
            report_.collisions.push_back(to_string(change, pack));
    }
    report_.knowledge_digests = means_.knowledge.digests;
    report_.substances = knowledge.catalogue.substances().size();
    report_.names = knowledge.catalogue.name_count();
    report_.rules_active = knowledge.rules.active_rule_count();
    report_.rules_found = knowledge.rules.rule_count();
}

void Run::describe_watchlists() {
    if (means_.watchlists == nullptr)
        return;
    for (const Watchlists::List& list : means_.watchlists->lists()) {
        for (std::string& sentence : list_warnings(list.use, options_.list_age, options_.day))
            warn(Warning::About::list, std::move(sentence));
        report_.watchlists.push_back(list.use);
    }
    for (std::string& missed : missed_list_canaries(*means_.watchlists))
        warn(Warning::About::canary, std::move(missed));
}

void Run::check_canaries() {
    CaseResults canaries = run_canaries(means_.knowledge);
    report_.canaries_passed = canaries.passed;
    report_.canaries_total = canaries.total;
    report_.canaries_missed = std::move(canaries.failures);
}

std::vector<std::string> Run::expand(ResultSink& sink) {
    std::vector<std::string> paths;
    for (const std::string& word : options_.manifests) {
        try {
            ExpandedPath expanded = expand_path(word);
            std::move(expanded.manifests.begin(), expanded.manifests.end(),
                      std::back_inserter(paths));
            std::string unread = unchecked_.note_passed_over(word, expanded.passed_over);
            if (options_.unread_fails && !unread.empty())
                warn(Warning::About::input, std::move(unread));
            unchecked_.note_links(word, expanded.links_not_followed);
            for (const std::string& fault : expanded.faults)
                fail_input(InputError(fault), sink);
        } catch (const InputError& error) {
            fail_input(error, sink);
        }
    }
    return paths;
}

void Run::screen_path(const std::string& path, ResultSink& sink) {
    if (is_stopped())
        return;
    std::vector<std::unique_ptr<ManifestReader>> readers;
    Unopened unopened;
    try {
        readers = open_manifest(path, means_.knowledge.field_aliases, options_.read, &unopened);
    } catch (const InputError& error) {
        fail_input(error, sink);
    }
    for (const std::string& fault : unopened.faults)
        fail_input(InputError(fault), sink);
    if (std::any_of(unopened.sheets.begin(), unopened.sheets.end(),
                    [](const UncheckedSheet& sheet) { return sheet.is_of_report; }))
        warn(Warning::About::input,
             path + " says that it is a report, not a manifest: most of its sheets were not read");
    for (const UncheckedSheet& sheet : unopened.sheets) {
        unchecked_.note_sheet(sheet);
        for (std::string& sentence : warnings_about_sheet(sheet, means_.knowledge))
            warn(Warning::About::input, std::move(sentence));
    }
    for (const auto& reader : readers) {
        try {
            screen_input(*reader, path, sink);
        } catch (const InputError& error) {
            fail_input(error, sink);
        }
    }
}

void Run::screen_input(ManifestReader& reader, const std::string& path, ResultSink& sink) {
    const ManifestDescription& description = reader.description();
    sink.begin_input(description, size_of(path));
    unchecked_.note_columns(means_.knowledge.rules, description);
    unchecked_.note_lines_above(description);
    for (std::string& sentence : warnings_about_passed_over(description, means_.knowledge))
        warn(Warning::About::input, std::move(sentence));
    const std::uint64_t lines_before = report_.counts.lines_read;
    try {
        pipeline_.screen(reader, sink, report_.counts);
    } catch (const InputError&) {
        report_.bytes += reader.bytes_read();
        throw;
    }
    sink.end_input(reader.diagnostics());
    std::string digest = reader.digest(); // reads what is left of the file
    report_.bytes += reader.bytes_read();
    report_.inputs.push_back({description.file, description.format, description.compression,
                              description.encoding, std::move(digest), reader.bytes_read(),
                              report_.counts.lines_read - lines_before, styles_of(description),
                              reader.told_of_sheet()});
}

void Run::fail_input(const Error& error, ResultSink& sink) {
    if (is_stopped())
        return; // it failed because it was stopped
    sink.fail_input(error);
    warn(Warning::About::input, fmt::format("an input could not be read: {}", error.what()));
}

void Run::warn(Warning::About about, std::string sentence) {
    report_.warnings.push_back({about, std::move(sentence)});
}

void Run::collect_warnings() {
    const Summary& counts = report_.counts;
    if (!options_.reject_limit.allows(counts.lines_rejected, counts.lines_read))
        warn(Warning::About::rejects,
             fmt::format("{} of {} lines could not be screened{}", counts.lines_rejected,
                         counts.lines_read,
                         options_.rejects.empty() ? "; --rejects FILE lists them with the reasons"
                                                  : "; they are listed in " + options_.rejects));
    for (std::string& overdue :
         overdue_packs(means_.knowledge.rules.packs(), options_.day, options_.pack_age))
        warn(Warning::About::pack, std::move(overdue));
    for (const std::string& missed : report_.canaries_missed)
        warn(Warning::About::canary, "canary missed: " + missed);
}

void Run::complete() {
    collect_warnings();
    unchecked_.note_forgotten(pipeline_.groups_forgotten());
    report_.unchecked = unchecked_.sentences();
    if (means_.line_clearance != nullptr && means_.line_clearance->licences() != nullptr)
        report_.licences = report_of(*means_.line_clearance->licences());
    if (means_.line_clearance != nullptr && means_.line_clearance->decisions() != nullptr)
        report_.decisions = means_.line_clearance->decisions()->report();
    report_.names_looked_up = pipeline_.names_looked_up();
    report_.exit_status = exit_status();
    report_.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - options_.started).count();
}

ExitStatus Run::exit_status() const {
    if (report_.inputs.empty() && report_.counts.lines_read == 0)
        return no_result;
    if (!report_.warnings.empty())
        return not_trusted;
    if (!options_.fail_on)
        return clean;
    std::uint64_t lines = 0;
    for (auto i = static_cast<std::size_t>(*options_.fail_on); i < severity_count; ++i)
        lines += report_.counts.lines_by_severity[i];
    return lines > 0 ? flagged : clean;
}

} // namespace preflag
