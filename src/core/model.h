// What the application remembers, and the only way it changes. Nothing here can be computed from something else.
#pragma once

#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "core/answers.h"
#include "core/content.h"

namespace needlewise {

enum class PageKind { home, question, review, result, learn, sources, about, help, gallery };  // gallery: every component, for developers

// Where the person is. `name` is the linkId of a question page, the part of the result ("" is the overview), the topic of
// a learn page ("" is the list); else empty.
struct Place {
    PageKind kind = PageKind::home;
    std::string name;
    friend bool operator==(const Place&, const Place&) = default;
};

// "", "questions/goal", "review", "result/course", "learn/pain", "sources", "about", "help": the fragment of the address.
std::string path_of(const Place& place);
// Home for anything that does not name a page of this content.
Place place_at(const Content& content, std::string_view path);

// The parts of the result in reading order: "", "course", "studies", "visit", "healing", "aftercare", "over-time", "compare", "questions".
const std::vector<std::string>& result_parts();

enum class Theme { system, light, dark };

struct Model {
    Answers answers;
    Place place;
    std::set<std::string> open;  // ids of the disclosures that are open on this page, e.g. "source:finding.toxin.reason"
    bool show_errors = false;    // the person tried to go on from this page
    Theme theme = Theme::system;
    int text_size = 100;                  // percent, one of text_sizes
    int moment = 0;                       // of the healing time machine: index in HealingModel::moments
    std::map<std::string, int> showings;  // how often a moving picture was asked for again, by image
    int session = 1;                      // of the course: whose healing the time machine shows
    bool held = false;                    // moving pictures are paused
    std::string notice;                   // text key of a short message, until the next action
    bool asks_to_start_over = false;      // the dialog is open
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
};  // code "true" or "false" for a yes-no question
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
struct SetTextSize {
    int percent = 100;
};
struct MoveTime {
    int moment = 0;
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

using Action = std::variant<OpenPage, Choose, EnterDate, Continue, Back, Toggle, SetTheme, SetLanguage, SetTextSize, MoveTime, ShowSession,
                            ShowAgain, HoldPictures, AskToStartOver, StartOver, FocusField>;

// ---- Commands: what the application shell must carry out -----------------------------------------------------------

struct ShowPage {};  // the place changed: new history entry, scroll to the top, focus the h1
struct Focus {
    std::string id;
};  // node id on the page
struct Announce {
    std::string text;
};  // politely

struct LoadLanguage {
    std::string code;
};  // and put its words in place of those there are

using Command = std::variant<ShowPage, Focus, Announce, LoadLanguage>;
using Commands = std::vector<Command>;

struct Updated {
    Model model;
    Commands commands;
};

Updated update(Model model, const Action& action, const Content& content);

}  // namespace needlewise
