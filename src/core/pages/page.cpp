#include "core/pages/page.h"

#include <algorithm>
#include <charconv>

#include "core/hash.h"
#include "core/pages/borrowed.h"
#include "core/pages/parts.h"

namespace needlewise {

namespace {

// Keys must be the same in every build, so that focus and golden trees survive.
constexpr Key key_of(Key parent, std::string_view text) {
    const Key key = hash_of(text, parent ^ hash_start);
    return key == 0 ? 1 : key;  // 0 means "no node"
}

// A node with an id is named by it alone, so it keeps its key wherever it moves; others by kind and place among their kind.
void assign_keys(std::vector<Node>& nodes, Key parent) {
    std::vector<int> seen(std::variant_size_v<What>, 0);
    for (Node& node : nodes) {
        const std::size_t kind = node.what.index();
        node.key = node.id.empty() ? key_of(parent, std::to_string(kind) + "." + std::to_string(seen[kind]++)) : key_of(0, node.id);
        assign_keys(node.children, node.key);
    }
}

void collect(const std::vector<Node>& nodes, std::vector<const Node*>& out) {
    for (const Node& node : nodes) {
        out.push_back(&node);
        collect(node.children, out);
    }
}

std::vector<Node> main_nodes(const Content& content, const Model& model) {
    switch (shown_place(content, model).kind) {
        case PageKind::home: return content.begins_with_form() ? form_start(content, model) : home_page(content, model);
        case PageKind::question: return question_page(content, model);
        case PageKind::form: return form_page(content, model);
        case PageKind::review: return review_page(content, model);
        case PageKind::result: return result_page(content, model);
        case PageKind::learn: return learn_page(content, model);
        case PageKind::sources: return sources_page(content, model);
        case PageKind::about: return about_page(content, model);
        case PageKind::accessibility: return accessibility_page(content, model);
        case PageKind::settings: return settings_page(content, model);
        case PageKind::help: return help_page(content, model);
        case PageKind::staff: return staff_page(content, model);
        case PageKind::pack: return pack_page(content);
        case PageKind::open: return open_page(content, model);
        case PageKind::gallery: return gallery_page(content, model);
        case PageKind::missing: return missing_page(content, model);
    }
    return {};
}

// A kiosk has no way out: an address elsewhere is words.
void without_ways_out(std::vector<Node>& nodes) {
    for (Node& node : nodes) {
        without_ways_out(node.children);
        const auto* link = std::get_if<Link>(&node.what);
        if (!link || link->url.empty()) continue;
        node.what = Paragraph{link->label + ": " + link->url, Style::small, link->language};
        node.id.clear();
    }
}

// Of all that may lie over the page one is shown, the most urgent.
void add_overlays(const Content& content, const Model& model, std::vector<Node>& nodes) {
    if (!model.notice.empty()) nodes.push_back(toast(content, model));
    if (model.idle_left > 0) nodes.push_back(idle_dialog(content, model.idle_left));
    else if (model.offered) nodes.push_back(offered_dialog(content, model.offers_draft));
    else if (model.asks_to_start_over) nodes.push_back(start_over_dialog(content, wipes_at_end(content, model)));
}

Page page_of(const Content& content, const Model& model) {
    Page page{.place = model.place,
              .title = {},
              .language = content.words.language,
              .from_the_right = content.words.from_the_right(),
              .nodes = {}};
    Node main{Section{Landmark::main, Look::plain, {}}, "main", main_nodes(content, model)};
    if (!model.presenting) page.nodes.push_back(banner(content, model));
    page.nodes.push_back(std::move(main));
    page.nodes.push_back(model.presenting ? presenter_bar(content, model) : footer(content));
    add_overlays(content, model, page.nodes);
    if (content.in_kiosk()) without_ways_out(page.nodes);
    assign_keys(page.nodes, 0);
    const Node* heading = main_heading(page);
    page.title = say(content, "page.title", {{"page", std::string(heading ? name_of(*heading) : "")}}).text;
    return page;
}

}  // namespace

Page make_page(const Content& content, const Model& model) {
    if (content.words.borrowed.empty()) return page_of(content, model);
    Page page = page_of(with_marks(content), model);
    take_marks(page);
    return page;
}

std::vector<const Node*> preorder(const Page& page) {
    std::vector<const Node*> nodes;
    collect(page.nodes, nodes);
    return nodes;
}

const Node* find(const Page& page, Key key) {
    for (const Node* node : preorder(page))
        if (node->key == key) return node;
    return nullptr;
}

const Node* find_id(const Page& page, std::string_view id) {
    for (const Node* node : preorder(page))
        if (node->id == id) return node;
    return nullptr;
}

const Node* main_heading(const Page& page) {
    for (const Node* node : preorder(page)) {
        if (const auto* heading = std::get_if<Heading>(&node->what); heading && heading->level == 1) return node;
        if (const auto* choice = std::get_if<Choice>(&node->what); choice && choice->level == 1) return node;
        if (const auto* date = std::get_if<DateField>(&node->what); date && date->level == 1) return node;
        if (const auto* field = std::get_if<TextField>(&node->what); field && field->level == 1) return node;
    }
    return nullptr;
}

std::string_view name_of(const Node& node) {
    struct Name {
        std::string_view operator()(const Section& section) const { return section.label; }
        std::string_view operator()(const Heading& heading) const { return heading.text; }
        std::string_view operator()(const Paragraph& paragraph) const { return paragraph.text; }
        std::string_view operator()(const List&) const { return {}; }
        std::string_view operator()(const ListItem& item) const { return item.text; }
        std::string_view operator()(const Choice& choice) const { return choice.legend; }
        std::string_view operator()(const ChoiceOption& option) const { return option.label; }
        std::string_view operator()(const DateField& date) const { return date.label; }
        std::string_view operator()(const Button& button) const { return button.label; }
        std::string_view operator()(const Link& link) const { return link.label; }
        std::string_view operator()(const Figure& figure) const { return figure.title; }
        std::string_view operator()(const Progress& progress) const { return progress.label; }
        std::string_view operator()(const Chart& chart) const { return chart.title; }
        std::string_view operator()(const Table& table) const { return table.caption; }
        std::string_view operator()(const TableRow&) const { return {}; }
        std::string_view operator()(const Cell& cell) const { return cell.text; }
        std::string_view operator()(const Status& status) const { return status.text; }
        std::string_view operator()(const Slider& slider) const { return slider.label; }
        std::string_view operator()(const Select& select) const { return select.label; }
        std::string_view operator()(const TextField& field) const { return field.label; }
        std::string_view operator()(const QrCode& code) const { return code.title; }
    };
    return std::visit(Name{}, node.what);
}

bool interactive(const Node& node) {
    return std::holds_alternative<ChoiceOption>(node.what) || std::holds_alternative<DateField>(node.what) ||
           std::holds_alternative<Button>(node.what) || std::holds_alternative<Link>(node.what) ||
           std::holds_alternative<Slider>(node.what) || std::holds_alternative<Select>(node.what) ||
           std::holds_alternative<TextField>(node.what);
}

std::optional<Action> action_for(const Node& node, std::string_view value) {
    if (const auto* option = std::get_if<ChoiceOption>(&node.what)) {
        if (option->link_id.starts_with(check_prefix)) return ChooseCheck{option->link_id.substr(check_prefix.size()), option->code};
        return Choose{option->link_id, option->code, value != "0", value == "tap"};
    }
    if (const auto* field = std::get_if<TextField>(&node.what)) return EnterText{field->link_id, std::string(value)};
    if (const auto* date = std::get_if<DateField>(&node.what)) return EnterDate{date->link_id, std::string(value)};
    if (const auto* section = std::get_if<Section>(&node.what); section && section->escape) return section->escape;
    if (const auto* slider = std::get_if<Slider>(&node.what)) {
        int step = slider->value;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), step);
        if (error != std::errc{} || end != value.data() + value.size()) return std::nullopt;
        step = std::clamp(step, 0, slider->max);
        if (!slider->link_id.empty()) return EnterText{slider->link_id, std::to_string(slider->first + step * slider->each)};
        return MoveTime{step};
    }
    if (const auto* select = std::get_if<Select>(&node.what)) {
        if (select->what == Select::What::answer) return Choose{select->link_id, std::string(value), !value.empty()};
        if (select->what == Select::What::compared) return CompareWith{select->link_id == "second", std::string(value)};
        if (select->what == Select::What::country) return SetCountry{std::string(value)};
        return SetLanguage{std::string(value)};
    }
    if (const auto* button = std::get_if<Button>(&node.what)) return button->action;
    if (const auto* link = std::get_if<Link>(&node.what)) {
        if (!link->field.empty()) return FocusField{link->field};
        if (link->url.empty()) return OpenPage{link->path};
    }
    return std::nullopt;
}

}  // namespace needlewise
