#include <preflag/base/document/document.h>
#include <preflag/base/error.h>

#include <doctest/doctest.h>

using namespace preflag;

namespace {
std::string yaml_error(std::string text, const DocumentLimits& limits = {}) {
    try {
        read_yaml(std::move(text), "p.yaml", limits);
    } catch (const MalformedFile& error) {
        return error.what();
    }
    return "no error";
}

std::string json_error(std::string text) {
    try {
        read_json(std::move(text), "p.json");
    } catch (const MalformedFile& error) {
        return error.what();
    }
    return "no error";
}
} // namespace

TEST_SUITE("base/document") {
    TEST_CASE("a YAML value knows its kind, text and place") {
        const Document document = read_yaml("a: 1\nb: [x, null]\nc: {d: '~'}\n", "p.yaml");
        CHECK(document.root.find("a")->text() == "1");
        CHECK(document.root.find("b")->items()[1].is_null());
        CHECK(document.root.find("b")->items()[0].position() == Position{2, 5});
        CHECK(document.root.find("c")->find("d")->text() == "~");
        CHECK(document.root.find("z") == nullptr);
    }

    TEST_CASE("a YAML syntax error is reported with its place and line") {
        const std::string message = yaml_error("a: 1\nb: [1, 2\nc: 3\n");
        CHECK(message.starts_with("p.yaml:"));
        CHECK(message.find("error: not valid YAML: ") != std::string::npos);
    }

    TEST_CASE("a repeated key is an error at its second place") {
        CHECK(yaml_error("a: 1\nb: 2\na: 3\n") ==
              "p.yaml:3:1: error: the key \"a\" stands twice in this map\n"
              "  a: 3\n"
              "  ^\n"
              "  remove one of the two");
    }

    TEST_CASE("an alias stands for a copy of its value") {
        const Document document = read_yaml("a: &x {k: v}\nb: *x\n", "p.yaml");
        CHECK(document.root.find("b")->find("k")->text() == "v");
    }

    TEST_CASE("an alias can be a key") {
        const Document document = read_yaml("a: &x k\nb: {*x : v}\n", "p.yaml");
        CHECK(document.root.find("b")->find("k")->text() == "v");
        CHECK(yaml_error("a: &x [k]\nb: {*x : v}\n").find("a key must be a single word") !=
              std::string::npos);
    }

    TEST_CASE("an alias bomb ends in an error") {
        std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        for (int i = 1; i < 12; ++i) {
            const std::string before = "*a" + std::to_string(i - 1);
            bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
            for (int j = 0; j < 9; ++j)
                bomb += ", " + before;
            bomb += "]\n";
        }
        CHECK(yaml_error(bomb).find("aliases counted as often as they are used") !=
              std::string::npos);
    }

    TEST_CASE("a tree that takes far more memory than its file should is an error") {
        std::string bomb = "a: &a [" + std::string(2000, 'x') + "]\nb: [*a";
        for (int i = 0; i < 20'000; ++i)
            bomb += ",*a";
        CHECK(
            yaml_error(bomb + "]\n").find("aliases counted as often as they are used, far more") !=
            std::string::npos);
        CHECK(json_error("[" +
                         [] {
                             std::string ones;
                             for (int i = 0; i < 1'000'000; ++i)
                                 ones += "1,";
                             return ones;
                         }() +
                         "1]")
                  .find("MiB of memory") != std::string::npos);
    }

    TEST_CASE("a repeated key is found among many") {
        std::string keys;
        for (int i = 0; i < 1000; ++i)
            keys += "k" + std::to_string(i) + ": 1\n";
        CHECK(yaml_error(keys) == "no error");
        for (const char* again : {"k0", "k15", "k16", "k999"})
            CHECK(yaml_error(keys + again + ": 2\n").find("stands twice in this map") !=
                  std::string::npos);
    }

    TEST_CASE("of a long line the part around the error is shown") {
        std::string keys = "{\"a\": 1";
        for (int i = 0; i < 5000; ++i)
            keys += ", \"k" + std::to_string(i) + "\": 1";
        const std::string message = json_error(keys + ", \"again\": 1, \"again\": 2}");
        CHECK(message.size() < 1000);
        CHECK(message.find("\"again\": 2}\n") != std::string::npos);
    }

    TEST_CASE("depth, size and emptiness are errors") {
        CHECK(yaml_error(std::string(100, '[') + std::string(100, ']')).find("nested deeper") !=
              std::string::npos);
        CHECK(yaml_error("a: 123456", {.bytes = 5}).find("read whole") != std::string::npos);
        CHECK(yaml_error("") == "p.yaml: error: the file is empty");
        CHECK(yaml_error("a: *nobody\n").find("p.yaml:1:") == 0);
    }

    TEST_CASE("YAML columns count bytes, as all columns do") {
        const Document document = read_yaml("a: [ü, x]\n", "p.yaml");
        CHECK(document.root.find("a")->items()[1].position() == Position{1, 9});
    }

    TEST_CASE("a quote that is never closed is an error, wherever the text ends") {
        for (const char* text : {"a: \"x", "a: \"x\n", "a: 'x\nb: 1\n", "a: \"x\n\n", "a: 'x\r\n",
                                 "\"", "- 'x\n- y\n"}) {
            CAPTURE(std::string(text));
            CHECK(yaml_error(text).find("not valid YAML: ") != std::string::npos);
        }
        CHECK(read_yaml("a: |\n  x\n", "p.yaml").root.find("a")->text() == "x\n");
        CHECK(read_yaml("a: |+\n  x\n\n", "p.yaml").root.find("a")->text() == "x\n\n");
        CHECK(read_yaml("a: x\n  y\n", "p.yaml").root.find("a")->text() == "x y");
    }

    TEST_CASE("characters that YAML forbids never end the text early") {
        using namespace std::string_literals;
        for (const std::string& text : {"a: 1\nb: \x04\nc: 2\n"s, "a: 1\nb: \0\nc: 2\n"s,
                                        "a: 1\nb: \x1b[1m\n"s, "a: 1\nb: \x7f\n"s})
            CHECK(yaml_error(text).starts_with(
                "p.yaml:2:4: error: not valid YAML: control characters are not allowed"));
        CHECK(yaml_error("a: 1\nb: \xff\xfe\n")
                  .starts_with("p.yaml:2:1: error: not valid YAML: this line is not UTF-8"));
    }

    TEST_CASE("carriage returns alone end lines, too") {
        const Document document = read_yaml("a: 1\rb: 2\r", "p.yaml");
        CHECK(document.root.find("b")->text() == "2");
        CHECK(document.root.find("b")->position() == Position{2, 4});
    }

    TEST_CASE("what stands behind the end of a document is an error") {
        CHECK(yaml_error("a: 1\n---\nb: 2\n").find("holds a second YAML document") !=
              std::string::npos);
        CHECK(yaml_error("[a]\nb\n").find("something stands behind the end") != std::string::npos);
        CHECK(yaml_error("a: 1\n...\n") == "no error");
    }

    TEST_CASE("nesting ends in an error before it takes the stack or the memory") {
        const auto repeated = [](std::string_view text, std::size_t count) {
            std::string all;
            for (std::size_t i = 0; i < count; ++i)
                all += text;
            return all;
        };
        for (const char* piece :
             {"[", "{", "- ", "? ", "{a: ", "[a: ", "[{", "- ? ", "!!x [", "[[]"}) {
            CAPTURE(std::string(piece));
            CHECK(yaml_error(repeated(piece, 400'000)) != "no error");
            CHECK(yaml_error("x: " + repeated(piece, 400'000)) != "no error");
        }
        CHECK(yaml_error(repeated("[", 2'000'000)).find("nested deeper than") != std::string::npos);
    }

    TEST_CASE("a value of no end is an error, and large JSON is read as such") {
        std::string list = "[{a: \"b\"}";
        for (int i = 0; i < 200'000; ++i)
            list += ", {a: 1}";
        CHECK(yaml_error(list + "]").find("is longer than 1 MiB") != std::string::npos);
        std::string json = "[{\"a\": \"b\"}";
        for (int i = 0; i < 200'000; ++i)
            json += ", {\"a\": 1}";
        CHECK(read_yaml(json + "]", "p.yaml").root.items().size() == 200'001);
    }

    TEST_CASE("null, text and tags are told apart") {
        const Document document =
            read_yaml("{a: null, b: 'null', c: ~, d: , e: !!str null, f: NULL, g: Nil}", "p.yaml");
        for (const char* key : {"a", "c", "d", "f"})
            CHECK(document.root.find(key)->is_null());
        for (const char* key : {"b", "e", "g"})
            CHECK(document.root.find(key)->is_scalar());
    }

    TEST_CASE("JSON values have the place where they stand") {
        const Document document =
            read_json("{\"a\": [\n  {\"b\": 12.50},\n  true, null]}", "p.json");
        const DocumentNode& list = *document.root.find("a");
        CHECK(list.items()[0].position() == Position{2, 3});
        CHECK(list.items()[0].find("b")->text() == "12.50");
        CHECK(list.items()[1].text() == "true");
        CHECK(list.items()[2].is_null());
    }

    TEST_CASE("a JSON syntax error is reported with its place") {
        CHECK(
            json_error("{\"a\": 1,\n \"b\" 2}").starts_with("p.json:2:6: error: not valid JSON: "));
        CHECK(json_error("{\"a\": 1").find("not valid JSON") != std::string::npos);
        CHECK(json_error("{\"a\": 1, \"a\": 2}").find("stands twice") != std::string::npos);
    }
}
