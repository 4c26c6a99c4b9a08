// Everything a person can do, and what their surroundings can tell.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>

#include "core/journey/model.h"

namespace needlewise {

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
struct LoadAgain {};  // the page as a whole, for what did not arrive
struct AskToSend {
    bool asked = true;
};  // shows exactly what would go, or closes that
struct AskedDone {
    std::string what;  // copy, save, draft, tab: kept for a reload
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
                            DeleteDraft, SaveFile, CopyLink, AskedDone, PrintPage, LoadAgain, AskToSend, SendAnswers, SendEnded, Connect,
                            Present, Turn, Draw, ClearDrawing, Unlock, PinWaitEnded, CountPins, Lock, Idle, Wipe>;

}  // namespace needlewise
