#include <preflag/base/digest.h>
#include <preflag/base/phrase.h>
#include <preflag/rules/packs/rule_pack.h>
#include <preflag/screening/finding.h>

namespace preflag {

namespace {

void add_words(std::string_view text, std::string& identity) {
    identity += '\n';
    const std::string_view phrase = known_phrase_of(text);
    identity += phrase.substr(phrase.empty() ? 0 : 1); // without the space ahead
}

} // namespace

std::string_view name_of(Clearance::By by) {
    return by == Clearance::By::licence ? "licence" : "decision";
}

std::string Finding::rule_id() const {
    return entry.empty() ? rule->id : rule->id + '/' + entry;
}

std::string Finding::limit() const {
    return rule->across_lines ? to_string(*rule->across_lines) : rule->limit.text;
}

const std::string& Finding::citation() const {
    return entry.empty() ? rule->citation : programmes;
}

std::string subject_of(std::string_view goods, std::string_view consignee) {
    std::string subject;
    add_words(goods, subject);
    add_words(consignee, subject);
    return subject;
}

std::string finding_id(const Finding& finding, std::string_view subject) {
    std::string identity = finding.rule_id();
    identity.reserve(identity.size() + finding.measured.size() + subject.size() + 32);
    identity.append(1, '\n').append(name_of(finding.outcome));
    identity.append(1, '\n').append(finding.measured).append(subject);
    return digest_of(identity).substr(0, 16);
}

} // namespace preflag
