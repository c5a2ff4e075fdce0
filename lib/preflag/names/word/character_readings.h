#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace preflag {

/// How Chinese characters are read in Japanese and Korean names, and what syllables of other
/// Chinese languages are in pinyin: rules/parties/spellings.yaml.
struct CharacterReadings {
    using Table = std::unordered_map<std::string, std::vector<std::string>>;
    Table japanese_family_names, japanese_given_names, japanese_characters;
    Table korean_characters, chinese_syllables;
    std::unordered_set<std::string> chinese_family_names, korean_family_names;

    template <class Archive>
    void serialize(Archive& archive) {
        archive(japanese_family_names, japanese_given_names, japanese_characters, korean_characters,
                chinese_syllables, chinese_family_names, korean_family_names);
    }
};

} // namespace preflag
