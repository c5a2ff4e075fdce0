#include <preflag/base/text.h>
#include <preflag/rules/packs/message_template.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

std::vector<std::string> MessageTemplate::placeholders() const {
    std::vector<std::string> names;
    for (std::size_t start = text_.find('{'); start != std::string::npos;
         start = text_.find('{', start + 1)) {
        const std::size_t end = text_.find('}', start);
        names.push_back(end == std::string::npos ? text_.substr(start)
                                                 : text_.substr(start + 1, end - start - 1));
    }
    return names;
}

std::string
MessageTemplate::render(const std::function<std::string_view(std::string_view)>& value_of) const {
    std::string message;
    message.reserve(text_.size() * 2); // names are longer than their placeholders
    std::string_view rest = text_;
    for (std::size_t start = rest.find('{'); start != std::string_view::npos;
         start = rest.find('{')) {
        const std::size_t end = rest.find('}', start);
        if (end == std::string_view::npos)
            break;
        message += rest.substr(0, start);
        message += value_of(rest.substr(start + 1, end - start - 1));
        rest = rest.substr(end + 1);
    }
    message += rest;
    return message;
}

void check_placeholders(MapReader& map, std::string_view key, const std::string& text,
                        std::span<const std::string> known) {
    for (const std::string& name : MessageTemplate(text).placeholders()) {
        if (std::find(known.begin(), known.end(), name) != known.end())
            continue;
        map.error_at(
            key, fmt::format("\"{}\" has an unknown placeholder \"{}\"", key, name),
            did_you_mean(name, known, fmt::format("it can be: {}", fmt::join(known, ", "))));
    }
}

} // namespace preflag
