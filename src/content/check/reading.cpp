#include "content/check/reading.h"

#include <string>

namespace needlewise {

namespace {

constexpr std::string_view explained = "microneedling";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || c == '\''; }
bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }
bool ends_sentence(char c) { return c == '.' || c == '!' || c == '?' || c == ':' || c == ';'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

int syllables_in(std::string_view word) {
    if (word == explained) return 2;
    int groups = 0;
    for (std::size_t i = 0; i < word.size(); ++i) groups += is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1]));
    const bool silent = word.ends_with("e") && !word.ends_with("le") && word.size() > 2 && !is_vowel(word[word.size() - 2]);
    const bool silent_ed = word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded") && word.size() > 3;
    groups -= silent || silent_ed;
    return groups > 0 ? groups : 1;
}

// Collects one text; `flush_word` after every run of letters, `flush_sentence` after every end.
struct Counter {
    Reading reading;
    std::string word;
    int words_in_sentence = 0;

    void flush_word() {
        if (word.empty()) return;
        reading.syllables += syllables_in(word);
        ++reading.words;
        ++words_in_sentence;
        word.clear();
    }

    void figure() {  // "3 weeks"
        reading.words += 2;
        reading.syllables += 2;
        words_in_sentence += 2;
    }

    void flush_sentence() {
        flush_word();
        if (words_in_sentence > 0) ++reading.sentences;
        words_in_sentence = 0;
    }
};

}  // namespace

void Reading::add(const Reading& other) {
    sentences += other.sentences;
    words += other.words;
    syllables += other.syllables;
}

double Reading::grade() const {
    if (words == 0 || sentences == 0) return 0;
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
}

Reading read_ease(std::string_view text) {
    Counter counter;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = lower(text[i]);
        if (c == '{') {
            counter.flush_word();
            const std::size_t close = text.find('}', i);
            if (close == std::string_view::npos) break;
            counter.figure();
            i = close;
        } else if (is_letter(c) || (is_beyond_ascii(c) && !counter.word.empty())) {  // don’t, naïve
            counter.word += c;
        } else if (ends_sentence(c)) {
            counter.flush_sentence();
        } else {
            counter.flush_word();
        }
    }
    counter.flush_sentence();
    return counter.reading;
}

}  // namespace needlewise
