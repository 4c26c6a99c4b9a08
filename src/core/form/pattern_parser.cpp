#include "core/form/pattern_parser.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/form/pattern_letters.h"

namespace needlewise {

namespace {

using Kind = PatternNode::Kind;
using Class = Pattern::Class;

constexpr char32_t last_letter = 0x10FFFF;
constexpr int deepest = 60, most_repeats = 1000;

Class digits() { return {{{U'0', U'9'}}}; }
Class word_letters() { return {{{U'0', U'9'}, {U'A', U'Z'}, {U'_', U'_'}, {U'a', U'z'}}}; }
Class blanks() {
    return {{{0x09, 0x0D},
             {0x20, 0x20},
             {0xA0, 0xA0},
             {0x1680, 0x1680},
             {0x2000, 0x200A},
             {0x2028, 0x2029},
             {0x202F, 0x202F},
             {0x205F, 0x205F},
             {0x3000, 0x3000},
             {0xFEFF, 0xFEFF}}};
}
Class only(char32_t letter) { return {{{letter, letter}}}; }

Class all_but(Class letters) {
    letters.negated = true;
    return letters;
}

// The ranges of a class that says what it is not.
std::vector<std::pair<char32_t, char32_t>> positive(Class letters) {
    if (!letters.negated) return letters.ranges;
    std::ranges::sort(letters.ranges);
    std::vector<std::pair<char32_t, char32_t>> rest;
    char32_t next = 0;
    for (const auto& [from, to] : letters.ranges) {
        if (from > next) rest.emplace_back(next, from - 1);
        next = std::max(next, static_cast<char32_t>(to + 1));
    }
    if (next <= last_letter) rest.emplace_back(next, last_letter);
    return rest;
}

// In order, and as one where they touch.
void merge(std::vector<std::pair<char32_t, char32_t>>& ranges) {
    std::ranges::sort(ranges);
    std::size_t kept = 0;
    for (const auto& range : ranges) {
        if (kept > 0 && range.first <= ranges[kept - 1].second + 1)
            ranges[kept - 1].second = std::max(ranges[kept - 1].second, range.second);
        else ranges[kept++] = range;
    }
    ranges.resize(kept);
}

class Parser {
public:
    explicit Parser(std::u32string text) : source(std::move(text)) {}

    std::expected<PatternNode, std::string> parse() {
        if (take_word(U"(?i)")) ignore_case = true;
        PatternNode all = alternatives();
        if (fault.empty() && at < source.size()) fail("a ) too many");
        if (!fault.empty()) return std::unexpected(fault);
        return all;
    }

private:
    bool more() const { return fault.empty() && at < source.size(); }
    bool next_is(char32_t letter) const { return more() && source[at] == letter; }
    bool take(char32_t letter) {
        if (!next_is(letter)) return false;
        ++at;
        return true;
    }
    bool take_word(std::u32string_view word) {
        if (!std::u32string_view(source).substr(at).starts_with(word)) return false;
        at += word.size();
        return true;
    }
    void fail(std::string why) {
        if (fault.empty()) fault = std::move(why);
    }

    PatternNode alternatives() {
        PatternNode all{.kind = Kind::alternatives};
        if (++depth > deepest) fail("groups nested too deep");
        do { all.parts.push_back(sequence()); } while (take(U'|'));
        --depth;
        return all;
    }

    PatternNode sequence() {
        PatternNode all{.kind = Kind::sequence};
        while (more() && source[at] != U'|' && source[at] != U')') all.parts.push_back(repeated());
        return all;
    }

    PatternNode repeated() {
        PatternNode one = single();
        while (more()) {
            const auto times = repeats();
            if (!times) break;
            if (one.kind == Kind::repeat && !take(U'?')) fail("a repetition of a repetition");
            take(U'?');  // as few as possible: the same for a whole match
            if (next_is(U'+')) fail("possessive repetitions");
            PatternNode outer{.kind = Kind::repeat, .least = times->first, .most = times->second};
            outer.parts.push_back(std::move(one));
            one = std::move(outer);
        }
        return one;
    }

    std::optional<std::pair<int, int>> repeats() {
        if (take(U'*')) return std::pair{0, -1};
        if (take(U'+')) return std::pair{1, -1};
        if (take(U'?')) return std::pair{0, 1};
        if (!next_is(U'{')) return std::nullopt;
        const std::size_t before = at++;
        const auto least = number();
        auto most = least;
        if (take(U',')) most = next_is(U'}') ? std::optional(-1) : number();
        if (!least || !most || !take(U'}')) {
            at = before;  // a brace that counts nothing is a letter
            return std::nullopt;
        }
        if (*least > most_repeats || *most > most_repeats) fail("more than 1000 repetitions");
        if (*most >= 0 && *most < *least) fail("a repetition with its bounds crossed");
        return std::pair{*least, *most};
    }

    std::optional<int> number() {
        int value = 0;
        const std::size_t from = at;
        for (; more() && source[at] >= U'0' && source[at] <= U'9'; ++at)
            value = std::min(value * 10 + static_cast<int>(source[at] - U'0'), most_repeats + 1);
        return at > from ? std::optional(value) : std::nullopt;
    }

    PatternNode single() {
        const char32_t letter = source[at++];
        switch (letter) {
            case U'(': return group();
            case U'[': return letters(set());
            case U'.': return letters({{{U'\n', U'\n'}, {U'\r', U'\r'}}, true});
            case U'^': return {.kind = Kind::start};
            case U'$': return {.kind = Kind::end};
            case U'*':
            case U'+':
            case U'?': fail("a repetition of nothing"); return {};
            case U'\\': return escaped();
            default: return letters(only(letter));
        }
    }

    PatternNode letters(Class one) const {
        if (ignore_case) {
            const auto ranges = one.ranges;
            for (const auto& [from, to] : ranges) add_other_case(one, from, to);
        }
        merge(one.ranges);
        return {.kind = Kind::letter, .letters = std::move(one)};
    }

    PatternNode group() {
        if (take(U'?') && !take(U':') && !take_name()) fail("looking ahead or behind, or flags within the pattern");
        PatternNode inner = alternatives();
        if (!take(U')')) fail("a ( without its )");
        return inner;
    }

    // The "<year>" of a group that has a name.
    bool take_name() {
        const std::size_t end = source.find(U'>', at);
        if (!next_is(U'<') || end == std::u32string::npos || end == at + 1) return false;
        const Class fit = word_letters();
        const auto name = std::u32string_view(source).substr(at + 1, end - at - 1);
        if (!std::ranges::all_of(name, [&](char32_t letter) { return fit.has(letter); })) return false;
        at = end + 1;
        return true;
    }

    PatternNode escaped() {
        if (!more()) return fail("a \\ at the end"), PatternNode{};
        if (take(U'b')) return {.kind = Kind::boundary};
        if (take(U'B')) return {.kind = Kind::no_boundary};
        if (take(U'A')) return {.kind = Kind::start};
        if (take(U'z') || take(U'Z')) return {.kind = Kind::end};
        return letters(escape());
    }

    // What stands after a \ in or out of a set.
    Class escape() {
        const char32_t letter = source[at++];
        switch (letter) {
            case U'd': return digits();
            case U'D': return all_but(digits());
            case U'w': return word_letters();
            case U'W': return all_but(word_letters());
            case U's': return blanks();
            case U'S': return all_but(blanks());
            case U't': return only(U'\t');
            case U'n': return only(U'\n');
            case U'r': return only(U'\r');
            case U'f': return only(U'\f');
            case U'v': return only(U'\v');
            case U'0': return only(0);
            case U'x': return only(hexadecimal(2));
            case U'u': return only(hexadecimal(4));
            case U'p': return category();
            case U'P': return all_but(category());
            default: break;
        }
        const bool named = (letter >= U'a' && letter <= U'z') || (letter >= U'A' && letter <= U'Z');
        if (letter >= U'1' && letter <= U'9') fail("references to groups");
        else if (named) fail("the escape \\" + std::string(1, static_cast<char>(letter)));
        return only(letter);
    }

    // The "{Lu}" after \p.
    Class category() {
        const std::size_t end = source.find(U'}', at);
        const auto known = next_is(U'{') && end != std::u32string::npos
                               ? letters_of(std::u32string_view(source).substr(at + 1, end - at - 1))
                               : std::nullopt;
        if (!known) return fail("a category of letters other than L, Lu, Ll, N and Nd"), Class{};
        at = end + 1;
        return *known;
    }

    char32_t hexadecimal(int figures) {
        char32_t value = 0;
        for (int i = 0; i < figures; ++i) {
            const char32_t letter = more() ? source[at++] : U'?';
            if (letter >= U'0' && letter <= U'9') value = value * 16 + (letter - U'0');
            else if (letter >= U'a' && letter <= U'f') value = value * 16 + (letter - U'a' + 10);
            else if (letter >= U'A' && letter <= U'F') value = value * 16 + (letter - U'A' + 10);
            else fail("a letter by its number, which is no number");
        }
        return value;
    }

    Class set() {
        Class all;
        all.negated = take(U'^');
        bool first = true;
        while (more() && (first || source[at] != U']')) {
            first = false;
            const Class from = member();
            all.sure = std::max(all.sure, from.sure);
            if (!next_is(U'-') || at + 1 >= source.size() || source[at + 1] == U']') {
                std::ranges::copy(positive(from), std::back_inserter(all.ranges));
                continue;
            }
            ++at;
            const Class to = member();
            const bool range = from.ranges.size() == 1 && to.ranges.size() == 1 && !from.negated && !to.negated;
            if (range && from.ranges[0].first <= to.ranges[0].second) all.ranges.emplace_back(from.ranges[0].first, to.ranges[0].second);
            else fail("a range in a set with its ends crossed");
        }
        if (!take(U']')) fail("a [ without its ]");
        return all;
    }

    Class member() {
        if (!more()) return fail("a [ without its ]"), Class{};
        if (take(U'\\')) {
            if (!more()) return fail("a \\ at the end"), Class{};
            if (take(U'b')) return only(U'\b');
            return escape();
        }
        if (source[at] == U'[' && at + 1 < source.size() && source[at + 1] == U':') fail("named classes");
        return only(source[at++]);
    }

    std::u32string source;
    std::size_t at = 0;
    int depth = 0;
    bool ignore_case = false;
    std::string fault;
};

}  // namespace

std::expected<PatternNode, std::string> parse_pattern(std::string_view source) { return Parser(code_points(source)).parse(); }

std::u32string code_points(std::string_view text) {
    std::u32string points;
    points.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        const std::size_t length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF8 ? 4 : 1;
        char32_t point = length == 1 ? first : first & (0x7Fu >> length);
        std::size_t taken = 1;
        for (; taken < length && i + taken < text.size(); ++taken) {
            const auto next = static_cast<unsigned char>(text[i + taken]);
            if ((next & 0xC0u) != 0x80u) break;
            point = (point << 6) | (next & 0x3Fu);
        }
        points += taken == length ? point : char32_t{first};
        i += taken == length ? length : 1;
    }
    return points;
}

}  // namespace needlewise
