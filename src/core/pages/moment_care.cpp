// The healing time machine: what may be done at an hour, what has to wait, and what to watch for.
#include <algorithm>

#include "core/pages/time_machine.h"

namespace needlewise {

namespace {

constexpr std::size_t at_a_glance = 3;

// What is to be left says its thing alone: the heading has the "avoid", and the reader no double negative.
std::string care_line(const Content& content, const Aftercare& care, double hours) {
    const bool waits = over(care, hours);  // for a sign that still shows
    const std::string name = word(content, "aftercare." + care.id + (care.kind == Care::avoid ? ".name" : ".title"));
    return word(content, "moment.item", {{"title", name}, {"span", waits ? word(content, "aftercare.calm") : care_span(content, care)}});
}

Node list_of(const Machine& machine, const std::vector<const Aftercare*>& cares) {
    Node list{List{}};
    for (const Aftercare* care : cares) list.children.push_back({ListItem{care_line(machine.content, *care, machine.now.hours)}});
    return list;
}

bool nothing_waits(const HealingMoment& now) { return now.still.empty() && now.later.empty(); }

// What is open again, by the words it has for that.
std::vector<std::string> open_again(const Machine& machine) {
    std::vector<std::string> lines;
    for (const Aftercare* care : machine.now.again) {
        const std::string key = "aftercare." + care->id + ".again";
        if (machine.content.words.has(key)) lines.push_back(word(machine.content, key));
    }
    return lines;
}

// ---- Three and three -------------------------------------------------------------------------------------------------

// To do at this hour, with what opened last among the first three.
std::vector<std::string> open_now(const Machine& machine) {
    constexpr std::size_t before_news = at_a_glance - 1;
    std::vector<std::string> lines;
    lines.reserve(machine.now.now.size());
    for (const Aftercare* care : machine.now.now) lines.push_back(word(machine.content, "aftercare." + care->id + ".title"));
    std::vector<const Aftercare*> again = machine.now.again;
    std::ranges::stable_sort(again, std::ranges::greater(), [](const Aftercare* care) { return care->until_h.value_or(0); });
    auto at = lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), before_news));
    for (const Aftercare* care : again) {
        const std::string key = "aftercare." + care->id + ".again";
        if (machine.content.words.has(key)) at = lines.insert(at, word(machine.content, key)) + 1;
    }
    return lines;
}

// What changes next: a thing to be left ends, or a thing to do begins.
struct Change {
    double hours;
    const Aftercare* care;
};

// What has no words for being open again, as picking, is never told as something to look forward to.
std::vector<Change> changes_to_come(const Machine& machine) {
    const HealingMoment& now = machine.now;
    std::vector<Change> changes;
    changes.reserve(now.later.size() + now.still.size());
    for (const Aftercare* care : now.later) changes.push_back({care->from_h, care});
    for (const Aftercare* care : now.still)
        if (machine.content.words.has("aftercare." + care->id + ".again"))
            changes.push_back({std::max(care->until_h.value_or(now.hours), now.hours), care});
    std::ranges::stable_sort(changes, {}, &Change::hours);
    return changes;
}

std::string change_line(const Machine& machine, const Change& change) {
    const Content& content = machine.content;
    const Aftercare& care = *change.care;
    const std::string time = duration(content.words, change.hours), prefix = "aftercare." + care.id;
    if (care.kind != Care::avoid) return word(content, "moment.next.from", {{"time", time}, {"title", word(content, prefix + ".title")}});
    const std::string title = word(content, prefix + ".again");
    if (change.hours <= machine.now.hours) return word(content, "moment.next.calm-only", {{"title", title}});
    return word(content, care.calm.empty() ? "moment.next.after" : "moment.next.calm", {{"time", time}, {"title", title}});
}

Node card_of(const Machine& machine, std::string_view title, const std::vector<std::string>& lines, Look look) {
    Writer card(machine.content, machine.model, std::string(title));
    card.heading(3, title);
    Node list{List{}};
    for (const std::string& line : lines) list.children.push_back({ListItem{line}});
    if (!list.children.empty()) card.add(std::move(list));
    return card.finish_as(look);
}

void three_and_three(const Machine& machine, Writer& page) {
    std::vector<std::string> now = open_now(machine), next;
    now.resize(std::min(now.size(), at_a_glance));
    for (const Change& change : changes_to_come(machine))
        if (next.size() < at_a_glance) next.push_back(change_line(machine, change));
    if (nothing_waits(machine.now)) now = {word(machine.content, "moment.all-open")};
    Node pair{Section{Landmark::none, Look::figures, {}}};
    pair.children.push_back(card_of(machine, "moment.open", now, Look::good));
    if (!next.empty()) pair.children.push_back(card_of(machine, "moment.next", next, Look::wait));
    page.add(std::move(pair));
}

// ---- All of it -------------------------------------------------------------------------------------------------------

std::vector<Node> everything(const Machine& machine) {
    const Content& content = machine.content;
    Writer all(content, machine.model, "moment.all");
    Node open = list_of(machine, machine.now.now);
    if (!nothing_waits(machine.now))
        for (std::string& line : open_again(machine)) open.children.push_back({ListItem{std::move(line)}});
    const auto part = [&](std::string_view title, Node list) {
        if (list.children.empty()) return;
        all.heading(3, title);
        all.add(std::move(list));
    };
    part("moment.open", std::move(open));
    part("moment.still", list_of(machine, machine.now.still));
    part("moment.later", list_of(machine, machine.now.later));
    std::string asked;
    for (const Aftercare* care : machine.now.ask)
        asked += (asked.empty() ? "" : word(content, "list.separator")) + word(content, "aftercare." + care->id + ".name");
    if (!asked.empty()) all.say("moment.ask", {{"list", asked}});
    if (std::string overlap = sessions_overlap(content, machine.found); !overlap.empty())
        all.add({Paragraph{std::move(overlap), Style::body, {}}});
    all.add(link_to(word(content, "moment.aftercare"), "result/aftercare", LinkLook::text));
    return all.finish();
}

}  // namespace

void care_at(const Machine& machine, Writer& page) {
    three_and_three(machine, page);
    page.fold_quiet("moment-care", word(machine.content, "moment.care.all"), everything(machine));
}

void watch_for(const Machine& machine, Writer& page) {
    const Content& content = machine.content;
    if (machine.now.red_flags.empty()) return;
    Node list{List{}};
    for (const RedFlag* flag : machine.now.red_flags)
        list.children.push_back({ListItem{word(content, "moment.watch.item",
                                               {{"look", word(content, "redflag." + flag->id + ".look")},
                                                {"urgency", word(content, "urgency." + std::string(urgency_of(*flag, machine.found)))}})}});
    std::vector<Node> inside;
    inside.push_back(std::move(list));
    inside.push_back(link_to(word(content, "result.help"), "help", LinkLook::text));
    const std::string count = std::to_string(machine.now.red_flags.size());
    page.fold_quiet("moment-watch", word(content, "moment.watch.all", {{"n", count}}), std::move(inside));
}

}  // namespace needlewise
