#include "core/pages/clinic.h"
#include "core/time_units.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace needlewise {

Node heading(int level, std::string text) { return {Heading{level, std::move(text)}, level == 1 ? "h1" : ""}; }

Node button(const Content& content, std::string_view key, ButtonLook look, Action action, std::string id) {
    return {Button{.label = say(content, key).text, .look = look, .action = std::move(action)}, std::move(id)};
}

Node link_to(std::string label, std::string path, LinkLook look, std::string detail) {
    Link link;
    link.label = std::move(label);
    link.detail = std::move(detail);
    link.path = std::move(path);
    link.look = look;
    return {std::move(link), ""};
}

Node table(std::string id, std::string caption, const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows) {
    Node result{Table{std::move(caption)}, std::move(id)};
    Node head{TableRow{true}};
    for (const std::string& text : header) head.children.push_back({Cell{text, true}});
    result.children.push_back(std::move(head));
    for (const auto& cells : rows) {
        Node row{TableRow{false}};
        for (std::size_t i = 0; i < cells.size(); ++i) row.children.push_back({Cell{cells[i], i == 0}});
        result.children.push_back(std::move(row));
    }
    return result;
}

Node error_summary(const Content& content, const std::vector<std::pair<std::string, std::string>>& fields) {
    Node summary{Section{Landmark::alert, Look::stop, say(content, "error.summary").text}, "error-summary"};
    summary.children.push_back(heading(2, say(content, "error.summary").text));
    Node list{List{}};
    for (const auto& [field, message] : fields) {
        Link link;
        link.label = message;
        link.field = field;
        Node item{ListItem{}};
        item.children.push_back({std::move(link)});
        list.children.push_back(std::move(item));
    }
    summary.children.push_back(std::move(list));
    return summary;
}

void append(std::vector<Node>& nodes, std::vector<Node> more) {
    nodes.insert(nodes.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Node picture(const Content& content, const std::string& id, std::string_view place) {
    const std::string prefix = "figure." + id;
    Figure figure{.image = id, .title = say(content, prefix + ".title").text, .description = say(content, prefix + ".description").text};
    return {std::move(figure), "picture:" + id + (place.empty() ? "" : ":") + std::string(place)};
}

Node in_card(Node picture, Node words) {
    Node row{Section{Landmark::none, Look::beside, {}}};
    row.children.push_back(std::move(picture));
    row.children.push_back(std::move(words));
    Node card{Section{Landmark::none, Look::card, {}}};
    card.children.push_back(std::move(row));
    return card;
}

void clinics_and_studies(const Content& content, const Model& model, Writer& page, const std::string& topic) {
    Writer says(content, model, "learn." + topic + ".clinic"), found(content, model, "learn." + topic + ".studies");
    says.heading(2, "learn.says");
    says.say_all("learn." + topic + ".clinic");
    found.heading(2, "learn.found");
    found.say_all("learn." + topic + ".studies");
    page.add(says.finish_as(Look::says));
    page.add(found.finish_as(Look::found));
}

namespace {

// Of a closed list: in the language of the page; what a record says for itself stays as it is.
std::string listed_words(const Content& content, std::string key, std::string_view value) {
    for (const char letter : value) {
        const bool plain = std::isalnum(static_cast<unsigned char>(letter)) != 0;
        if (plain) key += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
        else if (key.back() != '-') key += '-';
    }
    if (key.back() == '-') key.pop_back();
    return content.words.has(key) ? say(content, key).text : std::string(value);
}

}  // namespace

Node source_item(const Content& content, const std::string& id) {
    const auto found = content.sources.find(id);
    if (found == content.sources.end()) return {ListItem{id}};
    const Source& source = found->second;
    Node item{ListItem{}};
    item.children.push_back({Paragraph{source.statement, Style::small, "en"}});
    std::string origin = source.citation;
    if (source.year && !origin.contains(std::to_string(*source.year))) origin += ", " + std::to_string(*source.year);
    if (!source.reference.empty() && !origin.contains(source.reference)) origin += ". " + source.reference;
    item.children.push_back({Paragraph{origin, Style::small, "en"}});
    std::string about = say(content, "source.level", {{"level", listed_words(content, "sources.kind.", source.level)}}).text;
    if (!source.population.empty())
        about +=
            " " + say(content, "source.population", {{"population", listed_words(content, "sources.population.", source.population)}}).text;
    if (source.secondary) about += " " + say(content, "source.secondary").text;
    if (!source.judgement() && !source.checked) about += " " + say(content, "source.unchecked").text;
    item.children.push_back({Paragraph{about, Style::small, {}}});
    if (!source.url.empty()) {
        Link link;
        link.label = say(content, "source.open", {{"id", id}}).text;
        link.url = source.url;
        item.children.push_back({std::move(link)});
    }
    return item;
}

namespace {

const std::string source_prefix = "source:";

// The first heading that is seen: what all of these nodes are about.
std::string first_heading(const std::vector<Node>& nodes) {
    for (const Node& node : nodes) {
        if (const auto* heading = std::get_if<Heading>(&node.what)) return heading->text;
        if (const auto* section = std::get_if<Section>(&node.what); section && section->folded) continue;
        if (std::string inside = first_heading(node.children); !inside.empty()) return inside;
    }
    return {};
}

// Ten buttons "Sources (2)" in a row all sound alike: each says what it belongs to, if it does not yet.
void name_sources(std::vector<Node>& nodes, const std::string& about) {
    for (Node& node : nodes) {
        if (auto* button = std::get_if<Button>(&node.what); button && node.id.starts_with(source_prefix) && button->description.empty())
            button->description = about;
        name_sources(node.children, about);
    }
}

}  // namespace

// ---- Writer -------------------------------------------------------------------------------------------------------

Writer::Writer(const Content& content_, const Model& model_, std::string id_) : content(content_), model(model_), id(std::move(id_)) {}

std::string Writer::words(std::string_view key, Parameters parameters) {
    Text text = needlewise::say(content, key, parameters);
    cite(text.sources, text.judgement);
    return std::move(text.text);
}

void Writer::say(std::string_view key, Parameters parameters, Style style) {
    nodes.push_back({Paragraph{words(key, parameters), style, {}}});
}

std::vector<std::string> keys_from(const Content& content, const std::string& key) {
    std::vector<std::string> keys;
    if (content.words.has(key)) keys.push_back(key);
    for (std::size_t part = 2; part == keys.size() + 1 && content.words.has(key + "." + std::to_string(part)); ++part)
        keys.push_back(key + "." + std::to_string(part));
    return keys;
}

void Writer::say_all(const std::string& key, Style style) {
    for (const std::string& each : keys_from(content, key)) say(each, {}, style);
}

std::string Writer::number(std::string_view name) {
    const Number* found = content.number(name);
    if (!found) return "⟦" + std::string(name) + "⟧";
    cite(found->sources, found->basis == Basis::judgement || found->basis == Basis::convention);
    const double low = found->low.value_or(found->typical.value_or(found->high.value_or(0)));
    const double high = found->high.value_or(found->typical.value_or(low));
    std::string figure = with_unit(content.words, found->typical && !found->low ? *found->typical : low, high, found->unit);
    return by_clinic(content, name, std::move(figure));
}

void Writer::heading(int level, std::string_view key, Parameters parameters) {
    nodes.push_back(needlewise::heading(level, words(key, parameters)));
}

void Writer::add(Node node) { nodes.push_back(std::move(node)); }

void Writer::opens(Button button, const std::string& name, std::vector<Node> inside) {
    const std::string toggle = "fold:" + name;
    const bool open = model.open.contains(toggle);
    button.action = Toggle{toggle};
    button.expanded = open;
    name_sources(inside, button.look == ButtonLook::chip ? button.description : button.label);
    nodes.push_back({std::move(button), toggle});
    Section section;
    section.folded = !open;
    nodes.push_back({std::move(section), "", std::move(inside)});
}

void Writer::fold(const std::string& name, Fold line, std::vector<Node> inside) {
    Button button{.label = std::move(line.title), .look = ButtonLook::fold, .action = {}};
    button.description = std::move(line.detail);
    button.level = line.level;
    opens(std::move(button), name, std::move(inside));
}

void Writer::fold_quiet(const std::string& name, std::string label, std::vector<Node> inside) {
    opens({.label = std::move(label), .look = ButtonLook::quiet, .action = {}}, name, std::move(inside));
}

void Writer::fold_small(const std::string& name, std::string_view key, std::string about, std::vector<Node> inside) {
    Button button{.label = needlewise::say(content, key).text, .look = ButtonLook::chip, .action = {}};
    button.description = std::move(about);
    opens(std::move(button), name, std::move(inside));
}

void Writer::cite(const std::vector<std::string>& more, bool is_judgement) {
    for (const std::string& source : more) {
        if (std::ranges::find(sources, source) == sources.end()) sources.push_back(source);
        const auto found = content.sources.find(source);
        judgement = judgement || (found != content.sources.end() && found->second.judgement());
    }
    judgement = judgement || is_judgement;
}

std::vector<Node> Writer::finish() {
    if (!sources.empty()) {
        const std::string toggle = source_prefix + id;
        const bool open = model.open.contains(toggle);
        const std::string count = std::to_string(sources.size());
        Button button;
        button.label = needlewise::say(content, judgement ? "source.button.judgement" : "source.button", {{"count", count}}).text;
        button.look = ButtonLook::chip;
        button.action = Toggle{toggle};
        button.expanded = open;
        button.description = belongs_to.empty() ? first_heading(nodes) : belongs_to;
        nodes.push_back({std::move(button), toggle});
        if (open) {
            Node note{Section{Landmark::none, Look::note, {}}};
            if (judgement) note.children.push_back({Paragraph{needlewise::say(content, "source.judgement").text, Style::small, {}}});
            Node list{List{}};
            for (const std::string& source : sources) list.children.push_back(source_item(content, source));
            note.children.push_back(std::move(list));
            nodes.push_back(std::move(note));
        }
    }
    return std::move(nodes);
}

Node Writer::finish_as(Look look, Landmark landmark, std::string label) {
    belongs_to = label;
    return {Section{landmark, look, std::move(label)}, "", finish()};
}

void fold_table(const Content& content, Writer& page, const std::string& id, const std::string& caption,
                const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows) {
    std::vector<Node> inside;
    inside.push_back(table(id + "-table", say(content, "chart.table").text, header, rows));
    page.fold_small(id + "-table", "table.show", caption, std::move(inside));
}

// ---- Times --------------------------------------------------------------------------------------------------------

namespace {

struct Measured {
    double figure;
    std::string_view unit;
};

// In the largest unit in which the time is a round figure.
Measured measured(double hours) {
    const auto whole = [&](double per) { return hours / per == static_cast<double>(static_cast<int>(hours / per)); };
    constexpr double day = hours_per_day, week = hours_per_week, month = hours_per_month;
    if (hours >= 2 * month) return {std::round(hours / month), "month"};
    if (hours == month) return {1, "month"};
    if (hours >= 2 * week && whole(week)) return {hours / week, "week"};
    if (hours > 2 * day && whole(day)) return {hours / day, "day"};
    return {hours, "hour"};
}

}  // namespace

std::string duration(const Words& words, double hours) {
    const auto [figure, unit] = measured(hours);
    return with_unit(words, figure, figure, unit);
}

std::string hours_span(const Content& content, double from_h, std::optional<double> until_h) {
    const Words& words = content.words;
    if (!until_h) {
        if (from_h <= 0) return say(content, "span.clinic").text;
        return say(content, "span.from", {{"from", duration(words, from_h)}}).text;
    }
    if (from_h <= 0) return say(content, "span.until", {{"until", duration(words, *until_h)}}).text;
    const Measured from = measured(from_h), until = measured(*until_h);
    const std::string begin = with_unit(words, from.figure, from.figure, from.unit == until.unit ? "" : from.unit);  // "6 to 24 hours"
    return say(content, "span.both", {{"from", begin}, {"until", duration(words, *until_h)}}).text;
}

}  // namespace needlewise
