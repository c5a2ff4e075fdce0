#include <preflag/base/document/map_reader.h>
#include <preflag/base/document/rule_files.h>
#include <preflag/base/error.h>
#include <preflag/report/html/contacts.h>

#include <algorithm>
#include <chrono>

namespace preflag {

namespace {

constexpr std::string_view file_name = "contacts.yaml";

class ContactsReader {
  public:
    ContactsReader(const Document& document, std::vector<Diagnostic>& diagnostics)
        : document_(document), diagnostics_(diagnostics) {}

    Contacts read() {
        Contacts contacts;
        MapReader map(document_, document_.root, "contacts", diagnostics_);
        map.required_text("edition");
        contacts.question = map.required_text("question");
        contacts.elsewhere = map.text("elsewhere").value_or("");
        for (const DocumentNode& node : map.children("deadlines"))
            contacts.deadlines.push_back(deadline(node));
        for (const DocumentNode& node : map.children("contacts"))
            contacts.points.push_back(point(node));
        map.finish();
        return contacts;
    }

  private:
    Date required_date(MapReader& map, std::string_view key) {
        const auto date = map.date(key);
        if (!date && map.child(key) == nullptr)
            map.error(map.position(), "\"" + std::string(key) + "\" is missing",
                      "say when its source was looked at, and when to look again");
        return date.value_or(Date{});
    }

    ReportingDeadline deadline(const DocumentNode& node) {
        constexpr std::int64_t most_hours = 8760; // of a year
        MapReader map(document_, node, "deadline", diagnostics_);
        ReportingDeadline deadline;
        deadline.regime = map.required_text("regime");
        const std::int64_t hours = map.integer("hours").value_or(0);
        if (hours < 1 || hours > most_hours)
            map.error_at("hours", "\"hours\" must be a number of hours from 1 to 8760");
        deadline.hours = static_cast<unsigned>(std::clamp<std::int64_t>(hours, 1, most_hours));
        deadline.event = map.required_text("event");
        deadline.who = map.required_text("who");
        deadline.citation = map.required_text("citation");
        deadline.source = map.required_text("source");
        deadline.reviewed = required_date(map, "reviewed");
        deadline.review_by = required_date(map, "review-by");
        map.finish();
        return deadline;
    }

    ContactPoint point(const DocumentNode& node) {
        MapReader map(document_, node, "contact", diagnostics_);
        ContactPoint point;
        point.country = map.required_text("country");
        point.regimes = map.texts("regimes");
        point.name = map.required_text("name");
        point.phone = map.text("phone").value_or("");
        point.mail = map.text("mail").value_or("");
        point.page = map.text("page").value_or("");
        point.note = map.text("note").value_or("");
        point.source = map.required_text("source");
        point.reviewed = required_date(map, "reviewed");
        point.review_by = required_date(map, "review-by");
        map.finish();
        return point;
    }

    const Document& document_;
    std::vector<Diagnostic>& diagnostics_;
};

} // namespace

const ReportingDeadline* Contacts::deadline_of(std::string_view regime) const {
    const auto found =
        std::find_if(deadlines.begin(), deadlines.end(),
                     [&](const ReportingDeadline& one) { return one.regime == regime; });
    return found == deadlines.end() ? nullptr : &*found;
}

const ContactPoint* Contacts::point_of(std::string_view regime, std::string_view country) const {
    const auto found = std::find_if(points.begin(), points.end(), [&](const ContactPoint& one) {
        return one.country == country &&
               std::find(one.regimes.begin(), one.regimes.end(), regime) != one.regimes.end();
    });
    return found == points.end() ? nullptr : &*found;
}

Contacts read_contacts(const std::vector<std::filesystem::path>& folders) {
    Contacts contacts;
    std::vector<Diagnostic> diagnostics;
    for (const std::filesystem::path& folder : folders)
        if (auto text = read_if_present(folder / file_name)) {
            const Document document = read_yaml(*std::move(text), (folder / file_name).string());
            contacts = ContactsReader(document, diagnostics).read();
        }
    throw_if_any(std::move(diagnostics));
    return contacts;
}

Date due_day(const ReportingDeadline& deadline, Date day) {
    constexpr unsigned hours_a_day = 24;
    return std::chrono::sys_days(day) +
           std::chrono::days((deadline.hours + hours_a_day - 1) / hours_a_day);
}

} // namespace preflag
