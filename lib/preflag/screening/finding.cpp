#include <preflag/base/digest.h>
#include <preflag/base/text.h>
#include <preflag/screening/finding.h>

namespace preflag {

namespace {

/// Words only, so that spacing and punctuation do not make another finding.
std::string identity_of(std::string_view text) {
    std::string identity;
    for (const std::string& word : folded_words(text)) {
        identity += word;
        identity += ' ';
    }
    return identity;
}

} // namespace

std::string finding_id(const Finding& finding, std::string_view goods, std::string_view consignee) {
    std::string identity = finding.rule;
    for (const std::string& part : {std::string(name_of(finding.outcome)), finding.measured,
                                    identity_of(goods), identity_of(consignee)}) {
        identity += '\n';
        identity += part;
    }
    return digest_of(identity).substr(0, 16);
}

} // namespace preflag
