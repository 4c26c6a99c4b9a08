// What FHIR lays down for every element of a response, whatever it means: nothing of it is passed over.
#include <gtest/gtest.h>

#include <tuple>

#include "forms.h"

namespace needlewise {
namespace {

std::string question(std::string_view type) { return R"({"linkId": "q", "type": ")" + std::string(type) + "\"}"; }

TEST(Structure, a_field_that_stands_twice_is_reported_and_the_rest_is_read) {
    const std::string twice = R"({"linkId": "q", "linkId": "q", "answer": [{"valueInteger": 1}]})";
    EXPECT_EQ(forms::said(question("string"), twice),
              "error structure /item/0/linkId: field \"linkId\" stands here twice\n"
              "error structure /item/0/answer/0/valueInteger: \"q\" is not answered with valueInteger\n");
    std::string many;
    for (int i = 0; i < 30; ++i) many += R"("text": "x", )";
    EXPECT_EQ(forms::said(question("string"), "{" + many + R"("linkId": "q"})"), "unreadable\n") << "only so many";
}

}  // namespace
}  // namespace needlewise
