// How hard English text is to read: the Flesch-Kincaid grade, from the lengths of sentences and words. It knows nothing of
// meaning; it is a smoke alarm, not a judge. Reading age is grade + 5.
#pragma once

#include <string_view>

namespace needlewise {

struct Reading {
    int sentences = 0, words = 0, syllables = 0;

    void add(const Reading& other);
    // 0.39 × words per sentence + 11.8 × syllables per word − 15.59; 0 without words.
    double grade() const;
    double age() const { return grade() + 5; }
};

// A sentence ends with . ! ? : ; or with the text. A name in braces counts as two short words ("3 weeks"). Syllables are
// groups of vowels, less a silent e; at least one a word. "Microneedling", which every page explains, counts as a short word.
Reading read_ease(std::string_view text);

}  // namespace needlewise
