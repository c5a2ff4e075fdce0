#include <preflag/base/error.h>
#include <preflag/parties/compiled_file.h>
#include <preflag/parties/read_list.h>
#include <preflag/parties/watchlists.h>

#include <fmt/format.h>

#include <set>

namespace preflag {

ListUse use_of(const ListContents& contents) {
    ListUse use;
    use.id = contents.id;
    use.format = contents.format;
    use.file = contents.file;
    use.digest = contents.digest;
    use.date = contents.date;
    use.date_source = contents.date_source;
    use.entries = contents.entries.size();
    use.names = contents.count(NameQuality::primary);
    use.aliases = contents.count(NameQuality::alias);
    use.weak_aliases = contents.count(NameQuality::weak_alias);
    use.rejected = contents.rejected.size();
    use.other_records = contents.other_records;
    use.diagnostics = contents.rejected;
    for (const Diagnostic& gap : contents.gaps) {
        use.diagnostics.push_back(gap);
        use.gaps.push_back(gap.message);
    }
    return use;
}

Watchlists Watchlists::load(const std::vector<std::string>& files,
                            const std::vector<std::filesystem::path>& rule_folders) {
    Watchlists watchlists(NameWords::load(rule_folders), MatchingSettings::load(rule_folders));
    std::set<std::string> ids;
    for (const std::string& file : files) {
        auto list = load_compiled_file(file, watchlists.words_);
        if (!list) {
            const ListContents contents = read_list(file);
            list.emplace(
                List{use_of(contents), CompiledList::compile(contents, watchlists.words_)});
        }
        if (!ids.insert(list->use.id).second)
            throw InputError(
                fmt::format("the watchlist {} is {}, which was given already", file, list->use.id));
        watchlists.lists_.push_back(std::move(*list));
    }
    return watchlists;
}

} // namespace preflag
