// A Page says what is on the screen and nothing about pixels. Four readers use it and none knows the others: the canvas
// painter (src/ui), the document mirror (web/), the same document with a stylesheet, and the text printer (print.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/content.h"
#include "core/journey/actions.h"

namespace needlewise {

// Names a node on its page and stays the same while the page changes: a hash of the ids from the root to it.
using Key = std::uint32_t;

enum class Landmark { none, banner, main, navigation, contentinfo, form, region, alert, dialog, alertdialog };

// Colour and shape of a container, by meaning.
enum class Look {
    plain,  // no frame
    card,   // a raised surface
    stop,
    ask,
    wait,
    tell,
    good,      // callouts by severity
    note,      // sources, asides
    says,      // "clinics commonly say"
    found,     // "studies found"
    actions,   // the row of buttons that ends a page
    links,     // a list of cards that lead somewhere
    figures,   // key figures side by side (or below one another)
    beside,    // two children: a picture and the words it belongs to, side by side where there is room
    tabs,      // links to the parts of one thing
    segments,  // buttons of which one is pressed, joined
    stepper,   // less, the value, more
    toast,     // a short message, there until the next action
    columns,   // on paper in two columns; else as plain
    leaf,      // on paper what the person keeps, after what a clinician reads; else as plain
    ruled,     // on paper with lines to write on below it; else as plain
    machine,   // the healing time machine: the skin, the cut through it, what is seen, and the dock
    dock,      // a slider and its button; on a phone it stays over the page
    contents,  // the parts of one thing, tabs above the page or, where there is room, a list at its side
    rail,      // what is wanted while reading the rest: beside it where there is room, else where it stands
    caution,   // a callout in the colours of ask: what is urgent or at odds, and no question
    warning,   // a toast in the colours of caution: what went wrong
};

struct Section {
    Landmark landmark = Landmark::none;
    Look look = Look::plain;
    std::string label;
    std::optional<Action> escape = {};  // of a dialog: what Escape does
    bool folded = false;                // out of sight until its button opens it; in the text and on paper it is there
};
struct Heading {
    int level = 2;
    std::string text;
};

enum class Style { body, lead, small, eyebrow, figure };  // eyebrow: a short label above a heading; figure: a big key figure
struct Paragraph {
    std::string text;
    Style style = Style::body;
    std::string language = {};
};  // language only when it differs from the page's

struct List {
    bool ordered = false;
};  // children: ListItem nodes
struct ListItem {
    std::string text, language = {};
};  // may have children (paragraphs, links) after its text

// A question with options: fieldset with legend. level 1: the legend is the page's h1; 0: an ordinary label.
struct Choice {
    std::string link_id, legend, hint, error;
    int level = 0;
    bool multiple = false, required = false;
    bool compact = false;  // short answers, as many side by side as there is room for
    std::string map = {};  // a figure whose regions are the options: part `region-<code>`
};  // children: ChoiceOption nodes
struct ChoiceOption {
    std::string link_id, code, label, hint, figure;
    bool multiple = false, selected = false;
};

struct DateField {
    std::string link_id, label, hint, error;
    std::string value, min, max;  // ISO or empty
    int level = 0;                // as in Choice
    bool required = false;
};

// lines: room for several; whole, decimal: numbers; moment: a FHIR dateTime; time: "14:30:00".
enum class TextKind { line, lines, whole, decimal, secret, moment, time };

// Words or a number that the person types.
struct TextField {
    std::string link_id, label, hint, error;
    std::string value;
    TextKind kind = TextKind::line;
    int level = 0;  // as in Choice
    bool required = false;
};

enum class ButtonLook { primary, secondary, quiet, chip, fold };  // fold: a line as wide as the column that opens what follows
struct Button {
    std::string label;
    ButtonLook look = ButtonLook::secondary;
    Action action;
    std::optional<bool> expanded = {};  // a disclosure
    std::optional<bool> pressed = {};   // a toggle
    std::string description = {};       // said after the label, e.g. what a "source" chip belongs to; of a fold it is seen
    int level = 0;                      // of a fold: it heads what it opens
};

enum class LinkLook {
    text,
    card,
    primary,
    nav,
    tab,
    skip  // past the banner: not painted, the document shows it while it has the focus
};
// `path` leads to a page of ours, `url` outside, `field` to a field on this page (its node id); exactly one is set.
struct Link {
    std::string label, detail;
    std::string path, url, field;
    LinkLook look = LinkLook::text;
    bool current = false;
    std::string figure = {};
    std::string language = {};
};

// How far a part of a picture shows, from 0 to 1. assets/figures/README.md says what parts are.
struct Level {
    std::string part;
    double value = 0;
};

// A picture. Parts that `levels` does not name show as drawn.
struct Figure {
    std::string image, title, description;
    int tone = 0;  // the skin is drawn in this tone, 1 to 6; 0: as it is
    std::vector<Level> levels = {};
    bool moving = false;  // shows its motion when it comes into view, and again whenever `showings` changes
    int showings = 0;
    bool held = false;  // the motion is paused
    // A length in the picture with its number, "10 mm". `share`: of the width, above 0.
    struct Scale {
        double share = 0;
        std::string label;
    };
    std::optional<Scale> scale = {};
};

struct AxisMark {
    double at = 0;
    std::string label;
};

// One of `max` + 1 steps on a scale whose marks are not evenly spaced in what they mean.
struct Slider {
    std::string label, value_text;
    int value = 0, max = 1;
    bool answered = true;              // else it stands nowhere yet
    std::vector<AxisMark> marks = {};  // `at`: a step
    std::string link_id = {};          // of a question answered with a number: `first` and so many times `each`; empty: the time machine
    std::int64_t first = 0, each = 1;
};

// One of a list that a phone's own picker shows better than cards.
struct Select {
    struct Option {
        std::string value, label, language = {};  // language: of the label, when it is not the page's
    };
    enum class What { language, country, answer, compared };
    std::string label, value;
    std::vector<Option> options = {};
    What what = What::language;
    std::string link_id = {}, hint = {}, error = {};  // of an answer; compared: "first" or "second"
    bool required = false;
};

// `text` as a code that a camera reads.
struct QrCode {
    std::string title, description, text;
};

struct Progress {
    std::string label;
    int value = 0, max = 1;
};

// One bar per row, on a common axis; for `people`, each row's `typical` is so many of 100. Bands: `typical` within `slower`. A Table with
// the same data follows as a sibling.
enum class DayKind { session, judging, event };
struct BarRow {
    std::string label;
    double from = 0, typical = 0, slower = 0;
    std::string value_text;
    bool judgement = false;
    std::string figure = {};         // a small picture before its label
    bool avoid = false;              // a time to leave something, not to do it
    DayKind day = DayKind::session;  // of a calendar: only sessions are numbered
};
// curve: what rises and falls over time, without numbers
enum class ChartKind { timeline, visit, calendar, improvement, people, curve };
struct Chart {
    ChartKind kind = ChartKind::timeline;
    std::string title, description;
    std::vector<BarRow> rows;
    std::vector<AxisMark> marks;
    double from = 0, until = 1;
    struct Curve {
        std::string label;
        std::vector<double> points;  // 0 to 1, evenly from `from` to `until`
        bool passing = false;        // comes and goes: in another colour
    };
    std::vector<Curve> curves = {};
};

struct Table {
    std::string caption;
    bool matrix = false;  // choices side by side in columns of one width; on a phone a row's heading stands over its values
};  // children: TableRow nodes
struct TableRow {
    bool header = false;
};  // children: Cell nodes
struct Cell {
    std::string text;
    bool header = false;
    std::string language = {};
};  // header cells of a body row head the row

struct Status {
    std::string text;
};  // polite live region

using What = std::variant<Section, Heading, Paragraph, List, ListItem, Choice, ChoiceOption, DateField, Button, Link, Figure, Progress,
                          Chart, Table, TableRow, Cell, Status, Slider, Select, TextField, QrCode>;

struct Node {
    What what;
    std::string id = {};  // given to nodes somebody refers to: controls, disclosures, the h1
    std::vector<Node> children = {};
    Key key = 0;                // set by assign_keys
    std::string language = {};  // of texts that are not in the page's: name, hint and error, parted by "|"
};

struct Page {
    Place place;
    std::string title;  // of the document
    std::string language;
    bool from_the_right = false;  // as the language is written
    std::vector<Node> nodes;      // banner, main, contentinfo
};

// The page for this model. Pure: same content and model, same page.
Page make_page(const Content& content, const Model& model);

// Every node before its children, in reading order. Pointers live as long as the page is unchanged.
std::vector<const Node*> preorder(const Page& page);

const Node* find(const Page& page, Key key);
const Node* find_id(const Page& page, std::string_view id);
const Node* main_heading(const Page& page);  // the h1, or the field whose label is the h1

// The text a person hears or reads as the name of a node.
std::string_view name_of(const Node& node);
bool interactive(const Node& node);

// What happens when the person activates a node. `value`: "1"/"0" for an option switched on or off, "tap"
// for one switched on by a pointer on it, the ISO date for a date
// field, the step for a slider, the value for a select, the words for a text field, otherwise ignored. A dialog is closed. Nothing when the
// node does not react.
std::optional<Action> action_for(const Node& node, std::string_view value);

}  // namespace needlewise
