// Screens manifests and prints what was found on each line.
//
//     findings MANIFEST...

#include <preflag/base/error.h>
#include <preflag/rules/packs/rule_pack.h>
#include <preflag/run/run.h>

#include <iostream>

namespace {

class Printer final : public preflag::ResultSink {
  public:
    void matched(preflag::ScreenedLine line) override {
        for (const preflag::Finding& finding : line.findings)
            std::cout << line.line << ": " << finding.rule_id() << " (" << name_of(finding.outcome)
                      << "): " << finding.message << '\n';
    }
    void finish(const preflag::RunReport& run) override {
        std::cout << run.counts.lines_read << " lines read, " << run.counts.lines_flagged
                  << " flagged\n";
    }
};

} // namespace

int main(int count, char** words) {
    try {
        const preflag::Knowledge knowledge = preflag::Knowledge::load({RULES}, {});
        preflag::RunOptions options;
        options.manifests.assign(words + 1, words + count);
        options.day = preflag::today();
        Printer printer;
        return preflag::Run({knowledge}, options).screen(printer).exit_status;
    } catch (const preflag::Error& error) {
        std::cerr << error.what() << '\n';
        return preflag::no_result;
    }
}
