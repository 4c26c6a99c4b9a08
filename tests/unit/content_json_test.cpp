// Text to JSON: whatever comes in, Problems or a value come out.
#include "content/json.h"

#include <gtest/gtest.h>

#include "support/expect.h"

namespace needlewise {
namespace {

std::string nested(std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); }

struct Broken {
    std::string name, text, problem;
};

void PrintTo(const Broken& broken, std::ostream* out) { *out << broken.name; }

class JsonBroken : public testing::TestWithParam<Broken> {};

TEST_P(JsonBroken, is_one_problem_with_its_place) {
    const auto json = parse_json(GetParam().text, "f.json");
    ASSERT_FALSE(json);
    expect_problems(json.error(), GetParam().problem);
}

INSTANTIATE_TEST_SUITE_P(
    Json, JsonBroken,
    testing::ValuesIn(std::vector<Broken>{
        {"empty", "", "f.json: error: not JSON at line 1, column 1: unexpected end of input"},
        {"blank", " \n ", "f.json: error: not JSON at line 2, column 2: unexpected end of input"},
        {"half", "{\"a\": [1,", "f.json: error: not JSON at line 1, column 10: unexpected end of input"},
        {"comma", "{\n  \"a\": 1,\n}", "f.json: error: not JSON at line 3, column 1: unexpected '}'"},
        {"tail", "{} x", "f.json: error: not JSON at line 1, column 4: invalid literal"},
        {"single_quotes", "{'a': 1}", "f.json: error: not JSON at line 1, column 2: invalid literal"},
        {"bare_word", "yes", "f.json: error: not JSON at line 1, column 1: invalid literal"},
        {"utf8", "[\"\xff\"]", "f.json: error: not JSON at line 1, column 3: invalid string: ill-formed UTF-8 byte"},
        {"utf8_cut", "[\"\xe2\x82", "f.json: error: not JSON at line 1, column 5: invalid string: ill-formed UTF-8 byte"},
        {"surrogate", "[\"\\ud800\"]",
         "f.json: error: not JSON at line 1, column 9: invalid string: surrogate U+D800..U+DBFF must be followed by U+DC00..U+DFFF"},
        {"huge_number", "[1e999]", "f.json: error: a number is too large at line 1, column 6"},
        {"nan", "[NaN]", "f.json: error: not JSON at line 1, column 2: invalid literal"},
        {"zero_byte", std::string("[\"a\0b\"]", 7), "f.json: error: not JSON at line 1, column 4: a NUL byte"},
        {"twice", R"({"a": {"b": 1, "b": 2}})", "f.json:/a/b: error: field \"b\" stands here twice (keep one of them)"},
        {"twice_in_list", R"([0, {"x/y": 1, "x/y": 2}])", "f.json:/1/x~1y: error: field \"x/y\" stands here twice (keep one of them)"},
        {"many_twice", R"({"a": 1, "a": 1, "a": 1})",
         "f.json:/a: error: field \"a\" stands here twice (keep one of them)\nf.json:/a: error: field \"a\" stands here twice (keep one of "
         "them)"},
    }),
    [](const auto& test) { return test.param.name; });

TEST(Json, of_64_levels_is_read_and_of_65_refused) {
    EXPECT_TRUE(parse_json(nested(64), "f.json"));
    const auto deep = parse_json(nested(65), "f.json");
    ASSERT_FALSE(deep);
    EXPECT_EQ(deep.error().front().what, "nested deeper than 64 levels");
}

TEST(Json, depth_bomb_is_refused_at_once) {
    const auto bomb = parse_json(std::string(4'000'000, '['), "f.json");
    ASSERT_FALSE(bomb);
    EXPECT_EQ(bomb.error().front().what, "nested deeper than 64 levels");
    EXPECT_FALSE(parse_json(
        [] {
            std::string text;
            for (int i = 0; i < 500'000; ++i) text += "{\"a\":";
            return text;
        }(),
        "f.json"));
}

TEST(Json, too_long_is_refused_unread) {
    const auto json = parse_json(std::string(11, 'x'), "f.json", {.bytes = 10, .depth = 64});
    ASSERT_FALSE(json);
    expect_problems(json.error(), "f.json: error: larger than 10 bytes");
}

TEST(Json, keeps_every_kind_of_value) {
    const auto json = parse_json("\xEF\xBB\xBF{\"a\": [null, true, -1, 18446744073709551615, 0.5, \"é\\n\"]}", "f.json");
    ASSERT_TRUE(json);
    EXPECT_EQ(json->dump(), "{\"a\":[null,true,-1,18446744073709551615,0.5,\"é\\n\"]}");
}

TEST(Json, stops_counting_repeated_fields) {
    std::string text = "{";
    for (int i = 0; i < 1000; ++i) text += "\"a\": 1, ";
    const auto json = parse_json(text + "\"b\": 1}", "f.json");
    ASSERT_FALSE(json);
    EXPECT_LE(json.error().size(), 20u);
}

}  // namespace
}  // namespace needlewise
