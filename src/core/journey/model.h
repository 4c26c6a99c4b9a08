// What the application remembers, and the only way it changes. Nothing here can be computed from something else.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "core/content.h"
#include "core/form/answers.h"
#include "core/form/response.h"

namespace needlewise {

enum class PageKind {
    home,
    question,
    review,
    result,
    learn,
    sources,
    about,
    accessibility,
    settings,
    help,
    staff,
    open,     // answers come in by a link
    form,     // of anybody's questionnaire: its start (""), a page of it by its number, "review" or "send"
    pack,     // what is wrong with the clinic's pack, for those who look after it
    gallery,  // every component, for developers
    missing   // an address that names no page
};

// Where the person is. `name` is the linkId of a question page, the part of the result ("" is the overview), the topic of
// a learn page ("" is the list), the page for staff ("" is their start), the address that names nothing; else empty.
struct Place {
    PageKind kind = PageKind::home;
    std::string name;
    friend bool operator==(const Place&, const Place&) = default;
};

// "", "questions/goal", "review", "result/course", "learn/pain", "sources", "about", "help": the fragment of the address.
std::string path_of(const Place& place);
// PageKind::missing for anything that does not name a page of this content.
Place place_at(const Content& content, std::string_view path);

struct Model;
// The page that is shown at the place where the person is. The one guard of everything that sounds like a result: while a question
// is open the review is shown in its stead, whatever the way in. The address names what is shown.
Place shown_place(const Content& content, const Model& model);

// The answers to Content::form, which must be there.
const Response& filling_of(const Content& content, const Model& model);

// Whether they can be handed out as completed: nothing is wrong, and nothing was typed that is no answer.
bool form_ready(const Content& content, const Model& model);

// Fields of Content::form among the others: the linkId in an action names the item by its pointer, and where it can have several answers
// the number of one. "form:/item/0#1".
struct FormField {
    std::string pointer;
    std::size_t number = 0;
};
std::string form_field(std::string_view pointer, std::optional<std::size_t> number = {});
std::optional<FormField> form_field_in(std::string_view link_id);

// Among the entries of the model: what is typed to become one more answer.
std::string entry_for(std::string_view link_id);

// The parts of the result in reading order: "", "course", "studies", "visit", "healing", "aftercare", "over-time", "compare", "questions",
// "check", "take". Two more belong to "take" and have no tab: "sheet", what is printed, and "send", what goes to the clinic.
const std::vector<std::string>& result_parts();

enum class Theme { system, light, dark };

// Answers on their way to the clinic: nothing goes before the person has seen what goes and said so.
enum class Sending { no, asked, under_way, sent, failed };

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

struct Model {
    Answers answers;
    Place place;
    std::optional<Response> filling;  // of Content::form; none: as it is at the start
    std::set<std::string> open;       // ids of the disclosures that are open on this page, e.g. "source:finding.toxin.reason"
    bool show_errors = false;         // the person tried to go on from this page
    int taps = 0;                     // on answers, so far
    std::optional<GoingOn> going_on;  // the page goes on by itself unless something else happens first
    std::optional<GoingOn> went_on;   // and did so: how the person came to this page, which can be undone
    Theme theme = Theme::system;
    int text_size = 100;                                      // percent, one of text_sizes
    int moment = 0;                                           // of the healing time machine: index in HealingModel::moments
    bool slower = false;                                      // it shows slower healing, not the usual
    bool playing = false;                                     // it goes on from moment to moment by itself
    bool calm = false;                                        // the person asked their device for less motion
    bool wide = true;                                         // the view has room for a table of many columns
    std::string compared[2];                                  // ids of the two choices that a narrow view compares; empty: the usual ones
    std::map<std::string, int> showings;                      // how often a moving picture was asked for again, by image
    int session = 1;                                          // of the course: whose healing the time machine shows
    bool held = false;                                        // moving pictures are paused
    std::string coming_language;                              // its words were asked for and are not here yet
    std::string notice;                                       // text key of a short message, until the next action
    bool asks_to_start_over = false;                          // the dialog is open
    std::map<std::string, std::string, std::less<>> entries;  // typed words that are no answer, by field: a link, the PIN
    std::map<std::string, std::string, std::less<>> checked;  // the option chosen in the check of understanding, by question
    std::optional<Answers> offered;                           // answers of a link, until the person says whether to take them
    bool offers_draft = false;                                // these are not of a link but of the draft
    std::string link_fault;                                   // text key of what is wrong with the link that was to be opened
    Answers samples;                                          // what was answered in the gallery
    int left_out = 0;                                         // answers of that link to questions or options that are not there
    std::optional<Draft> draft;                               // on this device
    bool can_draft = false;                                   // the browser can keep one, and this page stands by itself
    bool staff_was_here = false;                              // from then on nothing is kept
    std::string address;                                      // of this page, for links; empty: it has none
    Sending sending = Sending::no;
    bool sends_form = false;  // the answers to Content::form, not those of the consultation
    std::string send_error;   // why it failed, in the words of whoever could not deliver
    bool can_send = false;    // there is somewhere to send answers to
    bool presenting = false;  // staff show the pages on a tablet
    bool drawing = false;     // while presenting: the pointer draws over the page
    bool unlocked = false;    // kiosk: staff gave the PIN
    int wrong_pins = 0;       // in a row
    bool pin_waits = false;   // after several wrong ones: none is taken for a while
    int idle_left = 0;        // seconds until a kiosk clears everything; 0: somebody is there
    Date today{};
};

inline constexpr int text_sizes[] = {80, 100, 125, 150, 175, 200};

// ---- Actions: everything a person can do --------------------------------------------------------------------------

struct OpenPage {
    std::string path;
};
struct Choose {
    std::string link_id, code;
    bool on = true;
    bool tapped = false;  // with a pointer, on the answer itself: only then may the page go on by itself
};  // code "true" or "false" for a yes-no question
struct GoOn {
    int number = 0;
};  // the moment after a tap is over
struct UndoTap {};  // back to the question that went on by itself, with the answer it had before
struct EnterDate {
    std::string link_id, iso;
};  // empty, or not a day, clears
struct Continue {};  // go on from a question page or the review, or show what is missing
struct Back {};      // to the page before this one in the journey
struct Toggle {
    std::string id;
};  // a disclosure
struct SetTheme {
    Theme theme = Theme::system;
};
struct SetLanguage {
    std::string code;
};
struct SetCountry {
    std::string code;  // ISO 3166 alpha-2, or `another_country`
};
struct SetTextSize {
    int percent = 100;
};
struct MoveTime {
    int moment = 0;
};
struct ShowSlower {
    bool on = true;
};
struct CompareWith {
    bool second = false;  // in the place of the second of the two, else of the first
    std::string option;
};
struct PlayTime {
    bool on = true;
};  // through all moments once; where less motion is wanted, one moment on
struct StepTime {};  // while it plays: the next moment
struct PreferCalm {
    bool on = true;
};
struct ShowSession {
    int session = 1;
};
struct ShowAgain {
    std::string image;
};
struct HoldPictures {
    bool held = true;
};
struct AskToStartOver {
    bool asked = true;
};  // opens or closes the dialog
struct StartOver {};
struct FocusField {
    std::string link_id;
};  // node id of a field, from the error summary
struct EnterText {
    std::string link_id, text;
};  // an answer when a question has this linkId, else an entry
struct AddAnswer {
    std::string link_id;
};  // what was typed for it (`entry_for`) is one more answer, after those there are
struct MoveAnswer {
    std::string link_id;
    std::size_t number = 0;
};  // before the one that stands before it
struct DropAnswer {
    std::string link_id;
    std::size_t number = 0;
};
struct RepeatGroup {
    std::string field;  // link_id of any repetition, as `form_field` writes it
    bool more = true;   // another one; or this one taken out
};
struct ChooseCheck {
    std::string question, option;
};  // of the check of understanding
struct RedoCheck {};
struct OpenEntered {};  // the answers of the link that was typed or pasted
struct TakeOffered {
    bool taken = true;
};  // use the answers of a link in place of those there are, or leave them
struct TakeKept {
    std::string text;
    std::optional<Response> filling = {};  // of anybody's questionnaire
    bool unreadable = false;               // there was one, and it is none any more
};  // at the start: what this tab kept when it was loaded before
struct KeptEnded {};  // nobody changed anything for as long as answers are kept in a tab
struct FindDraft {
    std::string day, text;
};  // what is on this device, and the day it was kept on; empty: nothing, or not any more
struct KeepOnDevice {};  // from now on, as a draft
struct TakeDraft {};     // go on with the answers of the draft
struct DeleteDraft {};
struct SaveFile {
    std::string format;  // fhir, ics, text
};
struct CopyLink {};  // with the answers in it
struct PrintPage {};
struct AskToSend {
    bool asked = true;
};  // shows exactly what would go, or closes that
struct AskedDone {
    std::string what;  // copy, save, draft
    bool well = true;  // the browser or the person can refuse
};
struct SendAnswers {};
struct SendEnded {
    std::string error;  // empty: delivered
};
struct Connect {
    bool can_send = false;
};  // the page that embeds this one, or the clinic's pack, takes answers
struct Present {
    bool on = true;
};
struct Turn {
    int by = 1;
};  // while presenting: to the next page, or with -1 to the one before
struct Draw {
    bool on = true;
};
struct ClearDrawing {};
struct Unlock {};        // with the entry "pin"
struct PinWaitEnded {};  // the next PIN is looked at again
struct CountPins {
    int wrong = 0, seconds = 0;
};  // what the device remembers: wrong ones in a row, and for how long none is taken
struct Lock {};
struct Idle {
    int seconds_left = 0;
};  // nobody touched the kiosk for a while; 0: somebody is there again
struct Wipe {};  // everything the person did

using Action = std::variant<OpenPage, Choose, GoOn, UndoTap, EnterDate, Continue, Back, Toggle, SetTheme, SetLanguage, SetCountry,
                            SetTextSize, MoveTime, ShowSlower, CompareWith, PlayTime, StepTime, PreferCalm, ShowSession, ShowAgain,
                            HoldPictures, AskToStartOver, StartOver, FocusField, EnterText, AddAnswer, MoveAnswer, DropAnswer, RepeatGroup,
                            ChooseCheck, RedoCheck, OpenEntered, TakeOffered, TakeKept, KeptEnded, FindDraft, KeepOnDevice, TakeDraft,
                            DeleteDraft, SaveFile, CopyLink, AskedDone, PrintPage, AskToSend, SendAnswers, SendEnded, Connect, Present,
                            Turn, Draw, ClearDrawing, Unlock, PinWaitEnded, CountPins, Lock, Idle, Wipe>;

// ---- Commands: what the application shell must carry out -----------------------------------------------------------

struct ShowPage {
    bool replace = false;
};  // the place changed: new history entry (or the same one), scroll to the top, focus the h1
struct Focus {
    std::string id;
};  // node id on the page
struct GoOnSoon {
    int number = 0;
};  // tell when the moment is over: GoOn
struct Announce {
    std::string text;
};  // politely

struct LoadLanguage {
    std::string code;
};  // and put its words in place of those there are

struct UseCountry {
    std::string code;
};  // from now on: put_country

struct Save {
    std::string format;  // as SaveFile
};
struct CopyAnswers {};  // the link with the answers, to the clipboard
struct Print {};
struct SendAway {};   // the answers as FHIR, to whoever said it takes them
struct KeepInTab {};  // what this tab keeps follows the answers
struct KeepDraft {};  // the draft on this device follows them, or goes when there is none
struct Forget {};     // storage, history, fields, clipboard: whatever the surroundings hold of this person

struct EraseDrawing {};
struct HoldPin {
    int wrong = 0, seconds = 0;
};  // remember how many PINs were wrong in a row; after the seconds, if there are any, tell: PinWaitEnded

using Command = std::variant<ShowPage, GoOnSoon, Focus, Announce, LoadLanguage, UseCountry, Save, CopyAnswers, Print, SendAway, KeepInTab,
                             KeepDraft, Forget, EraseDrawing, HoldPin>;
using Commands = std::vector<Command>;

struct Updated {
    Model model;
    Commands commands;
};

// For how long no PIN is taken after so many wrong ones in a row: after every third longer than before.
int pin_wait(int wrong_pins);

Updated update(Model model, const Action& action, const Content& content);

}  // namespace needlewise
