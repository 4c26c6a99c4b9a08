// The healing time machine: one slider through the hours after a session, and what the skin is like at that hour.
#include <algorithm>
#include <cmath>

#include "core/pages/time_machine.h"
#include "core/skin/skin.h"
#include "core/time_units.h"

namespace needlewise {

namespace {

constexpr double marked_hours[] = {0,
                                   2 * hours_per_day,
                                   hours_per_week,
                                   2 * hours_per_week,
                                   hours_per_month,
                                   3 * hours_per_month,
                                   6 * hours_per_month,
                                   12 * hours_per_month};
constexpr int default_tone = 3;

std::string sign_name(const Content& content, Sign sign) { return word(content, "sign." + std::string(sign_key(sign)) + ".name"); }

std::string part_name(const Content& content, const std::string& part) { return word(content, "part." + part + ".name"); }

// "Redness: mild" of a level.
std::string sign_words(const Content& content, Sign sign, double level) {
    return word(content, "moment.level",
                {{"name", sign_name(content, sign)}, {"level", word(content, "level.sign." + std::to_string(whole_level(level)))}});
}

std::string part_words(const Content& content, const PartAt& part) {
    const std::string level = std::to_string(whole_level(part.value * strongest_level));
    return word(content, "moment.level", {{"name", part_name(content, part.part)}, {"level", word(content, "level.part." + level)}});
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

// Usual or slower healing, one of them pressed.
Node healing_switch(const Machine& machine) {
    Node row{Section{Landmark::none, Look::segments, word(machine.content, "moment.switch")}, "switch"};
    for (const bool slower : {false, true}) {
        Button button{.label = word(machine.content, slower ? "moment.slower" : "moment.typical"),
                      .look = ButtonLook::chip,
                      .action = ShowSlower{slower}};
        button.pressed = slower == machine.model.slower;
        row.children.push_back({std::move(button), slower ? "switch:slower" : "switch:typical"});
    }
    return row;
}

std::optional<Figure::Scale> scale_of(const Content& content, const std::string& image) {
    constexpr double bar = 10;  // mm
    if (!is_skin_patch(image)) return std::nullopt;
    const SkinArea area = image == skin_body ? SkinArea::body : SkinArea::face;
    return Figure::Scale{bar / millimetres_across(area), word(content, "moment.scale", {{"n", "10"}})};
}

Node skin_picture(const Machine& machine) {
    const Content& content = machine.content;
    const bool slower = machine.model.slower;
    std::vector<std::string> said;  // without the signs: the list beside it says them
    for (const PartAt& part : machine.now.section)
        if (part.part == "channels") said.push_back(part_words(content, part));
    if (machine.found.surface.any()) said.push_back(word(content, machine.now.marks < 1 ? "moment.marks.fainter" : "moment.marks.drawn"));
    const std::string& image = machine.found.surface.figure;
    return {Figure{.image = image,
                   .title = word(content, slower ? "moment.figure.slower" : "moment.figure.typical",
                                 {{"when", machine.when}, {"place", word(content, "moment.place." + image)}}),
                   .description = described(said),
                   .tone = machine.tone,
                   .levels = levels(slower ? machine.now.slower : machine.now.typical),
                   .scale = scale_of(content, image)},
            "picture:skin"};
}

Node section_picture(const Machine& machine) {
    constexpr double millimetre = 90.0 / 480;  // of assets/figures/healing-section.svg, as wide as that
    const Content& content = machine.content;
    std::vector<std::string> said;
    said.reserve(machine.now.section.size());
    for (const PartAt& part : machine.now.section) said.push_back(part_words(content, part));
    return {Figure{.image = "healing-section",
                   .title = word(content, "moment.figure.section", {{"when", machine.when}}),
                   .description = described(said),
                   .tone = machine.tone,
                   .levels = levels(machine.now.section),
                   .scale = Figure::Scale{millimetre, word(content, "moment.scale", {{"n", "1"}})}},
            "picture:section"};
}

// What shows in the picture, sign by sign.
Node signs_list(const Machine& machine) {
    Node list{Section{Landmark::none, Look::plain, word(machine.content, "moment.signs")}, "signs"};
    for (const SignAt& at : machine.now.signs)
        list.children.push_back(
            {Paragraph{sign_words(machine.content, at.sign, machine.model.slower ? at.slower : at.typical), Style::small, {}}});
    return list;
}

// Where less motion is wanted the button goes one step on.
Node play_button(const Machine& machine) {
    const bool playing = machine.model.playing;
    const std::string_view key = playing ? "moment.stop" : machine.model.calm ? "moment.step" : "moment.play";
    return {Button{.label = word(machine.content, key), .look = ButtonLook::quiet, .action = PlayTime{!playing}}, "play"};
}

Node pictures(const Machine& machine) {
    Node dock{Section{Landmark::none, Look::dock, {}}, "dock"};
    dock.children.push_back(slider(machine));
    dock.children.push_back(play_button(machine));
    Node all{Section{Landmark::none, Look::machine, {}}};
    all.children.push_back(skin_picture(machine));
    all.children.push_back(std::move(dock));
    all.children.push_back(section_picture(machine));
    all.children.push_back(signs_list(machine));
    return all;
}

// Both ways of healing side by side, at this hour.
Node signs_table(const Machine& machine) {
    const Content& content = machine.content;
    const auto level = [&](double value) { return word(content, "level.sign." + std::to_string(whole_level(value))); };
    std::vector<std::vector<std::string>> rows;
    rows.reserve(machine.now.signs.size());
    for (const SignAt& at : machine.now.signs) rows.push_back({sign_name(content, at.sign), level(at.typical), level(at.slower)});
    return table("signs-table", word(content, "moment.signs"),
                 {word(content, "healing.column.sign"), word(content, "moment.typical"), word(content, "moment.slower")}, rows);
}

// Each is a sentence: "The tiny channels close. Inflammation starts".
std::string phase_titles(const Content& content, const std::vector<const HealingPhase*>& phases) {
    std::string titles;
    for (const HealingPhase* phase : phases) titles += (titles.empty() ? "" : ". ") + word(content, "phase." + phase->id + ".title");
    return titles;
}

// What goes on under the surface at this hour, in a line; the page has the steps with their details.
void below(const Machine& machine, Writer& page) {
    for (const HealingPhase* phase : machine.now.phases) page.cite(phase->sources);
    const std::string titles = phase_titles(machine.content, machine.now.phases);
    if (!titles.empty()) page.say("moment.below", {{"phases", titles}});
    if (machine.now.session > 1) page.say("moment.adds-up");
}

// What the pictures show of the person's own marks, and that they are no promise.
void about_the_marks(const Machine& machine, Writer& page, Writer& sources) {
    const Assessment& found = machine.found;
    if (!found.surface.any()) return page.say("moment.marks.none", {}, Style::small);
    if (!found.course || !found.improvement || !found.improvement->conservative) return page.say("moment.marks.same", {}, Style::small);
    const double share = std::round(std::clamp(*found.improvement->conservative, 0.0, 1.0) * 100);
    const int weeks = found.course->judge_after_weeks;
    page.say("moment.marks.change",
             {{"weeks", with_unit(machine.content.words, weeks, weeks, "week")},
              {"share", with_unit(machine.content.words, share, share, "percent")}},
             Style::small);
    sources.cite(found.improvement->sources);
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

Node moments_table(const Machine& machine) {
    const Content& content = machine.content;
    std::vector<std::vector<std::string>> rows;
    rows.reserve(content.healing.moments.size());
    for (const double hours : content.healing.moments) {
        const HealingMoment moment = healing_at(content, machine.found, hours, machine.now.session);
        rows.push_back({when(content, hours, machine.now.session, machine.sessions > 1), shown_signs(content, moment, false),
                        shown_signs(content, moment, true), phase_titles(content, moment.phases)});
    }
    return table("moments-table", word(content, "moment.table"),
                 {word(content, "moment.table.time"), word(content, "moment.typical"), word(content, "moment.slower"),
                  word(content, "healing.below.title")},
                 rows);
}

// No sign shows any more, not even in slower healing.
bool has_healed(const HealingMoment& now) {
    return std::ranges::all_of(now.signs, [](const SignAt& sign) { return whole_level(sign.slower) == 0; });
}

// What the picture is and is not: whether it promises anything is read beside it, how it was drawn is folded.
void about_the_picture(const Machine& machine, Writer& page) {
    Writer drawn(machine.content, machine.model, "drawn");
    // Once the skin has healed, what is left to see is the person's own marks: that is said in the open.
    about_the_marks(machine, has_healed(machine.now) ? page : drawn, page);
    const std::string& figure = machine.found.surface.figure;
    const double centimetres = millimetres_across(figure == "skin-body" ? SkinArea::body : SkinArea::face) / 10;
    drawn.say("moment.shows." + figure, {{"size", with_unit(machine.content.words, centimetres, centimetres, "cm")}}, Style::small);
    drawn.say(tone_for(machine.found) ? "moment.tone.own" : "moment.tone.default", {}, Style::small);
    page.fold_quiet("drawn", word(machine.content, "moment.drawn.show"), drawn.finish());
    page.cite(machine.now.sources, machine.now.judgement);
}

// What is seen then, in other words where redness hardly shows (RED-003).
std::string stage_key(const Machine& machine, bool brown) {
    const std::string key = "stage." + machine.now.stage, on_brown = key + ".brown";
    return brown && machine.content.words.by_key.contains(on_brown) ? on_brown : key;
}

// The moment in words: what is seen, what goes on below, what to do and what to watch for; and all moments as tables.
void write_moment(const Machine& machine, Writer& page, bool whole) {
    if (machine.sessions > 1) page.add(sessions_row(machine));
    page.add(heading(whole ? 2 : 3, machine.when));
    if (machine.now.next_is_due) page.say("moment.next-session");
    const bool brown = machine.found.hides_redness();
    if (!machine.now.stage.empty()) page.say(stage_key(machine, brown), {}, Style::lead);
    below(machine, page);
    if (brown) page.say("healing.dark-skin");
    if (whole) {
        care_at(machine, page);
        watch_for(machine, page);
    }
    about_the_picture(machine, page);
    std::vector<Node> tables;
    tables.push_back(signs_table(machine));
    tables.push_back(moments_table(machine));
    if (machine.now.judgement) tables.push_back({Paragraph{word(machine.content, "healing.judgement"), Style::small, {}}});
    page.fold_quiet("moments", word(machine.content, "moment.table.show"), std::move(tables));
}

}  // namespace

Node time_machine(const Content& content, const Model& model, const Assessment& found, MomentWords words) {
    const auto& moments = content.healing.moments;
    const auto step = static_cast<std::size_t>(std::clamp<int>(model.moment, 0, std::max(static_cast<int>(moments.size()) - 1, 0)));
    const int sessions = found.course ? found.course->sessions.common : 1;
    HealingMoment now = healing_at(content, found, moments.empty() ? 0 : moments[step], model.session);
    std::string named = when(content, now.hours, now.session, sessions > 1);
    const Machine machine{content, model, found, std::move(now), tone_for(found).value_or(default_tone), sessions, std::move(named)};

    Writer page(content, model, "moment");
    if (words == MomentWords::some) {
        page.heading(2, "moment.title");
        page.say(found.complete() ? "moment.text" : "moment.text.anybody");
    }
    page.add(healing_switch(machine));
    page.add(pictures(machine));
    if (words == MomentWords::none)  // in one line, its source stands on the page
        page.add({Paragraph{word(content, found.hides_redness() ? "moment.drawn.brown" : "moment.drawn.short"), Style::small, {}}});
    else write_moment(machine, page, words == MomentWords::all);
    Node region = page.finish_as(Look::plain, Landmark::region, word(content, "moment.title"));
    region.id = "time-machine";
    return region;
}

}  // namespace needlewise
