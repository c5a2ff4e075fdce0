#include "option_set.h"

#include <algorithm>
#include <utility>

namespace preflag {

namespace {

std::vector<const Option*> chosen(const std::vector<OptionGroup>& groups, bool arguments) {
    std::vector<const Option*> all;
    for (const OptionGroup& group : groups)
        for (const Option& option : group.options)
            if (option.is_argument() == arguments)
                all.push_back(&option);
    return all;
}

bool goes_by(const Option& option, std::string_view name) {
    return std::find(option.names.begin(), option.names.end(), name) != option.names.end();
}

} // namespace

void OptionSet::begin_group(const std::string& title) {
    const auto known = std::find_if(groups_.begin(), groups_.end(),
                                    [&](const OptionGroup& group) { return group.title == title; });
    current_ = static_cast<std::size_t>(known - groups_.begin());
    if (known == groups_.end())
        groups_.push_back({title, {}});
}

Option& OptionSet::add(Option option) {
    option.is_configurable = current_ > 0 && !option.is_argument();
    return groups_[current_].options.emplace_back(std::move(option));
}

std::vector<const Option*> OptionSet::options() const {
    return chosen(groups_, false);
}

std::vector<const Option*> OptionSet::arguments() const {
    return chosen(groups_, true);
}

const Option* OptionSet::find(std::string_view name) const {
    for (const OptionGroup& group : groups_)
        for (const Option& option : group.options)
            if (goes_by(option, name))
                return &option;
    return nullptr;
}

const Option* OptionSet::find_key(std::string_view key) const {
    const std::string name = "--" + std::string(key);
    for (const OptionGroup& group : groups_)
        for (const Option& option : group.options)
            if (option.is_configurable && goes_by(option, name))
                return &option;
    return nullptr;
}

std::vector<std::string> OptionSet::keys() const {
    std::vector<std::string> keys;
    for (const OptionGroup& group : groups_)
        for (const Option& option : group.options)
            if (option.is_configurable)
                for (const std::string& name : option.names)
                    keys.push_back(name.substr(2));
    return keys;
}

} // namespace preflag
