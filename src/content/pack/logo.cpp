// The logo of a clinic: a drawing in the form of our figures, so that it can be painted and can do nothing else.
#include <algorithm>
#include <array>

#include "content/pack/parts.h"

namespace needlewise {

namespace {

constexpr std::size_t most_bytes = 20u << 10;

constexpr std::array elements =
    std::to_array<std::string_view>({"svg", "title", "desc", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"});
constexpr std::array attributes = std::to_array<std::string_view>({"xmlns",
                                                                   "viewBox",
                                                                   "width",
                                                                   "height",
                                                                   "role",
                                                                   "id",
                                                                   "fill",
                                                                   "fill-opacity",
                                                                   "fill-rule",
                                                                   "stroke",
                                                                   "stroke-width",
                                                                   "stroke-linecap",
                                                                   "stroke-linejoin",
                                                                   "stroke-opacity",
                                                                   "opacity",
                                                                   "d",
                                                                   "x",
                                                                   "y",
                                                                   "rx",
                                                                   "ry",
                                                                   "r",
                                                                   "cx",
                                                                   "cy",
                                                                   "x1",
                                                                   "y1",
                                                                   "x2",
                                                                   "y2",
                                                                   "points"});

constexpr std::string_view space = " \t\r\n";

bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == ':'; }

std::string_view take_name(std::string_view& rest) {
    const auto end = std::ranges::find_if_not(rest, is_name);
    const auto length = static_cast<std::size_t>(end - rest.begin());
    const std::string_view name = rest.substr(0, length);
    rest.remove_prefix(length);
    return name;
}

void skip_space(std::string_view& rest) { rest.remove_prefix(std::min(rest.find_first_not_of(space), rest.size())); }

template <std::size_t N>
bool lists(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

// What is wrong with the attributes of a tag, `rest` being what stands after its name; empty when nothing is.
std::string wrong_attribute(std::string_view rest) {
    for (skip_space(rest); !rest.empty() && rest != "/"; skip_space(rest)) {
        const std::string_view name = take_name(rest);
        if (!lists(attributes, name)) return "the attribute \"" + std::string(name.empty() ? rest.substr(0, 10) : name) + "\"";
        skip_space(rest);
        if (!rest.starts_with('=')) return "the attribute \"" + std::string(name) + "\" without a value";
        rest.remove_prefix(1);
        skip_space(rest);
        const char quote = rest.empty() ? '\0' : rest.front();
        const std::size_t end = quote == '"' || quote == '\'' ? rest.find(quote, 1) : std::string_view::npos;
        if (end == std::string_view::npos) return "the attribute \"" + std::string(name) + "\" without quotes";
        const std::string_view value = rest.substr(1, end - 1);
        if (value.contains('&') || value.contains('(') || (name != "xmlns" && value.contains(':')))
            return "the value of \"" + std::string(name) + "\"";
        rest.remove_prefix(end + 1);
    }
    return {};
}

// The first thing in the text that no logo has; empty when there is none.
std::string strange_part(std::string_view svg) {
    for (std::size_t open = svg.find('<'); open != std::string_view::npos; open = svg.find('<')) {
        svg.remove_prefix(open + 1);
        const std::size_t close = svg.find('>');
        if (close == std::string_view::npos) return "a tag that does not end";
        std::string_view tag = svg.substr(0, close);
        svg.remove_prefix(close + 1);
        const bool ends = tag.starts_with('/');
        if (ends) tag.remove_prefix(1);
        const std::string_view name = take_name(tag);
        if (!lists(elements, name)) return "\"<" + std::string(name.empty() ? tag.substr(0, 10) : name) + "\"";
        if (std::string wrong = ends ? "" : wrong_attribute(tag); !wrong.empty()) return wrong;
    }
    return {};
}

}  // namespace

std::string read_logo(const Reader& in) {
    constexpr std::string_view hint = "plain shapes in flat colours; assets/packs/README.md lists what a logo may hold";
    auto text = in.as<std::string>();
    if (!text) return {};
    const auto refuse = [&](std::string what) {
        in.problem(std::move(what), std::string(hint));
        return std::string();
    };
    if (text->size() > most_bytes) return refuse("the logo is larger than 20 kB");
    if (text->contains('\0')) return refuse("the logo is no text");
    if (!text->starts_with("<svg ") || !text->ends_with("</svg>")) return refuse("the logo is no SVG text from \"<svg \" to \"</svg>\"");
    if (!text->contains("viewBox=\"0 0 ")) return refuse("the logo has no viewBox that begins at 0 0");
    if (const std::string strange = strange_part(*text); !strange.empty()) return refuse("a logo cannot hold " + strange);
    return *std::move(text);
}

}  // namespace needlewise
