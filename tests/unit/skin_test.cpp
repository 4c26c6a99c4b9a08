// The computed skin, by its numbers: what a tone, a sign or a mark does to the colours.
#include "core/skin/skin.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

#include "support/shipped.h"

namespace needlewise {
namespace {

constexpr int width = 96, height = 60;

std::vector<Colour> drawn(SkinPatch patch) { return skin_colours(patch, width, height); }

std::vector<Colour> drawn(int tone, std::vector<SkinPart> parts, SkinArea area = SkinArea::face) {
    return drawn(SkinPatch{area, tone, std::move(parts)});
}

struct Mean {
    double r = 0, g = 0, b = 0;
};

Mean mean(const std::vector<Colour>& colours) {
    Mean sum;
    for (const Colour& colour : colours) {
        sum.r += colour.r;
        sum.g += colour.g;
        sum.b += colour.b;
    }
    const auto count = static_cast<double>(colours.size());
    return {sum.r / count, sum.g / count, sum.b / count};
}

// How far two pictures are apart, point by point.
double apart(const std::vector<Colour>& a, const std::vector<Colour>& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += std::abs(a[i].r - b[i].r) + std::abs(a[i].g - b[i].g) + std::abs(a[i].b - b[i].b);
    return sum / static_cast<double>(a.size());
}

// How much redder: what green loses against red.
double reddened(int tone, double level) {
    const Mean quiet = mean(drawn(tone, {})), red = mean(drawn(tone, {{"redness", level}}));
    return (quiet.g - red.g) - (quiet.r - red.r);
}

TEST(Skin, is_the_same_every_time) {
    const SkinPatch patch{SkinArea::face, 4, {{"redness", 0.5}, {"flaking", 0.6}, {"boxcar", 1}}};
    EXPECT_EQ(drawn(patch), drawn(patch));
    EXPECT_EQ(drawn(patch).size(), static_cast<std::size_t>(width * height));
}

TEST(Skin, quiet_skin_has_the_colour_of_its_tone) {
    constexpr Colour third = rgb(0xdeab82);  // as in all our pictures
    const Mean quiet = mean(drawn(3, {}));
    EXPECT_NEAR(quiet.r, third.r, 8);
    EXPECT_NEAR(quiet.g, third.g, 8);
    EXPECT_NEAR(quiet.b, third.b, 8);
    for (int tone = 2; tone <= 6; ++tone) EXPECT_LT(mean(drawn(tone, {})).g, mean(drawn(tone - 1, {})).g) << tone;
}

TEST(Skin, the_darker_the_tone_the_less_redness_is_seen) {
    for (int tone = 2; tone <= 6; ++tone) EXPECT_LT(reddened(tone, 1), reddened(tone - 1, 1)) << tone;
    EXPECT_GT(reddened(1, 1), 3 * reddened(6, 1));
}

// Blood in a needle's way lies over the melanin.
TEST(Skin, points_of_blood_are_red_on_dark_skin_too) {
    for (const int tone : {1, 3, 5, 6}) {
        const auto quiet = drawn(tone, {}), needled = drawn(tone, {{"channels", 1}});
        const auto redder = [&](std::size_t i) { return (needled[i].r - needled[i].g) - (quiet[i].r - quiet[i].g); };
        int most = 0;
        for (std::size_t i = 0; i < quiet.size(); ++i) most = std::max(most, redder(i));
        EXPECT_GT(most, 40) << tone;
    }
}

TEST(Skin, where_it_hardly_reddens_it_darkens) {
    const Mean quiet = mean(drawn(6, {})), red = mean(drawn(6, {{"redness", 1}}));
    EXPECT_LT(red.r, quiet.r - 3);
    EXPECT_LT(red.g, quiet.g - 3);
}

TEST(Skin, more_of_a_sign_is_further_from_quiet_skin) {
    for (const char* sign : {"redness", "swelling", "flaking", "bruising", "channels"})
        for (const int tone : {1, 3, 6}) {
            const auto quiet = drawn(tone, {});
            const double mild = apart(quiet, drawn(tone, {{sign, 1 / 3.0}})), strong = apart(quiet, drawn(tone, {{sign, 1}}));
            EXPECT_GT(strong, mild) << sign << " on " << tone;
            EXPECT_GT(strong, 0.3) << sign << " on " << tone;
        }
}

TEST(Skin, every_mark_of_the_model_is_drawn_and_the_cautious_share_takes_no_more_than_its_part_of_it) {
    constexpr double cautious = 0.3;
    int seen = 0;
    for (const SurfacePicture& picture : shipped::content().healing.pictures) {
        if (!is_skin_patch(picture.figure)) continue;
        const SkinArea area = picture.figure == skin_body ? SkinArea::body : SkinArea::face;
        for (const DrawnMark& mark : picture.marks) {
            const auto quiet = drawn(3, {}, area);
            const double before = apart(quiet, drawn(3, {{mark.part, 1}}, area)),
                         after = apart(quiet, drawn(3, {{mark.part, 1 - cautious}}, area));
            EXPECT_GT(before, 0.2) << mark.part;
            EXPECT_LT(after, before) << mark.part;
            EXPECT_GT(after, (1 - 2 * cautious) * before) << mark.part << " must not vanish";
            ++seen;
        }
    }
    EXPECT_GT(seen, 15);
}

TEST(Skin, swelling_takes_nothing_from_the_depth_of_a_mark) {
    const SkinPatch scarred{SkinArea::face, 3, {{"boxcar", 1}}};
    SkinPatch swollen = scarred;
    swollen.parts.push_back({"swelling", 1});
    const double shown = apart(drawn(3, {}), drawn(scarred)), swollen_shown = apart(drawn(3, {{"swelling", 1}}), drawn(swollen));
    EXPECT_GE(swollen_shown, 0.85 * shown);
}

TEST(Skin, the_edge_of_a_scar_is_deeper_and_keeps_its_hue) {
    for (const int tone : {5, 6})
        for (const Colour& colour : drawn(tone, {{"boxcar", 1}}))
            ASSERT_GT(2.6 * colour.b, colour.r) << tone << ": nothing but red is left";
}

TEST(Skin, reads_what_the_document_is_told_of_a_picture) {
    const SkinPatch patch = skin_patch_of("skin-body 5 redness=0.6667 stretch-red=1");
    EXPECT_EQ(patch.area, SkinArea::body);
    EXPECT_EQ(patch.tone, 5);
    ASSERT_EQ(patch.parts.size(), 2u);
    EXPECT_EQ(patch.parts[0].part, "redness");
    EXPECT_NEAR(patch.parts[0].level, 0.6667, 1e-9);
    EXPECT_TRUE(is_skin_patch("skin-face 3"));
    EXPECT_FALSE(is_skin_patch("skin-layers"));
}

TEST(Skin, takes_any_words_and_numbers) {
    for (const char* image :
         {"", "skin-face", "skin-face 99", "skin-face -3", "skin-face x=", "skin-face =1", "skin-face redness=nan a=1e9", "  "})
        EXPECT_EQ(skin_colours(skin_patch_of(image), 5, 4).size(), 20u) << image;
    EXPECT_EQ(skin_colours(SkinPatch{}, 0, -2).size(), 1u);
}

}  // namespace
}  // namespace needlewise
