// The plan in sentences: the one place that says what it is, on every page, on paper, in the calendar and to staff.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/assessment/calendar_days.h"
#include "core/pages/finding_words.h"

namespace needlewise {

// The answer itself: "Wait until 24 November 2026", "Not while you are pregnant". `found` is complete.
std::string headline_title(const Content& content, const Assessment& found);
std::vector<std::string> headline_lines(const Content& content, const Assessment& found);  // what belongs to it, a sentence or two each
std::string what_to_ask(const Content& content, const Assessment& found);  // of whoever is asked first; empty where it would be a list
Look headline_look(const Plan& plan);

// Above all findings, a key: who should not book reads no "Before you book".
std::string_view findings_title(const Plan& plan);
// How many sessions and when to judge, a sentence each: the answer at a glance. Nothing while there should be no session.
std::vector<std::string> answer_lines(const Content& content, const Assessment& found);

// Whether sessions make way for an event, so that the weeks from the first one to the day to judge are not those of the studies.
bool judged_later(const Course& course, const Plan& plan);

// "With 4 sessions: 11 January to 5 April." The plan has sessions.
std::string span_line(const Content& content, const Course& course, const Plan& plan);
// "3 to 4 sessions. With 4 sessions: 11 January to 5 April. Then judge the result on 28 June." The plan has sessions.
std::string dates_line(const Content& content, const Course& course, const Plan& plan);

// What the person can say to the clinic, when something is to be talked about first; else empty.
std::string words_for_the_clinic(const Content& content, const Assessment& found);

// What studies saw, with the cautious figure beside the average, or why there is no number. Empty while a question is open. The sources of
// its sentences become those of `citing`.
std::string studies_line(const Content& content, const Assessment& found, Writer* citing = nullptr);
// What went wrong in studies of the person's goal, a key; empty where they tell of nothing of its own.
std::string harm_key(const Content& content, const Assessment& found);
// Why the figures say less of this person, a sentence each, to stand after a sentence of what studies saw. Empty when nothing does.
std::string caveats_after(const Content& content, const Improvement& seen, Writer* citing = nullptr);
// How sure the studies of the person's goal are, and the key of a sentence that says so.
Certainty certainty_of(const Content& content, const Assessment& found);
std::string_view certainty_key(Certainty certainty);

// "40 to 60%" of two fractions; "40%" where they round to the same.
std::string percents(const Words& words, double low, double high);

// Why the days do not start when the person wants to: both days and the reason. Empty when they do, or without a wish.
std::string moved_line(const Content& content, const Plan& plan);
std::string later_line(const Content& content, const Plan& plan);  // the same under a title that names the earliest day

// What planning towards the event comes to, a sentence each; empty without one.
std::vector<std::string> event_lines(const Content& content, const Course& course, const Plan& plan);
std::string_view event_title(const Plan& plan);  // its text key, with {date}
bool event_can_be_met(const Plan& plan);         // or there is none

// "3 to 4 sessions, 4 weeks apart, 8 to 12 weeks in all".
std::string course_line(const Content& content, const Course& course);
std::string_view course_title(const Plan& plan);  // a key: nobody has a course of their own while they should not have one
std::string duration_of(const Content& content, const Course& course);  // "10 to 12 weeks", "3 to 6 months"

}  // namespace needlewise
