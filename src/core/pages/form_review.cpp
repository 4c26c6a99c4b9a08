// Anybody's questionnaire with all its answers: on one page to look through, and before they are sent.
#include "core/form/start.h"
#include "core/pages/form_parts.h"

namespace needlewise {

namespace {

struct Answered {
    std::string question, answer;  // an empty answer: none
};

std::string full_name(const Content& content, const Tree& tree, std::size_t node) {
    const std::string name = text_of(content, tree.item(node));
    return with_groups(content, tree, node, name.empty() ? say(content, "form.unnamed").text : name);
}

// Every question of the page that is asked, in order.
std::vector<Answered> answers_on(const Content& content, const Standing& standing, const FormPage& page) {
    const Tree& tree = standing.tree();
    std::vector<Answered> all;
    for (const std::size_t entry : page.entries) {
        for (const std::size_t first : tree.of(entry)) {
            for (std::size_t node = first; node < tree.nodes()[first].end; ++node) {
                const Tree::Node& here = tree.nodes()[node];
                const Item& asks = tree.item(node);
                if (here.is_answer || !here.enabled || !here.given || !is_question(asks.type) || asks.look.hidden) continue;
                std::string words;
                for (const Answer& answer : here.given->answers)
                    if (answer.given && answer.value)
                        words += (words.empty() ? "" : say(content, "list.separator").text) + value_text(content, asks, *answer.value);
                all.push_back({full_name(content, tree, node), std::move(words)});
            }
        }
    }
    return all;
}

// What can be done with the answers: sent where somebody takes them, saved but on a shared tablet.
Node ways_out(const Content& content, const Model& model, bool ready) {
    Node row{Section{Landmark::none, Look::actions, {}}, "actions"};
    const bool sends = model.can_send && ready && model.form_delivered != Delivery::whole;
    if (sends)
        row.children.push_back(
            {Button{.label = say(content, "take.send.show").text, .look = ButtonLook::primary, .action = AskToSend{}}, "send"});
    if (!content.in_kiosk())
        row.children.push_back({Button{.label = say(content, "form.save").text,
                                       .look = sends ? ButtonLook::secondary : ButtonLook::primary,
                                       .action = SaveFile{"response"}},
                                "save"});
    row.children.push_back({Button{.label = say(content, "action.back").text, .look = ButtonLook::quiet, .action = Back{}}, "back"});
    return row;
}

}  // namespace

std::vector<Node> form_review(const Content& content, const Model& model) {
    const Standing standing(*content.form, filling_of(content, model), model.today);
    const auto pages = form_pages(content.form->outline);
    const bool ready = standing.nothing_wrong();
    const bool unfinished = ready && handed_out(*content.form, filling_of(content, model), model.today).status != "completed";
    std::vector<Node> nodes;
    nodes.push_back(heading(1, say(content, "review.title").text));
    nodes.push_back({Paragraph{{}, Style::lead, {}}});  // what state they are in, which the rows tell
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (!standing.is_asked(pages[i])) continue;
        std::vector<std::vector<std::string>> rows;
        for (Answered& each : answers_on(content, standing, pages[i]))
            rows.push_back(
                {std::move(each.question), each.answer.empty() ? say(content, "review.unanswered").text : std::move(each.answer)});
        if (rows.empty()) continue;
        const std::string number = std::to_string(i + 1), name = form_page_title(content, pages[i]);
        nodes.push_back(
            table("review:" + number, name, {say(content, "send.column.question").text, say(content, "send.column.answer").text}, rows));
        nodes.push_back(link_to(say(content, "form.change", {{"name", name}}).text, "form/" + number, LinkLook::text));
    }
    const std::string_view state = nodes.size() == 2                            ? "form.review.nothing"
                                   : model.form_delivered == Delivery::whole    ? "send.sent.title"
                                   : model.form_delivered == Delivery::outdated ? "take.lead.changed"
                                   : unfinished                                 ? "form.review.unfinished"
                                   : ready                                      ? "form.review.ready"
                                   : content.in_kiosk()                         ? "form.review.open"
                                                                                : "form.review.missing";
    std::get<Paragraph>(nodes[1].what).text = say(content, state).text;
    if (const auto score = total_score(standing.tree()))
        nodes.push_back({Paragraph{say(content, "form.score", {{"score", score->plain()}}).text, Style::lead, {}}, "score"});
    nodes.push_back(ways_out(content, model, ready));
    nodes.push_back(
        {Button{.label = say(content, "action.start-over").text, .look = ButtonLook::quiet, .action = AskToStartOver{}}, "start-over"});
    return nodes;
}

std::vector<Node> form_send(const Content& content, const Model& model) {
    const Standing standing(*content.form, filling_of(content, model), model.today);
    std::vector<std::vector<std::string>> rows;
    for (const FormPage& page : form_pages(content.form->outline)) {
        if (!standing.is_asked(page)) continue;
        for (Answered& each : answers_on(content, standing, page))
            if (!each.answer.empty()) rows.push_back({std::move(each.question), std::move(each.answer)});
    }
    return send_page(content, model,
                     {.of_form = true,
                      .says = "form.send.what",
                      .answers = std::move(rows),
                      .file = "response",
                      .back = "form/review",
                      .back_words = "form.send.back"});
}

}  // namespace needlewise
