// Sources and about: where every number comes from, what this is and is not.
#include <array>

#include "core/pages/clinic.h"

namespace needlewise {

namespace {

// The topic part of a record's id: "SCR" of "SCR-006"; trial ids have none and stand together.
std::string topic_of(const std::string& id) {
    if (id.starts_with("clinic:")) return "clinic";
    const auto dash = id.find('-');
    const std::string topic = dash == std::string::npos ? std::string{} : id.substr(0, dash);
    for (const char letter : topic)
        if (letter < 'A' || letter > 'Z') return "trials";
    return topic.empty() ? "trials" : topic;
}

}  // namespace

std::vector<Node> sources_page(const Content& content, const Model& model) {
    std::vector<Node> nodes;
    nodes.push_back(heading(1, say(content, "sources.title").text));
    nodes.push_back({Paragraph{say(content, "sources.lead", {{"count", std::to_string(content.sources.size())}}).text, Style::lead, {}}});
    nodes.push_back({Paragraph{say(content, "sources.status").text, Style::body, {}}});
    std::map<std::string, std::vector<std::string>> by_topic;
    for (const auto& [id, source] : content.sources) by_topic[topic_of(id)].push_back(id);
    for (const auto& [topic, ids] : by_topic) {
        const std::string toggle = "sources:" + topic;
        const bool open = model.open.contains(toggle);
        nodes.push_back(heading(2, say(content, "sources.topic." + topic).text));
        Button button;
        button.label = say(content, open ? "sources.hide" : "sources.show", {{"count", std::to_string(ids.size())}}).text;
        button.action = Toggle{toggle};
        button.expanded = open;
        nodes.push_back({std::move(button), toggle});
        if (!open) continue;
        Node list{List{}};
        for (const std::string& id : ids) list.children.push_back(source_item(content, id));
        nodes.push_back({Section{Landmark::none, Look::note, {}}, "", {}});
        nodes.back().children.push_back(std::move(list));
    }
    return nodes;
}

namespace {

// The file of that name in the folder the site stands in.
std::string in_site(std::string_view address, std::string_view file) {
    const std::string_view path = address.substr(0, address.find_first_of("?#"));
    return std::string(path.substr(0, path.rfind('/') + 1)).append(file);
}

}  // namespace

std::vector<Node> about_page(const Content& content, const Model& model) {
    Writer page(content, model, "about");
    page.heading(1, "about.title");
    page.say("about.lead", {}, Style::lead);
    for (const std::string_view part : {"use", "status", "privacy", "who", "update", "licence"}) {
        const std::string prefix = "about." + std::string(part);
        page.heading(2, prefix + ".title");
        if (part == "privacy") page.say(privacy_key(content, model));
        page.say_all(prefix + ".text");
    }
    if (!model.address.empty()) {  // of everything that is in the site, in full (tools/third_party.mjs)
        Link licences{.label = page.words("about.licence.others"),
                      .detail = {},
                      .path = {},
                      .url = in_site(model.address, "licences.txt"),
                      .field = {}};
        page.add({std::move(licences), "licences"});
    }
    if (auto legal = clinic_legal(content, model)) page.add(std::move(*legal));
    page.say("footer.version", {{"version", content.version}}, Style::small);
    return page.finish();
}

// What is tested how; it claims nothing that no test or person has tried.
std::vector<Node> accessibility_page(const Content& content, const Model& model) {
    Writer page(content, model, "accessibility");
    page.heading(1, "accessibility.title");
    page.say("accessibility.lead", {}, Style::lead);
    for (const std::string_view part : {"use", "standard", "tested", "untested", "limits", "report"}) {
        const std::string prefix = "accessibility." + std::string(part);
        page.heading(2, prefix + ".title");
        page.say_all(prefix + ".text");
    }
    return page.finish();
}

}  // namespace needlewise
