#include <gtest/gtest.h>

#include "core/form/syntax.h"
#include "core/form/units.h"

namespace needlewise {
namespace {

Decimal number(std::string_view text) { return Decimal::read(text).value_or(Decimal(-999)); }

TEST(References, have_the_form_that_FHIR_lays_down) {
    for (const char* good : {"Patient/7", "Patient/7/_history/2", "https://x.org/fhir/Patient/7/_history/2", "https://x.org/a", "#p", "#",
                             "urn:uuid:c757873d-ec9a-4326-a141-556f43239520", "urn:oid:1.2.840"})
        EXPECT_EQ(wrong_with_reference(good), std::nullopt) << good;
    for (const auto& [bad, wrong] : {std::pair{"/Patient/7", "a relative reference begins with the type"},
                                     {"fhir/Patient/7", "a relative reference begins with the type"},
                                     {"Patient/7/_history/", "it names no version"},
                                     {"Patient/7/_history/a b", "there is a blank in it"},
                                     {"Patient/7/", "there is no type of resource \"7\""},
                                     {"Patient/", "it names no id"},
                                     {"urn:uuid:C757873D-EC9A-4326-A141-556F43239520", "it is no UUID in small letters"}})
        EXPECT_EQ(wrong_with_reference(bad), wrong) << bad;
}

TEST(Addresses, of_the_web_have_a_host) {
    for (const char* good :
         {"http://a", "https://a:8080/b", "http://u:p@a:1/b?c", "http://[::1]:80/", "http://[::1]", "http://a:/b", "urn:a:b"})
        EXPECT_EQ(wrong_with_uri(good), std::nullopt) << good;
    for (const char* bad : {"http://", "https:///path", "http://:80/", "http://?a", "http://u@/"})
        EXPECT_EQ(wrong_with_uri(bad), "it names no host") << bad;
    for (const char* bad : {"http://a:port/", "http://a:8o/", "http://[::1]:x"})
        EXPECT_EQ(wrong_with_uri(bad), "its port is no number") << bad;
}

TEST(MediaTypes, have_no_blanks_around_and_no_empty_parameter) {
    for (const char* good : {"text/plain", "text/plain; charset=utf-8", "text/plain ;charset=utf-8"})
        EXPECT_TRUE(is_media_type(good)) << good;
    for (const char* bad : {"text/plain ", " text/plain", "text/plain;", " ", ""}) EXPECT_FALSE(is_media_type(bad)) << bad;
}

TEST(Base64, of_blanks_alone_is_none) {
    EXPECT_EQ(base64_size(" YW\nJj "), 3);
    EXPECT_EQ(base64_size(" \n"), std::nullopt);
}

TEST(Decimal, reads_json_numbers_and_nothing_else) {
    for (const char* good : {"0", "-0", "7", "-12.50", "0.001", "1e3", "1.5E-2", "99999999999999999999999999"})
        EXPECT_TRUE(Decimal::read(good)) << good;
    for (const char* bad : {"", "-", ".5", "5.", "01", "+1", "1e", "1e+", "0x1", "NaN", "Infinity", "1 ", "1,5", "1e301", "--1"})
        EXPECT_FALSE(Decimal::read(bad)) << bad;
    EXPECT_TRUE(Decimal::read(std::string(100, '1')));
    EXPECT_FALSE(Decimal::read(std::string(101, '1'))) << "bounded";
}

TEST(Decimal, keeps_what_is_written) {
    EXPECT_EQ(number("0.10").text(), "0.10");
    EXPECT_EQ(number("0.10").places(), 2);
    EXPECT_EQ(number("1.5e-3").places(), 4);
    EXPECT_EQ(number("1500").places(), 0);
    EXPECT_EQ(number("1.5e3").places(), 0);
    EXPECT_EQ(number("1.5e3").plain(), "1500");
    EXPECT_EQ(number("-0.500").plain(), "-0.5");
    EXPECT_EQ(number("-0.00").plain(), "0");
    EXPECT_EQ(number("1e-3").plain(), "0.001");
}

TEST(Decimal, compares_by_size_and_exactly) {
    EXPECT_EQ(number("1.0"), number("1.00"));
    EXPECT_EQ(number("0"), number("-0.0"));
    EXPECT_EQ(number("1e2"), number("100"));
    EXPECT_LT(number("0.1"), number("0.10000000000000000000001")) << "a double cannot tell these apart";
    EXPECT_LT(number("-2"), number("-1.999"));
    EXPECT_LT(number("-1"), number("0"));
    EXPECT_LT(number("9"), number("10"));
    EXPECT_GT(number("1e300"), number("9e299"));
}

TEST(Decimal, adds_and_multiplies) {
    EXPECT_EQ((number("0.1") + number("0.2")).plain(), "0.3");
    EXPECT_EQ((number("5") + number("-7.5")).plain(), "-2.5");
    EXPECT_EQ((number("-5") + number("5")).plain(), "0");
    EXPECT_EQ((number("999") + number("1")).plain(), "1000");
    EXPECT_EQ((number("1.5") * number("-0.02")).plain(), "-0.03");
    EXPECT_EQ((number("12") * number("34")).plain(), "408");
    EXPECT_EQ((number("7") * number("0")).plain(), "0");
    EXPECT_EQ(number(std::string(90, '9')) * number(std::string(90, '9')) * number("0"), number("0"));
}

TEST(Moment, reads_dates_that_exist) {
    for (const char* good : {"2024", "2024-02", "2024-02-29", "0001-01-01"})
        EXPECT_EQ(Moment::read_date(good).value_or(Moment()).text(), good);
    for (const char* bad :
         {"", "24", "0000", "2024-13", "2024-00", "2023-02-29", "2024-1-1", "2024-01-01T10:00:00Z", "2024-", "2024-01-32", "2024/01/01"})
        EXPECT_FALSE(Moment::read_date(bad)) << bad;
}

TEST(Moment, reads_times_only_with_their_zone) {
    for (const char* good : {"2024", "2024-03-01", "2024-03-01T10:00:00Z", "2024-03-01T10:00:00.125+01:00", "2024-03-01T23:59:60-14:00"})
        EXPECT_TRUE(Moment::read_date_time(good)) << good;
    for (const char* bad :
         {"2024-03-01T10:00:00", "2024-03-01T10:00Z", "2024-03-01T24:00:00Z", "2024-03T10:00:00Z", "2024-03-01T10:00:00+15:00",
          "2024-03-01T10:00:00.Z", "2024-03-01T10:61:00Z", "2024-03-01 10:00:00Z", "2024-03-01T10:00:00Zx"})
        EXPECT_FALSE(Moment::read_date_time(bad)) << bad;
    EXPECT_EQ(Moment::read_date_time("2024-03-01T10:00:00.50-03:30")->text(), "2024-03-01T10:00:00.50-03:30");
}

TEST(TimeOfDay, reads_seconds) {
    for (const char* good : {"00:00:00", "23:59:59", "08:30:00.5"}) EXPECT_EQ(TimeOfDay::read(good).value_or(TimeOfDay{}).text(), good);
    for (const char* bad : {"", "8:30:00", "08:30", "24:00:00", "08:60:00", "08:30:00Z", "08:30:61"})
        EXPECT_FALSE(TimeOfDay::read(bad)) << bad;
    EXPECT_EQ(*TimeOfDay::read("08:30:00.50"), *TimeOfDay::read("08:30:00.5"));
    EXPECT_LT(*TimeOfDay::read("08:29:59.9"), *TimeOfDay::read("08:30:00"));
}

std::partial_ordering order(std::string_view a, std::string_view b) {
    return compare(*Moment::read_date_time(a), *Moment::read_date_time(b));
}

TEST(Moment, times_compare_as_instants) {
    EXPECT_TRUE(std::is_eq(order("2024-03-01T10:00:00Z", "2024-03-01T12:00:00+02:00")));
    EXPECT_TRUE(std::is_lt(order("2024-03-01T10:30:00+02:00", "2024-03-01T10:00:00Z")));
    EXPECT_TRUE(std::is_gt(order("2023-12-31T23:30:00-05:00", "2024-01-01T00:00:00Z")));
    EXPECT_TRUE(std::is_eq(order("2024-03-01T10:00:00.0Z", "2024-03-01T10:00:00Z")));
    EXPECT_TRUE(std::is_lt(order("2024-03-01T10:00:00Z", "2024-03-01T10:00:00.001Z")));
}

TEST(Moment, precisions_compare_as_far_as_both_say) {
    EXPECT_TRUE(std::is_lt(order("2023", "2024-03-01")));
    EXPECT_TRUE(std::is_gt(order("2024-04", "2024-03-31")));
    EXPECT_TRUE(std::is_eq(order("2024-03", "2024-03")));
    for (const char* finer : {"2024-03", "2024-03-01", "2024-03-01T10:00:00Z"})
        EXPECT_EQ(order("2024", finer), std::partial_ordering::unordered) << finer;
    EXPECT_EQ(order("2024-03-01", "2024-03-01T10:00:00Z"), std::partial_ordering::unordered);
    EXPECT_TRUE(std::is_lt(order("2024-03-01", "2024-03-02T10:00:00Z"))) << "by the calendar as written";
}

Value quantity(std::string_view value, std::string code, std::string system = std::string(ucum_system)) {
    return Quantity{number(value), "", code, std::move(system), code};
}

TEST(Value, quantities_compare_in_one_unit_only) {
    EXPECT_TRUE(std::is_gt(compare(quantity("6", "mg"), quantity("5.0", "mg"))));
    EXPECT_TRUE(same(quantity("5.0", "mg"), quantity("5", "mg")));
    EXPECT_FALSE(same(quantity("5", "mg"), quantity("5", "g")));
    EXPECT_FALSE(same(quantity("5", "mg"), quantity("5", "mg", "urn:other")));
    EXPECT_EQ(compare(quantity("6", "mg"), quantity("5", "g")), std::partial_ordering::unordered);
    EXPECT_EQ(compare(Quantity{number("6"), "<", "mg", "", ""}, Quantity{number("5"), "", "mg", "", ""}), std::partial_ordering::unordered);
    EXPECT_TRUE(std::is_gt(compare(Quantity{number("6"), "", "drops", "", ""}, Quantity{number("5"), "", "drops", "", ""})))
        << "units in words";
}

TEST(Value, references_and_codings_are_equal_by_what_they_name) {
    EXPECT_TRUE(same(Reference{"Patient/1", "", "Ann"}, Reference{"Patient/1", "Patient", "Ben"})) << "the type only repeats the address";
    EXPECT_FALSE(same(Reference{"Patient/1", "", ""}, Reference{"Patient/2", "", ""}));
    EXPECT_TRUE(same(Reference{"", "", "Ann", "urn:s|1"}, Reference{"", "", "Ben", "urn:s|1"}));
    EXPECT_FALSE(same(Reference{"", "", "Ann", "urn:s|1"}, Reference{"", "", "Ann", "urn:s|2"}));
    EXPECT_FALSE(same(Reference{"", "", "Ann"}, Reference{"", "", "Ben"}));
    EXPECT_FALSE(same(Coding{"", "a"}, Coding{"urn:s", "a"})) << "a code without its system is another";
}

std::partial_ordering converted(std::string_view a, const char* unit_a, std::string_view b, const char* unit_b) {
    return compare_converted(std::get<Quantity>(quantity(a, unit_a)), std::get<Quantity>(quantity(b, unit_b)));
}

TEST(Units, of_a_kind_are_converted_exactly) {
    EXPECT_TRUE(std::is_eq(converted("1", "kg", "1000", "g")));
    EXPECT_TRUE(std::is_eq(converted("1", "[mi_i]", "1.609344", "km")));
    EXPECT_TRUE(std::is_lt(converted("1", "[lb_av]", "0.5", "kg")));
    EXPECT_TRUE(std::is_eq(converted("1.5", "h", "90", "min")));
    EXPECT_TRUE(std::is_eq(converted("1", "mL", "1", "cm3")));
    EXPECT_TRUE(std::is_gt(converted("90", "mg/dL", "0.5", "g/L")));
    EXPECT_TRUE(std::is_eq(converted("40", "U/L", "40", "umol/min/L"))) << "enzymes turn over so much in so long";
    EXPECT_TRUE(std::is_eq(converted("1", "kat", "1", "mol/s")));
    EXPECT_TRUE(std::is_eq(converted("60", "U", "1", "ukat")));
    EXPECT_TRUE(std::is_eq(converted("60", "/min", "1", "/s"))) << "as a share by a duration";
    EXPECT_TRUE(std::is_eq(converted("50", "%", "0.5", "1")));
    EXPECT_TRUE(std::is_eq(converted("80", "{beats}/min", "80", "/min"))) << "what stands in braces is a remark";
    EXPECT_TRUE(std::is_eq(converted("7", "10*3/uL", "7", "10*9/L")));
    EXPECT_TRUE(std::is_eq(converted("7000", "u[IU]/mL", "7", "[IU]/L")));
    EXPECT_TRUE(std::is_eq(converted("7", "mg/kg/d", "0.007", "g/kg/d")));
    EXPECT_TRUE(std::is_eq(converted("98.6", "[degF]", "37", "Cel")));
    EXPECT_TRUE(std::is_lt(converted("1", "[gal_us]", "4", "L")));
    EXPECT_TRUE(std::is_eq(converted("1", "m2", "10000", "cm2")));
    EXPECT_TRUE(std::is_eq(converted("2", "kg.m-2", "2000", "g/m2")));
}

TEST(Units, of_other_kinds_are_not) {
    EXPECT_EQ(converted("1", "kg", "1", "m"), std::partial_ordering::unordered);
    EXPECT_EQ(converted("1", "kg", "1", "{score}"), std::partial_ordering::unordered);
    EXPECT_EQ(compare_converted({number("1"), "", "", "urn:own", "kg"}, {number("1"), "", "", "urn:own", "g"}),
              std::partial_ordering::unordered);
}

}  // namespace
}  // namespace needlewise
