#include "core/form/markup.h"

#include <gtest/gtest.h>

namespace needlewise {
namespace {

// Runs as "*strong*", "/emphasis/", "[text>link]"; paragraphs apart by "|".
std::string shown(const std::vector<RichParagraph>& paragraphs) {
    std::string all;
    for (const RichParagraph& paragraph : paragraphs) {
        if (!all.empty()) all += "|";
        for (const Run& run : paragraph) {
            std::string text = run.text;
            if (run.emphasis) text = "/" + text + "/";
            if (run.strong) text = "*" + text + "*";
            if (!run.link.empty()) text = "[" + text + ">" + run.link + "]";
            all += text;
        }
    }
    return all;
}

TEST(Xhtml, keeps_emphasis_links_and_paragraphs) {
    EXPECT_EQ(shown(read_xhtml("<div>Plain</div>")), "Plain");
    EXPECT_EQ(shown(read_xhtml("<p>a <b>b</b><i>c</i></p><p>d</p>")), "a* b*/c/|d");
    EXPECT_EQ(shown(read_xhtml("<b>a <em>b</em></b>")), "*a**/ b/*");
    EXPECT_EQ(shown(read_xhtml("<a class='x' href='https://x.org/?a=1&amp;b=2'>go</a> on")), "[go>https://x.org/?a=1&b=2] on");
    EXPECT_EQ(shown(read_xhtml("<ul><li>a</li><li>b</li></ul>c<br/>d")), "a|b|c|d");
    EXPECT_EQ(shown(read_xhtml("a &lt; b &amp;&#233;&#xE9;&eacute; &unknown;")), "a < b &ééé &unknown;");
}

TEST(Xhtml, leaves_out_what_is_not_safe) {
    EXPECT_EQ(shown(read_xhtml("a<script>alert(1)</script>b<style>p{}</style>c")), "abc");
    EXPECT_EQ(shown(read_xhtml("<a href=\"javascript:alert(1)\">x</a>")), "x");
    EXPECT_EQ(shown(read_xhtml("<a href=\"data:text/html,x\">x</a><a data-href='https://x.org'>y</a>")), "xy");
    EXPECT_EQ(shown(read_xhtml("<img src=x onerror='alert(1)'/>a<!-- <b>b</b> -->c")), "ac");
    EXPECT_EQ(shown(read_xhtml("<b onclick='x'>a</b>")), "*a*");
    EXPECT_EQ(shown(read_xhtml("a<b")), "a");
    EXPECT_EQ(shown(read_xhtml("</b></script>a")), "a");
    EXPECT_EQ(shown(read_xhtml("")), "");
}

TEST(Markdown, keeps_emphasis_links_and_paragraphs) {
    EXPECT_EQ(shown(read_markdown("Plain *one* __two__ ***")), "Plain/ one/* two*");
    EXPECT_EQ(shown(read_markdown("# Title\ntext\nmore\n\n- a\n- b")), "Title|text more|• a|• b");
    EXPECT_EQ(shown(read_markdown("[go](https://x.org \"t\") and [no](javascript:x)")), "[go>https://x.org] and no");
    EXPECT_EQ(shown(read_markdown("![picture](https://x.org/a.png) [a] \\*b\\* snake_case `code`")), "picture [a] *b* snake_case code");
}

}  // namespace
}  // namespace needlewise
