// Anybody's questionnaire in words: its own, and ours about it.
#include <algorithm>

#include "core/form/typed_number.h"
#include "core/letters.h"
#include "core/pages/form_parts.h"

namespace needlewise {

namespace {

std::string one_line(std::string text) {
    std::ranges::replace_if(text, [](char letter) { return static_cast<unsigned char>(letter) < ' '; }, ' ');
    return text;
}

void add(std::string& all, const std::string& sentence) { all += (all.empty() ? "" : " ") + sentence; }

std::string_view missing_key(const Item& item) {
    switch (item.type) {
        case ItemType::boolean:
        case ItemType::choice:
        case ItemType::open_choice: return "error.required.choice";
        case ItemType::date:
        case ItemType::date_time: return "error.required.date";
        case ItemType::integer:
        case ItemType::decimal:
        case ItemType::quantity: return "error.required.number";
        default: return "error.required.text";
    }
}

std::string_view unreadable_key(const Item& item) {
    switch (item.type) {
        case ItemType::time: return "form.error.time";
        case ItemType::url: return "form.error.url";
        default: return "form.error.date";
    }
}

// A number that is none says how it is typed.
std::string unreadable_number(const Content& content, bool whole, const std::string& typed) {
    const NumberFault fault = fault_of_number(typed, whole);
    if (fault == NumberFault::no_number) return say(content, whole ? "form.error.whole" : "form.error.number").text;
    if (fault == NumberFault::too_long && whole) return say(content, "form.error.figures-whole", {{"number", "9"}}).text;
    if (fault == NumberFault::too_long)
        return say(content, "form.error.figures", {{"before", std::to_string(most_figures)}, {"after", std::to_string(most_decimals)}})
            .text;
    std::string figures = plain_number(typed), part = figures + "0";
    const bool one_point = std::ranges::count(figures, '.') == 1 && figures.find_first_of(" '") == figures.npos;
    std::erase_if(figures, [](char letter) { return letter != '-' && !is_digit(letter); });
    if (whole || !one_point) return say(content, "form.error.thousands", {{"typed", typed}, {"whole", figures}}).text;
    if (typed.contains(',')) std::ranges::replace(part, '.', ',');
    return say(content, "form.error.thousands-or-part", {{"typed", typed}, {"whole", figures}, {"part", part}}).text;
}

// A second is said only where it is not the first of its minute.
std::string clock_words(const TimeOfDay& time) { return time.text().substr(0, time.seconds % 60 == 0 ? 5 : 8); }

std::string moment_words(const Content& content, const Moment& moment) {
    if (moment.month == 0) return moment.text();
    if (moment.day == 0) return month_name(content.words, std::chrono::month{moment.month}) + " " + std::to_string(moment.year);
    const Date day = std::chrono::year{moment.year} / static_cast<int>(moment.month) / static_cast<int>(moment.day);
    const std::string date = long_date(content.words, day);
    return moment.time ? date + say(content, "list.separator").text + clock_words(*moment.time) : date;
}

}  // namespace

// What people enter is the time where they are. What the form says may be that of another place, and is shown as it is written there.
std::string zone_words(const Item& item, const Moment& moment) {
    const bool entered = !item.link_id.empty() && std::ranges::none_of(item.initial, [&](const Value& value) {
        const auto* initial = std::get_if<Moment>(&value);
        return initial && initial->text() == moment.text();
    });
    if (entered || !moment.offset_minutes) return {};
    const std::string text = moment.text();
    return text.ends_with('Z') ? " (UTC)" : " (UTC" + text.substr(text.size() - 6) + ")";
}

std::string text_of(const Content& content, const Item& item) {
    const std::string text = in_language(item.text, item.look.translations, content.words.language);
    return one_line(item.look.prefix.empty() ? text : item.look.prefix + " " + text);
}

std::string text_of(const Content& content, const Option& option) {
    const std::string& text = in_language(option.text, option.translations, content.words.language);
    if (!text.empty()) return one_line(text);
    if (option.value) return one_line(value_text(content, {}, *option.value));
    return one_line(option.coding.display.empty() ? option.coding.code : option.coding.display);
}

std::string value_text(const Content& content, const Item& item, const Value& value) {
    for (const Option& option : item.options)
        if (same(option.answer(), value)) return text_of(content, option);
    if (const auto* coding = std::get_if<Coding>(&value)) return coding->display.empty() ? coding->code : coding->display;
    if (const auto* date = std::get_if<Date>(&value)) return long_date(content.words, *date);
    if (const auto* moment = std::get_if<Moment>(&value)) return moment_words(content, *moment) + zone_words(item, *moment);
    if (const auto* time = std::get_if<TimeOfDay>(&value)) return clock_words(*time);
    if (const auto* truth = std::get_if<bool>(&value)) return say(content, *truth ? "answer.yes" : "answer.no").text;
    if (const auto* words = std::get_if<std::string>(&value)) return *words;
    if (const auto* quantity = std::get_if<Quantity>(&value)) {  // in the unit that people know: "lb", not "[lb_av]"
        const std::string& unit = quantity->unit.empty() ? quantity->code : quantity->unit;
        return quantity->comparator + (quantity->value ? quantity->value->plain() : "") + (unit.empty() ? "" : " " + unit);
    }
    if (const auto* file = std::get_if<Attachment>(&value))
        return !file->title.empty() ? file->title : !file->url.empty() ? file->url : file->content_type;
    if (const auto* to = std::get_if<Reference>(&value)) return to->display.empty() ? to->reference : to->display;
    return in_words(value);
}

std::string form_title(const Content& content) {
    const Questionnaire& form = content.form->questionnaire;
    const std::string& title = in_language(form.title, form.title_translations, content.words.language);
    return title.empty() ? say(content, "form.title").text : one_line(title);
}

std::vector<std::size_t> repetitions(const Tree& tree, std::size_t node) {
    std::vector<std::size_t> beside;
    for (const std::size_t other : tree.of(tree.nodes()[node].entry))
        if (tree.nodes()[other].parent == tree.nodes()[node].parent) beside.push_back(other);
    return beside;
}

std::string group_name(const Content& content, const Tree& tree, std::size_t node) {
    const Item& group = tree.item(node);
    std::string name = text_of(content, group);
    if (!group.repeats) return name;
    const auto beside = repetitions(tree, node);
    const auto number = std::ranges::find(beside, node) - beside.begin() + 1;
    return say(content, "form.repetition",
               {{"name", name.empty() ? say(content, "form.unnamed").text : name}, {"number", std::to_string(number)}})
        .text;
}

std::string with_groups(const Content& content, const Tree& tree, std::size_t node, std::string name) {
    for (std::size_t at = tree.nodes()[node].parent; at != 0; at = tree.nodes()[at].parent) {
        if (tree.nodes()[at].is_answer || tree.item(at).type != ItemType::group || repetitions(tree, at).size() < 2) continue;
        name = say(content, "review.answer", {{"question", group_name(content, tree, at)}, {"answer", name}}).text;
    }
    return name;
}

Node not_supported(const Content& content, const Notice& notice) {
    Node note{Section{Landmark::none, Look::note, {}}};
    note.children.push_back({Paragraph{say(content, "form.not-supported").text, Style::body, {}}});
    note.children.push_back({Paragraph{notice.words, Style::small, "en"}});
    return note;
}

std::string limits_text(const Content& content, const Item& item) {
    const Limits& limits = item.limits;
    const auto word = [&](const Value& value) { return value_text(content, {}, value); };
    std::string all;
    if (limits.least && limits.most)
        add(all, say(content, "form.limit.between", {{"least", word(*limits.least)}, {"most", word(*limits.most)}}).text);
    else if (limits.least) add(all, say(content, "form.limit.least", {{"least", word(*limits.least)}}).text);
    else if (limits.most) add(all, say(content, "form.limit.most", {{"most", word(*limits.most)}}).text);
    const auto count = [&](std::string_view key, const std::optional<std::int64_t>& number) {
        if (number) add(all, say(content, key, {{"number", std::to_string(*number)}}).text);
    };
    count("form.limit.shortest", limits.shortest);
    count("form.limit.longest", limits.longest);
    count("form.limit.places", limits.places);
    if (item.repeats) count("form.limit.least-answers", limits.least_answers), count("form.limit.most-answers", limits.most_answers);
    if (!item.look.entry_format.empty()) add(all, say(content, "form.limit.format", {{"format", one_line(item.look.entry_format)}}).text);
    return all;
}

std::string error_text(const Content& content, const Item& item, const Issue& wrong, const std::string& typed) {
    const bool number = item.type == ItemType::integer || item.type == ItemType::decimal || item.type == ItemType::quantity;
    if (!typed.empty() && number) return unreadable_number(content, item.type == ItemType::integer, typed);
    if (!typed.empty()) return say(content, unreadable_key(item)).text;
    if (wrong.type == IssueType::required && item.type != ItemType::group && !item.limits.least_answers)
        return say(content, missing_key(item)).text;
    if (item.type == ItemType::reference) return say(content, "form.error.reference").text;
    std::string all = say(content, "form.error.value").text;
    const std::string limits = limits_text(content, item);
    if (!limits.empty()) add(all, limits);
    if (!item.limits.pattern.empty() && item.look.entry_format.empty()) add(all, say(content, "form.error.pattern").text);
    return all;
}

}  // namespace needlewise
