#include <preflag/base/program_id.h>
#include <preflag/base/text.h>

#if __has_include(<link.h>)
#include <link.h>

#include <cstddef>
#include <cstring>
#include <string_view>
#endif

namespace preflag {

#if __has_include(<link.h>)

namespace {

constexpr std::size_t aligned(std::size_t size) {
    return (size + 3) / 4 * 4;
}

/// Of the notes of a segment; empty when the build id is not among them.
std::string build_id_in(std::string_view notes) {
    constexpr std::string_view owner("GNU\0", 4);
    while (notes.size() >= sizeof(ElfW(Nhdr))) {
        ElfW(Nhdr) head{};
        std::memcpy(&head, notes.data(), sizeof head);
        const std::size_t name = sizeof head;
        const std::size_t content = name + aligned(head.n_namesz);
        const std::size_t behind = content + aligned(head.n_descsz);
        if (behind > notes.size())
            break;
        if (head.n_type == NT_GNU_BUILD_ID && notes.substr(name, head.n_namesz) == owner)
            return hexadecimal(notes.substr(content, head.n_descsz));
        notes.remove_prefix(behind);
    }
    return {};
}

/// The program itself is the first that the loader tells of.
int look_at_first(dl_phdr_info* program, std::size_t /*size*/, void* id) {
    for (int i = 0; i < program->dlpi_phnum; ++i) {
        const ElfW(Phdr)& segment = program->dlpi_phdr[i];
        if (segment.p_type != PT_NOTE)
            continue;
        const auto* const notes =
            reinterpret_cast<const char*>(program->dlpi_addr + segment.p_vaddr); // NOLINT
        auto& found = *static_cast<std::string*>(id);
        if (found = build_id_in({notes, segment.p_memsz}); !found.empty())
            break;
    }
    return 1;
}

} // namespace

std::string program_id() {
    std::string id;
    dl_iterate_phdr(look_at_first, &id);
    return id;
}

#else

std::string program_id() {
    return {};
}

#endif

} // namespace preflag
