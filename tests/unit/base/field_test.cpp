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

    TEST_CASE("measures have a field for their unit, other fields none") {
        CHECK(unit_field(Field::net_weight) == Field::net_weight_unit);
        CHECK(unit_field(Field::concentration) == Field::concentration_unit);
        CHECK_FALSE(unit_field(Field::packages));
        CHECK_FALSE(unit_field(Field::description));
    }
}
