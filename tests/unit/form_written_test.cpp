// Rules about how an answer is written: regex and lengths hold for numbers, days and times as for texts.
#include <gtest/gtest.h>

#include "forms.h"

namespace needlewise {
namespace {

// What is said of an answer to a question of this type with one such extension.
std::string said_of(std::string_view type, std::string_view extension, std::string_view limit, std::string_view given) {
    return forms::said(R"({"linkId": "q", "type": ")" + std::string(type) +
                           R"(", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/)" + std::string(extension) + "\", " +
                           std::string(limit) + "}]}",
                       forms::answer("q", {given}));
}

bool matches(std::string_view type, std::string_view pattern, std::string_view given) {
    return said_of(type, "regex", R"("valueString": ")" + std::string(pattern) + "\"", given).empty();
}

TEST(FormWritten, a_pattern_holds_for_a_time_whichever_way_no_offset_is_written) {
    for (const char* zone : {"Z", "+00:00", "-00:00"}) {
        const std::string given = R"("valueDateTime": "2024-01-01T10:00:00)" + std::string(zone) + "\"";
        EXPECT_TRUE(matches("dateTime", ".*Z", given)) << zone;
        EXPECT_TRUE(matches("dateTime", ".*[+]00:00", given)) << zone;
        EXPECT_FALSE(matches("dateTime", ".*[+]01:00", given)) << zone;
    }
    EXPECT_FALSE(matches("dateTime", ".*Z", R"("valueDateTime": "2024-01-01T10:00:00+01:00")"));
}

TEST(FormWritten, a_length_holds_for_numbers_and_days_as_well) {
    const auto least = [](std::string_view type, int length, std::string_view given) {
        return said_of(type, "minLength", R"("valueInteger": )" + std::to_string(length), given);
    };
    EXPECT_EQ(least("decimal", 4, R"("valueDecimal": 1.50)"), "");
    EXPECT_EQ(least("decimal", 4, R"("valueDecimal": 1.5)"), "error value /item/0/answer/0/valueDecimal: the answer has 3 characters\n");
    EXPECT_EQ(least("integer", 3, R"("valueInteger": 123)"), "");
    EXPECT_EQ(least("integer", 3, R"("valueInteger": 12)"), "error value /item/0/answer/0/valueInteger: the answer has 2 characters\n");
    EXPECT_EQ(least("dateTime", 25, R"("valueDateTime": "2024-01-01T10:00:00+00:00")"), "");
    EXPECT_TRUE(least("date", 10, R"("valueDate": "2024")").contains("has 4 characters"));
}

TEST(FormWritten, a_leap_second_stays_in_its_day) {
    EXPECT_TRUE(matches("time", "23:59:60", R"("valueTime": "23:59:60")"));
    EXPECT_EQ(Moment::read_date_time("2016-12-31T23:59:60.5Z")->text(), "2016-12-31T23:59:60.5Z");
}

}  // namespace
}  // namespace needlewise
