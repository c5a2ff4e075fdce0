#include <preflag/base/field.h>

#include <doctest/doctest.h>

using namespace preflag;

TEST_SUITE("base/field") {
    TEST_CASE("every field has a name that reads back") {
        for (std::size_t i = 0; i < field_count; ++i) {
            const auto field = static_cast<Field>(i);
            CHECK(parse_field(field_name(field)) == field);
        }
        CHECK(field_name(Field::description) == "description");
        CHECK(field_name(Field::consignee_address) == "consignee-address");
        CHECK(field_name(Field::amendment) == "amendment");
        CHECK_FALSE(parse_field("consignee_address"));
    }
}
