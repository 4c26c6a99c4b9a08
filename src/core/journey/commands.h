// What the application shell must carry out.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace needlewise {

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
struct LoadPage {};   // again
struct SendAway {};   // the answers as FHIR, to whoever said it takes them
struct KeepInTab {};  // what this tab keeps follows the answers
struct KeepDraft {};  // the draft on this device follows them, or goes when there is none
struct Forget {};     // storage, history, fields, clipboard: whatever the surroundings hold of this person

struct EraseDrawing {};
struct HoldPin {
    int wrong = 0, seconds = 0;
};  // remember how many PINs were wrong in a row; after the seconds, if there are any, tell: PinWaitEnded

using Command = std::variant<ShowPage, GoOnSoon, Focus, Announce, LoadLanguage, UseCountry, Save, CopyAnswers, Print, SendAway, KeepInTab,
                             KeepDraft, Forget, EraseDrawing, HoldPin, LoadPage>;
using Commands = std::vector<Command>;

}  // namespace needlewise
