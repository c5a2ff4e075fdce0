#pragma once

#include <preflag/base/document/document.h>
#include <preflag/base/document/rule_image.h>
#include <preflag/base/error.h>

#include <string>

namespace preflag::test {

/// Kinds, texts and positions of all values.
inline std::string told(const DocumentNode& root) {
    RuleImage image;
    image.add("", root);
    return image.bytes();
}

/// What a scanner reads of the text.
template <typename Scan>
std::string scanned_by(Scan scan, const std::string& text) {
    Document document{"test", text, {}};
    return scan(document, DocumentLimits{}) ? told(document.root) : "not scanned";
}

/// What the library's parser reads of it, or why it does not.
template <typename Parse>
std::string parsed_by(Parse parse, const std::string& text) {
    Document document{"test", text, {}};
    try {
        parse(document, DocumentLimits{});
    } catch (const MalformedFile& error) {
        return error.what();
    }
    return told(document.root);
}

} // namespace preflag::test
