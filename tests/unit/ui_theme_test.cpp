#include "ui/theme.h"

#include <gtest/gtest.h>

namespace needlewise::ui {
namespace {

constexpr std::array schemes{Scheme::light, Scheme::dark, Scheme::contrast, Scheme::contrast_dark};

void expect_readable(const Theme& theme) {
    for (const Pair& pair : checked_pairs())
        EXPECT_GE(contrast(theme[pair.over], theme[pair.under]), pair.least) << name_of(pair.over) << " on " << name_of(pair.under);
}

TEST(UiTheme, ContrastIsThatOfWcag) {
    EXPECT_NEAR(contrast(rgb(0x000000), rgb(0xffffff)), 21, 0.001);
    EXPECT_NEAR(contrast(rgb(0x767676), rgb(0xffffff)), 4.54, 0.01);
    EXPECT_NEAR(contrast(rgb(0x336699), rgb(0x336699)), 1, 0.001);
}

TEST(UiTheme, EveryPairOnScreenIsReadable) {
    for (const Scheme scheme : schemes) {
        SCOPED_TRACE(static_cast<int>(scheme));
        expect_readable(theme_for(scheme));
    }
}

TEST(UiTheme, HighContrastTextReachesSevenToOne) {
    for (const Scheme scheme : {Scheme::contrast, Scheme::contrast_dark})
        for (const Pair& pair : checked_pairs())
            if (pair.least > 4)
                EXPECT_GE(contrast(theme_for(scheme)[pair.over], theme_for(scheme)[pair.under]), 7)
                    << name_of(pair.over) << " on " << name_of(pair.under);
}

// A clinic may bring any colour, also one nobody could read.
TEST(UiTheme, AnyAccentIsMadeReadable) {
    for (const Scheme scheme : schemes)
        for (const std::uint32_t hex : {0x000000u, 0xffffffu, 0xffee00u, 0xff69b4u, 0x808080u, 0x0000ffu, 0x00ff88u, 0x7a1f5cu}) {
            SCOPED_TRACE(std::to_string(hex) + " in scheme " + std::to_string(static_cast<int>(scheme)));
            expect_readable(theme_for(scheme, rgb(hex)));
        }
}

TEST(UiTheme, EveryUseHasItsName) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < use_count; ++i) names.push_back(name_of(static_cast<Use>(i)));
    EXPECT_EQ(names.back(), "found-ink");
    std::ranges::sort(names);
    EXPECT_EQ(std::ranges::adjacent_find(names), names.end());
    EXPECT_FALSE(names.front().empty());
}

}  // namespace
}  // namespace needlewise::ui
