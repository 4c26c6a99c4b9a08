// What is wrong with the clinic's pack, said to whoever looks after the website. A person who prepares a consultation only
// sees a line in the footer that leads here.
#include <algorithm>

#include "core/pages/parts.h"

namespace needlewise {

Node problem_item(const Content& content, const Problem& problem) {
    Node item{ListItem{}};
    const std::string key = "pack." + std::string(name_of(problem.severity));
    std::string place = problem.file;
    if (!problem.pointer.empty()) place += " " + problem.pointer;
    item.children.push_back({Paragraph{say(content, key, {{"place", place}}).text, Style::small, {}}});
    item.children.push_back({Paragraph{problem.what, Style::body, "en"}});
    if (!problem.hint.empty()) item.children.push_back({Paragraph{problem.hint, Style::small, "en"}});
    return item;
}

namespace {

std::string_view lead_of(const Content& content) {
    if (content.pack_refused) return "pack.lead.refused";
    if (!content.clinic) return "pack.lead.none";
    const auto only_to_know = [](const Problem& problem) { return problem.severity == Severity::note; };
    return std::ranges::all_of(content.pack_problems, only_to_know) ? "pack.lead.fine" : "pack.lead.used";
}

}  // namespace

std::vector<Node> pack_page(const Content& content) {
    std::vector<Node> nodes;
    nodes.push_back(heading(1, say(content, "pack.title").text));
    nodes.push_back({Paragraph{say(content, lead_of(content)).text, Style::lead, {}}});
    if (content.clinic) nodes.push_back({Paragraph{say(content, "pack.of", {{"clinic", content.clinic->name}}).text, Style::body, {}}});
    const Node back = link_to(say(content, "brief.back").text, "staff", LinkLook::text);
    if (content.pack_problems.empty()) {
        nodes.push_back(back);
        return nodes;
    }
    Node list{List{true}};
    list.children.reserve(content.pack_problems.size());
    for (const Severity severity : {Severity::error, Severity::warning, Severity::note})
        for (const Problem& problem : content.pack_problems)
            if (problem.severity == severity) list.children.push_back(problem_item(content, problem));
    nodes.push_back({Section{Landmark::none, Look::card, {}}});
    nodes.back().children.push_back(std::move(list));
    nodes.push_back({Paragraph{say(content, "pack.check").text, Style::body, {}}});
    nodes.push_back(back);
    return nodes;
}

}  // namespace needlewise
