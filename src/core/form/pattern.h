// Regular expressions of forms (the extension regex), matched in time that grows with pattern times text and never beyond: no going
// back, whatever the pattern. Letters, classes, \p{L} and its like, groups, alternatives, repetitions, ^ $ \b, (?i) in front, and looking
// ahead from the beginning; looking ahead or behind elsewhere and references to groups are refused when the pattern is read.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace needlewise {

class Pattern {
public:
    // On failure why it cannot be used, in a few words.
    static std::expected<Pattern, std::string> read(std::string_view source);

    // Whether the whole text is of this form. Characters are code points; `text` is UTF-8.
    bool matches(std::string_view text) const;

    // Whether matching this text stays within a bounded time (some milliseconds).
    bool affordable(std::string_view text) const;

    // Whether letters of scripts not known here are in the pattern's classes (\p{L}) cannot be told.
    bool decides(std::string_view text) const;

    enum class Sure { of_all, of_letters, of_case };  // of which characters: core/form/pattern_letters.h
    struct Class {
        std::vector<std::pair<char32_t, char32_t>> ranges = {};  // in order and apart, once it is read
        bool negated = false;
        Sure sure = Sure::of_all;
        bool has(char32_t letter) const;
    };
    enum class Step { letter, split, jump, start, end, boundary, no_boundary, done };
    struct Instruction {
        Step step = Step::done;
        std::size_t first = 0, second = 0;  // where to go on; of a letter the class
    };

private:
    std::size_t instructions() const;  // of all its forms
    Sure least_sure() const;

    std::vector<Instruction> program;
    std::vector<Class> classes;
    std::vector<Pattern> also, never;  // what looks ahead from the beginning: forms of the whole text that must, or must not, fit as well
};

}  // namespace needlewise
