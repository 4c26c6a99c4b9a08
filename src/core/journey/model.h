// What the application remembers. Nothing here can be computed from something else; core/journey/update.h changes it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/form/answers.h"
#include "core/form/response.h"
#include "core/journey/place.h"

namespace needlewise {

enum class Theme { system, light, dark };

inline constexpr int text_sizes[] = {80, 100, 125, 150, 175, 200};

// Answers on their way to the clinic: nothing goes before the person has seen what goes and said so.
enum class Sending { no, asked, under_way, failed };

// What the clinic has of the answers: nothing, nobody knows what (the last attempt failed), those that are there, or those before they
// were changed.
enum class Delivery { none, tried, whole, outdated };

// Answers that stay on this device when the tab closes, because the person asked for it.
struct Draft {
    std::optional<Answers> earlier = {};  // of another visit, until the person goes on with them; without: it follows the answers there are
    int left_out = 0;                     // of the earlier ones: answers to questions or options that are not there any more
    Date until{};                         // the last day
};

// A tap on an answer that goes on by itself, after a moment in which the answer is seen as chosen: which one, and what stood there.
struct GoingOn {
    std::string page, link_id;
    std::vector<Value> before;
    int number = 0;  // of the tap: a later one waits anew
};

// What the device and the page around the program are like. It outlives everything a person does, and the person.
struct Surroundings {
    Date today{};
    std::string address;       // of this page, for links; empty: it has none
    bool calm = false;         // the person asked their device for less motion
    bool wide = true;          // the view has room for a table of many columns
    bool can_send = false;     // there is somewhere to send answers to
    bool can_draft = false;    // the browser can keep one, and this page stands by itself
    bool tab_refused = false;  // the browser kept nothing when it was asked to, so a reload loses the answers
    int wrong_pins = 0;        // of a kiosk, in a row
    bool pin_waits = false;    // after several wrong ones: none is taken for a while
};

// A part of anybody's questionnaire that was taken out, which can be undone.
struct TakenOut {
    std::string field;  // where it stood, as `form_field` writes it
    std::string among;  // the field of the first of its like
    Response before;
};

// How a person wants to have it shown. It outlives their answers.
struct Preferences {
    Theme theme = Theme::system;
    int text_size = 100;          // percent, one of text_sizes
    std::string coming_language;  // its words were asked for and are not here yet
};

struct Model : Surroundings, Preferences {
    Place place;
    Answers answers;
    std::optional<Response> filling;                          // of Content::form; none: as it is at the start
    std::shared_ptr<const TakenOut> taken_out;                // of it, until the next change
    Answers samples;                                          // what was answered in the gallery
    std::map<std::string, std::string, std::less<>> entries;  // typed words that are no answer, by field: a link, the PIN

    // Of the page
    std::set<std::string> open;                               // ids of the disclosures that are open, e.g. "source:finding.toxin.reason"
    bool show_errors = false;                                 // the person tried to go on from it
    std::string notice;                                       // text key of a short message, until the next action
    bool asks_to_start_over = false;                          // the dialog is open
    std::optional<GoingOn> going_on;                          // it goes on by itself unless something else happens first
    std::optional<GoingOn> went_on;                           // and did so: how the person came to this page, which can be undone
    int taps = 0;                                             // on answers, so far
    std::map<std::string, int> showings;                      // how often a moving picture was asked for again, by image
    bool held = false;                                        // moving pictures are paused
    std::string compared[2];                                  // ids of the two choices that a narrow view compares; empty: the usual ones
    std::map<std::string, std::string, std::less<>> checked;  // the option chosen in the check of understanding, by question

    // Of the healing time machine
    int moment = 0;        // index in HealingModel::moments
    int session = 1;       // of the course: whose healing it shows
    bool slower = false;   // slower healing, not the usual
    bool playing = false;  // it goes on from moment to moment by itself

    // Answers that come in, are kept and go out
    std::optional<Answers> offered;  // of a link or the draft, until the person says whether to take them
    bool offers_draft = false;       // these are not of a link but of the draft
    int left_out = 0;                // of these: answers to questions or options that are not there
    std::string link_fault;          // text key of what is wrong with the link that was to be opened
    std::optional<Draft> draft;      // on this device
    Sending sending = Sending::no;
    bool sends_form = false;                                               // the answers to Content::form, not those of the consultation
    bool changed_on_the_way = false;                                       // these, since they were sent off
    std::string send_error;                                                // why it failed, in the words of whoever could not deliver
    Delivery delivered = Delivery::none, form_delivered = Delivery::none;  // of the consultation, of Content::form

    // Of staff and their tablet
    bool staff_was_here = false;  // from then on nothing is kept
    bool presenting = false;      // they show the pages
    bool drawing = false;         // while presenting: the pointer draws over the page
    bool unlocked = false;        // kiosk: they gave the PIN
    int idle_left = 0;            // seconds until a kiosk clears everything; 0: somebody is there
};

// The page that is shown at the place where the person is. The one guard of everything that sounds like a result: while a question
// is open the review is shown in its stead, whatever the way in. The address names what is shown.
Place shown_place(const Content& content, const Model& model);

// The answers to Content::form, which must be there.
const Response& filling_of(const Content& content, const Model& model);

// Whether nothing that the person can mend is wrong with them.
bool form_ready(const Content& content, const Model& model);

}  // namespace needlewise
