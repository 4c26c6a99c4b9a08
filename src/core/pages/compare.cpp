// "Compare": the same rows for every option, the same space, doing nothing among them.
#include <algorithm>
#include <array>
#include <iterator>
#include <span>

#include "core/pages/healing_words.h"
#include "core/pages/plan_words.h"

namespace needlewise {

namespace {

using Options = std::vector<const Alternative*>;
constexpr std::string_view needling = "microneedling", nothing = "nothing";  // and "nothing-scars" …

// Their sentences one after the other.
std::string all_words(const Content& content, Writer& page, const std::string& key) {
    std::string text;
    for (const std::string& each : keys_from(content, key)) text += (text.empty() ? "" : " ") + page.words(each);
    return text;
}

// Whom studies did not name is said in full; that the person's answers make it less, in one sentence: there is no room for why.
std::string why_less(const Improvement& seen, Writer& page) {
    std::string said;
    bool less = false;
    for (const std::string& key : seen.caveats) {
        const bool by_answers = key.starts_with("driver.");
        if (!by_answers) said += " " + page.words(key);
        less = less || by_answers;
    }
    return less ? said + " " + page.words("compare.less") : said;
}

std::string cautious(const Content& content, const Improvement& seen) {
    if (!seen.conservative) return {};
    return " " + word(content, "sheet.studies.cautious", {{"share", percents(content.words, *seen.conservative, *seen.conservative)}});
}

// What studies saw of needling for this person's own goal; a number never without what belongs to it.
std::string needling_benefit(const Content& content, Writer& page, const Assessment& found) {
    if (found.improvement && !found.improvement->by_session.empty())  // its first sentence has no number
        return page.words("improvement." + found.improvement->rule + ".summary") + cautious(content, *found.improvement) +
               why_less(*found.improvement, page);
    const std::string seen = studies_line(content, found, &page);
    return seen.empty() ? page.words("alternative.microneedling.benefit") : seen;
}

bool anything_against(const Assessment& found) {
    return std::ranges::any_of(found.findings, [](const Finding& each) { return each.action != FindingAction::tell; });
}

// Of needling this page knows more than of the others: what it worked out for this person.
std::string cell(const Content& content, Writer& page, const Assessment& found, const Alternative& option, const std::string& row) {
    const std::string key = "alternative." + option.id + "." + row;
    if (option.id == "home-roller" && row == "harm" && anything_against(found))
        return all_words(content, page, key) + " " + page.words("compare.home-roller");
    if (option.id != "microneedling") return all_words(content, page, key);
    if (row == "benefit") return needling_benefit(content, page, found);
    const Certainty certainty = certainty_of(content, found);
    if (row == "certainty" && certainty != Certainty::low) return page.words(certainty_key(certainty));
    if (row == "recovery") return seen_text(content, page, found) + " " + all_words(content, page, key);
    if (row == "visits" && found.course) {
        page.cite(found.course->sources, found.course->basis != Basis::evidence);
        const std::string sessions = with_unit(content.words, found.course->sessions.low, found.course->sessions.high, "session");
        const std::string condition = found.plan ? condition_line(content, *found.plan) : std::string{};
        return condition.empty() ? sessions : sessions + ". " + condition;
    }
    const std::string text = all_words(content, page, key);
    const std::string of_goal = row == "harm" ? harm_key(content, found) : std::string();
    return of_goal.empty() ? text : page.words(of_goal) + " " + text;
}

// One column for each choice, one row for each thing that is said of all of them.
Node matrix(const Content& content, Writer& page, const Assessment& found, std::span<const Alternative* const> options, bool first,
            std::span<const std::string> row_names) {
    std::vector<std::string> header{page.words("compare.column")};
    for (const Alternative* option : options) header.push_back(page.words("alternative." + option->id + ".name"));
    std::vector<std::vector<std::string>> rows;
    for (const std::string& row : row_names) {
        rows.push_back({page.words("alternative.row." + row)});
        for (const Alternative* option : options) rows.back().push_back(cell(content, page, found, *option, row));
    }
    Node node = table(first ? "compared" : "compared-more", page.words(first ? "compare.caption" : "compare.caption.more"), header, rows);
    std::get<Table>(node.what).matrix = true;
    return node;
}

// All of them, in tables of about as many columns each as can be read side by side.
void all_choices(const Content& content, Writer& page, const Assessment& found, const Options& options) {
    constexpr std::size_t most = 4;
    const std::size_t tables = (options.size() + most - 1) / most, each = (options.size() + tables - 1) / tables;
    for (std::size_t from = 0; from < options.size(); from += each)
        page.add(matrix(content, page, found, std::span(options).subspan(from, std::min(each, options.size() - from)), from == 0,
                        content.alternative_rows));
}

// The two a narrow view shows: what the person chose, as far as it is offered, else needling and doing nothing.
std::array<const Alternative*, 2> chosen_two(const Model& model, const Options& options) {
    const auto offered = [&](std::string_view id) {
        const auto at = std::ranges::find_if(options, [&](const Alternative* option) { return option->id == id; });
        return at == options.end() ? nullptr : *at;
    };
    const auto other_than = [&](const Alternative* taken) {
        const auto at = std::ranges::find_if(options, [&](const Alternative* option) { return option != taken; });
        return at == options.end() ? nullptr : *at;
    };
    const Alternative* first = offered(model.compared[0].empty() ? "microneedling" : model.compared[0]);
    if (!first) first = options.front();
    const Alternative* second = offered(model.compared[1]);
    if (!second || second == first) second = other_than(first);
    return {first, second};
}

// Each list leaves out what the other one has.
Node chooser(const Content& content, const Options& options, const Alternative* chosen, const Alternative* other, bool second) {
    Select select{.label = say(content, second ? "compare.second" : "compare.first").text, .value = chosen->id};
    select.what = Select::What::compared;
    select.link_id = second ? "second" : "first";
    for (const Alternative* option : options)
        if (option != other)
            select.options.push_back({.value = option->id, .label = say(content, "alternative." + option->id + ".name").text});
    return {std::move(select), second ? "compare:second" : "compare:first"};
}

// Below a narrow table, which has no room for it.
void what_they_are(const Content& content, const Model& model, Writer& page, std::span<const Alternative* const> options) {
    Writer inside(content, model, "compare.what");
    for (const Alternative* option : options) {
        inside.heading(3, "alternative." + option->id + ".name");
        inside.say_all("alternative." + option->id + ".what");
    }
    page.fold("compare.what", {.title = page.words("compare.what")}, inside.finish());
}

void two_choices(const Content& content, const Model& model, Writer& page, const Assessment& found, const Options& options) {
    const auto two = chosen_two(model, options);
    if (options.size() > 2) {
        Node both{Section{Landmark::none, Look::figures, {}}, "choosers"};
        both.children.push_back(chooser(content, options, two[0], two[1], false));
        both.children.push_back(chooser(content, options, two[1], two[0], true));
        page.add(std::move(both));
    }
    std::vector<std::string> rows;
    std::ranges::remove_copy(content.alternative_rows, std::back_inserter(rows), "what");
    page.add(matrix(content, page, found, two, true, rows));
    what_they_are(content, model, page, two);
}

// Who is pregnant or breastfeeding, or does not say, reads that first.
bool asks_before_creams(const Answers& answers) {
    return std::ranges::any_of(std::array{"pregnant", "breastfeeding", "prefer-not"},
                               [&](std::string_view code) { return answers.has_code("pregnancy", code); });
}

Options offered_to(const Content& content, const Answers& answers) {
    Options options;
    for (const Alternative& option : content.alternatives)
        if (holds(option.when, answers)) options.push_back(&option);
    return options;
}

// What the other choices have against this person: the findings are about needling alone.
void cautions(const Content& content, const Model& model, const Assessment& found, Writer& page) {
    const auto say_first = [&](const std::string& key) {  // its sources stand with those of the page
        Node card{Section{Landmark::none, Look::caution, {}}, key};
        card.children.push_back({Paragraph{page.words(key)}});
        page.add(std::move(card));
    };
    if (asks_before_creams(with_derived(content, model.answers))) say_first("compare.pregnancy");
    const bool isotretinoin = std::ranges::any_of(found.findings, [](const Finding& finding) {
        return finding.action != FindingAction::tell && (finding.id == "isotretinoin-now" || finding.id == "isotretinoin-stopped");
    });
    if (isotretinoin) say_first("compare.isotretinoin");
}

}  // namespace

std::vector<Node> compare_slide(const Content& content, const Model& model, const Assessment& found, bool effort) {
    Writer page(content, model, "compare");
    page.heading(1, effort ? "compare.slide.effort" : "compare.slide.gain");
    Options shown = offered_to(content, with_derived(content, model.answers));
    if (shown.size() > 1) std::ranges::copy(chosen_two(model, shown), shown.begin()), shown.resize(2);
    const bool others =
        std::ranges::any_of(shown, [](const Alternative* each) { return each->id != needling && !each->id.starts_with(nothing); });
    if (others && !effort) cautions(content, model, found, page);
    std::vector<std::string> rows;  // what it takes, or what it gives and how sure that is; what it is has been said
    for (const std::string& row : content.alternative_rows)
        if (row != "what" && (row == "recovery" || row == "visits") == effort) rows.push_back(row);
    page.add(matrix(content, page, found, shown, true, rows));
    return page.finish();
}

std::vector<Node> result_compare(const Content& content, const Model& model, const Assessment& found) {
    const Answers answers = with_derived(content, model.answers);
    Writer page(content, model, "compare");
    page.heading(1, "result.compare.title");
    page.say("compare.lead", {{"concern", say(content, "concern." + answers.code("goal").value_or("") + ".name").text}}, Style::lead);
    cautions(content, model, found, page);
    const Options options = offered_to(content, answers);
    if (model.wide || options.size() < 2) all_choices(content, page, found, options);
    else two_choices(content, model, page, found, options);
    return page.finish();
}

}  // namespace needlewise
