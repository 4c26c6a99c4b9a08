// Pages made by hand for the tests of src/ui: between them they hold every kind of node in every look.
#pragma once

#include <string>
#include <vector>

#include "core/pages/page.h"

namespace needlewise::ui_sample {

inline Node heading(int level, std::string text) { return {Heading{level, std::move(text)}}; }
inline Node words(std::string text, Style style = Style::body) { return {Paragraph{std::move(text), style, {}}}; }
inline Node section(Look look, std::vector<Node> children, Landmark landmark = Landmark::none) {
    return {Section{landmark, look, {}}, "", std::move(children)};
}

inline Node button(std::string label, ButtonLook look, std::optional<bool> expanded = {}, std::optional<bool> pressed = {}) {
    return {Button{.label = std::move(label), .look = look, .action = Back{}, .expanded = expanded, .pressed = pressed}};
}

inline Node link(std::string label, LinkLook look, std::string detail = {}, std::string url = {}) {
    Link out;
    out.label = std::move(label);
    out.detail = std::move(detail);
    out.look = look;
    out.url = std::move(url);
    if (out.url.empty()) out.path = "learn";
    return {std::move(out)};
}

inline Node option(std::string label, bool selected = false, std::string hint = {}, bool multiple = false) {
    return {ChoiceOption{"goal", label, label, std::move(hint), "", multiple, selected}};
}

inline Node choice(std::string legend, std::string hint, std::string error, int level, bool multiple, std::vector<Node> options) {
    return {Choice{"goal", std::move(legend), std::move(hint), std::move(error), level, multiple, true}, "field:goal", std::move(options)};
}

inline Node date(std::string label, std::string hint, std::string error, std::string value, int level = 0) {
    return {DateField{"date", std::move(label), std::move(hint), std::move(error), std::move(value), "2026-11-22", "", level, false}};
}

inline Node list(std::vector<std::string> texts, bool ordered = false) {
    Node out{List{ordered}};
    for (std::string& text : texts) out.children.push_back({ListItem{std::move(text)}});
    return out;
}

inline Node table(std::string caption, const std::vector<std::vector<std::string>>& rows) {
    Node out{Table{std::move(caption)}};
    for (std::size_t r = 0; r < rows.size(); ++r) {
        Node row{TableRow{r == 0}};
        for (std::size_t c = 0; c < rows[r].size(); ++c) row.children.push_back({Cell{rows[r][c], r == 0 || c == 0}});
        out.children.push_back(std::move(row));
    }
    return out;
}

inline Node sources(bool open) {
    Node item{ListItem{}};
    item.children = {words("Redness had gone in most people after two to three days.", Style::small),
                     words("Alster and Graham, Dermatologic Surgery, 2018. doi:10.1097/DSS.0000000000001248", Style::small),
                     link("Open source HEAL-004", LinkLook::text, {}, "https://example.org/")};
    Node second{ListItem{}};
    second.children = {words("Aust and others, Plastic and Reconstructive Surgery, 2008", Style::small)};
    Node items{List{}};
    items.children = {std::move(item), std::move(second)};
    return open ? section(Look::note, {words("This rests partly on the judgement of this project.", Style::small), std::move(items)})
                : words("");
}

inline Node banner(std::string current = {}) {
    Node nav{Section{Landmark::navigation, Look::plain, "Main"}};
    for (const char* label : {"Learn", "Sources", "Get help"}) {
        nav.children.push_back(link(label, LinkLook::nav));
        std::get<Link>(nav.children.back().what).current = current == label;
    }
    return section(Look::plain, {link("Needlewise", LinkLook::nav), std::move(nav)}, Landmark::banner);
}

inline Node footer() {
    Node display = section(Look::actions, {button("Device colours", ButtonLook::chip, {}, true),
                                           button("Light", ButtonLook::chip, {}, false), button("Dark", ButtonLook::chip, {}, false)});
    return section(Look::plain,
                   {words("This helps you prepare. It is not a diagnosis, and your clinic decides with you.", Style::small),
                    link("About Needlewise", LinkLook::text), std::move(display), words("Content version 2026.11", Style::small)},
                   Landmark::contentinfo);
}

inline void number(std::vector<Node>& nodes, Key& next) {
    for (Node& node : nodes) {
        node.key = next++;
        number(node.children, next);
    }
}

inline Page page(PageKind kind, std::vector<Node> main) {
    Page out{.place = {kind, ""}, .title = "Sample", .language = "en", .nodes = {}};
    out.nodes = {banner("Learn"), section(Look::plain, std::move(main), Landmark::main), footer()};
    Key next = 1;
    number(out.nodes, next);
    return out;
}

inline Page home() {
    return page(
        PageKind::home,
        {words("Before your consultation", Style::eyebrow), heading(1, "Is microneedling right for me, and what would it be like?"),
         words("Answer plain questions, see what a session is like, and get an honest estimate of how many sessions a course takes and how "
               "your skin heals.",
               Style::lead),
         section(Look::links, {link("Prepare for my consultation", LinkLook::primary,
                                    "About 5 minutes, no typing. You leave with a sheet to take with you."),
                               link("See how a session works", LinkLook::card, "Two hours, step by step."),
                               link("What happens to my skin afterwards", LinkLook::card, "Day by day, from redness to results.")}),
         section(Look::card,
                 {heading(2, "Your answers stay with you"), words("Nothing you answer leaves this device unless you send it. There is no "
                                                                  "account and nothing is stored when you close the page.")}),
         section(Look::card, {heading(2, "What this does not do"),
                              list({"It does not say whether you are suitable. Your clinic decides that with you.",
                                    "It does not recommend a product or a needle depth.", "It shows where studies are few, and says so."}),
                              button("4 sources, partly judgement", ButtonLook::chip, false)})});
}

inline Page question(bool error = false) {
    Node asked = choice(
        "What would you most like to change about your skin?", "Choose the one that matters most. You can talk about others at the clinic.",
        error ? "Choose what you would most like to change" : "", 1, false,
        {option("Acne scars", !error, "Dents, pits or raised marks left after spots"), option("Fine lines and wrinkles"),
         option("Stretch marks"), option("Dark patches or uneven colour", false, "For example melasma, or marks after spots"),
         option("Enlarged pores"), option("Something else"), option("I would rather not say")});
    std::vector<Node> main{{Progress{"Your goal: question 1 of 21", 1, 21}}};
    if (error) {
        Node to_field = link("Choose what you would most like to change", LinkLook::text);
        std::get<Link>(to_field.what).path.clear();
        std::get<Link>(to_field.what).field = "field:goal";
        Node item{ListItem{}};
        item.children.push_back(std::move(to_field));
        Node items{List{}};
        items.children.push_back(std::move(item));
        main.push_back(section(Look::stop, {heading(2, "One answer is missing"), std::move(items)}, Landmark::alert));
    }
    main.push_back(section(
        Look::plain,
        {std::move(asked), button("Why we ask", ButtonLook::quiet, true),
         section(Look::note, {words("How many sessions a course takes, and how sure anyone can be, depends most on what is treated."),
                              button("2 sources", ButtonLook::chip, false)}),
         section(Look::actions,
                 {button("Continue", ButtonLook::primary), button("Back", ButtonLook::quiet), link("Go to your answers", LinkLook::text)})},
        Landmark::form));
    return page(PageKind::question, std::move(main));
}

inline Page group() {
    Node multiple = choice("In the last months, have you had any of these?", "Choose all that are true.", "", 0, true,
                           {option("Botulinum toxin", true, "", true), option("Filler", false, "", true),
                            option("A chemical peel", true, "In the area to be treated", true), option("None of these", false, "", true)});
    return page(
        PageKind::question,
        {{Progress{"Your plans: question 18 of 21", 18, 21}},
         section(Look::plain,
                 {heading(1, "Dates that matter"), words("Dates let the sheet plan backwards from an event."), std::move(multiple),
                  date("When is the event?", "A wedding, a holiday, a photograph. Leave it empty when there is none.", "", "2027-05-14"),
                  date("When would you like to start?", "", "Choose a day that is still to come", "2026-01-02"),
                  section(Look::actions, {button("Continue", ButtonLook::primary), button("Back", ButtonLook::quiet)})},
                 Landmark::form)});
}

inline Page result() {
    std::vector<Node> parts;
    for (const auto& [title, detail] :
         std::vector<std::pair<std::string, std::string>>{{"Your course", "How many sessions, how far apart, and what moved the number"},
                                                          {"What studies saw", "Improvement, and how sure anyone can be"},
                                                          {"Your visit", "Two hours, step by step"},
                                                          {"Healing", "Day by day, and when to call"},
                                                          {"Aftercare", "What to do and what to leave"}})
        parts.push_back(link(title, LinkLook::card, detail));
    return page(
        PageKind::result,
        {words("Your preparation sheet", Style::eyebrow), heading(1, "What to sort out before you book"),
         section(Look::ask,
                 {heading(2, "Talk to the clinic first"),
                  words("Two of your answers need a word with the clinic before you book. That is common, and often has an easy answer.")}),
         words("The clinic decides with you. This sheet helps you ask."), heading(2, "What your answers mean"),
         section(Look::stop, {words("Do not have this now", Style::eyebrow), heading(3, "An active skin infection in the area"),
                              words("Needles can carry the infection deeper and spread it."),
                              words("See a pharmacist or doctor, and wait until the skin is clear."),
                              button("3 sources", ButtonLook::chip, true), sources(true)}),
         section(Look::ask,
                 {words("Ask the clinic first", Style::eyebrow), heading(3, "You take a blood thinner"),
                  words("You may bruise more. Do not stop a medicine on your own."), button("2 sources", ButtonLook::chip, false)}),
         section(Look::wait, {words("Not now, from 14 February 2027", Style::eyebrow), heading(3, "You had botulinum toxin two weeks ago"),
                              words("Clinics wait 2 to 26 weeks after it."), button("1 source", ButtonLook::chip, false)}),
         section(Look::tell, {words("Good to know", Style::eyebrow), heading(3, "Cold sores"),
                              words("Tell the clinic, so that they can give you tablets that prevent one.")}),
         section(Look::good,
                 {heading(2, "Nothing else needs checking first"), words("Nothing more you told us needs checking before you book.")}),
         heading(2, "Your sheet"), section(Look::links, std::move(parts), Landmark::navigation), link("Change an answer", LinkLook::text),
         button("Start over", ButtonLook::quiet),
         section(Look::actions, {link("Next: your course", LinkLook::primary), button("Back", ButtonLook::quiet),
                                 link("When to get help", LinkLook::text)})});
}

inline Page course() {
    const auto figure = [](std::string value, std::string caption) {
        return section(Look::card, {words(std::move(value), Style::figure), words(std::move(caption), Style::small)});
    };
    Chart calendar{.kind = ChartKind::calendar,
                   .title = "Your course on a calendar",
                   .description = "From 4 January to 3 July",
                   .rows = {},
                   .marks = {},
                   .from = 0,
                   .until = 182};
    double day = 0;
    for (const char* date : {"4 January 2027", "1 February 2027", "1 March 2027", "29 March 2027"}) {
        calendar.rows.push_back({"Session " + std::to_string(calendar.rows.size() + 1), day, day, day, date});
        day += 28;
    }
    calendar.rows.push_back(
        {.label = "Judge the result", .from = 182, .typical = 182, .slower = 182, .value_text = "5 July 2027", .day = DayKind::judging});
    Chart improvement{.kind = ChartKind::improvement,
                      .title = "Each further session adds less",
                      .description = "",
                      .rows = {},
                      .marks = {},
                      .from = 0,
                      .until = 1};
    improvement.rows = {{"3 sessions", 0.2, 0.34, 0.49, "34%"},
                        {"4 sessions", 0.24, 0.41, 0.57, "41%"},
                        {"5 sessions", 0.27, 0.45, 0.62, "45%"},
                        {"6 sessions", 0.29, 0.48, 0.66, "48%"}};
    for (int tick = 0; tick <= 100; tick += 25) improvement.marks.push_back({tick / 100.0, std::to_string(tick) + "%"});
    return page(
        PageKind::result,
        {heading(1, "Your course"),
         words("For acne scars, clinics and studies plan a course of several sessions.", Style::lead),
         section(Look::figures, {figure("3 to 6 sessions", "most often 4 sessions"), figure("4 to 6 weeks", "apart, most often 4 weeks"),
                                 figure("3 to 7 months", "from the first session to the last")}),
         words("These figures rest on studies of people with acne scars."),
         heading(2, "What moved the number"),
         section(Look::card, {words("Deep scars: more sessions are usual."), button("2 sources", ButtonLook::chip, false)}),
         {std::move(calendar)},
         table("Your course on a calendar", {{"What", "When"},
                                             {"Session 1", "4 January 2027"},
                                             {"Session 2", "1 February 2027"},
                                             {"Session 3", "1 March 2027"},
                                             {"Judge the result", "5 July 2027"}}),
         {std::move(improvement)},
         section(Look::good,
                 {heading(2, "Your event on 14 September 2027"), words("All four sessions fit, and there is time to judge the result.")}),
         section(Look::actions, {link("Next: what studies saw", LinkLook::primary), button("Back", ButtonLook::quiet),
                                 link("When to get help", LinkLook::text)})});
}

inline Page healing() {
    Chart timeline{
        .kind = ChartKind::timeline, .title = "How long signs last", .description = "", .rows = {}, .marks = {}, .from = 0, .until = 336};
    timeline.rows = {{"Redness", 0, 48, 120, "usually 2 days, slower 5 days"},
                     {"Swelling", 0, 24, 72, "usually 24 hours, slower 3 days"},
                     {"Flaking", 48, 96, 168, "usually 4 days, slower 7 days", true},
                     {"Bruising", 0, 0, 0, "not expected", true}};
    for (const int at : {0, 2, 7, 14}) timeline.marks.push_back({at * 24.0, at == 0 ? "today" : std::to_string(at) + " days"});
    Chart visit{.kind = ChartKind::visit,
                .title = "Your visit in minutes",
                .description = "About two hours",
                .rows = {},
                .marks = {},
                .from = 0,
                .until = 0};
    for (const auto& [name, minutes] : std::vector<std::pair<std::string, int>>{{"Consultation and consent", 15},
                                                                                {"Cleaning", 5},
                                                                                {"Numbing cream", 45},
                                                                                {"Needling", 25},
                                                                                {"Soothing", 10},
                                                                                {"Aftercare advice", 10}}) {
        visit.rows.push_back({name, visit.until, visit.until + minutes, visit.until + minutes, std::to_string(minutes) + " minutes"});
        visit.until += minutes;
    }
    return page(
        PageKind::result,
        {heading(1, "Healing"),
         words("Most people look as if they had a sunburn for a day or two.", Style::lead),
         {std::move(timeline)},
         table("How long signs last", {{"Sign", "Usually gone after", "Slower healing"},
                                       {"Redness", "2 days", "5 days"},
                                       {"Swelling", "24 hours", "3 days"},
                                       {"Flaking", "4 days", "7 days"}}),
         section(Look::says,
                 {heading(2, "Clinics commonly say"), words("Redness fades within 24 hours. You can go back to work the next day."),
                  button("1 source", ButtonLook::chip, false)}),
         section(
             Look::found,
             {heading(2, "Studies found"),
              words("Redness lasted two to three days in most trials, and up to five days in a few people. Deeper needling took longer."),
              button("3 sources", ButtonLook::chip, false)}),
         {std::move(visit)},
         table("The options side by side",
               {{"", "Microneedling", "Doing nothing", "Laser", "Chemical peel"},
                {"What it is", "Fine needles make tiny channels", "Wait and see", "Light heats the skin", "Acid removes the top layer"},
                {"What it may do", "Scars may look shallower", "Some marks fade by themselves", "Scars may look shallower",
                 "Colour may even out"},
                {"What it may cost you", "Redness for days, several visits", "Nothing",
                 "Redness for a week or more; dark marks in darker skin", "Peeling for a week"}}),
         heading(2, "Steps"),
         list({"Day 1: wash with water only.", "Day 2: a plain moisturiser.",
               "Day 3: sunscreen, every morning, for as long as the skin is pink."},
              true)});
}

// Whatever is left: nested lists, long words, empty texts, a status, a figure, a disclosure inside a callout.
inline Page oddments() {
    Node nested{ListItem{"An item with more inside"}};
    nested.children = {words("A paragraph of the item."), link("A link of the item", LinkLook::text)};
    Node items{List{}};
    items.children = {std::move(nested), {ListItem{"Another"}}};
    return page(
        PageKind::learn,
        {{Figure{"skin.svg", "The layers of the skin", "A section through skin"}},
         {Status{"Saved"}},
         {Status{""}},
         std::move(items),
         words("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft and\nanother line \u2013 with a dash, a "
               "well-known hyphen and this/that."),
         section(Look::figures, {words("34%", Style::figure), words("on average", Style::small), words("20%", Style::figure),
                                 words("on the careful side", Style::small)}),
         button("Secondary", ButtonLook::secondary),
         button("A button with a very long label that must wrap when the page is as narrow as a phone in large type", ButtonLook::primary),
         button("i", ButtonLook::chip),
         button("Reset", ButtonLook::chip, {}, true),
         link("An outside link", LinkLook::text, {}, "https://example.org/"),
         section(Look::links, {}),
         section(Look::plain, {}),
         {Progress{"Step 2 of 4", 2, 4}},
         table("", {{"Only", "Head"}}),
         {List{}},
         {Chart{}},
         date("A date that is the heading of the page", "And its hint", "", "", 1),
         section(Look::stop, {words("Get help now", Style::eyebrow), words("Text"), button("Details", ButtonLook::quiet, true),
                              section(Look::note, {words("Inside", Style::small)})})});
}

inline std::vector<Page> all() {
    std::vector<Page> pages;
    pages.push_back(home());
    pages.push_back(question());
    pages.push_back(question(true));
    pages.push_back(group());
    pages.push_back(result());
    pages.push_back(course());
    pages.push_back(healing());
    pages.push_back(oddments());
    return pages;
}

}  // namespace needlewise::ui_sample
