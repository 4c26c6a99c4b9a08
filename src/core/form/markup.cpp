#include "core/form/markup.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace needlewise {

namespace {

constexpr std::size_t longest = 100'000;  // bytes read; more than any text of a question

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

std::string lowered(std::string_view text) {
    std::string small(text);
    std::ranges::transform(small, small.begin(), lower);
    return small;
}

bool is_blank(char letter) { return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r'; }
bool is_figure_or_letter(char letter) { return (letter >= '0' && letter <= '9') || (lower(letter) >= 'a' && lower(letter) <= 'z'); }

// Gathers runs into paragraphs; blanks become one space.
class Gatherer {
public:
    void add(std::string_view text, bool strong, bool emphasis, const std::string& link) {
        for (const char letter : text) {
            if (is_blank(letter)) {
                space = true;
                continue;
            }
            if (space && !current.empty()) put(' ', strong, emphasis, link);
            space = false;
            put(letter, strong, emphasis, link);
        }
    }

    void end_paragraph() {
        if (!current.empty()) paragraphs.push_back(std::exchange(current, {}));
        space = false;
    }

    std::vector<RichParagraph> take() {
        end_paragraph();
        return std::move(paragraphs);
    }

private:
    void put(char letter, bool strong, bool emphasis, const std::string& link) {
        const bool fits =
            !current.empty() && current.back().strong == strong && current.back().emphasis == emphasis && current.back().link == link;
        if (!fits) current.push_back({"", strong, emphasis, link});
        current.back().text += letter;
    }

    std::vector<RichParagraph> paragraphs;
    RichParagraph current;
    bool space = false;
};

void append_utf8(std::string& text, unsigned point) {
    const auto byte = [&](unsigned value) { text += static_cast<char>(static_cast<unsigned char>(value)); };
    if (point < 0x80) {
        byte(point);
    } else if (point < 0x800) {
        byte(0xC0 | (point >> 6)), byte(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        byte(0xE0 | (point >> 12)), byte(0x80 | ((point >> 6) & 0x3F)), byte(0x80 | (point & 0x3F));
    } else {
        byte(0xF0 | (point >> 18)), byte(0x80 | ((point >> 12) & 0x3F)), byte(0x80 | ((point >> 6) & 0x3F)), byte(0x80 | (point & 0x3F));
    }
}

// "#233" or "#xE9"; nothing when it is no letter.
std::optional<unsigned> letter_by_number(std::string_view name) {
    name.remove_prefix(1);
    const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
    if (hexadecimal) name.remove_prefix(1);
    unsigned point = 0;
    for (const char c : name) {
        const char figure = lower(c);
        const bool letter = hexadecimal && figure >= 'a' && figure <= 'f';
        if (!letter && (figure < '0' || figure > '9')) return std::nullopt;
        point = point * (hexadecimal ? 16 : 10) + static_cast<unsigned>(letter ? figure - 'a' + 10 : figure - '0');
        if (point > 0x10FFFF) return std::nullopt;
    }
    const bool surrogate = point >= 0xD800 && point < 0xE000;
    return name.empty() || point == 0 || surrogate ? std::nullopt : std::optional(point);
}

// "&amp;" and the like in letters; what is none of them stays.
std::string unescaped(std::string_view text) {
    struct Name {
        std::string_view name, letters;
    };
    constexpr std::array names{Name{"amp", "&"},  Name{"lt", "<"},    Name{"gt", ">"},    Name{"quot", "\""},  Name{"apos", "'"},
                               Name{"nbsp", " "}, Name{"ndash", "–"}, Name{"mdash", "—"}, Name{"hellip", "…"}, Name{"eacute", "é"}};
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t end = text[i] == '&' ? text.substr(i, 12).find(';') : std::string_view::npos;
        if (end == std::string_view::npos) {
            plain += text[i];
            continue;
        }
        const std::string_view name = text.substr(i + 1, end - 1);
        const auto known = std::ranges::find(names, name, &Name::name);
        const auto point = name.starts_with('#') ? letter_by_number(name) : std::nullopt;
        if (known != names.end()) plain += known->letters;
        else if (point) append_utf8(plain, *point);
        else {
            plain += '&';
            continue;
        }
        i += end;
    }
    return plain;
}

// The value of href in "a href='…' class=…".
std::string_view href_of(std::string_view tag) {
    const std::string small = lowered(tag);
    std::size_t at = 0;
    while ((at = small.find("href", at)) != std::string::npos) {
        const bool apart = at > 0 && is_blank(small[at - 1]);
        at += 4;
        while (at < tag.size() && is_blank(tag[at])) ++at;
        if (!apart || at >= tag.size() || tag[at] != '=') continue;
        ++at;
        while (at < tag.size() && is_blank(tag[at])) ++at;
        if (at >= tag.size() || (tag[at] != '"' && tag[at] != '\'')) return {};
        const std::size_t end = tag.find(tag[at], at + 1);
        return end == std::string_view::npos ? std::string_view{} : tag.substr(at + 1, end - at - 1);
    }
    return {};
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) { return std::ranges::find(words, word) != words.end(); }

class Xhtml {
public:
    std::vector<RichParagraph> read(std::string_view source) {
        while (!source.empty()) {
            const std::size_t open = source.find('<');
            if (silent == 0) out.add(unescaped(source.substr(0, open)), strong > 0, emphasis > 0, link);
            if (open == std::string_view::npos) break;
            source.remove_prefix(open);
            const std::string_view end = source.starts_with("<!--") ? "-->" : ">";
            const std::size_t close = source.find(end);
            if (close == std::string_view::npos) break;  // a tag that never ends says nothing
            if (end.size() == 1) tag(source.substr(1, close - 1));
            source.remove_prefix(close + end.size());
        }
        return out.take();
    }

private:
    void tag(std::string_view inside) {
        const bool closes = inside.starts_with('/');
        const bool alone = inside.ends_with('/');
        if (closes) inside.remove_prefix(1);
        const auto length = static_cast<std::size_t>(std::ranges::find_if_not(inside, is_figure_or_letter) - inside.begin());
        const std::string name = lowered(inside.substr(0, length));
        const auto count = [&](int& depth) { depth = std::max(0, depth + (closes ? -1 : alone ? 0 : 1)); };
        if (one_of(name, {"script", "style", "head", "title", "template", "svg", "math"})) return count(silent);
        if (one_of(name, {"b", "strong"})) return count(strong);
        if (one_of(name, {"i", "em"})) return count(emphasis);
        if (name == "a") {
            link = closes ? "" : safe_link(unescaped(href_of(inside)));
        } else if (one_of(name, {"p", "div", "br", "li", "ul", "ol", "tr", "table", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote",
                                 "pre"})) {
            out.end_paragraph();
        } else if (one_of(name, {"td", "th"})) {
            out.add(" ", false, false, "");
        }
    }

    Gatherer out;
    int strong = 0, emphasis = 0, silent = 0;
    std::string link;
};

// ---- Markdown ------------------------------------------------------------------------------------------------------

class Markdown {
public:
    std::vector<RichParagraph> read(std::string_view source) {
        while (!source.empty()) {
            const std::size_t end = source.find('\n');
            line(source.substr(0, end));
            source.remove_prefix(end == std::string_view::npos ? source.size() : end + 1);
        }
        return out.take();
    }

private:
    void line(std::string_view text) {
        while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
        while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
        const auto hashes = std::min(text.find_first_not_of('#'), text.size());
        const bool heading = hashes > 0 && hashes <= 6 && hashes < text.size() && text[hashes] == ' ';
        const bool bullet = text.starts_with("- ") || text.starts_with("* ") || text.starts_with("+ ");
        if (text.empty() || heading || bullet) {
            out.end_paragraph();
            strong = emphasis = false;
        }
        if (heading) text.remove_prefix(hashes + 1);
        if (bullet) text.remove_prefix(2);
        if (bullet) out.add("•", false, false, "");
        if (bullet) out.add(" ", false, false, "");
        inline_text(text);
        out.add(" ", false, false, "");
        if (heading) out.end_paragraph();
    }

    void inline_text(std::string_view text) {
        std::string plain;
        const auto flush = [&] { out.add(std::exchange(plain, {}), strong, emphasis, ""); };
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char letter = text[i];
            const bool doubled = i + 1 < text.size() && text[i + 1] == letter;
            if (letter == '\\' && i + 1 < text.size() && !is_figure_or_letter(text[i + 1]) && !is_blank(text[i + 1])) {
                plain += text[++i];
            } else if (letter == '*' || (letter == '_' && at_edge(text, i, doubled ? 2 : 1))) {
                flush();
                bool& kind = doubled ? strong : emphasis;
                kind = !kind;
                if (doubled) ++i;
            } else if (letter == '[' || (letter == '!' && text.substr(i).starts_with("!["))) {
                const std::size_t skipped = linked(text.substr(i), flush);
                if (skipped == 0) plain += letter;
                else i += skipped - 1;
            } else if (letter != '`') {
                plain += letter;
            }
        }
        flush();
    }

    // An underscore within a word is a letter.
    static bool at_edge(std::string_view text, std::size_t at, std::size_t length) {
        const bool before = at > 0 && is_figure_or_letter(text[at - 1]);
        const bool after = at + length < text.size() && is_figure_or_letter(text[at + length]);
        return !(before && after);
    }

    // "[words](address)" or "![words](address)"; how many letters it takes, 0 when it is none.
    template <class F>
    std::size_t linked(std::string_view text, F flush) {
        const bool picture = text.starts_with('!');
        const std::size_t from = picture ? 2 : 1;
        const std::size_t words_end = text.find("](");
        const std::size_t end = words_end == std::string_view::npos ? words_end : text.find(')', words_end);
        if (end == std::string_view::npos || text.substr(0, words_end).find('[', from) != std::string_view::npos) return 0;
        const std::string_view address = text.substr(words_end + 2, end - words_end - 2);
        flush();
        out.add(text.substr(from, words_end - from), strong, emphasis, picture ? "" : safe_link(address.substr(0, address.find(' '))));
        return end + 1;
    }

    Gatherer out;
    bool strong = false, emphasis = false;
};

}  // namespace

std::string safe_link(std::string_view address) {
    const std::string small = lowered(address);
    const bool fine = small.starts_with("https://") || small.starts_with("http://") || small.starts_with("mailto:");
    const bool odd =
        std::ranges::any_of(address, [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '<' || c == '>'; });
    return fine && !odd ? std::string(address) : "";
}

std::vector<RichParagraph> read_xhtml(std::string_view source) { return Xhtml().read(source.substr(0, longest)); }

std::vector<RichParagraph> read_markdown(std::string_view source) { return Markdown().read(source.substr(0, longest)); }

}  // namespace needlewise
