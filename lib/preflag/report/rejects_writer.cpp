#include <preflag/report/rejects_writer.h>
#include <preflag/report/text/safe_cell.h>

namespace preflag {

RejectsWriter::RejectsWriter(std::ostream& stream) : stream_(stream) {
    stream_ << "file,line,record,reason,text\n";
}

void RejectsWriter::write(const RejectedLine& line) {
    stream_ << safe_csv_cell(line.file) << ',' << line.line << ',' << line.record << ','
            << safe_csv_cell(line.reason) << ',' << safe_csv_cell(line.text) << '\n';
}

} // namespace preflag
