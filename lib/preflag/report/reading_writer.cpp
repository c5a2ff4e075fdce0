#include <preflag/base/text.h>
#include <preflag/goods/reading/particle_size.h>
#include <preflag/report/reading_writer.h>
#include <preflag/report/text/colour.h>
#include <preflag/report/text/marked_text.h>
#include <preflag/report/text/wrap.h>

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace preflag {

namespace {

constexpr std::size_t label_width = 14;
constexpr std::size_t narrowest = 40;

std::vector<Mark> marks_in(Field field, const ScreenedLine& line) {
    std::vector<Mark> marks;
    const auto add = [&](const Evidence& evidence, Mark::Kind kind) {
        if (evidence.field == field)
            marks.push_back({evidence.offset, evidence.length, kind});
    };
    for (const Identification& substance : line.reading.substances)
        for (const Evidence& evidence : substance.evidence)
            add(evidence, Mark::Kind::counts);
    for (const CancelledEvidence& cancelled : line.reading.cancelled)
        add(cancelled.evidence, Mark::Kind::cancelled);
    return marks;
}

std::string strength_text(const Strength& strength) {
    const auto converts_to = [&](const std::optional<Interval>& value, Basis basis) {
        const bool same =
            value && strength.stated.basis == basis && *value == strength.stated.value;
        return value && !same ? " = " + to_string(Concentration{*value, basis}) : std::string();
    };
    std::string text = to_string(strength.stated);
    text += converts_to(strength.weight_percent, Basis::weight_by_weight);
    text += converts_to(strength.nitrogen_percent, Basis::nitrogen);
    return text;
}

std::string quantity_text(const Identification& substance) {
    const Quantity& value = substance.quantity->value;
    if (value.litres && value.kilograms)
        return fmt::format("{} l = {}", to_string(*value.litres), to_string(value));
    return to_string(value);
}

std::string came_from(Origin origin, std::string_view text) {
    if (text.empty())
        return fmt::format(", from the {}", name_of(origin));
    return fmt::format(", from the {}: \"{}\"", name_of(origin), text);
}

class ReadingWriter {
  public:
    ReadingWriter(const FieldValues& fields, const ReportStyle& style, std::ostream& stream)
        : fields_(fields), style_(style), stream_(stream) {}

    void write(const ScreenedLine& line) {
        for (const std::string& name : field_names())
            write_field(*parse_field(name), line);
        for (const Identification& substance : line.reading.substances)
            write_substance(substance);
        if (line.reading.substances.empty())
            stream_ << "\nno listed substance\n";
        write_cancelled(line);
        write_contradictions(line);
        write_list("notes", line.reading.notes);
        write_findings(line);
    }

  private:
    void write_field(Field field, const ScreenedLine& line);
    void write_substance(const Identification& substance);
    void write_cancelled(const ScreenedLine& line);
    void write_contradictions(const ScreenedLine& line);
    void write_findings(const ScreenedLine& line);
    void write_list(std::string_view title, const std::vector<std::string>& items);
    void write_labelled(std::string_view label, const std::vector<std::string>& rows);
    void write_wrapped(std::string_view label, const std::string& text);
    [[nodiscard]] std::string describe(const Evidence& evidence) const;
    [[nodiscard]] std::size_t text_width() const {
        return std::max(style_.width, narrowest) - label_width;
    }

    const FieldValues& fields_;
    const ReportStyle& style_;
    std::ostream& stream_;
};

void ReadingWriter::write_field(Field field, const ScreenedLine& line) {
    const std::string_view text = fields_[field];
    if (text.empty())
        return;
    write_labelled(field_name(field),
                   marked_rows(text, marks_in(field, line), text_width(), style_.colour));
    if (field == Field::description)
        write_wrapped("  normalised", fold(text));
}

void ReadingWriter::write_substance(const Identification& substance) {
    stream_ << fmt::format("\n{} ({}), {}\n", substance.substance->name, substance.substance->id,
                           name_of(substance.confidence));
    std::string_view label = "  evidence";
    for (const Evidence& evidence : substance.evidence)
        write_wrapped(std::exchange(label, ""), describe(evidence));
    const auto& strength = substance.strength;
    write_wrapped("  strength",
                  strength ? strength_text(*strength) + came_from(strength->origin, strength->text)
                           : "not stated");
    const auto& quantity = substance.quantity;
    write_wrapped("  quantity",
                  quantity ? quantity_text(substance) + came_from(quantity->origin, quantity->text)
                           : "not stated");
    if (substance.particle_micrometres)
        write_wrapped("  particles", micrometre_text(*substance.particle_micrometres));
}

void ReadingWriter::write_cancelled(const ScreenedLine& line) {
    std::vector<std::string> items;
    for (const CancelledEvidence& cancelled : line.reading.cancelled)
        items.push_back(fmt::format("{} for {}: {}", describe(cancelled.evidence),
                                    cancelled.substance->id, cancelled.because));
    write_list("does not count", items);
}

void ReadingWriter::write_contradictions(const ScreenedLine& line) {
    std::vector<std::string> items;
    for (const Contradiction& contradiction : line.reading.contradictions)
        items.push_back(fmt::format("{}: {}", contradiction.kind, contradiction.message));
    write_list("contradictions", items);
}

void ReadingWriter::write_findings(const ScreenedLine& line) {
    stream_ << '\n';
    if (line.findings.empty())
        stream_ << "no rule answers\n";
    for (const Finding& finding : line.findings) {
        const std::string outcome = padded(name_of(finding.outcome), label_width);
        stream_ << (style_.colour ? in_colour_of(finding.severity, outcome) : outcome)
                << printable(finding.rule_id()) << '\n';
        write_wrapped("", finding.message);
        if (!finding.would_settle.empty())
            write_wrapped("", finding.would_settle);
    }
}

void ReadingWriter::write_list(std::string_view title, const std::vector<std::string>& items) {
    if (items.empty())
        return;
    stream_ << '\n' << title << '\n';
    for (const std::string& item : items)
        write_wrapped("", item);
}

void ReadingWriter::write_labelled(std::string_view label, const std::vector<std::string>& rows) {
    constexpr std::size_t gap = 2;
    std::string start = display_width(label) + gap > label_width
                            ? std::string(label) + "\n" + std::string(label_width, ' ')
                            : padded(label, label_width);
    for (const std::string& row : rows)
        stream_ << std::exchange(start, std::string(label_width, ' ')) << row << '\n';
}

void ReadingWriter::write_wrapped(std::string_view label, const std::string& text) {
    write_labelled(label, wrapped(printable(text), text_width()));
}

/// name "Wasserstoffperoxid" at description 1-18
std::string ReadingWriter::describe(const Evidence& evidence) const {
    const std::string_view cell = fields_[evidence.field];
    const std::size_t first = character_number(cell, evidence.offset);
    const std::size_t behind = character_number(cell, evidence.offset + evidence.length);
    return fmt::format("{} \"{}\" at {} {}-{}", name_of(evidence.kind), evidence.text,
                       field_name(evidence.field), first, std::max(first + 1, behind) - 1);
}

} // namespace

void write_reading_text(const ScreenedLine& line, const FieldValues& fields,
                        const ReportStyle& style, std::ostream& stream) {
    ReadingWriter(fields, style, stream).write(line);
}

} // namespace preflag
