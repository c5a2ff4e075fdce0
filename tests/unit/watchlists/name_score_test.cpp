#include "../../support/source_dir.h"
#include "../support/shipped_words.h"

#include <preflag/base/document/document.h>
#include <preflag/watchlists/index/list_search.h>

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace preflag;
using preflag::parties_test::shipped_words;

namespace {

std::string read(std::string_view text) {
    NameReader reader(shipped_words());
    std::string joined;
    for (const ReadName::Word& word : reader.read(text).words)
        joined += joined.empty() ? word.raw : " " + word.raw;
    return joined;
}

/// The score of a query against a list of one name.
double score(const std::string& query, const std::string& listed) {
    ListContents contents;
    contents.entries.emplace_back().names.push_back({listed, NameQuality::primary});
    const CompiledList list = CompiledList::compile(contents, shipped_words());
    ListSearch search(list, shipped_words(), 0.6);
    NameReader reader(shipped_words());
    return search.explain(reader.read(query), 0).score.score;
}

bool is_hit(const std::string& query, const std::string& listed) {
    ListContents contents;
    contents.entries.emplace_back().names.push_back({listed, NameQuality::primary});
    const CompiledList list = CompiledList::compile(contents, shipped_words());
    ListSearch search(list, shipped_words(), 0.6);
    NameReader reader(shipped_words(), NameReader::Purpose::query);
    const auto& hits = search.search(reader.read(query));
    return !hits.empty() && hits.front().score >= 0.8;
}

} // namespace

TEST_CASE("names lose case, accents, punctuation, legal forms and titles") {
    CHECK(read("ACME Handels-GmbH & Co. KG") == "acme handels");
    CHECK(read("Dr. Peter O'Brien") == "peter obrien");
    CHECK(read("Société Générale S.A.") == "societe generale");
    CHECK(read("ООО \"Ромашка\"") == "romashka");
    CHECK(read("Comercial de Rodajes, S.A. de C.V.") == "comercial de rodajes");
    CHECK(read("Müller Sp. z o.o.") == "muller");
}

TEST_CASE("a name that is nothing but legal forms and titles keeps its words") {
    CHECK(read("Corp") == "corp");
    CHECK(read("Co., Ltd.") == "co ltd");
}

TEST_CASE("scripts are transliterated, Chinese and Korean by syllable") {
    CHECK(read("Сергей Лавров") == "sergey lavrov");
    CHECK(read("김철수") == "gim cheol su");
    CHECK(read("张建国") == "zhang jian guo");
    CHECK(read("Ελληνική") == "elliniki");
}

TEST_CASE("spellings, order, initials, joined and split words of one name are alike") {
    CHECK(is_hit("Muhammad al Zawahiri", "ZAWAHIRI, Mohammed Al"));
    CHECK(is_hit("Sergei Khodorkovsky", "Сергей Ходорковский"));
    CHECK(is_hit("J. Zawadski", "Jaroslaw Zawadski"));
    CHECK(is_hit("Zhang Jianguo", "张建国"));
    CHECK(is_hit("Marlowe Chemtrade", "Marlowe Chem Trade"));
    CHECK(is_hit("Blue Heronn Trading LLC", "BLUE HERON TRADING"));
    CHECK(is_hit("محمد الهاشمي", "Mohammed Al-Hashimi"));
}

TEST_CASE("common words, legal forms and single given names decide nothing") {
    CHECK_FALSE(is_hit("Heron General Trading LLC", "Alder General Trading LLC"));
    CHECK_FALSE(is_hit("Corp", "Alder Corp"));
    CHECK_FALSE(
        is_hit("International Trading Company", "Blue Heron International Trading Company"));
    CHECK_FALSE(is_hit("Mohammed", "Mohammed Zawahiri"));
    CHECK_FALSE(is_hit("Peter Marlow", "Peter Alder"));
    CHECK_FALSE(is_hit("Alder Works 8", "Birch Works 8"));
}

TEST_CASE("a well-known name alone decides nothing, whatever the other words are") {
    CHECK_FALSE(is_hit("William", "Zhou William"));
    CHECK_FALSE(is_hit("Daniel Wall", "Daniel"));
    CHECK(is_hit("Daniel Wall", "Wall, Daniel"));
}

TEST_CASE("a name in Chinese or Korean script has all of its syllables") {
    CHECK(is_hit("김상호", "Sang-ho KIM"));
    CHECK_FALSE(is_hit("김상호 춘자", "Sang-ho KIM"));
    CHECK_FALSE(is_hit("이미영", "Myong Hun RI"));
    CHECK_FALSE(is_hit("文王", "Wen Chou WANG"));
    CHECK_FALSE(is_hit("张建平", "Jiang Ping ZHANG"));
}

TEST_CASE("few consonants in common, some words over or in another order, are no name") {
    CHECK(is_hit("کیان جهانی", "Kian Jahani"));
    CHECK_FALSE(is_hit("کیان جهانی", "Jack QIN"));
    CHECK_FALSE(is_hit("يسار كانو", "Surgeon"));
    CHECK(is_hit("مصرف الرافدين", "Rafidain Bank"));
    CHECK(is_hit("عبد المالك دروكدال", "Abdelmalek Droukdel"));
}

TEST_CASE("one word that is written otherwise is not enough beside others") {
    CHECK_FALSE(is_hit("Ryanair Holdings", "Iranair"));
    CHECK_FALSE(is_hit("Harmonic Group", "Harmony Farm"));
    CHECK(is_hit("Alderwerk Chemcials", "Alderwerk Chemicals"));
}

TEST_CASE("a name is 1 with itself, a spelling or a slip is less, and order does not matter") {
    CHECK(score("Peter Marlow", "Marlow, Peter") == doctest::Approx(1));
    CHECK(score("Mohammed Marlow", "Muhammad Marlow") < 1);
    CHECK(score("Peter Marlow", "Peter Marlaw") < score("Peter Marlow", "Peter Marlow"));
    CHECK(score("Peter Marlow", "Peter Quentin Marlow") ==
          doctest::Approx(score("Peter Quentin Marlow", "Peter Marlow")));
}

TEST_CASE("word distance is Levenshtein's within two, an exchange of neighbours is one") {
    CHECK(word_distance("marlow", "marlow", 2) == 0);
    CHECK(word_distance("marlow", "marlowe", 2) == 1);
    CHECK(word_distance("marlow", "malrow", 1) == 1);
    CHECK(word_distance("abcd", "badc", 2) == 3);
    CHECK(word_distance("kitten", "sitting", 2) == 3);
    CHECK(word_distance("zawahiri", "sawahary", 2) == 3);
    CHECK(word_distance("zawahiri", "sawahiry", 2) == 2);
    CHECK(word_distance("zawahiri", "awahiris", 2) == 2);
}

TEST_CASE("the transliterations in the files of words are what names are read like") {
    NameSplitter splitter;
    for (const char* name : {"names.yaml", "legal-forms.yaml", "spellings.yaml"}) {
        std::ifstream file(preflag::test::source_dir() + "/rules/parties/" + name);
        std::ostringstream text;
        text << file.rdbuf();
        const Document document = read_yaml(text.str(), name);
        const DocumentNode* table = document.root.find("transliterations");
        REQUIRE(table != nullptr);
        CHECK(table->entries().size() > 10);
        for (const DocumentEntry& entry : table->entries())
            CHECK(splitter.joined(entry.key, " ") == entry.value.text());
    }
}

TEST_CASE("a patronymic is that of every spelling of the father's name") {
    CHECK(is_hit("Уладзімір Уладзіміравіч Альдэраў", "Alderau, Vladimir Vladimirovich"));
    CHECK(is_hit("Mykhailo Volodymyrovych Alderov", "Mikhail Vladimirovich Alderov"));
    CHECK(is_hit("Alderova, Olena Serhiivna", "Elena Sergeevna Alderova"));
    CHECK_FALSE(is_hit("Vladimir Petrovich Alderov", "Vladimir Nikolaevich Alderov"));
    CHECK_FALSE(is_hit("Olga Petrovna Alderova", "Olga Sergeevna Alderova"));
}

TEST_CASE("given names in other scripts are spellings of one name") {
    CHECK(is_hit("Βλαντίμιρ Αλντέροφ", "Vladimir Alderof"));
    CHECK(is_hit("Ντμίτρι Μπάρκας", "Dmitri Barkas"));
    CHECK(is_hit("ウラジーミル Alderov", "Vladimir Alderov"));
    CHECK(is_hit("Սերգեյ Alderov", "Sergey Alderov"));
}

TEST_CASE("numbers that differ tell names apart, however they are written") {
    CHECK_FALSE(is_hit("Alder Star II", "Alder Star III"));
    CHECK_FALSE(is_hit("Alder Works Plant 5", "Alder Works Plant 6"));
    CHECK_FALSE(is_hit("Birch Mortgage Trust 2004-1", "Birch Mortgage Trust 2005-1"));
    CHECK(is_hit("Alder Works Plant No. 5", "ALDER WORKS PLANT 5"));
    CHECK(is_hit("Alder Star 2", "Alder Star II"));
    CHECK(is_hit("Brigade Forty-Four", "Brigade 44"));
    CHECK(is_hit("3 Marlowe", "Three Marlowe"));
}

TEST_CASE("an initial is no doubled letter of the family name behind it") {
    CHECK(is_hit("N. Nabarov", "Nurlan Nabarov"));
    CHECK_FALSE(is_hit("M. Nabarov", "Nurlan Nabarov"));
}

TEST_CASE("titles and legal forms do not eat names") {
    CHECK(read("ING Bank NV") == "ing bank");
    CHECK(read("BT Group") == "bt group");
    CHECK(read("Pan Shipping") == "pan shipping");
    CHECK(read("The World Bank") == "world bank");
    CHECK_FALSE(is_hit("ETS Trading", "EST Trading"));
    CHECK_FALSE(is_hit("PT Energy", "AD Energy"));
}

TEST_CASE("very short words are one only when they are written alike") {
    CHECK_FALSE(is_hit("NCH", "NTS"));
    CHECK_FALSE(is_hit("Coats", "Koach"));
    CHECK(is_hit("NCH", "N.C.H."));
}

TEST_CASE("names are one however their letters are divided") {
    CHECK(is_hit("Ural Vagon Zavod", "Uralvagonzavod"));
    CHECK(is_hit("LAUREN TNABAROV", "LAURENT NABAROV"));
    CHECK(is_hit("Abd Allah Marwani", "Abdullah Marwani"));
}

TEST_CASE("other orthographies, digits for letters and slips in well-known names are spellings") {
    CHECK(is_hit("Evgueni Prigojine", "Yevgeny Prigozhin"));
    CHECK(is_hit("Jewgeni Prigoschin", "Yevgeny Prigozhin"));
    CHECK(is_hit("Vladimiras Nabarovas", "Vladimir Nabarov"));
    CHECK(is_hit("Ig0r Nabar0v", "Igor Nabarov"));
    CHECK(is_hit("Mohamamd Nabarov", "Mohammad Nabarov"));
}

TEST_CASE("words that contradict each other weigh more than words that are only more") {
    CHECK(score("Peter Quentin Marlow", "Peter Marlow") > 0.84);
    CHECK_FALSE(is_hit("Peter Quentin Marlow", "Peter Raymond Marlow"));
    CHECK_FALSE(is_hit("Brevanti Trading LLC", "Brevanti Logistics LLC"));
    CHECK_FALSE(is_hit("Heron, Walter G.", "Walter B. Heron"));
}
