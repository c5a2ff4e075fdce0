#pragma once

#include <preflag/base/document/document.h>
#include <preflag/rules/packs/rule_pack.h>
#include <preflag/screening/screened_line.h>

#include <map>
#include <memory>
#include <string>

namespace preflag {

/// Makes lines of what a JSON Lines report kept of them, so that every writer writes them as the
/// run did. Owns the rules and substances that they point to, as far as reports tell of them: ids,
/// limits, duties, no conditions. Must outlive the lines.
class KeptLines {
  public:
    /// Of one object of a report. Throws MalformedFile, with the place, for what is no such object.
    ScreenedLine read(const Document& document);

  private:
    Finding finding(const Document& document, const DocumentNode& node);
    Identification substance(const Document& document, const DocumentNode& node);
    const Rule* rule(const DocumentNode& node, const Finding& finding);
    const Substance* substance_of(const std::string& id);

    std::map<std::string, std::unique_ptr<const Rule>> rules_;
    std::map<std::string, std::unique_ptr<const Substance>> substances_;
};

} // namespace preflag
