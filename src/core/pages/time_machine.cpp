// The healing time machine: one slider through the hours after a session, and what the skin is like at that hour.
#include <algorithm>
#include <cmath>

#include "core/assessment/healing_moment.h"
#include "core/pages/healing_words.h"

namespace needlewise {

namespace {

constexpr double hours_per_day = 24, hours_per_week = 168, hours_per_month = 730;
constexpr double marked_hours[] = {0, 48, 168, 336, 730, 2190, 4380, 8760};
constexpr int default_tone = 3, first_brown_type = 4;

std::string word(const Content& content, std::string_view key, Parameters parameters = {}) { return say(content, key, parameters).text; }

std::string sign_name(const Content& content, Sign sign) { return word(content, "sign." + std::string(sign_key(sign)) + ".name"); }

std::string part_name(const Content& content, const std::string& part) { return word(content, "part." + part + ".name"); }

// "Redness: mild" of a level from 0 to 3.
std::string sign_words(const Content& content, Sign sign, double level) {
    return word(content, "moment.level",
                {{"name", sign_name(content, sign)}, {"level", word(content, "level.sign." + std::to_string(whole_level(level)))}});
}

std::string part_words(const Content& content, const PartAt& part) {
    constexpr double steps = 3;
    const std::string level = std::to_string(whole_level(part.value * steps));
    return word(content, "moment.level", {{"name", part_name(content, part.part)}, {"level", word(content, "level.part." + level)}});
}

// "48 h", "2 wk", "3 mo": what fits below a mark of the slider.
std::string short_time(const Content& content, double hours) {
    const auto with = [&](std::string_view key, double unit) {
        return word(content, key, {{"n", std::to_string(std::lround(hours / unit))}});
    };
    if (hours <= 0) return word(content, "healing.today");
    if (hours < hours_per_week) return with("moment.mark.hours", 1);
    return hours < hours_per_month ? with("moment.mark.weeks", hours_per_week) : with("moment.mark.months", hours_per_month);
}

// "2 days after the session", "3 weeks after session 2".
std::string when(const Content& content, double hours, int session, bool several) {
    const std::string number = std::to_string(session);
    if (hours <= 0) return several ? word(content, "moment.start.of", {{"number", number}}) : word(content, "moment.start");
    const double days = hours / hours_per_day;
    const bool in_days = hours < hours_per_week && days == static_cast<int>(days);
    const std::string time = in_days                   ? with_unit(content.words, days, days, "day")
                             : hours == hours_per_week ? with_unit(content.words, 1, 1, "week")
                                                       : duration(content.words, hours);
    return several ? word(content, "moment.time.of", {{"time", time}, {"number", number}}) : word(content, "moment.time", {{"time", time}});
}

std::vector<Level> levels(const std::vector<PartAt>& parts) {
    std::vector<Level> shown;
    shown.reserve(parts.size());
    for (const PartAt& part : parts) shown.push_back({part.part, part.value});
    return shown;
}

std::string described(const std::vector<std::string>& said) {
    std::string text;
    for (const std::string& each : said) text += (text.empty() ? "" : " ") + each + ".";
    return text;
}

// What the whole region is made from, so that its parts need not hand on six things.
struct Machine {
    const Content& content;
    const Model& model;
    const Assessment& found;
    HealingMoment now;
    int tone, sessions;
    std::string when;
};

Node slider(const Machine& machine) {
    const auto& moments = machine.content.healing.moments;
    Slider bar{.label = word(machine.content, "moment.slider"),
               .value_text = machine.when,
               .value = machine.model.moment,
               .max = static_cast<int>(moments.size()) - 1};
    for (std::size_t i = 0; i < moments.size(); ++i)
        if (std::ranges::find(marked_hours, moments[i]) != std::end(marked_hours))
            bar.marks.push_back({static_cast<double>(i), short_time(machine.content, moments[i])});
    return {std::move(bar), "time"};
}

// All sessions of a course, or of a long one the first, the second, the middle and the last.
std::vector<int> sessions_to_choose(int sessions) {
    constexpr int most = 6;
    if (sessions > most) return {1, 2, sessions / 2, sessions};
    std::vector<int> all;
    for (int session = 1; session <= sessions; ++session) all.push_back(session);
    return all;
}

Node sessions_row(const Machine& machine) {
    Node row{Section{Landmark::none, Look::segments, word(machine.content, "moment.sessions")}, "sessions"};
    for (const int session : sessions_to_choose(machine.sessions)) {
        const std::string number = std::to_string(session);
        Button button{.label = word(machine.content, "moment.session", {{"number", number}}),
                      .look = ButtonLook::chip,
                      .action = ShowSession{session}};
        button.pressed = session == machine.now.session;
        row.children.push_back({std::move(button), "session:" + number});
    }
    return row;
}

Node surface_card(const Machine& machine, bool slower) {
    const Content& content = machine.content;
    std::vector<std::string> said;
    said.reserve(machine.now.signs.size() + 1);
    for (const SignAt& at : machine.now.signs) said.push_back(sign_words(content, at.sign, slower ? at.slower : at.typical));
    for (const PartAt& part : machine.now.section)
        if (part.part == "channels") said.push_back(part_words(content, part));
    if (machine.found.surface.any()) said.push_back(word(content, machine.now.marks < 1 ? "moment.marks.fainter" : "moment.marks.drawn"));
    Node card{Section{Landmark::none, Look::card, {}}};
    card.children.push_back(
        {Figure{.image = machine.found.surface.figure,
                .title = word(content, slower ? "moment.figure.slower" : "moment.figure.typical",
                              {{"when", machine.when}, {"place", word(content, "moment.place." + machine.found.surface.figure)}}),
                .description = described(said),
                .tone = machine.tone,
                .levels = levels(slower ? machine.now.slower : machine.now.typical)},
         slower ? "picture:slower" : "picture:typical"});
    card.children.push_back({Paragraph{word(content, slower ? "moment.slower" : "moment.typical"), Style::eyebrow, {}}});
    return card;
}

// The words of both pictures, side by side.
Node signs_table(const Machine& machine) {
    const Content& content = machine.content;
    const auto level = [&](double value) { return word(content, "level.sign." + std::to_string(whole_level(value))); };
    std::vector<std::vector<std::string>> rows;
    rows.reserve(machine.now.signs.size());
    for (const SignAt& at : machine.now.signs) rows.push_back({sign_name(content, at.sign), level(at.typical), level(at.slower)});
    return table("signs-table", word(content, "moment.signs"),
                 {word(content, "healing.column.sign"), word(content, "moment.typical"), word(content, "moment.slower")}, rows);
}

Node below(const Machine& machine) {
    const Content& content = machine.content;
    std::vector<std::string> said;
    said.reserve(machine.now.section.size());
    for (const PartAt& part : machine.now.section) said.push_back(part_words(content, part));
    Writer words(content, machine.model, "moment.below");
    words.say("healing.below.title", {}, Style::eyebrow);
    for (const HealingPhase* phase : machine.now.phases) {
        words.heading(3, "phase." + phase->id + ".title");
        words.say_all("phase." + phase->id + ".detail");
        words.cite(phase->sources);
    }
    if (machine.now.session > 1) words.say("moment.adds-up");
    Node row{Section{Landmark::none, Look::beside, {}}};
    row.children.push_back({Figure{.image = "healing-section",
                                   .title = word(content, "moment.figure.section", {{"when", machine.when}}),
                                   .description = described(said),
                                   .tone = machine.tone,
                                   .levels = levels(machine.now.section)},
                            "picture:section"});
    row.children.push_back(words.finish_as(Look::plain));
    return row;
}

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

void what_can_be_done(const Machine& machine, Writer& page, bool all_open) {
    const Content& content = machine.content;
    Writer open(content, machine.model, "moment.open");
    open.heading(3, "moment.open");
    Node list = list_of(machine, machine.now.now);
    for (const Aftercare* care : machine.now.again) {
        const std::string key = "aftercare." + care->id + ".again";
        if (!all_open && content.words.has(key)) list.children.push_back({ListItem{word(content, key)}});
    }
    if (!list.children.empty()) open.add(std::move(list));
    if (all_open) open.say("moment.all-open");
    page.add(open.finish_as(Look::good));
}

void what_has_to_wait(const Machine& machine, Writer& page) {
    const Content& content = machine.content;
    if (!machine.now.still.empty()) {
        Writer still(content, machine.model, "moment.still");
        still.heading(3, "moment.still");
        still.add(list_of(machine, machine.now.still));
        page.add(still.finish_as(Look::wait));
    }
    if (!machine.now.later.empty()) {
        Writer later(content, machine.model, "moment.later");
        later.heading(3, "moment.later");
        later.add(list_of(machine, machine.now.later));
        page.add(later.finish_as(Look::tell));
    }
}

void aftercare_now(const Machine& machine, Writer& page) {
    const Content& content = machine.content;
    what_can_be_done(machine, page, machine.now.still.empty() && machine.now.later.empty());
    what_has_to_wait(machine, page);
    std::string asked;
    for (const Aftercare* care : machine.now.ask)
        asked += (asked.empty() ? "" : word(content, "list.separator")) + word(content, "aftercare." + care->id + ".name");
    if (!asked.empty()) page.say("moment.ask", {{"list", asked}});
    if (std::string overlap = sessions_overlap(content, machine.found); !overlap.empty())
        page.add({Paragraph{std::move(overlap), Style::body, {}}});
    page.add(link_to(word(content, "moment.aftercare"), "result/aftercare", LinkLook::text));
}

// What the pictures show of the person's own marks, and that they are no promise.
void about_the_marks(const Machine& machine, Writer& page) {
    const Assessment& found = machine.found;
    if (!found.surface.any()) return page.say("moment.marks.none");
    if (!found.course || !found.improvement || !found.improvement->conservative) return page.say("moment.marks.same");
    const double share = std::round(std::clamp(*found.improvement->conservative, 0.0, 1.0) * 100);
    const int weeks = found.course->judge_after_weeks;
    page.say("moment.marks.change", {{"weeks", with_unit(machine.content.words, weeks, weeks, "week")},
                                     {"share", with_unit(machine.content.words, share, share, "percent")}});
    page.cite(found.improvement->sources);
}

void watch_for(const Machine& machine, Writer& page) {
    const Content& content = machine.content;
    if (machine.now.red_flags.empty()) return;
    Writer card(content, machine.model, "moment.watch");
    card.heading(3, "moment.watch");
    Node list{List{}};
    for (const RedFlag* flag : machine.now.red_flags)
        list.children.push_back({ListItem{
            word(content, "moment.watch.item",
                 {{"look", word(content, "redflag." + flag->id + ".look")}, {"urgency", word(content, "urgency." + flag->urgency)}})}});
    card.add(std::move(list));
    card.add(link_to(word(content, "result.help"), "help", LinkLook::text));
    page.add(card.finish_as(Look::ask));
}

// The signs that show at a moment, in one cell.
std::string shown_signs(const Content& content, const HealingMoment& moment, bool slower) {
    std::string text;
    for (const SignAt& at : moment.signs) {
        const double level = slower ? at.slower : at.typical;
        if (whole_level(level) == 0) continue;
        text += (text.empty() ? "" : word(content, "list.separator")) + sign_words(content, at.sign, level);
    }
    return text.empty() ? word(content, "moment.nothing") : text;
}

void all_moments(const Machine& machine, Writer& page) {
    const Content& content = machine.content;
    const std::string toggle = "moments";
    const bool open = machine.model.open.contains(toggle);
    Button button{
        .label = word(content, open ? "moment.table.hide" : "moment.table.show"), .look = ButtonLook::quiet, .action = Toggle{toggle}};
    button.expanded = open;
    page.add({std::move(button), toggle});
    if (!open) return;
    std::vector<std::vector<std::string>> rows;
    rows.reserve(content.healing.moments.size());
    for (const double hours : content.healing.moments) {
        const HealingMoment moment = healing_at(content, machine.found, hours, machine.now.session);
        std::string phases;
        for (const HealingPhase* phase : moment.phases)
            phases += (phases.empty() ? "" : word(content, "list.separator")) + word(content, "phase." + phase->id + ".title");
        rows.push_back({when(content, hours, machine.now.session, machine.sessions > 1), shown_signs(content, moment, false),
                        shown_signs(content, moment, true), phases});
    }
    page.add(table("moments-table", word(content, "moment.table"),
                   {word(content, "moment.table.time"), word(content, "moment.typical"), word(content, "moment.slower"),
                    word(content, "healing.below.title")},
                   rows));
}

}  // namespace

Node time_machine(const Content& content, const Model& model, const Assessment& found, bool whole) {
    const auto& moments = content.healing.moments;
    const auto step = static_cast<std::size_t>(std::clamp<int>(model.moment, 0, std::max(static_cast<int>(moments.size()) - 1, 0)));
    const int sessions = found.course ? found.course->sessions.common : 1;
    HealingMoment now = healing_at(content, found, moments.empty() ? 0 : moments[step], model.session);
    std::string named = when(content, now.hours, now.session, sessions > 1);
    const Machine machine{content, model, found, std::move(now), tone_for(found).value_or(default_tone), sessions, std::move(named)};

    Writer page(content, model, "moment");
    page.heading(2, "moment.title");
    const bool own = found.complete();
    page.say(own ? "moment.text" : "moment.text.anybody");
    about_the_marks(machine, page);
    // The pictures stand over the slider: a hand that moves it covers neither.
    Node pictures{Section{Landmark::none, Look::figures, {}}};
    pictures.children.push_back(surface_card(machine, false));
    pictures.children.push_back(surface_card(machine, true));
    page.add(std::move(pictures));
    page.add(slider(machine));
    if (machine.sessions > 1) page.add(sessions_row(machine));
    page.add(heading(3, machine.when));
    if (machine.now.next_is_due) page.say("moment.next-session");
    if (!machine.now.stage.empty()) page.say("stage." + machine.now.stage, {}, Style::lead);
    page.add(signs_table(machine));
    if (found.phototype_high.value_or(0) >= first_brown_type) page.say("healing.dark-skin");
    page.add(below(machine));
    if (whole) {
        aftercare_now(machine, page);
        watch_for(machine, page);
    }
    page.say(tone_for(found) ? "moment.tone.own" : "moment.tone.default", {}, Style::small);
    page.say("moment.shows." + found.surface.figure, {}, Style::small);
    if (machine.now.judgement) page.say("healing.judgement", {}, Style::small);
    page.cite(machine.now.sources, machine.now.judgement);
    all_moments(machine, page);
    Node region = page.finish_as(Look::plain, Landmark::region, word(content, "moment.title"));
    region.id = "time-machine";
    return region;
}

}  // namespace needlewise
