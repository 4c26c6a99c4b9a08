// An address that names no page: said so, instead of showing another one.
#include "core/pages/parts.h"

namespace needlewise {

std::vector<Node> missing_page(const Content& content, const Model& model) {
    std::vector<Node> nodes;
    nodes.push_back(heading(1, say(content, "missing.title").text));
    nodes.push_back({Paragraph{say(content, "missing.link").text, Style::lead, {}}});
    nodes.push_back(link_to(say(content, "missing.home").text, "", LinkLook::primary));
    if (model.answers.empty()) return nodes;
    nodes.push_back({Paragraph{say(content, "missing.answers").text, Style::body, {}}});
    nodes.push_back(link_to(say(content, "missing.review").text, "review", LinkLook::text));
    return nodes;
}

}  // namespace needlewise
