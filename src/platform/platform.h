// The seam between the program and the machine it runs on. Everything here is in plain words and numbers: the platform
// knows neither pages nor answers. CMake picks one folder beside this file: web/ or desktop/.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

struct ImDrawList;

namespace needlewise::platform {

struct Screen {
    float width = 0, height = 0;  // of the visible part, in CSS px
    float pixel_ratio = 1;        // device pixels per CSS px
    float text_scale = 1;         // 1 to 2: how much larger than usual the person wants text
    bool fills = true;            // a short page is made as tall as the view; not where the view follows the page
};

struct Preferences {
    bool dark = false, high_contrast = false, reduced_motion = false;
};

// What the pointer and the keyboard are at, by key; 0 is nothing.
struct Interaction {
    std::uint32_t hovered = 0, pressed = 0, focused = 0;
    bool focus_visible = false;
};

struct Day {
    int year = 0;
    unsigned month = 0, day = 0;
};

enum class DeskKey { next, previous, up, down, left, right, page_up, page_down, home, end, activate, erase };

// What the program offers the platform. Calls come between frames, `frame` inside one; none overlap.
class Application {
public:
    Application() = default;
    Application(const Application&) = delete;
    Application& operator=(const Application&) = delete;
    virtual ~Application() = default;

    virtual void load(std::string_view name, std::string bytes) = 0;  // before start, see App::start
    virtual void start(std::string_view language, std::string_view path, Day today) = 0;
    virtual void today(Day day) = 0;
    virtual void tell(std::string_view what, std::string_view value) = 0;  // from the page around this one; core/journey/told.h lists them
    virtual void words(std::string_view language, std::string text) = 0;   // what request_words asked for; empty when it failed
    virtual void all_words(std::string_view language, std::string text) = 0;  // in place of those of the first pages
    virtual void more_content(std::string bundle) = 0;                        // what later pages rest on
    virtual void pictures(std::string bundle) = 0;                            // those of later pages, once the first is there

    virtual void resize(const Screen& screen) = 0;
    virtual void scroll(float top) = 0;
    virtual void prefer(const Preferences& preferences) = 0;

    virtual void event(std::uint32_t key, std::string_view value) = 0;  // the person activated this node
    virtual void interact(const Interaction& interaction) = 0;
    virtual void navigate(std::string_view path) = 0;  // back, forward, or an address typed in

    // Draws what is in view. Seconds until the next frame is wanted; negative: when something happens.
    virtual double frame(double now, ImDrawList& draw) = 0;

    // A computed picture as rows of red, green, blue and alpha, for pages that nothing is painted on; empty when there is no such picture.
    virtual std::span<const std::byte> picture(std::string_view image, int width, int height) = 0;

    // Raw input, on the desktop only; on the web the document has turned it into events already.
    virtual void pointer(float x, float y, bool down) = 0;
    virtual void wheel(float distance) = 0;
    virtual void press(DeskKey key) = 0;
    virtual void type(std::string_view text) = 0;
};

// Starts the platform and hands it the program. Returns at once on the web, at the end on the desktop.
int run(Application& application, std::span<char* const> arguments);

// How the document would set a text: the widths of its widest and of its last line, and how many there are.
struct TextBlock {
    float width = 0, last_width = 0;
    std::uint32_t lines = 0;
};

struct TextWish {
    float size = 0, line_height = 0, width = 0;  // CSS px; width 0: as wide as it is, negative: as narrow as its words allow
    bool semibold = false;
    std::string_view language;
};

// Whether there is a document, whose native inputs stand over the canvas and which shows what cannot be painted: on the web, not in a
// window of our own.
bool has_document();

// Whether anybody sees what is painted: not while the document shows the page itself.
bool paints();

// Answered at once. The desktop has no document and is not asked.
TextBlock set_text(std::string_view text, const TextWish& wish);

// ---- What the program asks for. Carried out after the frame, in this order ------------------------------------------

void publish(std::span<const std::byte> page);  // the page as records (web/records.mjs); the desktop needs none
void show_path(std::string_view path, std::string_view title, bool replace);  // a new entry in the history, or the same one
void focus(std::uint32_t key);                                                // once the page that holds it has been published
void announce(std::string_view text);                                         // politely, to those who listen
void request_words(std::string_view language);                                // see Application::words
void need_rest();  // the page that is about to be made says what may be on its way yet: then the web stops here and comes again
void open_link(std::string_view url);  // the web opens links itself
// What only the surroundings can do: print; save (a file of this name); copy; keep (the answers in `text`, in this tab; none: nothing;
// `name`: sent_words of them); draft (`name`: keep or forget, on this device); keep-nothing (of anybody, from now on); wipe
// (all they keep of this person); scroll (by the px in `name`, so that what has the focus stays in view where it was); load-again (the
// page); erase (the pen's lines on a slide); go-on (after a moment, with the number in `name`); hold-pin (`name` were wrong, for the
// seconds in `text`); or be told: clinic, checked (what was found of a pack or form, in `text`), photo (the address of one in a form in
// `text`, by its `name`), step (the path in `name`), finish, send (the answers in `text`), language and country (the code in `name`) once
// they are in use.
void request(std::string_view what, std::string_view name = {}, std::string_view text = {});

}  // namespace needlewise::platform
