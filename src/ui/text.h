// How wide text is, and where its lines break. What the font cannot write (core/letters.h) the document measures. Our breaks are those a
// browser makes for `white-space: pre-line; overflow-wrap: anywhere` without kerning and ligatures, so that the text of the mirror lies on
// the painted text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace needlewise::ui {

struct TextStyle {
    float size = 0, line_height = 0;  // whole CSS px
    bool semibold = false;
    friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

// The app measures with the fonts it paints with, tests with a made-up font. Widths add up: no kerning.
class TextMeasure {
public:
    virtual ~TextMeasure() = default;
    virtual float width(std::string_view text, float size, bool semibold) const = 0;
};

// How the document sets a text.
struct Setting {
    float width = 0, last = 0;  // of the widest line and of the last
    std::uint32_t lines = 0;
};

// The document around the canvas shows texts that cannot be painted: letters the font lacks, scripts whose letters join. It has
// fonts for them and breaks their lines, so it measures them too. The desktop has none.
class DocumentText {
public:
    static constexpr float unlimited = 0;
    virtual ~DocumentText() = default;
    virtual Setting set(std::string_view text, const TextStyle& style, float width) const = 0;
    virtual float longest_word(std::string_view text, const TextStyle& style) const = 0;
};

struct Line {
    std::uint32_t begin = 0, end = 0;  // bytes
    float width = 0;
    friend bool operator==(const Line&, const Line&) = default;
};

// Spaces and tabs in a row become one, none stand beside a line feed or at the ends.
std::string collapsed(std::string_view text);

// Breaks collapsed text after spaces, hyphens, dashes and slashes, at each \n, and inside a word only when the word alone is
// too wide. No line is wider than `width` unless one character is.
std::vector<Line> wrapped(std::string_view text, const TextStyle& style, float width, const TextMeasure& measure);

// The widest piece that cannot be broken.
float longest_word(std::string_view text, const TextStyle& style, const TextMeasure& measure);

}  // namespace needlewise::ui
