#include "core/form/link_words.h"

#include <charconv>
#include <cstddef>

namespace needlewise {

namespace {

constexpr std::string_view figures = "0123456789ABCDEF";
constexpr char escape = '_', space = '-';

bool harmless(unsigned char byte) {
    constexpr unsigned char first_printed = 0x20, erase = 0x7f;
    return (byte >= first_printed && byte != erase) || byte == '\n' || byte == '\t';
}

// How many bytes follow the first byte of a character, and the least code it may stand for. Nothing for no first byte.
struct Form {
    std::size_t following;
    char32_t bits, least;
};
std::optional<Form> form_of(unsigned char byte) {
    if (byte < 0x80) return Form{0, byte, 0};
    if ((byte & 0xe0) == 0xc0) return Form{1, static_cast<char32_t>(byte & 0x1f), 0x80};
    if ((byte & 0xf0) == 0xe0) return Form{2, static_cast<char32_t>(byte & 0x0f), 0x800};
    if ((byte & 0xf8) == 0xf0) return Form{3, static_cast<char32_t>(byte & 0x07), 0x10000};
    return std::nullopt;
}

bool readable(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i++]);
        const auto form = form_of(first);
        if (!form || !harmless(first) || text.size() - i < form->following) return false;
        char32_t code = form->bits;
        for (std::size_t more = 0; more < form->following; ++more, ++i) {
            const auto byte = static_cast<unsigned char>(text[i]);
            if ((byte & 0xc0) != 0x80) return false;
            code = code << 6 | (byte & 0x3f);
        }
        if (code < form->least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return false;
    }
    return true;
}

}  // namespace

bool is_link_letter(char letter) {
    return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}

std::string link_words(std::string_view words) {
    std::string text;
    text.reserve(words.size());
    for (const char letter : words) {
        const auto byte = static_cast<unsigned char>(letter);
        if (is_link_letter(letter)) text += letter;
        else if (letter == ' ') text += space;
        else (text += escape, text += figures[byte >> 4], text += figures[byte & 15]);
    }
    return text;
}

std::optional<std::string> words_of_link(std::string_view text) {
    constexpr int base = 16;
    std::string words;
    words.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != escape) {
            words += text[i] == space ? ' ' : text[i];
            continue;
        }
        const std::string_view code = text.substr(i + 1, 2);
        unsigned byte = 0;
        const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), byte, base);
        if (error != std::errc{} || code.size() != 2 || end != code.data() + code.size()) return std::nullopt;
        words += static_cast<char>(byte);
        i += 2;
    }
    return readable(words) ? std::optional(std::move(words)) : std::nullopt;
}

}  // namespace needlewise
