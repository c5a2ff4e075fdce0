#include <preflag/base/phrase.h>
#include <preflag/base/text.h>

namespace preflag {

std::string phrase_of(std::string_view utf8) {
    std::string phrase;
    for (const std::string& word : folded_words(utf8)) {
        phrase += phrase.empty() ? " " : "";
        phrase += word;
        phrase += ' ';
    }
    return phrase;
}

} // namespace preflag
