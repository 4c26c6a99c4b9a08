// What the files in assets/ become. Plain values; loading and checking them is the work of src/content.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/clinic.h"
#include "core/country.h"
#include "core/form/questionnaire.h"
#include "core/problem.h"
#include "core/words.h"

namespace needlewise {

struct Form;  // core/form/filling.h

// What a number or statement rests on. Judgement and convention are always shown as such.
enum class Basis { evidence, convention, judgement, clinic };

// A named figure or range. `typical` alone is a single figure; `low` and `high` a range.
struct Number {
    std::optional<double> low, typical, high;
    std::optional<double> usual() const { return typical ? typical : low ? low : high; }
    std::string unit;  // a key part of unit.<unit>.*: week, day, hour, session, percent, of-100, …; "" for a bare figure
    Basis basis = Basis::evidence;
    std::vector<std::string> sources;
    Date reviewed{};  // when somebody last checked it against its sources
    std::string at_least = {},
                at_most = {};  // another number that its usual figure never falls below, or never passes; a pack may set that one
    friend bool operator==(const Number&, const Number&) = default;
};

// A record of the evidence: a sourced fact, a trial arm, or a project judgement.
struct Source {
    std::string id, statement, citation, reference, url, level, population;
    std::optional<int> year;
    bool checked = false;    // read in the source or its abstract
    bool secondary = false;  // read in a copy, report or summary
    bool judgement() const { return level.starts_with("project judgement"); }
};

// ---- Rules -------------------------------------------------------------------------------------------------------

enum class FindingAction { stop, ask, wait, tell };  // worst first

// What a finding is about: the person wherever they are treated, or the skin of the area they named.
enum class Scope { person, area };

// `since + typical (else low) weeks of the number` is the earliest date. Without a date answer the earliest that may be named is
// counted from today: whatever was done, it was done by then. A wait that is over gives no finding.
struct Wait {
    std::string since;   // linkId of a date question
    std::string number;  // in weeks or days
};

struct Rule {
    std::string id;  // words: finding.<id>.title, .reason, .next; .headline of a stop and of what holds everything up
    FindingAction action = FindingAction::tell;
    Scope scope = Scope::person;
    bool until_changed = false;  // of an ask: its record says not to treat until something has changed
    bool doctor_first = false;   // of an ask: its words send the person to a doctor or another specialist before the clinic
    std::string test_first;      // of an ask: number in weeks that a test area is watched before the first session; empty: none
    Conditions when;
    std::optional<Wait> wait;
    std::vector<std::string> sources;
};

// Answers that lead to no finding, and why: so that a finding that is lost is noticed.
struct NoFinding {
    std::string question;
    std::vector<std::string> options;
};

// ---- Course and improvement --------------------------------------------------------------------------------------

// A plan that studies used, or clinics: sessions with the gap that went with them. Figures of different protocols are never
// combined with one another.
struct Protocol {
    std::string sessions;  // number with one figure
    std::string interval;  // number in weeks
    std::string duration;  // number in weeks, where a plan goes by time; empty: from the first session to the last
    std::vector<std::string> sources;
};

// The first course whose conditions hold is the person's course. Number names point into Content::numbers.
struct CourseRule {
    std::string id;
    Conditions when;
    Basis basis = Basis::evidence;    // convention: "clinics commonly plan this; studies are too few"
    std::vector<Protocol> protocols;  // dates count with the first
    std::string sessions, interval;   // numbers a clinic may set: its plan then takes the place of the protocols; else empty
    std::string judge_after;          // number in weeks after the last session
    std::string judge_from_start;     // number in weeks after the first session, where studies judged by that; else empty
    std::string improvement;          // id of an ImprovementRule
};

enum class Certainty { none, very_low, low };

struct Caveat {  // words: improvement.<rule>.caveat.<id>
    std::string id;
    Conditions when;
};

// What studies saw. Without a number (`scale` empty) the page says why, key improvement.<id>.reason.
struct ImprovementRule {
    std::string id;
    std::string scale;          // words: scale.<scale>; empty: no number may be shown
    std::string mean;           // number as fraction 0-1 (typical, or a range without a mean); empty when a curve gives it
    std::string curve;          // number pair "<curve>.emax" and "<curve>.tau": E(k) = emax (1 - exp(-k / tau))
    std::string interval;       // number: where the average of a new study would lie
    std::string individual_sd;  // number: spread between people; 8 in 10 within mean ± 1.2816 sd
    std::string conservative;   // number: the conservative line, or a share of the mean when conservative_is_share
    bool conservative_is_share = false;
    std::string responders;  // number of 100 people, low typical high
    Certainty certainty = Certainty::none;
    std::vector<Caveat> caveats;            // for people whom the studies did not include
    std::vector<std::string> also;          // further text keys with their own scales, shown beside the main figure
    std::vector<std::string> null_studies;  // text keys of studies that found little or nothing; always shown
    std::vector<std::string> sources;
};

enum class Effect { better, same, less, caution, more_sessions, fewer_sessions };

struct Driver {  // an answer that moved the course or the expected result, in ordinal words only: driver.<id>
    std::string id;
    Conditions when;
    Effect effect = Effect::same;
    std::vector<std::string> sources;
};

// ---- Healing, aftercare, visit -----------------------------------------------------------------------------------

enum class Sign { redness, swelling, flaking, bruising };

// How strongly a sign shows: 0 none to 3 marked.
inline constexpr int strongest_level = 3;

// The level of each sign on each of HealingModel::days, for a work depth band.
struct HealingBand {
    std::string id;
    std::map<Sign, std::vector<int>> levels;
};

struct HealingPhase {  // below the surface; words: phase.<id>.title, .detail
    std::string id;
    double from_h = 0, until_h = 0;
    std::vector<std::string> sources;
    std::string figure = {};
};

// How far one part of the picture below the surface shows, 0 to 1, at rising hours after one session. Words: part.<id>.name
struct HealingPart {
    std::string id;  // one of healing_parts
    std::vector<double> hours, levels;
    Basis basis = Basis::judgement;
    std::vector<std::string> sources;
};

inline constexpr std::string_view healing_parts[] = {"channels",     "clot",         "immune-cells",
                                                     "repair-cells", "new-collagen", "collagen-bundles"};

struct HealingStage {  // what is known of most people from this hour to the next stage; words: stage.<id>
    std::string id;
    double from_h = 0;
};

// A mark that a person came with, in the picture from outside: a part of it, shown when the conditions hold. Two of one part: either.
struct DrawnMark {
    std::string part;
    Conditions when;
};

// The picture from outside for these areas. Words: moment.place.<figure>, moment.shows.<figure>
struct SurfacePicture {
    std::string figure;
    std::vector<std::string> areas;  // codes of the answers to the question about the area
    std::vector<DrawnMark> marks;
};

// The days of red or flaky skin that an answer to the question about it leaves room for; none where it names no end.
struct DowntimeAnswer {
    std::string code;
    std::optional<int> days;
};

struct HealingModel {
    std::vector<int> days;
    std::vector<HealingBand> bands;
    std::vector<std::string> sources;
    struct Choice {  // first that holds: which bands are typical and slower for a person
        Conditions when;
        std::string typical, slower;
    };
    std::vector<Choice> choices;
    std::vector<HealingPhase> phases;
    std::vector<HealingPart> section;
    std::vector<HealingStage> stages;           // the first from 0
    std::vector<double> moments;                // hours after the session, rising: the steps of the time machine
    std::vector<SurfacePicture> pictures = {};  // the first that draws a mark of the person, else the first for their area, else the first
    std::vector<DowntimeAnswer> downtime = {};
    Conditions heals_slowly = {};  // who may heal more slowly than is usual; empty: nobody
};

enum class Care { act, avoid, ask };  // do it in this time, leave it for this time, or the clinic sets the time

struct AftercareRule {  // words: aftercare.<id>.title, .detail; for what is left, .name and, where it starts again, .again; for ask .name
    std::string id;
    Care kind = Care::avoid;
    Conditions when;  // the first rule of an id that holds is used, so a stricter variant stands first
    double from_h = 0;
    std::optional<double> until_h;  // open end when absent
    Basis basis = Basis::judgement;
    std::vector<std::string> sources;
    std::string figure = {};
    std::vector<std::string> areas = {};  // holds when one of these is treated, or no area is named; empty: wherever
    std::vector<Sign> calm = {};          // of an avoid: it also lasts until these have gone in slower healing
};

struct VisitStep {  // words: visit.<id>.title, .what, .feel, .why; of one that stands instead of another those that differ
    std::string id;
    Conditions when = {};              // of one that stands instead of another
    std::string minutes;               // number; empty: nobody can say, only of one that stands instead of another
    std::vector<std::string> figures;  // the person, then what happens in the skin
    std::vector<VisitStep> instead;    // the first that holds takes the place of the step, and has such steps itself
};

struct RedFlag {  // words: redflag.<id>.look, .do; .when in place of the hours, optional
    std::string id;
    std::string urgency;  // emergency, same-day, clinic: words urgency.<urgency>
    double from_h = 0;
    std::optional<double> until_h;
    std::vector<std::string> sources;
    std::vector<std::string> emergency_with = {};  // findings of a person for whom it is an emergency
};

// A question of the seed article: words learn.<id>.title, .intro, .clinic ("clinics commonly say"), .studies
// ("studies found"), .more; each paragraph key may be followed by .2, .3 …
struct Topic {
    std::string id;
    std::string figure;
};

// Of the check of understanding: words check.<id>.question, .topic (what to talk about when it was missed), and for each option
// check.<id>.<option> and .feedback.
struct CheckQuestion {
    std::string id;
    std::vector<std::string> options;
    std::string right;  // one of them
    std::vector<std::string> sources;
};

struct Alternative {  // words: alternative.<id>.name and alternative.<id>.<row> for each row
    std::string id;
    Conditions when;  // for whom it is one
};

// Score bands of the Fitzpatrick questionnaire: the first band whose upper limit is not exceeded.
struct PhototypeBand {
    int upto = 0;
    int type = 1;
};

struct PhototypeModel {
    std::vector<std::string> items;  // linkIds whose option ordinals are summed
    std::vector<PhototypeBand> bands;
    std::vector<PhototypeBand> other_bands = {};  // of another published form of the same questions; none: there is no other
};

// ---- All of it ---------------------------------------------------------------------------------------------------

struct Content {
    std::vector<std::string> languages;  // codes of the languages there are words of; the shell says which
    Questionnaire questionnaire;
    PhototypeModel phototype;
    std::vector<Rule> rules;
    std::vector<NoFinding> no_findings;
    std::map<std::string, Number, std::less<>> numbers;
    std::vector<CourseRule> courses;
    std::vector<ImprovementRule> improvements;
    std::vector<Driver> drivers;
    HealingModel healing;
    std::vector<AftercareRule> aftercare;
    std::vector<VisitStep> visit;
    std::vector<RedFlag> red_flags;
    Countries countries;
    Whereabouts where;  // as `put_country` says
    std::vector<Topic> topics;
    std::vector<Alternative> alternatives;
    std::vector<std::string> alternative_rows;
    std::vector<CheckQuestion> check;
    std::map<std::string, Source, std::less<>> sources;
    std::map<std::string, std::vector<std::string>, std::less<>> statements;  // text key -> source ids
    std::set<std::string, std::less<>> figures;  // ids of the pictures there are; empty when they were not looked for
    std::optional<Clinic> clinic;                // whose pack this content has in it; none: the content as the project ships it
    std::shared_ptr<const Form> form;            // anybody's questionnaire; null: none was asked for
    bool form_after = false;                     // it comes after the consultation, not instead of it
    Problems form_problems;                      // why one that was asked for cannot be used
    bool begins_with_form() const { return !form_after && (form || !form_problems.empty()); }  // in the place of the consultation
    Problems pack_problems;                                    // of the pack that was asked for, for those who look after it
    bool settings = true;                                      // offered to the person; a clinic's page that embeds this turns them on
    bool clinic_languages = false;                             // the clinic names those people choose among
    bool gallery = false;                                      // the page with every component can be opened: for those who work on them
    bool pack_refused = false;                                 // it could not be used: there is no clinic
    bool in_kiosk() const { return clinic && clinic->kiosk; }  // the clinic's pack makes this a shared tablet
    Words words;
    std::string version;  // of the content as a whole

    const Number* number(std::string_view name) const;  // nullptr when there is none of that name
};

// The union of two lists of source ids, in the order of first mention.
void add_sources(std::vector<std::string>& sources, const std::vector<std::string>& more);

}  // namespace needlewise
