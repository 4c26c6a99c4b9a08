#include "ui/icons.h"

#include <imgui.h>

#include <array>
#include <cmath>
#include <numbers>
#include <span>

namespace needlewise::ui {

namespace {

constexpr float pi = std::numbers::pi_v<float>;

// A pen on a 24 × 24 grid.
class Pen {
public:
    Pen(ImDrawList& draw_, const Rect& square_, ImU32 colour_, ImU32 ground_, bool turned_)
        : draw(draw_), square(square_), colour(colour_), ground(ground_), turned(turned_) {}

    void line(std::span<const ImVec2> points, ImU32 ink, float wide = 2, bool closed = false) {
        for (const ImVec2 point : points) draw.PathLineTo(at(point.x, point.y));
        draw.PathStroke(ink, closed ? ImDrawFlags_Closed : ImDrawFlags_None, wide * unit());
        if (closed) return;
        disc(points.front().x, points.front().y, wide / 2, ink);  // round ends
        disc(points.back().x, points.back().y, wide / 2, ink);
    }
    void line(std::initializer_list<ImVec2> points, float wide = 2) { line(std::span(points.begin(), points.size()), colour, wide); }
    void cut(std::initializer_list<ImVec2> points, float wide = 2) { line(std::span(points.begin(), points.size()), ground, wide); }
    void disc(float x, float y, float r, ImU32 ink) { draw.AddCircleFilled(at(x, y), r * unit(), ink); }
    void disc(float x, float y, float r) { disc(x, y, r, colour); }
    void dot(float x, float y, float r) { disc(x, y, r, ground); }
    void ring(float x, float y, float r, float wide = 2) { draw.AddCircle(at(x, y), r * unit(), colour, 0, wide * unit()); }
    void arc(float x, float y, float r, float from, float until, ImU32 ink, float wide = 2) {
        draw.PathArcTo(at(x, y), r * unit(), turned ? pi - until : from, turned ? pi - from : until);
        draw.PathStroke(ink, ImDrawFlags_None, wide * unit());
    }
    void block(float x, float y, float w, float h, float r) {
        const float left = turned ? grid - x - w : x;
        draw.AddRectFilled(put(left, y), put(left + w, y + h), colour, r * unit());
    }
    void outline(float x, float y, float w, float h, float r, float wide = 2) {
        const float left = turned ? grid - x - w : x;
        draw.AddRect(put(left, y), put(left + w, y + h), colour, r * unit(), 0, wide * unit());
    }
    void polygon(std::span<const ImVec2> points) {
        for (std::size_t i = 0; i < points.size(); ++i) {  // clockwise, in the mirror too
            const ImVec2 point = points[turned ? points.size() - 1 - i : i];
            draw.PathLineTo(at(point.x, point.y));
        }
        draw.PathFillConvex(colour);
    }

    ImU32 colour_of_ground() const { return ground; }

private:
    static constexpr float grid = 24;
    float unit() const { return square.w / grid; }
    ImVec2 put(float x, float y) const { return {square.x + x * unit(), square.y + y * unit()}; }
    ImVec2 at(float x, float y) const { return put(turned ? grid - x : x, y); }

    ImDrawList& draw;
    Rect square;
    ImU32 colour, ground;
    bool turned;
};

void octagon(Pen& pen) {
    std::array<ImVec2, 8> corners;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const float angle = pi / 8 + static_cast<float>(i) * pi / 4;
        corners[i] = {12 + 11.5f * std::cos(angle), 12 + 11.5f * std::sin(angle)};
    }
    pen.polygon(corners);
    pen.cut({{12, 6.8f}, {12, 12.8f}}, 2.4f);
    pen.dot(12, 16.8f, 1.5f);
}

void question(Pen& pen) {
    pen.disc(12, 12, 11);
    pen.arc(12, 9.8f, 3.2f, -pi, pi * 0.42f, pen.colour_of_ground(), 2.2f);
    pen.cut({{12.9f, 12.9f}, {12, 14.2f}}, 2.2f);
    pen.dot(12, 17.6f, 1.4f);
}

void clock(Pen& pen) {
    pen.disc(12, 12, 11);
    pen.cut({{12, 6.2f}, {12, 12.2f}, {16, 14.4f}}, 2.2f);
}

void info(Pen& pen) {
    pen.disc(12, 12, 11);
    pen.dot(12, 7.2f, 1.5f);
    pen.cut({{12, 11.2f}, {12, 17.2f}}, 2.4f);
}

void external(Pen& pen) {
    pen.line({{11, 5}, {6, 5}, {5, 6}, {5, 18}, {6, 19}, {18, 19}, {19, 18}, {19, 13}});
    pen.line({{11.5f, 12.5f}, {20, 4}});
    pen.line({{14.5f, 4}, {20, 4}, {20, 9.5f}});
}

void calendar(Pen& pen) {
    pen.outline(3, 5, 18, 16, 3);
    pen.line({{3.6f, 10.5f}, {20.4f, 10.5f}});
    pen.line({{8, 3}, {8, 6.5f}});
    pen.line({{16, 3}, {16, 6.5f}});
    for (const float x : {8.0f, 12.0f, 16.0f}) pen.disc(x, 15.5f, 1.3f);
}

void phone(Pen& pen) {
    pen.outline(6, 2, 12, 20, 3);
    pen.line({{10.5f, 18.5f}, {13.5f, 18.5f}});
}

void speech(Pen& pen) {
    pen.block(1.5f, 3, 21, 14, 5);
    const std::array<ImVec2, 3> tail{{{6, 16}, {13, 16}, {6, 22}}};
    pen.polygon(tail);
    pen.cut({{7, 8.2f}, {17, 8.2f}}, 2);
    pen.cut({{7, 12}, {13, 12}}, 2);
}

void search(Pen& pen) {
    pen.ring(10.5f, 10.5f, 6.8f, 2.6f);
    pen.line({{15.8f, 15.8f}, {21, 21}}, 3);
}

void person(Pen& pen) {
    pen.disc(12, 5, 4.6f);
    pen.block(5.5f, 10.8f, 13, 13.2f, 5.5f);
}

void person_outline(Pen& pen) {
    pen.ring(12, 5, 3.8f, 1.6f);
    pen.outline(6.3f, 11.6f, 11.4f, 11.6f, 5, 1.6f);
}

// Three fine needles over a wave of skin, as in web/icon.svg.
void brand(Pen& pen) {
    pen.block(0, 0, 24, 24, 6);
    for (const float x : {6.75f, 12.0f, 17.25f}) pen.cut({{x, 6}, {x, x == 12 ? 14.0f : 11.8f}}, 1.9f);
    std::array<ImVec2, 13> wave{};
    for (std::size_t i = 0; i < wave.size(); ++i) {
        const float along = static_cast<float>(i) / (wave.size() - 1);
        wave[i] = {3.75f + (16.5f * along), 18 - (1.7f * std::sin(2 * pi * along))};
    }
    pen.line(wave, pen.colour_of_ground(), 1.9f);
}

}  // namespace

bool follows_reading(Icon icon) { return icon == Icon::arrow || icon == Icon::external || icon == Icon::speech || icon == Icon::question; }

void draw_icon(ImDrawList& draw, Icon icon, const Rect& square, std::uint32_t colour, std::uint32_t ground, bool turned) {
    Pen pen(draw, square, colour, ground, turned);
    switch (icon) {
        case Icon::check:
            pen.disc(12, 12, 11);
            pen.cut({{7, 12.4f}, {10.6f, 16}, {17.2f, 8.6f}}, 2.4f);
            return;
        case Icon::chevron_down: return pen.line({{5, 9}, {12, 16}, {19, 9}}, 2.6f);
        case Icon::chevron_up: return pen.line({{5, 15.5f}, {12, 8.5f}, {19, 15.5f}}, 2.6f);
        case Icon::arrow: pen.line({{4, 12}, {20, 12}}, 2.4f); return pen.line({{13.5f, 5.5f}, {20, 12}, {13.5f, 18.5f}}, 2.4f);
        case Icon::octagon: return octagon(pen);
        case Icon::question: return question(pen);
        case Icon::clock: return clock(pen);
        case Icon::info: return info(pen);
        case Icon::external: return external(pen);
        case Icon::calendar: return calendar(pen);
        case Icon::phone: return phone(pen);
        case Icon::plus: pen.line({{12, 5}, {12, 19}}, 2.4f); [[fallthrough]];
        case Icon::minus: return pen.line({{5, 12}, {19, 12}}, 2.4f);
        case Icon::speech: return speech(pen);
        case Icon::search: return search(pen);
        case Icon::brand: return brand(pen);
        case Icon::person: return person(pen);
        case Icon::person_outline: return person_outline(pen);
    }
}

}  // namespace needlewise::ui
