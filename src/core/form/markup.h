// Text with markup that others wrote (rendering-xhtml, rendering-markdown), reduced to what is safe to show: paragraphs of plain text
// with emphasis and links. Scripts, styles, pictures and everything else are left out; their text stays, that of scripts and styles not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace needlewise {

struct Run {
    std::string text;
    bool strong = false, emphasis = false;
    std::string link = {};  // http, https or mailto; empty: none
    friend bool operator==(const Run&, const Run&) = default;
};
using RichParagraph = std::vector<Run>;

std::vector<RichParagraph> read_xhtml(std::string_view source);
std::vector<RichParagraph> read_markdown(std::string_view source);

// The address when it is one to be followed: http, https or mailto. Empty otherwise ("javascript:", "data:", anything within the page).
std::string safe_link(std::string_view address);

}  // namespace needlewise
