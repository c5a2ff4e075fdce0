#include "folder.h"

#include <preflag/rules/conditions/condition_evaluator.h>
#include <preflag/rules/conditions/condition_reader.h>
#include <preflag/rules/conditions/word_list.h>

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::rules_test;

namespace {

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_SUITE("rules/word_list") {
    TEST_CASE("a list has an entry a line, folded, with comments") {
        const Folder folder;
        folder.write("lists/names.txt",
                     "# ours\nExample GmbH\n\n  Beispiel & Söhne # since 2020\n");
        const WordList list = read_word_list(folder.path(), "lists/names.txt");
        CHECK(list.error == "");
        CHECK(list.phrases == std::vector<std::string>{" example gmbh ", " beispiel sohne "});
        CHECK(list.digest.size() == 64);
    }

    TEST_CASE("nothing outside of the folder is read") {
        const Folder outside;
        outside.write("secret.txt", "x\n");
        const Folder folder;
        folder.write("regimes/a.yaml", "x\n");
        CHECK(contains(read_word_list(folder.path(), outside.path() + "/secret.txt").error,
                       "outside of the folder"));
        CHECK(contains(read_word_list(folder.path(), "lists/../../secret.txt").error,
                       "outside of the folder"));
        std::filesystem::create_symlink(outside.path() + "/secret.txt",
                                        folder.path() + "/linked.txt");
        CHECK(contains(read_word_list(folder.path(), "linked.txt").error, "no plain file"));
        CHECK(contains(read_word_list(folder.path(), "regimes").error, "no plain file"));
        CHECK(contains(read_word_list(folder.path(), "none.txt").error, "there is no list"));
        CHECK(read_word_list("", "none.txt").error != "");
    }

    TEST_CASE("a list that finds nothing or too much is an error") {
        const Folder folder;
        folder.write("empty.txt", "");
        folder.write("comments.txt", "# nothing\n");
        folder.write("dashes.txt", "a\n---\n");
        folder.write("latin.txt", "caf\xE9\n");
        folder.write("large.txt", std::string(largest_list + 1, 'x'));
        CHECK(contains(read_word_list(folder.path(), "empty.txt").error, "has no entry"));
        CHECK(contains(read_word_list(folder.path(), "comments.txt").error, "has no entry"));
        CHECK(contains(read_word_list(folder.path(), "dashes.txt").error, "in line 2"));
        CHECK(contains(read_word_list(folder.path(), "latin.txt").error, "no UTF-8"));
        CHECK(contains(read_word_list(folder.path(), "large.txt").error, "is larger than"));
    }

    TEST_CASE("a field is in a list when it is one of its entries as a whole") {
        const Folder folder;
        folder.write("names.txt", "Example GmbH\nMuster AG\n");
        const Document document = read_yaml("{field: consignee, in-list: names.txt}", "c.yaml");
        std::vector<Diagnostic> diagnostics;
        const Condition condition = read_condition(document, document.root, diagnostics,
                                                   {{}, nullptr, folder.path(), false});
        REQUIRE(to_string(diagnostics) == "");
        CHECK(condition.list_digest.size() == 64);
        const ConditionEvaluator evaluator(condition);
        FieldValues line;
        line.set(Field::consignee, "EXAMPLE GMBH.");
        CHECK(evaluator.holds(line));
        line.set(Field::consignee, "Example GmbH & Co");
        CHECK_FALSE(evaluator.holds(line));
    }
}
