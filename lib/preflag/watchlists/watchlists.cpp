#include <preflag/base/error.h>
#include <preflag/watchlists/index/compiled_file.h>
#include <preflag/watchlists/read_list.h>
#include <preflag/watchlists/watchlists.h>

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

namespace {

/// Names without a letter or digit cannot be compared with any.
void report_unsearchable(Watchlists::List& list) {
    std::size_t count = 0;
    for (std::uint32_t name = 0; name < list.compiled.name_count(); ++name)
        count += list.compiled.words_of(name).empty() ? 1 : 0;
    if (count > 0)
        list.use.gaps.push_back(
            fmt::format("{} of its names have no letter or digit to be compared by", count));
}

} // namespace

Watchlists Watchlists::load(const std::vector<std::string>& files,
                            const PartyKnowledge& knowledge) {
    Watchlists watchlists(knowledge);
    std::set<std::string> ids;
    for (const std::string& file : files) {
        auto list = load_compiled_file(file, knowledge.words);
        if (!list) {
            const ListContents contents = read_list(file);
            list.emplace(List{use_of(contents), CompiledList::compile(contents, knowledge.words)});
        }
        report_unsearchable(*list);
        if (!ids.insert(list->use.id).second)
            throw InputError(
                fmt::format("the watchlist {} is {}, which was given already", file, list->use.id));
        watchlists.lists_.push_back(std::move(*list));
    }
    return watchlists;
}

} // namespace preflag
