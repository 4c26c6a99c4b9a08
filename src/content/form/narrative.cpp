// The text of a resource: its status, and XHTML that is closed, holds words and runs nothing (txt-1, txt-2).
#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/form/parts.h"

namespace needlewise {

namespace {

bool is_blank(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }
bool is_quote(char c) { return c == '"' || c == '\''; }

// The tag in front without its < and >; nothing where it has no end.
std::optional<std::string_view> take_tag(std::string_view& rest) {
    char quote = 0;
    for (std::size_t at = 1; at < rest.size() && (quote != 0 || rest[at] != '<'); ++at) {
        if (quote != 0) quote = rest[at] == quote ? '\0' : quote;
        else if (is_quote(rest[at])) quote = rest[at];
        else if (rest[at] == '>') {
            const std::string_view tag = rest.substr(1, at - 1);
            rest.remove_prefix(at + 1);
            return tag;
        }
    }
    return std::nullopt;
}

// Every & begins a name or a number that ends with a semicolon.
bool has_whole_entities(std::string_view words) {
    for (std::size_t at = words.find('&'); at != std::string_view::npos; at = words.find('&', at + 1)) {
        const std::size_t end = words.find(';', at);
        if (end == std::string_view::npos) return false;
        std::string_view entity = words.substr(at + 1, end - at - 1);
        const bool hexadecimal = entity.starts_with("#x"), number = entity.starts_with('#');
        entity.remove_prefix(hexadecimal ? 2 : number ? 1 : 0);
        const bool fits = std::ranges::all_of(entity, [&](char c) {
            const auto letter = static_cast<unsigned char>(c);
            return hexadecimal ? std::isxdigit(letter) != 0 : number ? std::isdigit(letter) != 0 : std::isalnum(letter) != 0;
        });
        if (entity.empty() || !fits) return false;
    }
    return true;
}

// By name, of what stands behind the name of an element; nothing when it is not written as XML.
std::optional<std::vector<std::pair<std::string_view, std::string_view>>> attributes_of(std::string_view rest) {
    constexpr std::string_view blank = " \t\r\n";
    std::vector<std::pair<std::string_view, std::string_view>> found;
    for (;;) {
        const std::size_t start = rest.find_first_not_of(blank);
        if (start == std::string_view::npos || rest.substr(start) == "/") return found;
        if (start == 0) return std::nullopt;
        const std::size_t equals = rest.find('=', start);
        if (equals == std::string_view::npos) return std::nullopt;
        const std::string_view before = rest.substr(start, equals - start);
        const std::string_view name = before.substr(0, before.find_last_not_of(blank) + 1);
        const std::size_t opens = rest.find_first_not_of(blank, equals + 1);
        if (opens == std::string_view::npos || !is_quote(rest[opens]) || name.find_first_of(blank) != std::string_view::npos)
            return std::nullopt;
        const std::size_t closes = rest.find(rest[opens], opens + 1);
        if (closes == std::string_view::npos) return std::nullopt;
        const std::string_view value = rest.substr(opens + 1, closes - opens - 1);
        const bool twice = std::ranges::contains(found, name, &std::pair<std::string_view, std::string_view>::first);
        if (name.empty() || twice || value.contains('<') || !has_whole_entities(value)) return std::nullopt;
        found.emplace_back(name, value);
        rest.remove_prefix(closes + 1);
    }
}

// Only attributes of HTML 4.0, on whichever element; no events and no scripts.
std::string wrong_with_attributes(std::string_view rest, const std::string& name) {
    constexpr std::string_view allowed =
        " abbr accesskey align alt axis bgcolor border cellpadding cellspacing char charoff charset cite class clear colspan color compact "
        "coords datetime dir face frame headers height href hreflang hspace id idref ismap lang longdesc name noshade nowrap rel rev "
        "rowspan rules scope shape size span src start style summary tabindex target title type usemap valign value vspace width xmlns ";
    const auto attributes = attributes_of(rest);
    if (!attributes) return "an attribute of <" + name + "> is not written as XML";
    for (const auto& [attribute, value] : *attributes) {
        const bool known = allowed.contains(" " + std::string(attribute) + " ");
        if (attribute.starts_with("on")) return "there is an event in <" + name + "> (txt-1)";
        if (!known && !attribute.starts_with("xml")) return "there is a \"" + std::string(attribute) + "\" in <" + name + "> (txt-1)";
        if (attribute == "href" && value.starts_with("javascript:")) return "there is a script in <" + name + "> (txt-1)";
    }
    return {};
}

// What is wrong with an opening tag by itself; empty when nothing is.
std::string wrong_with_opening(std::string_view tag, std::string_view name, bool root) {
    // The elements of txt-1, by its words (the chapters of HTML 4.0 it names) or by its expression: no scripts, no forms, no frames.
    constexpr std::string_view allowed =
        " a abbr acronym address b bdo big blockquote br caption center cite code col colgroup dd dfn div dl dt em font h1 h2 h3 h4 h5 h6 "
        "hr "
        "i img kbd li ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var ";
    const bool in_xhtml = tag.contains("xmlns=\"http://www.w3.org/1999/xhtml\"") || tag.contains("xmlns='http://www.w3.org/1999/xhtml'");
    if (root && (name != "div" || !in_xhtml)) return "it is no <div xmlns=\"http://www.w3.org/1999/xhtml\">";
    if (!allowed.contains(" " + std::string(name) + " ")) return "there is a <" + std::string(name) + "> in it (txt-1)";
    return wrong_with_attributes(tag.substr(name.size()), std::string(name));
}

std::string wrong_with_div(std::string_view rest) {
    std::vector<std::string_view> open;
    for (bool begun = false;; begun = true) {
        const std::size_t start = rest.find('<');
        if (open.empty() && !std::ranges::all_of(rest.substr(0, start), is_blank)) return "there are words outside of its <div>";
        if (!has_whole_entities(rest.substr(0, start))) return "there is a & that is not written &amp;";
        if (start == std::string_view::npos) return open.empty() ? "" : "<" + std::string(open.back()) + "> is not closed";
        rest.remove_prefix(start);
        if (const auto end = rest.starts_with("<!--") ? rest.find("-->") : 0; end != 0) {
            if (end == std::string_view::npos || open.empty()) return "there is a comment without its end, or outside of its <div>";
            rest.remove_prefix(end + 3);
            continue;
        }
        const auto tag = take_tag(rest);
        if (!tag) return "there is a < without its >";
        const bool closes = tag->starts_with('/');
        const std::string_view name = tag->substr(closes ? 1 : 0, tag->find_first_of(" \t\r\n/", 1) - (closes ? 1 : 0));
        if (closes && open.empty()) return "</" + std::string(name) + "> closes nothing";
        if (closes && open.back() != name) return "<" + std::string(open.back()) + "> is not closed before </" + std::string(name) + ">";
        if (closes) open.pop_back();
        else if (begun && open.empty()) return "there is more than one <div>";
        else if (auto wrong = wrong_with_opening(*tag, name, open.empty()); !wrong.empty()) return wrong;
        else if (!tag->ends_with('/')) open.push_back(name);
    }
}

}  // namespace

void check_narrative(const Reader& in) {
    if (!check_element(in, {"status", "div"})) return;
    constexpr std::string_view states = " generated extensions additional empty ";
    const auto status = in.get<std::string>("status"), div = in.get<std::string>("div");
    if (!status.empty() && (status.contains(' ') || !states.contains(" " + status + " ")))
        in.problem_at("status", "\"" + status + "\" is no status of a text", "one of: generated, extensions, additional, empty");
    if (div.empty()) return;
    bool tag = false, says = div.contains("<img");
    for (const char letter : div) {
        if (letter == '<' || letter == '>') tag = letter == '<';
        else says = says || (!tag && !is_blank(letter));
    }
    if (!says) in.problem_at("div", "there are no words in it (txt-2)", "leave the text out");
    if (const std::string wrong = wrong_with_div(div); !wrong.empty()) in.problem_at("div", wrong, "write XHTML");
}

}  // namespace needlewise
