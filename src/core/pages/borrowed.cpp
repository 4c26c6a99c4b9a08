#include "core/pages/borrowed.h"

#include <algorithm>

namespace needlewise {

namespace {

constexpr char mark = '\x02';  // stands in no text
constexpr std::string_view english = "en";

// The texts of a node: what it is called, what is said beside that, what is wrong, and others.
struct Texts {
    std::string* name = nullptr;
    std::string* hint = nullptr;
    std::string* error = nullptr;
    // Most name only the first three, and compilers want the rest to have a value.
    std::vector<std::string*> others = {};  // NOLINT(readability-redundant-member-init)
};

struct TextsOf {
    Texts operator()(Section& section) const { return {&section.label}; }
    Texts operator()(Heading& heading) const { return {&heading.text}; }
    Texts operator()(Paragraph& paragraph) const { return {&paragraph.text}; }
    Texts operator()(List&) const { return {}; }
    Texts operator()(ListItem& item) const { return {&item.text}; }
    Texts operator()(Choice& choice) const { return {&choice.legend, &choice.hint, &choice.error}; }
    Texts operator()(ChoiceOption& option) const { return {&option.label, &option.hint}; }
    Texts operator()(DateField& date) const { return {&date.label, &date.hint, &date.error}; }
    Texts operator()(TextField& field) const { return {&field.label, &field.hint, &field.error}; }
    Texts operator()(Button& button) const { return {&button.label, &button.description}; }
    Texts operator()(Link& link) const { return {&link.label, &link.detail}; }
    Texts operator()(Figure& figure) const {
        Texts texts{&figure.title, &figure.description};
        if (figure.scale) texts.others.push_back(&figure.scale->label);
        return texts;
    }
    Texts operator()(Progress& progress) const { return {&progress.label}; }
    Texts operator()(Table& table) const { return {&table.caption}; }
    Texts operator()(TableRow&) const { return {}; }
    Texts operator()(Cell& cell) const { return {&cell.text}; }
    Texts operator()(Status& status) const { return {&status.text}; }
    Texts operator()(QrCode& code) const { return {&code.title, &code.description}; }
    Texts operator()(Slider& slider) const {
        Texts texts{&slider.label, &slider.value_text};
        for (AxisMark& each : slider.marks) texts.others.push_back(&each.label);
        return texts;
    }
    Texts operator()(Select& select) const { return {&select.label, &select.hint, &select.error}; }
    Texts operator()(Chart& chart) const {
        Texts texts{&chart.title, &chart.description};
        for (BarRow& row : chart.rows) texts.others.insert(texts.others.end(), {&row.label, &row.value_text});
        for (AxisMark& each : chart.marks) texts.others.push_back(&each.label);
        for (Chart::Curve& each : chart.curves) texts.others.push_back(&each.label);
        return texts;
    }
};

// Whether the text begins with a borrowed sentence. One that only has such a part in it stays in the page's language.
bool take(std::string* text) {
    if (!text) return false;
    const bool borrowed = text->starts_with(mark);
    std::erase(*text, mark);
    return borrowed;
}

void take_marks(std::vector<Node>& nodes) {
    for (Node& node : nodes) {
        take_marks(node.children);
        const Texts texts = std::visit(TextsOf{}, node.what);
        const bool name = take(texts.name), hint = take(texts.hint), error = take(texts.error);
        std::ranges::for_each(texts.others, take);
        if (auto* select = std::get_if<Select>(&node.what))
            for (Select::Option& option : select->options)
                if (take(&option.label)) option.language = english;
        if (!name && !hint && !error) continue;
        for (const bool part : {name, hint, error}) node.language.append(part ? english : "").append("|");
        node.language.pop_back();
    }
}

}  // namespace

Content with_marks(const Content& content) {
    Content marked = content;
    for (const std::string& key : marked.words.borrowed) {
        const auto sentence = marked.words.by_key.find(key);
        if (sentence != marked.words.by_key.end()) sentence->second.insert(0, 1, mark);
    }
    return marked;
}

void take_marks(Page& page) {
    take_marks(page.nodes);
    std::erase(page.title, mark);
}

}  // namespace needlewise
