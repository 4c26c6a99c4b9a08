// The text of a resource: its status, and XHTML that is closed, holds words and runs nothing (txt-1, txt-2).
#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>
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

// "onclick" and its like.
bool has_event(std::string_view tag) {
    char quote = 0;
    for (std::size_t at = 0; at < tag.size(); ++at) {
        if (quote != 0) quote = tag[at] == quote ? '\0' : quote;
        else if (is_quote(tag[at])) quote = tag[at];
        else if (is_blank(tag[at]) && tag.substr(at + 1).starts_with("on")) return true;
    }
    return false;
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
    return has_event(tag) ? "there is an event in <" + std::string(name) + "> (txt-1)" : std::string();
}

std::string wrong_with_div(std::string_view rest) {
    std::vector<std::string_view> open;
    for (bool begun = false;; begun = true) {
        const std::size_t start = rest.find('<');
        if (open.empty() && !std::ranges::all_of(rest.substr(0, start), is_blank)) return "there are words outside of its <div>";
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
        if (closes && (open.empty() || open.back() != name)) return "</" + std::string(name) + "> closes nothing";
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
