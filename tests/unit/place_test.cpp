#include <gtest/gtest.h>

#include "sample.h"

namespace needlewise {
namespace {

Place at(std::string_view path) { return place_at(sample::content(), path); }

TEST(Place, every_address_leads_back_to_itself) {
    for (const std::string path : {"", "questions/goal", "questions/tone", "review", "result", "result/course", "result/over-time", "learn",
                                   "learn/pain", "sources", "about", "help", "open", "result/take", "result/sheet", "result/send"})
        EXPECT_EQ(path_of(at(path)), path);
}

TEST(Place, knows_what_an_address_names) {
    EXPECT_EQ(at("questions/scar-kind"), (Place{PageKind::question, "scar-kind"})) << "asked of some people only, but a page";
    EXPECT_EQ(at("result/healing"), (Place{PageKind::result, "healing"}));
    EXPECT_EQ(at("result"), (Place{PageKind::result, ""}));
}

TEST(Place, anything_else_is_no_page_and_keeps_its_address) {
    for (const std::string_view path : {"nowhere", "questions", "questions/", "questions/blood-group", "questions/goal/more", "result/",
                                        "result/secret", "learn/", "learn/taxes", "review/now", "home", "/", "Review", "gallery"}) {
        EXPECT_EQ(at(path).kind, PageKind::missing) << path;
        EXPECT_EQ(path_of(at(path)), path);
    }
}

TEST(Place, a_long_address_is_cut_between_letters) {
    std::string path;
    for (int i = 0; i < 300; ++i) path += "ż";
    EXPECT_EQ(path_of(at(path)), path.substr(0, 400));
}

TEST(Place, the_gallery_is_there_for_those_who_ask) {
    Content content = sample::content();
    content.gallery = true;
    EXPECT_EQ(place_at(content, "gallery").kind, PageKind::gallery);
}

TEST(Place, the_parts_of_the_result_start_with_the_overview) {
    EXPECT_EQ(result_parts().size(), 11u);
    EXPECT_EQ(result_parts().front(), "");
    EXPECT_EQ(result_parts().back(), "take");
}

}  // namespace
}  // namespace needlewise
