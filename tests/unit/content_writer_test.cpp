// JSON out: what is written reads back the same.
#include "content/writer.h"

#include <limits>

#include <gtest/gtest.h>

#include "content/json.h"

namespace needlewise {
namespace {

using namespace std::string_literals;

std::string of(double figure) {
    JsonWriter out;
    out.object([&] { out.field("x", figure); });
    return out.take();
}

TEST(Writer, keeps_the_order_and_indents) {
    JsonWriter out;
    out.object([&] {
        out.field("b", 1);
        out.object("a", [] {});
        out.list("c", [&] {
            out.object([&] { out.field("d", true); });
            out.object([&] { out.null("e"); });
        });
        out.list("f", std::vector<std::string>{"x", "y"});
        out.list("g", std::vector<int>{});
        out.list("h", std::vector<int>{1, 2});
    });
    EXPECT_EQ(out.take(),
              "{\n  \"b\": 1,\n  \"a\": {},\n  \"c\": [\n    {\n      \"d\": true\n    },\n    {\n      \"e\": null\n    }\n  ],\n"
              "  \"f\": [\"x\", \"y\"],\n  \"g\": [],\n  \"h\": [1, 2]\n}\n");
}

TEST(Writer, escapes_text) {
    JsonWriter out;
    const std::string text = "quote \" back \\ line\n tab\t null\0 bell\x07 é 🙂"s;
    out.object([&] { out.field("x", text); });
    const auto back = parse_json(out.take(), "f");
    ASSERT_TRUE(back);
    EXPECT_EQ(*(*back)["x"].get_ptr<const std::string*>(), text);
}

TEST(Writer, writes_figures_shortly_and_exactly) {
    EXPECT_EQ(of(0.1), "{\n  \"x\": 0.1\n}\n");
    EXPECT_EQ(of(120), "{\n  \"x\": 120\n}\n");
    for (const double figure : {1.0 / 3, 1e300, -2.5e-8, 0.30000000000000004, std::numeric_limits<double>::max()}) {
        const auto back = parse_json(of(figure), "f");
        ASSERT_TRUE(back);
        EXPECT_EQ(*(*back)["x"].get_ptr<const double*>(), figure);
    }
    EXPECT_EQ(of(std::numeric_limits<double>::infinity()), "{\n  \"x\": null\n}\n");
}

}  // namespace
}  // namespace needlewise
