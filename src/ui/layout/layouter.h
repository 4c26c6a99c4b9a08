// The one who lays out: walks the page in preorder, one method per kind of node, grouped in layout_*.cpp by family.
#pragma once

#include <optional>
#include <span>

#include "ui/layout/layout.h"
#include "ui/metrics.h"
#include "ui/pictures.h"

namespace needlewise::ui {

// Where a block may go: its left top corner and its width. The height follows from what is in it.
struct Slot {
    float x = 0, y = 0, w = 0;
};

// What a block takes from those around it.
struct Context {
    Use eyebrow = Use::accent_text;
    Use soft = Use::text_soft;
    std::optional<Slot> wide = {};  // what is directly in <main> may be wider than the column
    bool stacked = false;           // buttons one below the other, as wide as the block
    bool fine = false;              // small print: links as small as the text around them
    int number = 0;                 // of an item of an ordered list
    bool small_figures = false;     // key figures that stand side by side have one size
    float text_width = 0;           // how wide running text may become in a wider block; 0: as wide as the block
    bool segment = false;           // a button among joined ones
    bool form = false;              // in a form: its actions stay in view
    bool docked = false;            // a slider over the page: as low as it can be
    bool compact = false;           // an answer that stands beside others
    bool at_side = false;           // in a list at the side of the page: one below the other
    bool in_card = false;           // what would have a card of its own has none in it
};

enum class Role { body, lead, small, eyebrow, figure, figure_small, h1, h2, h3, label, strong, small_strong };

// A button, or a link that looks like one.
struct Pill {
    std::string_view label, detail = {};
    ButtonLook look = ButtonLook::secondary;
    std::optional<Icon> icon = {};
    bool on = false;
};
Pill pill_of(const Button& button);
std::optional<Pill> pill_of(const Link& link);  // nothing for text, nav and cards

bool begins_with_contents(const Node& main);  // the list of the parts of a sheet, as tabs or at its side
bool is_gallery(const Node& node);            // many cards with pictures

class Layouter {
public:
    Layouter(const LayoutInput& input, Layout& out);
    void run(const Page& page);

private:
    struct Point {
        std::size_t nodes = 0, items = 0;
    };  // in the output

    // Blocks (flow.cpp)
    Rect place(const Node& node, Slot slot, const Context& context);
    Rect flow(std::span<const Node> nodes, Slot slot, const Context& context);  // one below the other, with the gaps between
    std::vector<float> row_widths(std::span<const Node> nodes, const Slot& slot, const Context& context) const;
    Rect row(std::span<const Node> nodes, Slot slot, const Context& context);  // side by side, wrapping
    Rect pair(const Node& first, const Node& second, Slot slot, const Context& context);
    Rect grid(std::span<const Node> nodes, Slot slot, int columns, const Context& context);

    // The page's frame (frame.cpp)
    Rect banner(int index, const Node& node, Slot slot);
    Rect brand(const Node& node, Slot slot);
    Rect footer(int index, const Node& node, Slot slot);
    Rect main(const Node& node, Slot slot);
    Slot centred(Slot slot, float widest) const;  // within the page's margins
    float frame_width() const;                    // of banner and footer

    // Families
    Rect section(int index, const Node& node, Slot slot, const Context& context);  // sections.cpp
    Rect note(int index, const Node& node, Slot slot);
    Rect callout(int index, const Node& node, const Tone& tone, Slot slot);
    Rect card(int index, const Node& node, Slot slot, const Context& context);
    Rect actions(const Node& node, Slot slot, const Context& context);
    Rect links(const Node& node, Slot slot, const Context& context);
    Rect beside(const Node& node, Slot slot, const Context& context);  // panes.cpp
    float icon_width(const Node& node) const;
    Rect sheet(const Node& main, Slot slot);  // sheet.cpp
    Rect contents(int index, const Node& node, Slot slot);
    bool contents_at_side(const Node& main) const;
    void mark_current(int index, const Rect& rect);                             // in that list
    Rect tabs(int index, const Node& node, Slot slot, const Context& context);  // controls.cpp
    Rect tab(int index, const Link& link, Slot slot, const Context& context);
    Rect segments(int index, const Node& node, Slot slot);
    Rect segment(int index, const Button& button, Slot slot);
    Rect stepper(const Node& node, Slot slot);
    Rect bar(int index, const Node& node, Slot slot);  // overlay.cpp
    Rect pinned_bar(int index, Slot whole, const Rect& inside, Point from);
    Rect presenter_bar(int index, const Node& node, Slot slot);
    Rect bar_over(int index, const Node& node, Slot slot);
    Rect side_by_side(std::span<const Node> nodes, Slot slot, float height);
    Rect dialog(int index, const Node& node, Slot slot);
    Rect toast(int index, const Node& node, const Glyph& sign);
    bool bar_fits(const Node& node, Slot slot) const;
    bool dock_fits() const;  // machine.cpp
    void pin(Point from);
    Rect figures(const Node& node, Slot slot, const Context& context);
    float widest_figure(std::span<const Node> nodes) const;
    float widest_choice(std::span<const Node> nodes) const;
    Rect heading(int index, const Heading& heading, Slot slot);  // text.cpp
    Rect paragraph(int index, const Paragraph& paragraph, Slot slot, const Context& context);
    Rect list(const Node& node, Slot slot, const Context& context);
    Rect list_item(int index, const Node& node, Slot slot, const Context& context);
    Rect status(int index, const Status& status, Slot slot);
    Rect figure(int index, const Figure& figure, Slot slot);
    void scale_bar(int index, const Figure::Scale& scale, const Rect& picture);
    Rect progress(int index, const Progress& progress, Slot slot);
    Rect choice(int index, const Node& node, Slot slot, const Context& context);  // fields.cpp
    Rect choice_on_map(int index, const Node& node, const Rect& natural, float y, Slot slot);
    float chosen_chips(int index, const Node& node, Slot slot);
    Rect compact_choice(const Node& node, float y, Slot slot);
    float compact_width(const ChoiceOption& option) const;
    Rect option(int index, const ChoiceOption& option, Slot slot, bool compact);
    struct NativeField {
        std::string_view value;  // painted where no native input lies over the box
        bool wrong = false;
        std::optional<Icon> sign = {};
        float wide = extent::date_field;
        int lines = 1;
    };
    Rect native_field(int index, const NativeField& field, Slot slot);
    Rect date_field(int index, const DateField& field, Slot slot);
    Rect text_field(int index, const TextField& field, Slot slot);
    Rect qr_code(int index, const QrCode& code, Slot slot);  // text.cpp
    Rect select(int index, const Select& select, Slot slot);
    float list_width(std::string_view words) const;  // of a list in which they can be read
    float chosen_width(const Select& select) const;
    Rect slider(int index, const Slider& slider, Slot slot, const Context& context);  // slider.cpp
    float slider_marks(int index, const Slider& slider, Slot slot, float middle);
    Rect machine(const Node& node, Slot slot, const Context& context);  // machine.cpp
    Rect dock(int index, const Node& node, Slot slot);
    float field_head(int index, std::string_view label, std::string_view hint, std::string_view error, int level, Slot slot);
    Rect button(int index, const Button& button, Slot slot);  // actions.cpp
    Rect fold(int index, const Button& button, Slot slot);
    Rect link(int index, const Link& link, Slot slot, const Context& context);
    Rect primary_card(int index, const Link& link, Slot slot);
    Rect link_card(int index, const Link& link, Slot slot);
    Rect pill(int index, const Pill& pill, Slot slot);
    Rect chart(int index, const Chart& chart, Slot slot, const Context& context);  // chart.cpp
    float bars(int index, const Chart& chart, Slot slot);
    float column_of_bars(int index, const Chart& chart, Slot slot);
    float bar_row(int index, const Chart& chart, const BarRow& row, Slot slot);
    float axis(int index, const Chart& chart, Slot slot);
    float curves(int index, const Chart& chart, Slot slot);
    bool is_crowded(const Chart&, Slot) const;
    float curve_marks(int index, const Chart& chart, Slot slot);
    float visit_bar(int index, const Chart& chart, Slot slot);  // steps.cpp
    float calendar_line(int index, const Chart& chart, Slot slot);
    float calendar_legend(int index, const Chart& chart, Slot slot);
    float people(int index, const Chart& chart, Slot slot);              // people.cpp
    void calendar_dot(int index, DayKind day, int& session, Rect rect);  // counts the sessions
    void badge(int index, int number, Rect rect, Use fill, Use ink);
    Rect table(int index, const Node& node, Slot slot);  // table.cpp
    float table_row(const Node& node, Slot slot, const std::vector<float>& columns, bool last);
    Rect card_value(int index, const Cell& cell, const Cell* name, Slot slot);
    float table_card(const Node& row, const Node* head, Slot slot);
    void collapsed_row(const Node& row, Slot slot);       // the header of a table shown as cards
    Rect matrix(int index, const Node& node, Slot slot);  // matrix.cpp
    bool matrix_fits(const Node& node, float width) const;
    float matrix_row(const Node& row, Slot slot, bool last);                // the heading over its values
    std::vector<float> column_widths(const Node& node, float width) const;  // empty: does not fit

    // Measures (layouter.cpp)
    TextStyle style(Role role) const;
    float scaled(float px) const;                                               // of things that grow with the text
    bool stands() const { return in.presenting && in.view_height > in.width; }  // a slide on a tablet held upright
    float effective(float px) const { return px / text_scale; }                 // a width seen by someone with larger text
    float text_width(std::string_view text, const TextStyle& style) const;
    float line_count(std::string_view text, const TextStyle& style, float width) const;  // 1 at least
    float widest_word(std::string_view text, const TextStyle& style) const;
    bool painted(std::string_view text) const;  // else the document shows it
    std::vector<Line> broken(std::string_view tidy, const TextStyle& style, float width) const;
    float balanced(std::string_view tidy, const TextStyle& style, float width) const;  // text.cpp
    float without_short_end(std::string_view tidy, const TextStyle& style, float width) const;
    float first_line_centre(int node) const;  // y of the middle of the first line of text in the node
    float padding(float width) const;         // of cards
    Role nav_role() const;
    float nav_padding() const;
    float natural_width(const Node& node) const;  // of a button or link on one line

    // Of an illustration, in units of its own; empty when it cannot be drawn.
    Rect extent_of(std::string_view picture) const { return in.pictures && !picture.empty() ? in.pictures->extent(picture) : Rect{}; }

    // Output (layouter.cpp)
    struct Inked {
        Use ink = Use::text;
        Align align = Align::left;
        bool underline = false;
        bool aside = false;  // not the node's main text
    };
    int begin(const Node& node);
    void absorb(std::span<const Node> nodes, Rect rect);  // nodes nobody expects there: no paint, their parent's rectangle
    std::size_t box(int node, Rect rect, const Box& box);
    // A box behind the node, from its slot; `framed` gives it its height once that is known, `stretch` more of it.
    void frame(int node, Slot slot, const Box& box);
    Rect framed(int node, Slot slot, float bottom);
    void icon(int node, Rect rect, const Glyph& glyph);
    // Breaks and adds a text; returns its rectangle. The first text of a node is its main one.
    Rect text(int node, std::string_view text, Slot slot, const TextStyle& style, const Inked& inked);
    Rect shapely(int node, std::string_view text, Slot slot, const TextStyle& style, const Inked& inked);  // text.cpp
    Point here() const { return {out.rects.size(), out.items.size()}; }
    void shift(Point from, Point until, float dx, float dy);
    void stretch(int node, float height);
    void finish();

    const LayoutInput& in;
    Layout& out;
    float text_scale;  // of the text: of the page, or of the bar over it
    int next = 0;
    bool from_the_right = false;
    bool one_by_one = false;  // cards that lead somewhere are read as a list, not chosen from
    struct Frame {
        std::size_t first = 0, count = 0;
    };
    std::vector<Frame> frames;  // parallel to the nodes
};

Box raised_box(float radius);      // of cards: a surface above the page
bool is_inline(const Node& node);  // buttons and links that stand in rows

}  // namespace needlewise::ui
