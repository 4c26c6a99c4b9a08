#include "ui/text.h"

#include <algorithm>

#include "core/letters.h"

namespace needlewise::ui {

namespace {

bool is_space(char letter) { return letter == ' ' || letter == '\t' || letter == '\r'; }
bool continues(char letter) { return (static_cast<unsigned char>(letter) & 0xc0) == 0x80; }  // inside a UTF-8 sequence

std::size_t next_character(std::string_view text, std::size_t at) {
    ++at;
    while (at < text.size() && continues(text[at])) ++at;
    return at;
}

bool is_letter(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    const auto letter = static_cast<unsigned char>(text[at]);
    return letter >= 0x80 || (letter | 0x20) - 'a' < 26u;
}

// Where browsers break too: "self-|help", "AE-|017", "77-|81", but never a minus from its figure.
bool breaks_after_hyphen(std::string_view text, std::size_t at) {
    if (text[at] != '-' || at == 0 || at + 1 >= text.size()) return false;
    const bool within = !continues(text[at - 1]) && (is_digit(text[at - 1]) || is_letter(text, at - 1));
    return is_letter(text, at + 1) || (is_digit(text[at + 1]) && within);
}

bool is_dash(std::string_view text, std::size_t at) {  // en dash, em dash
    return text.substr(at, 3) == "\u2013" || text.substr(at, 3) == "\u2014";
}

// The end of the piece that starts at `at` and may not be broken; spaces after it not included.
std::size_t piece_end(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && text[end] != ' ' && text[end] != '\n') {
        const std::size_t next = next_character(text, end);
        const bool hyphen = end > at && breaks_after_hyphen(text, end);
        const bool dash = is_dash(text, end) && next < text.size() && text[next] != ' ';
        end = next;
        if (hyphen || dash) break;
    }
    return end;
}

// Widths of pieces add up to a little more or less than the width of the whole.
constexpr float rounding = 0.05f;

class Breaker {
public:
    Breaker(std::string_view text_, const TextStyle& style_, float limit_, const TextMeasure& measure_)
        : text(text_), style(style_), limit(limit_ + rounding), measure(measure_), space(width_of(0, 0, " ")) {}

    std::vector<Line> lines() {
        std::size_t at = 0;
        while (at < text.size()) {
            if (text[at] == '\n') {
                finish(at);
                begin = end = ++at;
            } else if (text[at] == ' ') {
                ++at;
            } else {
                at = take(at, piece_end(text, at));
            }
        }
        finish(text.size());
        return std::move(done);
    }

private:
    float width_of(std::size_t from, std::size_t until, std::string_view other = {}) const {
        return measure.width(other.empty() ? text.substr(from, until - from) : other, style.size, style.semibold);
    }

    // Adds the piece to the line, or starts a new one with it.
    std::size_t take(std::size_t from, std::size_t until) {
        const float wide = width_of(from, until);
        const float gap = from > end ? space : 0;
        if (end > begin && width + gap + wide > limit) finish(from);
        if (end > begin) {
            width += gap + wide;
        } else {
            begin = from;
            if (wide > limit) return split(from, until);
            width = wide;
        }
        end = until;
        return until;
    }

    // A piece wider than the line: as many characters as fit, at least one; the rest comes again.
    std::size_t split(std::size_t from, std::size_t until) {
        std::size_t at = next_character(text, from);
        width = width_of(from, at);
        while (at < until) {
            const std::size_t next = next_character(text, at);
            const float more = width_of(at, next);
            if (width + more > limit) break;
            width += more;
            at = next;
        }
        end = at;
        if (at < until) finish(at);
        return at;
    }

    void finish(std::size_t next) {
        done.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), width});
        begin = end = next;
        width = 0;
    }

    std::string_view text;
    const TextStyle& style;
    float limit;
    const TextMeasure& measure;
    float space;
    std::vector<Line> done;
    std::size_t begin = 0, end = 0;
    float width = 0;
};

}  // namespace

std::string collapsed(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool pending = false;
    for (const char letter : text) {
        if (is_space(letter)) {
            pending = true;
        } else {
            if (pending && !out.empty() && out.back() != '\n' && letter != '\n') out += ' ';
            pending = false;
            out += letter;
        }
    }
    while (out.ends_with('\n')) out.pop_back();
    return out;
}

std::vector<Line> wrapped(std::string_view text, const TextStyle& style, float width, const TextMeasure& measure) {
    if (text.empty()) return {};
    return Breaker(text, style, width, measure).lines();
}

float longest_word(std::string_view text, const TextStyle& style, const TextMeasure& measure) {
    float longest = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = piece_end(text, at);
        if (end > at) longest = std::max(longest, measure.width(text.substr(at, end - at), style.size, style.semibold));
        at = std::max(end, at + 1);
    }
    return longest;
}

}  // namespace needlewise::ui
