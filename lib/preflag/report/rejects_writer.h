#pragma once

#include <preflag/manifest/manifest_line.h>

#include <ostream>

namespace preflag {

/// Lists the lines that could not be screened, as CSV: file,line,record,reason,text. The header is
/// written at once, so that a run without rejected lines leaves a whole file too. The stream must
/// outlive the writer.
class RejectsWriter {
  public:
    explicit RejectsWriter(std::ostream& stream);
    void write(const RejectedLine& line);

  private:
    std::ostream& stream_;
};

} // namespace preflag
