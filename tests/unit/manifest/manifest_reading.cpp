#include "manifest_reading.h"

#include "../../support/source_dir.h"

#include <preflag/base/error.h>

#include <unistd.h>

#include <atomic>
#include <fstream>

namespace preflag::test {

namespace {

constexpr std::string_view small_vocabulary = R"(edition: "1"
filler: [name, number, "no", total]
units:
  kg: [kg, kgs]
  g: [g, grams]
  lb: [lb, lbs]
  "%": [pct]
fields:
  description:
    exact: [description, goods, Ware, 品名]
    within: [description of goods, trade name]
  hs: {exact: [hs, hs code], within: [tariff code]}
  cas: {exact: [cas], within: [cas number]}
  un: {exact: [un]}
  quantity: {exact: [quantity, qty]}
  quantity-unit: {exact: [unit, uom]}
  net-weight: {exact: [net weight, net], within: [net weight]}
  gross-weight: {exact: [gross weight]}
  concentration: {exact: [concentration, strength]}
  consignee: {exact: [consignee, buyer]}
  consignee-address: {exact: [consignee address], within: [address]}
  consignee-country: {exact: [consignee country]}
  shipment: {exact: [shipment, bl]}
  date: {exact: [date]}
  marks: {exact: [marks]}
)";

std::vector<std::string> named_values(const FieldValues& values) {
    std::vector<std::string> named;
    for (std::size_t i = 0; i < field_count; ++i) {
        const auto field = static_cast<Field>(i);
        if (!values[field].empty())
            named.push_back(std::string(field_name(field)) + "=" + std::string(values[field]));
    }
    return named;
}

} // namespace

TemporaryFolder::TemporaryFolder() {
    static std::atomic<unsigned> count{0};
    path_ = std::filesystem::temp_directory_path() /
            ("preflag_test_" + std::to_string(::getpid()) + "_" + std::to_string(++count));
    std::filesystem::create_directories(path_);
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(const std::string& name, std::string_view bytes) const {
    const std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return file.string();
}

const FieldAliases& small_aliases() {
    static const FieldAliases aliases = [] {
        const TemporaryFolder folder;
        folder.write("fields.yaml", small_vocabulary);
        return read_or_throw(read_field_aliases, RuleFiles::read({folder.path()}));
    }();
    return aliases;
}

const FieldAliases& shipped_aliases() {
    static const FieldAliases aliases = read_or_throw(
        read_field_aliases, RuleFiles::read({preflag::test::source_dir() + "/rules"}));
    return aliases;
}

std::string ReadRecord::value(std::string_view field) const {
    const std::string start = std::string(field) + "=";
    for (const std::string& named : values)
        if (named.starts_with(start))
            return named.substr(start.size());
    return {};
}

std::vector<ReadRecord> Reading::lines() const {
    std::vector<ReadRecord> found;
    for (const ReadRecord& record : records)
        if (record.reject_reason.empty())
            found.push_back(record);
    return found;
}

std::vector<ReadRecord> Reading::rejects() const {
    std::vector<ReadRecord> found;
    for (const ReadRecord& record : records)
        if (!record.reject_reason.empty())
            found.push_back(record);
    return found;
}

std::vector<std::string> Reading::column(std::string_view field) const {
    std::vector<std::string> values;
    for (const ReadRecord& line : lines())
        values.push_back(line.value(field));
    return values;
}

Reading read_all(ManifestReader& reader) {
    Reading reading;
    reading.description = reader.description();
    while (const auto batch = reader.next()) {
        ++reading.batches;
        batch->for_each(
            [&](const ManifestLine& line) {
                reading.records.push_back({line.line,
                                           line.record,
                                           line.byte_offset,
                                           std::string(line.raw),
                                           named_values(line.values),
                                           {}});
            },
            [&](RejectedLine reject) {
                reading.records.push_back(
                    {reject.line, reject.record, 0, reject.text, {}, reject.reason});
            });
    }
    for (const Diagnostic& diagnostic : reader.diagnostics())
        reading.diagnostics.push_back(diagnostic.message);
    reading.digest = reader.digest();
    return reading;
}

Reading read_manifest(std::string_view name, std::string_view bytes, const ReadOptions& options) {
    const TemporaryFolder folder;
    const std::string path = folder.write(std::string(name), bytes);
    return read_all(*open_manifest(path, small_aliases(), options).front());
}

Reading read_csv(std::string_view bytes, const ReadOptions& options) {
    return read_manifest("a.csv", bytes, options);
}

std::string input_error(std::string_view name, std::string_view bytes, const ReadOptions& options) {
    try {
        read_manifest(name, bytes, options);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no error";
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

} // namespace preflag::test
