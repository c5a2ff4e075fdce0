#include <preflag/base/document/document.h>
#include <preflag/base/error.h>
#include <preflag/base/file/text_file.h>
#include <preflag/clearance/decision_pruning.h>

#include <fmt/format.h>

#include <map>

namespace preflag {

namespace {

std::set<std::string> unused_in(const std::string& path) {
    const Document summary = read_json(read_text_file(path, "summary"), path);
    const DocumentNode* decisions = summary.root.find("decisions");
    const DocumentNode* unused = decisions == nullptr ? nullptr : decisions->find("unused");
    if (unused == nullptr)
        throw InputError(fmt::format("{} is no summary of a run with --decisions", path));
    const DocumentNode* status = summary.root.find("exit_status");
    if (status == nullptr || (status->text() != "0" && status->text() != "1"))
        throw InputError(fmt::format("{} is of a run that was not complete: what it left out may "
                                     "need its decisions",
                                     path));
    std::set<std::string> ids;
    for (const DocumentNode& id : unused->items())
        ids.insert(id.text());
    return ids;
}

} // namespace

std::set<std::string> unused_decisions(const std::vector<std::string>& summaries) {
    std::map<std::string, std::size_t> counts;
    for (const std::string& path : summaries)
        for (const std::string& id : unused_in(path))
            ++counts[id];
    std::set<std::string> ids;
    for (const auto& [id, count] : counts)
        if (count == summaries.size())
            ids.insert(id);
    return ids;
}

std::string reason_to_drop(const Decision& decision, Date day,
                           const std::set<std::string>& unused) {
    if (decision.is_superseded)
        return "superseded by a later record";
    if (decision.is_expired(day))
        return "expired on " + to_string(*decision.until);
    return unused.contains(decision.finding) ? "unused in the runs given" : "";
}

} // namespace preflag
