// Pictures of a form: beside the question, and of its options with their words below them.
#include "core/form/markup.h"
#include "core/pages/form_parts.h"

namespace needlewise {

namespace {

bool is_there(const Content& content, const Media& media) {
    return !media.figure.empty() && (!media.data.empty() || content.figures.contains(media.figure));
}

// The picture; where nothing is shown the way to it, when it has an address, or that one of ours is not there. `name` when it has no title
// of its own.
std::vector<Node> picture(const Content& content, const Media& media, const std::string& name) {
    const std::string title = media.file.title.empty() ? name : media.file.title;
    std::vector<Node> nodes;
    if (is_there(content, media)) {
        nodes.push_back({Figure{.image = media.figure, .title = title, .description = {}}});
    } else if (const std::string address = safe_link(media.file.url); !address.empty()) {
        Link link;
        link.label = title;
        link.url = address;
        nodes.push_back({std::move(link)});
    } else if (!media.figure.empty() && !content.figures.empty()) {
        nodes.push_back(not_supported(content, {.extension = {}, .words = "there is no picture \"" + media.file.url + "\" here"}));
    }
    return nodes;
}

}  // namespace

std::vector<Node> form_pictures(const Content& content, const Item& item) {
    std::vector<Node> nodes;
    if (item.look.media) append(nodes, picture(content, *item.look.media, text_of(content, item)));
    Node options{Section{Landmark::none, Look::figures, {}}};
    for (const Option& option : item.options) {
        if (!option.media) continue;
        const std::string name = text_of(content, option);
        Node one{Section{Landmark::none, Look::card, {}}, {}, picture(content, *option.media, name)};
        if (one.children.empty()) continue;
        if (std::holds_alternative<Figure>(one.children.front().what)) one.children.push_back({Paragraph{name, Style::small, {}}});
        options.children.push_back(std::move(one));
    }
    if (!options.children.empty()) nodes.push_back(std::move(options));
    return nodes;
}

}  // namespace needlewise
