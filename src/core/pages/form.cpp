// Anybody's questionnaire: its start and its pages.
#include <algorithm>
#include <charconv>
#include <span>

#include "core/pages/form_parts.h"

namespace needlewise {

namespace {

// The part of the form on one page.
class FormNodes {
public:
    FormNodes(const Content& with, const Model& of, const Standing& now)
        : content(with), model(of), form(*with.form), standing(now), filled(filling_of(with, of)) {}

    // All repetitions of an entry. `level` is that of the headings of groups.
    void entry(std::size_t entry, int level, std::vector<Node>& nodes) {
        for (const std::size_t node : standing.tree().of(entry)) item(node, level, nodes);
    }

    const std::vector<std::pair<std::string, std::string>>& errors() const { return wrong; }

private:
    void item(std::size_t node, int level, std::vector<Node>& nodes) {
        const Tree::Node& here = standing.tree().nodes()[node];
        const Item& asks = standing.tree().item(node);
        if (!here.enabled || asks.look.hidden) return;
        if (asks.type == ItemType::display) return display(asks, nodes);
        if (!here.given) return;
        const std::string pointer = standing.tree().pointer(node);
        if (asks.type == ItemType::group) group(node, asks, pointer, level, nodes);
        else question(node, asks, pointer, level, nodes);
    }

    void display(const Item& asks, std::vector<Node>& nodes) {
        if (const Item* question = item_around(asks); question && is_hint(*question, asks)) return;
        const std::string text = text_of(content, asks);
        if (asks.look.rich.empty() && !text.empty()) nodes.push_back({Paragraph{text, Style::body, {}}});
        for (const RichParagraph& paragraph : asks.look.rich) rich(paragraph, nodes);
        beside(asks, nodes);
    }

    // What the form shows with an item, and what of it is not shown.
    void beside(const Item& asks, std::vector<Node>& nodes) const {
        append(nodes, form_pictures(content, asks));
        for (const Notice& notice : asks.notices)
            if (notice.shown) nodes.push_back(not_supported(content, notice));
    }

    // Words, and after them what they lead to. A link at their end need not be said twice.
    static void rich(const RichParagraph& paragraph, std::vector<Node>& nodes) {
        std::size_t end = paragraph.size();
        while (end > 0 && !paragraph[end - 1].link.empty()) --end;
        std::string words;
        for (const Run& run : std::span(paragraph).first(end)) words += run.text;
        if (words.find_first_not_of(' ') != std::string::npos) nodes.push_back({Paragraph{words, Style::body, {}}});
        for (const Run& run : paragraph) {
            if (run.link.empty()) continue;
            Link link;
            link.label = run.text.empty() ? run.link : run.text;
            link.url = run.link;
            nodes.push_back({std::move(link)});
        }
    }

    const Item* item_around(const Item& asks) const {
        const std::size_t entry = form.outline.find(asks.link_id);
        const std::size_t parent = entry == Outline::none ? Outline::none : form.outline.entries()[entry].parent;
        return parent == Outline::none ? nullptr : form.outline.entries()[parent].item;
    }

    void group(std::size_t node, const Item& asks, const std::string& pointer, int level, std::vector<Node>& nodes) {
        const auto repeated = repetitions(standing.tree(), node);
        const std::string title = text_of(content, asks), name = group_name(content, standing.tree(), node);
        Node section{Section{Landmark::none, asks.repeats ? Look::card : Look::plain, name}, "field:" + form_field(pointer)};
        const bool said = level == 1 && !(asks.repeats && repeated.size() > 1);  // the heading of the page says it
        if (!name.empty() && !said) section.children.push_back(heading(std::clamp(level, 2, 4), name));
        beside(asks, section.children);
        if (const Issue* issue = model.show_errors ? standing.wrong_at(pointer) : nullptr)
            add_wrong("field:" + form_field(pointer), name, error_text(content, asks, *issue));
        children(node, level + 1, section.children);
        if (asks.repeats && repeated.size() > 1)
            section.children.push_back(remove_button(content, with_groups(content, standing.tree(), node, name), form_field(pointer)));
        if (level == 1 && !asks.repeats) append(nodes, std::move(section.children));
        else nodes.push_back(std::move(section));
        if (!asks.repeats || node != repeated.back()) return;
        const std::string all = with_groups(content, standing.tree(), node, title.empty() ? say(content, "form.unnamed").text : title);
        const auto most = asks.limits.most_answers;
        append(nodes, add_buttons(content, model, all, form_field(standing.tree().pointer(repeated.front())),
                                  !most || static_cast<std::int64_t>(repeated.size()) < *most));
    }

    // Of a table, and of each group in one, side by side where there is room.
    void children(std::size_t node, int level, std::vector<Node>& nodes) {
        const Tree& tree = standing.tree();
        const std::size_t around = tree.nodes()[node].parent;
        const bool in_table = around != 0 && is_table(tree.item(around));  // 0: around everything
        const bool row = tree.item(node).type == ItemType::group && (in_table || is_table(tree.item(node)));
        std::vector<Node> fields;
        bool groups = false;
        for (std::size_t child = node + 1; child < tree.nodes()[node].end; child = tree.nodes()[child].end) {
            if (tree.nodes()[child].is_answer) children(child, level, fields);
            else item(child, level, fields);
            groups = groups || tree.item(child).type == ItemType::group;
        }
        if (row && !groups && fields.size() > 1) nodes.push_back({Section{Landmark::none, Look::figures, {}}, "", std::move(fields)});
        else append(nodes, std::move(fields));
    }

    void add_wrong(const std::string& id, const std::string& name, const std::string& words) {
        if (!words.empty()) wrong.emplace_back(id, name.empty() ? words : name + " \u2013 " + words);
    }

    // Each field that says what is wrong with it.
    void mark_wrong(const Node& field) {
        if (const auto* choice = std::get_if<Choice>(&field.what)) add_wrong(field.id, choice->legend, choice->error);
        if (const auto* select = std::get_if<Select>(&field.what)) add_wrong(field.id, select->label, select->error);
        if (const auto* date = std::get_if<DateField>(&field.what)) add_wrong(field.id, date->label, date->error);
        if (const auto* text = std::get_if<TextField>(&field.what)) add_wrong(field.id, text->label, text->error);
    }

    // Without its emphasis, which the field of a question does not show.
    static bool says_the_same(const std::vector<RichParagraph>& rich, std::string text) {
        std::string words;
        bool leads_on = false;
        for (const RichParagraph& paragraph : rich) {
            for (const Run& run : paragraph) {
                words += run.text;
                leads_on = leads_on || !run.link.empty();
            }
        }
        const auto blank = [](char letter) { return letter == ' ' || letter == '\n'; };
        std::erase_if(words, blank);
        std::erase_if(text, blank);
        return !leads_on && words == text;
    }

    // As it was filled in, the fields that are still empty among them; what stands below an answer, once there is one.
    void question(std::size_t node, const Item& asks, const std::string& pointer, int level, std::vector<Node>& nodes) {
        const ResponseItem* given = item_at(filled, pointer);
        if (!given) return;
        if (!says_the_same(asks.look.rich, asks.text))
            for (const RichParagraph& paragraph : asks.look.rich) rich(paragraph, nodes);
        append(nodes, form_pictures(content, asks));
        std::vector<Node> fields = form_question(content, model, asks, *given, pointer, model.show_errors ? &standing : nullptr);
        for (const Node& field : fields) mark_wrong(field);
        append(nodes, std::move(fields));
        children(node, level, nodes);
    }

    const Content& content;
    const Model& model;
    const Form& form;
    const Standing& standing;
    const Response& filled;
    std::vector<std::pair<std::string, std::string>> wrong;
};

std::size_t number_in(const std::string& name) {
    std::size_t number = 0;
    std::from_chars(name.data(), name.data() + name.size(), number);
    return number;
}

std::string first_page(const std::vector<FormPage>& pages, const Standing& standing) {
    for (std::size_t i = 0; i < pages.size(); ++i)
        if (standing.is_asked(pages[i])) return "form/" + std::to_string(i + 1);
    return "form/review";
}

Node way_on(const Content& content, std::string_view key, Action action) {
    Node row{Section{Landmark::none, Look::actions, {}}, "actions"};
    row.children.push_back({Button{.label = say(content, key).text, .look = ButtonLook::primary, .action = std::move(action)}, "continue"});
    row.children.push_back({Button{.label = say(content, "action.back").text, .look = ButtonLook::quiet, .action = Back{}}, "back"});
    return row;
}

Node progress(const Content& content, const std::vector<FormPage>& pages, const Standing& standing, std::size_t here) {
    Progress bar{.label = {}, .value = 0, .max = 0};
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (!standing.is_asked(pages[i])) continue;
        ++bar.max;
        if (i < here) ++bar.value;
    }
    bar.value = std::max(bar.value, 1);
    bar.max = std::max(bar.max, bar.value);
    bar.label = say(content, "form.progress", {{"number", std::to_string(bar.value)}, {"count", std::to_string(bar.max)}}).text;
    return {std::move(bar), "progress"};
}

}  // namespace

std::string form_page_title(const Content& content, const FormPage& page) {
    const auto& entries = content.form->outline.entries();
    const Item& last = *entries[page.entries.back()].item;
    std::string title = last.type == ItemType::group ? text_of(content, last) : std::string{};
    if (title.empty() && page.parent != Outline::none) title = text_of(content, *entries[page.parent].item);
    return title.empty() ? form_title(content) : title;
}

std::vector<Node> form_start(const Content& content, const Model& model) {
    Writer page(content, model, "form.start");
    if (!content.form) {
        page.heading(1, "form.refused.title");
        page.say("form.refused.text", {}, Style::lead);
        Node list{List{true}};
        for (const Problem& problem : content.form_problems) list.children.push_back(problem_item(content, problem));
        page.add(std::move(list));
        page.add(button(content, "trouble.reload", ButtonLook::secondary, LoadAgain{}, "load-again"));
        return page.finish();
    }
    const auto pages = form_pages(content.form->outline);
    const Standing standing(*content.form, filling_of(content, model), model.today);
    page.add(heading(1, form_title(content)));
    for (const Notice& notice : content.form->questionnaire.notices)
        if (notice.shown) page.add(not_supported(content, notice));
    page.say(privacy_key(content, model));
    Node doors{Section{Landmark::none, Look::links, {}}};
    doors.children.push_back(
        link_to(say(content, model.filling ? "form.continue" : "form.start").text, first_page(pages, standing), LinkLook::primary));
    page.add(std::move(doors));
    return page.finish();
}

std::optional<Node> form_after(const Content& content) {
    if (!content.form_after || (!content.form && content.form_problems.empty())) return std::nullopt;
    const std::string title = content.form ? form_title(content) : say(content, "form.title").text;
    return link_to(title, "form", LinkLook::card, say(content, "form.after").text);
}

std::vector<Node> form_page(const Content& content, const Model& model) {
    if (!content.form) return form_start(content, model);
    if (model.place.name == "review") return form_review(content, model);
    if (model.place.name == "send") return form_send(content, model);
    const Form& form = *content.form;
    const auto pages = form_pages(form.outline);
    const std::size_t here = number_in(model.place.name);
    if (here == 0 || here > pages.size()) return form_start(content, model);
    const FormPage& page = pages[here - 1];
    const Standing standing(form, filling_of(content, model), model.today);
    std::vector<Node> nodes;
    if (!standing.is_asked(page)) {  // answers changed and this page is no longer asked
        Writer gone(content, model, "gone");
        gone.heading(1, "question.gone.title");
        gone.say("question.gone.text");
        gone.add(link_to(say(content, "question.gone.review").text, "form/review", LinkLook::primary));
        return gone.finish();
    }
    FormNodes parts(content, model, standing);
    Node section{Section{Landmark::form, Look::plain, say(content, "question.form").text}, "form"};
    section.children.push_back(heading(1, form_page_title(content, page)));
    const bool titled = content.form->outline.entries()[page.entries.back()].item->type == ItemType::group;  // it has said its name
    for (const std::size_t entry : page.entries) parts.entry(entry, titled ? 1 : 2, section.children);
    section.children.push_back(way_on(content, "action.continue", Continue{}));
    nodes.push_back(progress(content, pages, standing, here));
    if (!parts.errors().empty()) nodes.push_back(error_summary(content, parts.errors()));
    nodes.push_back(std::move(section));
    return nodes;
}

}  // namespace needlewise
