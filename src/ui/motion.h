// Transitions of hover, press and selection: the only state the painter keeps, by node key. Nothing here is needed to know
// what the page is; without it every change is at once.
#pragma once

#include <unordered_map>

#include "core/page.h"

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

struct UiState {
    std::unordered_map<Key, Motion> motions;
    std::unordered_map<Key, float> slid;  // how far a row of tabs was slid sideways, px
    void forget() {                       // when another page is shown
        motions.clear();
        slid.clear();
    }
};

struct Wanted {
    bool hover = false, press = false, on = false;
};

// A node seen for the first time starts where it wants to be, and so does everything under reduced motion.
Levels levels_of(UiState& state, Key key, const Wanted& wanted, double now, bool reduced, bool& moving);

}  // namespace needlewise::ui
