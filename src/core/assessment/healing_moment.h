// What one hour after a session is like: the state of the skin from outside and cut through, what may be done, what to
// watch for. The pages of the healing time machine are made from this.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/assessment/assessment.h"

namespace needlewise {

struct SignAt {
    Sign sign = Sign::redness;
    double typical = 0, slower = 0;  // levels, to strongest_level
};

struct PartAt {
    std::string part;
    double value = 0;  // 0 to 1
};

struct HealingMoment {
    double hours = 0;  // after the session
    int session = 1;
    std::vector<SignAt> signs;
    std::vector<PartAt> typical, slower;      // parts of the picture from outside, with the marks the person came with
    std::vector<PartAt> section;              // parts of the picture of the skin cut through
    std::vector<const HealingPhase*> phases;  // below the surface at this hour; never empty when the model has phases
    std::string stage;                        // id of the HealingStage; empty when the model has none
    std::vector<const Aftercare*> now;        // to do at this hour
    std::vector<const Aftercare*> again;      // was to be left, and need not be any more
    std::vector<const Aftercare*> still;      // to be left: its time is not over, or a sign it waits for still shows in slower healing
    std::vector<const Aftercare*> later;      // to do, and not yet time for it
    std::vector<const Aftercare*> ask;        // the clinic sets the time; only while something is still to be left or to come
    std::vector<const RedFlag*> red_flags;    // worst first
    double marks = 1;                         // how strongly these are drawn: 1 as they were
    bool next_is_due = false;                 // by this hour the next session of the course was to be
    std::vector<std::string> sources;         // of the levels
    bool judgement = false;                   // the levels are at least partly judgement
};

// How soon this sign needs help: an emergency for a person with one of the findings that make it so.
std::string_view urgency_of(const RedFlag& flag, const Assessment& found);

// Whether the time of an aftercare rule is over, not regarding signs it waits for.
bool over(const Aftercare& care, double hours);

// Pointers live as long as `content` and `found`. Hours before 0 count as 0, sessions outside the course as its nearest.
HealingMoment healing_at(const Content& content, const Assessment& found, double hours, int session = 1);

// A level as the nearest of those that have words: a sign that shows a little is never called none.
int whole_level(double level);

// The tone 1 to 6 in which pictures show a person's skin: the middle of the types still possible; none without an answer.
std::optional<int> tone_for(const Assessment& found);

// "redness": what texts and parts of pictures call a sign.
std::string_view sign_key(Sign sign);

}  // namespace needlewise
