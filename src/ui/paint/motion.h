// Transitions of hover, press and selection: the only state the painter keeps, by node key. Nothing here is needed to know
// what the page is; without it every change is at once.
#pragma once

#include <map>
#include <optional>

#include "core/pages/page.h"

namespace needlewise::ui {

class Channel {
public:
    explicit Channel(bool on) : from(on ? 1.0f : 0.0f), to(from) {}
    // 0 to 1 on its way to `on`, ease-out. `moving` becomes true when it has not arrived.
    float towards(bool on, double now, bool& moving);
    void jump(bool on) { from = to = on ? 1.0f : 0.0f; }

private:
    float from, to;
    double since = 0;
    float at(double now) const;
};

struct Levels {
    float hover = 0, press = 0, on = 0;
};

struct Motion {
    Channel hover{false}, press{false}, on;
};

// A picture that moves: which of its showings this is, how much of it was seen, and when that was.
struct Showing {
    int number = -1;
    double seen = 0, last = 0;
    bool over = true;
};

struct UiState {
    std::map<Key, Motion> motions;
    std::map<Key, Showing> showings;
    bool arrives = false;  // the page has just come
    double came = -1;      // when it was painted first; before, and for the very first page: -1
    bool painted = false;  // the very first page was: it does not come softly, since it may stand there already
    void forget() {        // when another page is shown
        motions.clear();
        showings.clear();
        arrives = true;
    }
};

// How much of a new page is seen, from 0 to 1, on its way in; all of it under reduced motion.
float arrival(UiState& state, double now, bool reduced, bool& moving);

struct WantedShowing {
    int number = 0;
    double seconds = 0;
    bool held = false, in_view = false;
};

// How much of its motion a picture has shown, from 0 to 1; nothing while it shows the still, which it does before and after
// and always under reduced motion.
std::optional<float> share_of(UiState& state, Key key, const WantedShowing& wanted, double now, bool reduced, bool& moving);

struct Wanted {
    bool hover = false, press = false, on = false;
};

// A node seen for the first time starts where it wants to be, and so does everything under reduced motion.
Levels levels_of(UiState& state, Key key, const Wanted& wanted, double now, bool reduced, bool& moving);

}  // namespace needlewise::ui
