// The recommended acne curve (Emax 0.5615, tau 1.556) and its published values: model.md sections 2.1 and 6.
#include <gtest/gtest.h>

#include "sample.h"

namespace needlewise {
namespace {

using sample::figure;
using sample::range;

constexpr double tolerance = 0.002;

ImprovementRule rule_named(std::string id) {
    ImprovementRule rule;
    rule.id = std::move(id);
    rule.scale = "score";
    return rule;
}

ImprovementRule acne_rule() {
    ImprovementRule rule = rule_named("acne");
    rule.curve = "acne.curve";
    rule.interval = "acne.interval";
    rule.individual_sd = "acne.sd";
    rule.conservative = "acne.share";
    rule.conservative_is_share = true;
    rule.responders = "acne.responders";
    rule.certainty = Certainty::low;
    rule.sources = {"asif2016_acne_mn"};
    return rule;
}

Content content_with(ImprovementRule rule) {
    Content content;
    content.numbers = {{"acne.curve.emax", figure(0.5615, "fraction", {"FIT-1"})},
                       {"acne.curve.tau", figure(1.556, "session", {"FIT-1"})},
                       {"acne.curve.sessions", range(3, 6, "session")},
                       {"acne.interval", range(0.30, 0.75, "fraction", {"FIT-2"})},
                       {"acne.sd", figure(0.269, "", {"FIT-3"})},
                       {"acne.share", figure(0.5, "", {"FIT-4"})},
                       {"acne.responders", range(73, 86, 94, "of-100")},
                       {"striae.mean", figure(0.58, "fraction")},
                       {"striae.interval", range(0.24, 0.92, "fraction")},
                       {"striae.conservative", figure(0.24, "fraction")},
                       {"lines.mean", range(0.25, 0.50, "fraction")}};
    content.improvements = {std::move(rule)};
    return content;
}

Improvement seen(ImprovementRule rule, int sessions) {
    const std::string id = rule.id;
    return studies_saw(content_with(std::move(rule)), id, sessions).improvement.value_or(Improvement{});
}

TEST(Curve, has_the_published_values) {
    constexpr double published[] = {0.266, 0.406, 0.480, 0.519, 0.539, 0.550, 0.555, 0.558};
    for (int sessions = 1; const double value : published) {
        EXPECT_NEAR(gained_after(sessions, 0.5615, 1.556), value, tolerance) << sessions << " sessions";
        ++sessions;
    }
    EXPECT_EQ(gained_after(0, 0.5615, 1.556), 0);
}

TEST(Improvement, of_acne_scars_after_four_sessions) {
    const Improvement acne = seen(acne_rule(), 4);
    ASSERT_TRUE(acne.mean && acne.individual && acne.conservative && acne.responders_per_100);
    EXPECT_NEAR(*acne.mean, 0.519, tolerance);
    EXPECT_NEAR(acne.individual->low, 0.17, 0.005) << "8 people in 10";
    EXPECT_NEAR(acne.individual->high, 0.86, 0.005);
    EXPECT_NEAR(*acne.conservative, 0.26, tolerance) << "half of the mean";
    EXPECT_EQ(acne.range.low, 0.30);
    EXPECT_EQ(acne.range.high, 0.75);
    EXPECT_EQ(acne.responders_per_100->mean, 86);
    EXPECT_EQ(acne.certainty, Certainty::low);
    EXPECT_EQ(acne.sources, (std::vector<std::string>{"asif2016_acne_mn", "FIT-1", "FIT-3", "FIT-2", "FIT-4"}));
}

TEST(Improvement, by_session_shows_only_the_sessions_studies_support) {
    const auto bars = seen(acne_rule(), 4).by_session;
    ASSERT_EQ(bars.size(), 4u);
    EXPECT_EQ(bars[0].sessions, 3);
    EXPECT_NEAR(bars[0].gained.mean, 0.480, tolerance) << "three sessions";
    EXPECT_NEAR(bars[3].gained.mean, 0.550, tolerance) << "six sessions";
    EXPECT_NEAR(bars[1].gained.low, 0.17, 0.005);
    EXPECT_NEAR(bars[1].gained.high, 0.86, 0.005);
}

TEST(Improvement, without_a_known_spread_the_bars_have_none) {
    ImprovementRule rule = acne_rule();
    rule.individual_sd.clear();
    const Improvement acne = seen(rule, 4);
    EXPECT_FALSE(acne.individual);
    EXPECT_EQ(acne.by_session[0].gained.low, acne.by_session[0].gained.mean);
    EXPECT_EQ(acne.by_session[0].gained.high, acne.by_session[0].gained.mean);
}

TEST(Improvement, outside_the_supported_sessions_the_curve_gives_no_mean) {
    for (const int sessions : {0, 1, 2, 7, 12}) {
        EXPECT_FALSE(seen(acne_rule(), sessions).mean) << sessions;
        EXPECT_FALSE(seen(acne_rule(), sessions).conservative) << sessions;
        EXPECT_FALSE(seen(acne_rule(), sessions).individual) << sessions;
    }
    for (const int sessions : {3, 6}) EXPECT_TRUE(seen(acne_rule(), sessions).mean) << sessions;
}

TEST(Improvement, of_stretch_marks_is_a_constant) {
    ImprovementRule rule = rule_named("striae");
    rule.mean = "striae.mean";
    rule.interval = "striae.interval";
    rule.conservative = "striae.conservative";
    for (const int sessions : {3, 5, 9}) {
        const Improvement striae = seen(rule, sessions);
        EXPECT_EQ(striae.mean, 0.58);
        EXPECT_EQ(striae.conservative, 0.24);
        EXPECT_EQ(striae.range.high, 0.92);
        EXPECT_FALSE(striae.individual);
        EXPECT_TRUE(striae.by_session.empty());
    }
}

TEST(Improvement, of_fine_lines_is_a_range_without_a_mean) {
    ImprovementRule rule = rule_named("lines");
    rule.mean = "lines.mean";
    const Improvement lines = seen(rule, 4);
    EXPECT_FALSE(lines.mean);
    EXPECT_EQ(lines.range.low, 0.25);
    EXPECT_EQ(lines.range.high, 0.50);
}

TEST(Improvement, between_people_stays_between_nothing_and_all) {
    ImprovementRule rule = acne_rule();
    Content content = content_with(rule);
    content.numbers["acne.sd"] = figure(0.6, "");
    const auto acne = studies_saw(content, "acne", 4).improvement;
    ASSERT_TRUE(acne && acne->individual);
    EXPECT_EQ(acne->individual->low, 0);
    EXPECT_EQ(acne->individual->high, 1);
}

TEST(Improvement, where_no_number_is_allowed_the_rule_says_why) {
    ImprovementRule laxity = rule_named("laxity");
    laxity.scale.clear();
    const StudiesSaw saw = studies_saw(content_with(laxity), "laxity", 4);
    EXPECT_FALSE(saw.improvement);
    EXPECT_EQ(saw.no_number, "laxity");
}

TEST(Improvement, an_unknown_rule_gives_no_number_either) {
    const StudiesSaw saw = studies_saw(content_with(acne_rule()), "freckles", 4);
    EXPECT_FALSE(saw.improvement);
    EXPECT_EQ(saw.no_number, "freckles");
}

TEST(Improvement, a_curve_without_its_numbers_gives_no_mean) {
    Content content = content_with(acne_rule());
    content.numbers.erase("acne.curve.tau");
    const auto acne = studies_saw(content, "acne", 4).improvement;
    ASSERT_TRUE(acne);
    EXPECT_FALSE(acne->mean);
    EXPECT_TRUE(acne->by_session.empty());
}

}  // namespace
}  // namespace needlewise
