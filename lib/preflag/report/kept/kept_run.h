#pragma once

#include <preflag/base/document/document.h>
#include <preflag/run/summary.h>

namespace preflag {

/// A run as the JSON report and --summary keep it: what the other writers tell of a run, and no
/// more. Throws MalformedFile, with the place, for what is none. `run` is a part of the document.
RunReport kept_run(const Document& document, const DocumentNode& run);

} // namespace preflag
