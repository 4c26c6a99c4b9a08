#include "app/mirror_node.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "ui/qr_modules.h"
#include "ui/theme.h"

namespace needlewise {

namespace {

using namespace mirror_flag;

template <class Enum>
std::uint32_t number(Enum value) {
    return static_cast<std::uint32_t>(value);
}

std::uint32_t when(bool holds, std::uint32_t flag) { return holds ? flag : 0; }

std::string text_of(double value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), static_cast<int>(value * 10000 + 0.5)).ptr;
    std::string text(digits.data(), end);
    if (text.size() < 5) text.insert(0, 5 - text.size(), '0');
    text.insert(text.size() - 4, 1, '.');
    return text;
}

// The marks of an axis, one a line: share and label.
std::string marks_of(const Chart& chart) {
    std::string all;
    const double span = chart.until - chart.from;
    for (const AxisMark& mark : chart.marks) all += text_of(span > 0 ? (mark.at - chart.from) / span : 0) + '\t' + mark.label + '\n';
    return all;
}

// Rows for the plain skin, one a line: from, typical and slower as shares of the axis, judgement, label, value, picture, whether to avoid
// it, and a day that is no session; then the marks.
std::string rows_of(const Chart& chart) {
    const double span = chart.until - chart.from;
    const auto share = [&](double at) { return text_of(span > 0 ? std::min(1.0, std::max(0.0, (at - chart.from) / span)) : 0); };
    std::string all;
    for (const BarRow& row : chart.rows)
        all += share(row.from) + '\t' + share(row.typical) + '\t' + share(row.slower) + '\t' + (row.judgement ? '1' : '0') + '\t' +
               row.label + '\t' + row.value_text + '\t' + row.figure + '\t' + (row.avoid ? '1' : '0') + '\t' +
               (row.day == DayKind::session ? std::string() : std::to_string(static_cast<int>(row.day))) + '\n';
    if (chart.kind != ChartKind::calendar) all += marks_of(chart);
    return all;
}

// Curves for the plain skin, one a line: whether it passes, its label, its points; then the marks.
std::string curves_of(const Chart& chart) {
    std::string all;
    for (const Chart::Curve& curve : chart.curves) {
        all += std::string(curve.passing ? "1" : "0") + '\t' + curve.label + '\t';
        for (const double point : curve.points) all += text_of(std::clamp(point, 0.0, 1.0)) + ' ';
        all += '\n';
    }
    return all + marks_of(chart);
}

// "healing-section 3 channels=0.6": the name, the tone and the levels, for the plain skin.
std::string picture_of(const Figure& figure) {
    std::string all = figure.image;
    if (figure.tone > 0) all += ' ' + std::to_string(figure.tone);
    for (const Level& level : figure.levels) all += ' ' + level.part + '=' + text_of(std::clamp(level.value, 0.0, 1.0));
    return all;
}

struct Read {
    MirrorNode operator()(const Section& section) const {
        return {.flags = when(section.folded, folded), .look = number(section.look), .landmark = number(section.landmark)};
    }
    MirrorNode operator()(const Heading& heading) const { return {.level = static_cast<std::uint32_t>(heading.level)}; }
    MirrorNode operator()(const Paragraph& paragraph) const { return {.look = number(paragraph.style), .language = paragraph.language}; }
    MirrorNode operator()(const List& list) const { return {.flags = when(list.ordered, ordered)}; }
    MirrorNode operator()(const ListItem& item) const { return {.language = item.language}; }
    MirrorNode operator()(const Choice& choice) const {
        return {.flags = when(choice.multiple, multiple) | when(choice.required, required) | when(!choice.error.empty(), invalid),
                .level = static_cast<std::uint32_t>(choice.level),
                .look = when(choice.compact, 1),
                .hint = choice.hint,
                .error = choice.error};
    }
    MirrorNode operator()(const ChoiceOption& option) const {
        return {.flags = when(option.multiple, multiple) | when(option.selected, selected), .hint = option.hint, .image = option.figure};
    }
    MirrorNode operator()(const DateField& date) const {
        return {.flags = when(date.required, required) | when(!date.error.empty(), invalid),
                .level = static_cast<std::uint32_t>(date.level),
                .hint = date.hint,
                .error = date.error,
                .min = date.min,
                .max = date.max,
                .value = date.value};
    }
    MirrorNode operator()(const Button& button) const {
        return {.flags = when(button.expanded.has_value(), has_expanded) | when(button.expanded.value_or(false), expanded) |
                         when(button.pressed.has_value(), has_pressed) | when(button.pressed.value_or(false), pressed),
                .level = static_cast<std::uint32_t>(button.level),
                .look = number(button.look),
                .hint = button.description};
    }
    MirrorNode operator()(const Link& link) const {
        MirrorNode node{.flags = when(link.current, current),
                        .look = number(link.look),
                        .hint = link.detail,
                        .language = link.language,
                        .image = link.figure};
        if (!link.url.empty()) node.target = link.url;
        else if (link.field.empty()) node.target = "#/" + link.path;
        return node;
    }
    MirrorNode operator()(const Figure& figure) const {
        MirrorNode node{.hint = figure.description, .image = picture_of(figure)};
        if (figure.scale) node.value = text_of(figure.scale->share) + '\t' + figure.scale->label;
        return node;
    }
    MirrorNode operator()(const Progress& progress) const {
        MirrorNode node;
        node.value = std::to_string(progress.value);
        node.max = std::to_string(progress.max);
        return node;
    }
    MirrorNode operator()(const Chart& chart) const {
        return {.look = number(chart.kind),
                .hint = chart.description,
                .value = chart.kind == ChartKind::curve ? curves_of(chart) : rows_of(chart)};
    }
    MirrorNode operator()(const Table& table) const { return {.look = table.matrix ? 1u : 0u}; }
    MirrorNode operator()(const TableRow& row) const { return {.flags = when(row.header, header)}; }
    MirrorNode operator()(const Cell& cell) const { return {.flags = when(cell.header, header), .language = cell.language}; }
    MirrorNode operator()(const Status&) const { return {}; }
    MirrorNode operator()(const Select& select) const {
        MirrorNode node{
            .flags = when(select.required, required) | when(!select.error.empty(), invalid), .hint = select.hint, .error = select.error};
        node.value = select.value + '\n';
        for (const Select::Option& option : select.options)
            node.value += option.value + '\t' + option.label + '\t' + option.language + '\n';
        return node;
    }
    MirrorNode operator()(const TextField& field) const {
        return {.flags = when(field.required, required) | when(!field.error.empty(), invalid),
                .level = static_cast<std::uint32_t>(field.level),
                .look = number(field.kind),
                .hint = field.hint,
                .error = field.error,
                .value = field.value};
    }
    MirrorNode operator()(const QrCode& code) const {
        MirrorNode node{.hint = code.description};
        for (const std::string& row : ui::qr_modules(code.text)) node.value += row + '\n';
        return node;
    }
    MirrorNode operator()(const Slider& slider) const {
        MirrorNode node{.flags = when(slider.answered, selected), .hint = slider.value_text};
        node.value = std::to_string(slider.value) + '\n';
        for (const AxisMark& mark : slider.marks) node.value += text_of(mark.at / std::max(slider.max, 1)) + '\t' + mark.label + '\n';
        node.max = std::to_string(slider.max);
        return node;
    }
};

// web/elements.mjs reads it.
std::string shown_as(const ui::Run& run) {
    if (!run.shown) return {};
    std::string how(ui::name_of(run.ink));
    how += run.align == ui::Align::left ? " left" : run.align == ui::Align::right ? " right" : " center";
    if (run.underline) how += " underline";
    return how;
}

std::string_view words_of(const ui::Layout& layout, const ui::Run& run) {
    const auto begin = layout.lines[run.first_line].begin, end = layout.lines[run.first_line + run.line_count - 1].end;
    return std::string_view(layout.text).substr(begin, end - begin);
}

}  // namespace

MirrorNode mirror_node(const Node& node) { return std::visit(Read{}, node.what); }

std::vector<NodeTexts> texts_by_node(const ui::Layout& layout) {
    std::vector<NodeTexts> texts(layout.rects.size());
    for (std::size_t i = 0; i < texts.size(); ++i) texts[i].main = {layout.text_boxes[i], layout.styles[i]};
    for (const auto* items : {&layout.items, &layout.pinned_items})
        for (const ui::Item& item : *items) {
            const auto* run = std::get_if<ui::Run>(&item.shape);
            const auto at = static_cast<std::size_t>(item.node);
            if (!run || at >= texts.size()) continue;
            const PaintedText painted{item.rect, run->style, shown_as(*run), words_of(layout, *run)};
            if (item.rect == texts[at].main.box) texts[at].main = painted;
            else texts[at].asides.push_back(painted);
        }
    return texts;
}

}  // namespace needlewise
