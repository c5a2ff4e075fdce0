#pragma once

#include <preflag/base/bounded_memo.h>
#include <preflag/consignees/consignee_kinds.h>

#include <cstddef>
#include <string>

namespace preflag {

/// What consignees are, remembered: the same ones come again and again. One per thread.
class ConsigneeMemory {
  public:
    /// The kinds must outlive the memory.
    explicit ConsigneeMemory(const ConsigneeKinds& kinds) : kinds_(kinds) {}

    /// As ConsigneeKinds::read. Valid until the next call.
    const ConsigneeReading& read(const FieldValues& line, const std::string& country);

  private:
    static constexpr std::size_t most_remembered = 2000; ///< some hundred bytes each

    const ConsigneeKinds& kinds_;
    BoundedMemo<ConsigneeReading> readings_{most_remembered};
    std::string key_;
};

} // namespace preflag
