#include "core/colour.h"

#include <gtest/gtest.h>

namespace needlewise {
namespace {

TEST(Colour, IsReadFromAndWrittenAsSixDigits) {
    EXPECT_EQ(colour_in("#0f5F57"), rgb(0x0f5f57));
    EXPECT_EQ(hex_of(rgb(0x0f5f57)), "#0f5f57");
    for (const char* wrong : {"", "#", "#0f5f5", "#0f5f577", "0f5f570", "#0g5f57", "red"}) EXPECT_FALSE(colour_in(wrong)) << wrong;
}

TEST(Colour, TheNearestReadableOneIsReadableAndNoFurtherThanNeeded) {
    for (const std::uint32_t hex : {0xffffffu, 0xffee00u, 0xff69b4u, 0x808080u, 0x00ff88u, 0x0f5f57u, 0x000000u}) {
        for (const Grounds& grounds : {light_grounds, dark_grounds}) {
            const Colour found = readable_on(grounds, rgb(hex));
            EXPECT_GE(least_contrast(grounds, found), 4.5) << hex_of(rgb(hex));
            if (least_contrast(grounds, rgb(hex)) >= 4.5) EXPECT_EQ(found, rgb(hex));
            else EXPECT_LT(least_contrast(grounds, found), 5) << hex_of(rgb(hex));
        }
    }
}

}  // namespace
}  // namespace needlewise
