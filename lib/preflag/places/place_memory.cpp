#include <preflag/places/address_reader.h>
#include <preflag/places/place_memory.h>

namespace preflag {

const PlaceCell& PlaceMemory::read(std::string_view text, PlaceKind kind) {
    BoundedMemo<PlaceCell>& known = kind == PlaceKind::port ? in_ports_ : in_countries_;
    return known.get(std::string(text), [&] {
        return reader_.is_blank(text)
                   ? PlaceCell{true, {}}
                   : PlaceCell{false, reader_.read(text, kind), reader_.tells_way(text)};
    });
}

const std::vector<Place>& PlaceMemory::read_all(std::string_view text) {
    return several_.get(std::string(text), [&] { return reader_.read_all(text); });
}

const Place& PlaceMemory::read_address(std::string_view text) {
    return addresses_.get(std::string(text), [&] { return AddressReader(reader_).read(text); });
}

const std::optional<std::string>& PlaceMemory::code_of(std::string_view text) {
    return codes_.get(std::string(text), [&] { return countries().code_of(text); });
}

const std::vector<std::string>& PlaceMemory::countries_in(std::string_view text) {
    return known_.get(std::string(text), [&] {
        std::vector<std::string> countries;
        for (const Place& place : reader_.read_all(text))
            if (place.is_known())
                add_once(countries, place.countries.front());
        if (countries.empty())
            if (const Place one = reader_.read(text, PlaceKind::country); one.is_known())
                countries = one.countries;
        return countries;
    });
}

} // namespace preflag
