// Healing in sentences: the one place that says how long a sign lasts and how long to leave a thing, on every page, on paper and to staff.
#pragma once

#include <string>
#include <vector>

#include "core/pages/parts.h"

namespace needlewise {

// "48 h", "2 wk", "3 mo": what fits below a mark of an axis.
std::string short_time(const Content& content, double hours);

// "usually gone in 5 days, in slower healing in 7 days".
std::string sign_span(const Content& content, const SignCourse& sign);

// "Redness: usually gone in …." for a sign of the timeline; empty when it has none.
std::string sign_sentence(const Content& content, const Assessment& found, Sign sign);
// Of redness and of flaking, a sentence each: what others can see.
std::vector<std::string> seen_sentences(const Content& content, const Assessment& found);
// What of that is not known of a course's concern, a text key; empty: nothing, or no course.
std::string healing_caveat(const Content& content, const Course* course);
// All of it as one text, with its sources.
std::string seen_text(const Content& content, Writer& card, const Assessment& found);

// The days the person can manage against those to expect. Empty without an answer.
// Whether the person named skin that no advice for aftercare was written for: it speaks of the face, and of the scalp there are words of
// their own.
bool beyond_the_face(const Answers& answers);
std::vector<std::string> downtime_lines(const Content& content, const Assessment& found);

// "for the first 7 days, and then while the skin is red, flaking or sore".
std::string care_span(const Content& content, const Aftercare& care);

// That sessions come closer together than some of these times last. Empty when they do not.
std::string sessions_overlap(const Content& content, const Assessment& found);

}  // namespace needlewise
