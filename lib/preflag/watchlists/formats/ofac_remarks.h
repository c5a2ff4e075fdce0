#pragma once

#include <preflag/watchlists/formats/list_builder.h>

#include <map>
#include <string>
#include <string_view>

namespace preflag {

/// The remarks of an OFAC csv list, "DOB 12 Mar 1960; Passport A123 (Iran); a.k.a. 'PETE'.", by
/// entry. OFAC cuts the remarks cell, often within a word, and goes on in the comments file.
class OfacRemarks {
  public:
    void add(std::string_view id, std::string_view text);
    void continue_with(std::string_view id, std::string_view text, bool is_new_word);
    /// Adds what the remarks say in so many words to the entries. To be called when the alias file
    /// was read: aliases in remarks are weak ones, unless that file has them, too.
    void read_into(ListBuilder& builder) const;

  private:
    std::map<std::string, std::string, std::less<>> remarks_;
};

} // namespace preflag
