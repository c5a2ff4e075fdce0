#include <preflag/consignees/consignee_memory.h>

namespace preflag {

const ConsigneeReading& ConsigneeMemory::read(const FieldValues& line, const std::string& country) {
    key_ = country;
    for (const Field field :
         {Field::consignee, Field::consignee_address, Field::consignee_identifier})
        key_.append(1, '\0').append(line[field]);
    return readings_.get(key_, [&] { return kinds_.read(line, country); });
}

} // namespace preflag
