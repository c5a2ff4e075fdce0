#include <preflag/watchlists/name_memory.h>

#include <utility>

namespace preflag {

namespace {

/// The table's node, the answer with its counts, and what the allocator takes for both.
constexpr std::size_t bytes_of_answer = 176;

} // namespace

NameMemory::Shard& NameMemory::shard_of(std::string_view name) {
    return shards_[std::hash<std::string_view>{}(name) % shard_count];
}

void NameMemory::make_room(Shard& shard) const {
    if (shard.young.bytes >= most_bytes_ / shard_count / 2)
        shard.old = std::exchange(shard.young, {});
}

void NameMemory::count(Shard& shard, std::string_view name) {
    if (shard.asked.size() < most_counted)
        shard.asked.insert(std::hash<std::string_view>{}(name));
}

std::shared_ptr<NameMemory::Answer> NameMemory::answer_for(std::string_view name) {
    Shard& shard = shard_of(name);
    std::string key(name);
    const std::lock_guard lock(shard.mutex);
    if (const auto known = shard.young.answers.find(key); known != shard.young.answers.end())
        return known->second;
    std::shared_ptr<Answer> answer;
    if (auto node = shard.old.answers.extract(key)) {
        answer = std::move(node.mapped());
        shard.old.bytes -= answer->bytes;
    } else {
        answer = std::make_shared<Answer>();
        answer->bytes = bytes_of_answer + key.size();
        count(shard, name);
    }
    make_room(shard);
    shard.young.bytes += answer->bytes;
    shard.young.answers.emplace(std::move(key), answer);
    return answer;
}

void NameMemory::charge(std::string_view name, Answer& answer) {
    const std::size_t bytes = answer.hits.capacity() * sizeof(NamedHit);
    if (bytes == 0)
        return;
    Shard& shard = shard_of(name);
    const std::string key(name);
    const std::lock_guard lock(shard.mutex);
    for (Generation* generation : {&shard.young, &shard.old}) {
        const auto known = generation->answers.find(key);
        if (known == generation->answers.end() || known->second.get() != &answer)
            continue;
        answer.bytes += bytes;
        generation->bytes += bytes;
        return;
    }
}

NameMemory::Distinct NameMemory::distinct() const {
    Distinct distinct;
    for (const Shard& shard : shards_) {
        const std::lock_guard lock(shard.mutex);
        distinct.count += shard.asked.size();
        distinct.is_whole = distinct.is_whole && shard.asked.size() < most_counted;
    }
    return distinct;
}

std::size_t NameMemory::size() const {
    std::size_t size = 0;
    for (const Shard& shard : shards_) {
        const std::lock_guard lock(shard.mutex);
        size += shard.young.answers.size() + shard.old.answers.size();
    }
    return size;
}

std::size_t NameMemory::bytes() const {
    std::size_t bytes = 0;
    for (const Shard& shard : shards_) {
        const std::lock_guard lock(shard.mutex);
        bytes += shard.young.bytes + shard.old.bytes;
    }
    return bytes;
}

} // namespace preflag
