// When to get help: whom to call where the person is, and the warning signs, most urgent first.
#include <algorithm>
#include <array>

#include "core/assessment/healing_moment.h"
#include "core/pages/clinic.h"

namespace needlewise {

namespace {

constexpr std::string_view from_toggle = "country:from";

// A letter with a mark sorts beside the letter without: "Österreich" among the O.
std::string sorted_as(std::string_view name) {
    static constexpr std::pair<std::string_view, std::string_view> plain[] = {
        {"Ä", "A"}, {"À", "A"}, {"É", "E"}, {"È", "E"}, {"Ł", "L"}, {"Ö", "O"}, {"Ś", "S"}, {"Ü", "U"}, {"Ż", "Z"}, {"إ", "ا"}, {"أ", "ا"}};
    for (const auto& [marked, letter] : plain)
        if (name.starts_with(marked)) return std::string(letter) + std::string(name.substr(marked.size()));
    return std::string(name);
}

Node country_list(const Content& content) {
    Select select{.label = say(content, "help.country.label").text, .value = content.where.country, .what = Select::What::country};
    for (const Country& country : content.countries.all)
        select.options.push_back({.value = country.id, .label = say(content, "country." + country.id).text});
    std::ranges::sort(select.options, {}, [](const Select::Option& option) { return sorted_as(option.label); });
    if (content.where.country.empty()) {
        constexpr std::string_view nobody_said = "none";
        select.value = nobody_said;
        select.options.insert(select.options.begin(),
                              {.value = std::string(nobody_said), .label = say(content, "help.country.choose").text});
    } else if (!country_of(content)) {
        select.value = another_country;
    }
    select.options.push_back({.value = std::string(another_country), .label = say(content, "help.country.other").text});
    return {std::move(select), "country"};
}

// How sure a line is: compared with the page it names, or not yet.
std::string how_sure(const Content& content, const HelpLine& line) {
    const std::string_view key = line.verified ? "help.lines.checked" : "help.lines.recalled";
    return say(content, key, {{"date", long_date(content.words, line.checked)}}).text;
}

Node origins(const Content& content, const std::vector<HelpLine>& lines) {
    Node list{List{}};
    for (const HelpLine& line : lines) {
        Node item{ListItem{line_text(content, line)}};
        Link page;
        page.label = line.page;
        page.url = line.page;
        item.children.push_back({Paragraph{how_sure(content, line), Style::small, {}}});
        item.children.push_back({std::move(page)});
        list.children.push_back(std::move(item));
    }
    Node note{Section{Landmark::none, Look::note, {}}};
    note.children.push_back(std::move(list));
    return note;
}

// One press calls it, on whatever can.
Node call(const Content& content, const HelpLine& line) {
    const std::string words = help_line_item(content, line);
    if (line.number.empty()) return {Paragraph{words, Style::body, {}}};
    Link link;
    link.label = words;
    link.url = dialled(line.number);
    return {std::move(link), "call:" + line.purpose};
}

// The numbers of the country, or the general words, and the list that says which country.
Node whom_to_call(const Content& content, const Model& model) {
    Node card{Section{Landmark::none, Look::card, {}}, "whom-to-call"};
    card.children.push_back(heading(2, say(content, "help.country.title").text));
    std::vector<HelpLine> lines = help_lines(content);
    if (lines.empty()) {
        card.children.push_back({Paragraph{say(content, "help.country.call").text}});
        lines = {content.countries.europe, content.countries.north_america};
    } else {
        for (const HelpLine& line : lines) card.children.push_back(call(content, line));
        if (content.where.guessed) card.children.push_back({Paragraph{say(content, "help.country.guessed").text, Style::small, {}}});
    }
    card.children.push_back(country_list(content));
    const bool open = model.open.contains(std::string(from_toggle));
    Button button{.label = say(content, "help.lines.from").text, .look = ButtonLook::chip, .action = Toggle{std::string(from_toggle)}};
    button.expanded = open;
    card.children.push_back({std::move(button), std::string(from_toggle)});
    if (open) card.children.push_back(origins(content, lines));
    return card;
}

Node warning_sign(const Content& content, const Model& model, const RedFlag& flag, Look look) {
    const std::string prefix = "redflag." + flag.id;
    Writer card(content, model, prefix);
    if (content.words.has(prefix + ".when")) card.say(prefix + ".when", {}, Style::eyebrow);
    else if (flag.from_h > 0 || flag.until_h)
        card.say("help.when", {{"span", hours_span(content, flag.from_h, flag.until_h)}}, Style::eyebrow);
    else card.say("help.any-time", {}, Style::eyebrow);
    card.heading(3, prefix + ".look");
    card.say_all(prefix + ".do");
    card.cite(flag.sources);
    return card.finish_as(look);
}

constexpr std::array urgencies{"emergency", "same-day", "clinic"};
constexpr std::array looks{Look::stop, Look::caution, Look::tell};

}  // namespace

std::vector<HelpLine> help_lines(const Content& content) {
    const Country* country = country_of(content);
    if (!country) return {};
    std::vector<HelpLine> lines{country->emergency};
    for (const auto* line : {&country->advice, &country->crisis})
        if (*line) lines.push_back(**line);
    return lines;
}

std::string help_line_item(const Content& content, const HelpLine& line) {
    return say(content, "help.line.item", {{"line", line_text(content, line)}, {"purpose", say(content, "help.line." + line.purpose).text}})
        .text;
}

std::vector<Node> help_page(const Content& content, const Model& model) {
    Writer page(content, model, "help");
    page.heading(1, "help.title");
    page.say("help.lead", {}, Style::lead);
    page.add(whom_to_call(content, model));
    if (auto call = clinic_help(content)) page.add(std::move(*call));
    const Assessment found = assess(content, model.answers, model.today);  // of whoever has answered
    for (std::size_t i = 0; i < urgencies.size(); ++i) {
        page.heading(2, "urgency." + std::string(urgencies[i]));
        for (const RedFlag& flag : content.red_flags)
            if (urgency_of(flag, found) == urgencies[i]) page.add(warning_sign(content, model, flag, looks[i]));
    }
    return page.finish();
}

// The signs that cannot wait, side by side.
std::vector<Node> help_slide(const Content& content, const Assessment& found) {
    Node boxes{Section{Landmark::none, Look::figures, {}}};
    for (std::size_t i = 0; i < 2; ++i) {
        Node box{Section{Landmark::none, looks[i], {}}}, list{List{}};
        box.children.push_back({Paragraph{say(content, "urgency." + std::string(urgencies[i])).text, Style::eyebrow, {}}});
        for (const RedFlag& flag : content.red_flags)
            if (urgency_of(flag, found) == urgencies[i])
                list.children.push_back({ListItem{say(content, "redflag." + flag.id + ".look").text}});
        box.children.push_back(std::move(list));
        boxes.children.push_back(std::move(box));
    }
    std::vector<Node> nodes;
    nodes.push_back(heading(1, say(content, "help.title").text));
    nodes.push_back(std::move(boxes));
    return nodes;
}

}  // namespace needlewise
