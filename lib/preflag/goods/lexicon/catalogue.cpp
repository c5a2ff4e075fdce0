#include <preflag/base/text.h>
#include <preflag/goods/lexicon/catalogue.h>
#include <preflag/goods/lexicon/lexicon.h>
#include <preflag/goods/lexicon/reading_vocabulary_reader.h>
#include <preflag/goods/lexicon/substance_reader.h>
#include <preflag/goods/lexicon/unit_reader.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace preflag {

namespace {

/// Puts a catalogue together from files; later ones override earlier ones by substance id.
class CatalogueBuilder {
  public:
    explicit CatalogueBuilder(std::vector<Diagnostic>& diagnostics) : diagnostics_(diagnostics) {}

    std::unique_ptr<const Lexicon> build(const RuleFiles& files) {
        const std::size_t before = diagnostics_.size();
        for (const RuleFile* const file : files.of("substances"))
            for (SubstanceFile& entry : read_substances(file->document, diagnostics_))
                keep(std::move(entry), file->document);
        for (const RuleFile* const file : files.of("words.yaml"))
            read_words(file->document, lexicon_->words, diagnostics_);
        for (const RuleFile* const file : files.of("units.yaml"))
            read_units(file->document, lexicon_->units, diagnostics_);
        if (files_.empty() && diagnostics_.size() == before && files.is_whole("substances"))
            report_empty(files.folders());
        for (SubstanceFile& file : files_)
            lexicon_->substances.push_back(file.substance);
        check_also();
        for (const bool others : {false, true})
            for (std::size_t i = 0; i < files_.size(); ++i)
                add_names(SubstanceId(i), others);
        for (std::size_t i = 0; i < files_.size(); ++i)
            add_codes(SubstanceId(i));
        for (const std::string& other : lexicon_->words.look_alikes)
            lexicon_->spelling.add_look_alike(fold(other));
        for (const std::string& ending : lexicon_->words.radicals)
            lexicon_->spelling.add_radical(ending);
        for (const std::string& word : lexicon_->words.skippable)
            lexicon_->spelling.add_skippable(word);
        for (const std::vector<std::string>& group : lexicon_->words.confusable_stems)
            lexicon_->spelling.add_stems(group);
        add_labels(lexicon_->words.cas_labels, NameEntry::Role::cas_label);
        add_labels(lexicon_->words.ec_labels, NameEntry::Role::ec_label);
        add_labels(lexicon_->words.cus_labels, NameEntry::Role::cus_label);
        add_labels(lexicon_->words.un_labels, NameEntry::Role::un_label);
        add_labels(lexicon_->words.hs_labels, NameEntry::Role::hs_label);
        return std::move(lexicon_);
    }

  private:
    void keep(SubstanceFile file, const Document& document) {
        const auto same =
            std::find_if(files_.begin(), files_.end(), [&](const SubstanceFile& other) {
                return other.substance.id == file.substance.id;
            });
        documents_[file.substance.id] = document.file;
        if (same == files_.end())
            files_.push_back(std::move(file));
        else
            *same = std::move(file);
    }

    void defect(const std::string& id, std::string message) {
        Diagnostic diagnostic;
        diagnostic.file = documents_[id];
        diagnostic.message = std::move(message);
        diagnostics_.push_back(std::move(diagnostic));
    }

    void report_empty(const std::vector<std::filesystem::path>& folders) {
        Diagnostic diagnostic;
        diagnostic.file = folders.empty() ? "rules" : folders.front().string();
        diagnostic.message = "holds no substance (substances/*.yaml)";
        diagnostic.advice = "give the folder of the shipped rules with --rules";
        diagnostics_.push_back(std::move(diagnostic));
    }

    void check_also() {
        for (const Substance& substance : lexicon_->substances) {
            const bool known =
                substance.also.empty() ||
                std::any_of(files_.begin(), files_.end(), [&](const SubstanceFile& file) {
                    return file.substance.id == substance.also;
                });
            if (!known)
                defect(substance.id, fmt::format("also: unknown substance \"{}\"", substance.also));
        }
    }

    /// Names first, then names of other products, which give way to a substance's own name.
    void add_names(SubstanceId substance, bool others) {
        for (const SubstanceFile::Name& name : files_[index_of(substance)].names) {
            if (name.is_other_product != others)
                continue;
            scan_words(name.text, words_, folded_);
            if (words_.empty())
                continue;
            add_name(name, substance);
            if (!others)
                add_joined(name, substance);
        }
    }

    void add_name(const SubstanceFile::Name& name, SubstanceId substance) {
        lexicon_->entries.push_back(
            {name.is_other_product ? NameEntry::Role::other_product : NameEntry::Role::substance,
             substance, name.kind, name.content, name.content_is_substance, name.content_is_stated,
             name.is_telling});
        const auto entry = static_cast<std::uint32_t>(lexicon_->entries.size() - 1);
        if (lexicon_->names.add(words_, entry)) {
            lexicon_->name_count += name.is_other_product ? 0 : 1;
            make_correctable(name, name.text, entry);
            return;
        }
        const NameEntry& other = lexicon_->entries[*lexicon_->names.find(words_)];
        if (other.substance != substance && !name.is_other_product)
            defect((*lexicon_)[substance].id,
                   fmt::format("the name \"{}\" also belongs to {}", name.text,
                               (*lexicon_)[other.substance].id));
    }

    /// "hydrogen peroxide" is also found where the space is missing.
    void add_joined(const SubstanceFile::Name& name, SubstanceId substance) {
        constexpr std::size_t shortest = 9;
        if (words_.size() < 2 || name.kind != EvidenceKind::name)
            return;
        std::string joined;
        for (const Word& word : words_)
            joined += name.text.substr(word.offset, word.length);
        if (joined.size() < shortest)
            return;
        scan_words(joined, words_, folded_);
        if (words_.size() != 1)
            return;
        lexicon_->entries.push_back({NameEntry::Role::substance, substance, name.kind, name.content,
                                     name.content_is_substance, name.content_is_stated,
                                     name.is_telling});
        const auto entry = static_cast<std::uint32_t>(lexicon_->entries.size() - 1);
        if (lexicon_->names.add(words_, entry))
            make_correctable(name, joined, entry);
    }

    /// Lets a name of words_ be found in spite of a typo.
    void make_correctable(const SubstanceFile::Name& name, std::string_view text,
                          std::uint32_t entry) {
        if (name.kind != EvidenceKind::name)
            return;
        std::vector<std::string> folded;
        for (const Word& word : words_)
            folded.push_back(fold(text.substr(word.offset, word.length)));
        const auto substance =
            static_cast<std::uint32_t>(index_of(lexicon_->entries[entry].substance)) + 1;
        lexicon_->spelling.add_name(lexicon_->names, words_, folded, entry,
                                    name.is_other_product ? ~substance : substance);
    }

    void add_labels(const std::vector<std::string>& labels, NameEntry::Role role) {
        for (const std::string& label : labels) {
            scan_words(label, words_, folded_);
            if (words_.empty())
                continue;
            lexicon_->entries.push_back({.role = role});
            lexicon_->names.add(words_, static_cast<std::uint32_t>(lexicon_->entries.size() - 1));
        }
    }

    void add_codes(SubstanceId id) {
        const Substance& substance = (*lexicon_)[id];
        for (const CasNumber& cas : substance.cas)
            lexicon_->by_cas.add(cas.digits(), id);
        for (const EcNumber& ec : substance.ec)
            lexicon_->by_ec.add(ec.digits(), id);
        for (const CusNumber& cus : substance.cus)
            lexicon_->by_cus.add(cus.digits(), id);
        for (const UnEntry& entry : substance.un)
            lexicon_->by_un.add(entry.number.digits(), id);
        for (const HsCode& hs : substance.hs)
            lexicon_->by_hs.add(hs.subheading().value_or(0), id);
        for (const HsCode& hs : substance.hs_basket)
            lexicon_->by_basket.add(hs.subheading().value_or(0), id);
    }

    std::unique_ptr<Lexicon> lexicon_ = std::make_unique<Lexicon>();
    std::vector<SubstanceFile> files_;
    std::map<std::string, std::string> documents_; ///< file by substance id
    std::vector<Diagnostic>& diagnostics_;
    std::vector<Word> words_;
    std::string folded_;
};

} // namespace

Catalogue::Catalogue(std::unique_ptr<const Lexicon> lexicon) : lexicon_(std::move(lexicon)) {}
Catalogue::Catalogue() : Catalogue(std::make_unique<const Lexicon>()) {}
Catalogue::~Catalogue() = default;
Catalogue::Catalogue(Catalogue&&) noexcept = default;
Catalogue& Catalogue::operator=(Catalogue&&) noexcept = default;

Catalogue read_catalogue(const RuleFiles& files, std::vector<Diagnostic>& diagnostics) {
    return Catalogue(CatalogueBuilder(diagnostics).build(files));
}

const std::vector<Substance>& Catalogue::substances() const {
    return lexicon_->substances;
}

const Substance* Catalogue::find(std::string_view id) const {
    const auto& all = lexicon_->substances;
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Substance& substance) { return substance.id == id; });
    return found == all.end() ? nullptr : &*found;
}

std::size_t Catalogue::name_count() const {
    return lexicon_->name_count;
}

} // namespace preflag
