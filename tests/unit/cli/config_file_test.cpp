#include "command_line/config_file.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace preflag;

namespace {

namespace fs = std::filesystem;

/// A program with one command and a configuration file in a folder of its own.
class Configured {
  public:
    explicit Configured(const std::string& text) {
        std::string pattern = (fs::temp_directory_path() / "preflag-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
        config = (folder / "c.yaml").string();
        std::ofstream(config) << text;
        OptionSet& options = screen().options;
        options.add(text_option());
        options.begin_group("Shared");
        options.add(file("--watchlist", &lists, ""));
        options.add(folder_option());
        options.add(report("--output", &outputs, ""));
        options.add(choice("--fail-on", fail_on, {"low", "high"}, ""));
        add_config_option(options, config);
        program.nested.push_back({"identify", ""});
        program.nested.back().options.begin_group("Shared");
        program.nested.back().options.add(flag("--other", other, ""));
        line.path = {&program, &program.nested.front()};
    }
    Configured(const Configured&) = delete;
    Configured& operator=(const Configured&) = delete;
    ~Configured() { fs::remove_all(folder); }

    void apply() { apply_config(program, line); }
    std::string fault() {
        try {
            apply();
        } catch (const Error& error) {
            return error.what();
        }
        return "";
    }
    [[nodiscard]] std::string beside(const char* name) const { return (folder / name).string(); }

    Command program{"preflag", ""};
    ParsedLine line;
    fs::path folder;
    std::string config, own, fail_on = "low", rules;
    std::vector<std::string> lists, outputs;
    bool other = false;

  private:
    Command& screen() { return program.nested.emplace_back(Command{"screen", ""}); }
    Option text_option() { return text("--own", &own, "TEXT", ""); }
    Option folder_option() { return preflag::folder("--rules", &rules, ""); }
};

} // namespace

TEST_CASE("files and folders are looked for beside the configuration file") {
    Configured run("watchlist: [a.yaml, /srv/b.yaml, '-']\nrules: packs\n"
                   "output: [report.csv, 'json:night.txt', '-', 'csv:-']\nfail-on: high\n");
    run.apply();
    CHECK(run.lists == std::vector<std::string>{run.beside("a.yaml"), "/srv/b.yaml", "-"});
    CHECK(run.rules == run.beside("packs"));
    CHECK(run.outputs == std::vector<std::string>{run.beside("report.csv"),
                                                  "json:" + run.beside("night.txt"), "-", "csv:-"});
    CHECK(run.fail_on == "high");
    CHECK(run.config == run.beside("c.yaml"));
}

TEST_CASE("what was typed wins over the file") {
    Configured run("fail-on: high\n");
    run.line.given.insert(run.program.nested.front().options.find("--fail-on"));
    run.apply();
    CHECK(run.fail_on == "low");
}

TEST_CASE("keys of other commands are passed over, others are errors with their place") {
    CHECK(Configured("other: true\n").fault().empty());
    Configured unknown("fail_on: high\n");
    CHECK(unknown.fault().find("c.yaml:1:1: error: there is no option \"fail_on\"") !=
          std::string::npos);
    Configured typed_only("own: x\n");
    CHECK(typed_only.fault().find("there is no option \"own\"") != std::string::npos);
    Configured config_itself("config: x\n");
    CHECK(config_itself.fault().find("there is no option \"config\"") != std::string::npos);
    Configured wrong("fail-on: hihg\n");
    CHECK(wrong.fault().find("c.yaml:1:10: error: --fail-on: \"hihg\"") != std::string::npos);
}

TEST_CASE("no file at all is an answer, and a missing one is an error") {
    Configured none("fail-on: high\n");
    none.config = "none";
    none.apply();
    CHECK(none.fail_on == "low");
    CHECK(none.config.empty());
    Configured missing("");
    missing.config = missing.beside("nowhere.yaml");
    CHECK(missing.fault() ==
          "--config " + missing.beside("nowhere.yaml") + ": there is no such configuration file");
}
