#include "core/form/form_pages.h"

#include <algorithm>
#include <utility>

#include "core/form/validate.h"

namespace needlewise {

namespace {

constexpr std::size_t most_in_group = 14, most_in_run = 8;  // items on a page

class Splitter {
public:
    explicit Splitter(const Outline& of) : outline(of) {}

    std::vector<FormPage> run() {
        split(Outline::none);
        return std::move(pages);
    }

private:
    void split(std::size_t parent) {
        FormPage run{.parent = parent, .entries = {}};
        const auto asks = [&](std::size_t entry) { return outline.entries()[entry].item->type != ItemType::display; };
        const auto flush = [&] {
            if (!run.entries.empty()) pages.push_back(std::exchange(run, {.parent = parent, .entries = {}}));
        };
        outline.each_child(parent, [&](std::size_t child) {
            const Item& item = *outline.entries()[child].item;
            const std::size_t below = outline.entries()[child].end - child - 1;
            if (item.type != ItemType::group || below == 0) {
                if (run.entries.size() == most_in_run) flush();
                run.entries.push_back(child);
                return;
            }
            if (std::ranges::any_of(run.entries, asks)) flush();  // words alone stand before what follows them
            const bool whole = item.repeats || below <= most_in_group || is_table(item);
            if (whole) run.entries.push_back(child), flush();
            else flush(), split(child);
        });
        flush();
    }

    const Outline& outline;
    std::vector<FormPage> pages;
};

// "/item/2/answer/1/valueInteger" is about the item "/item/2", and its answer 1.
std::string_view item_of(std::string_view pointer) {
    const std::size_t last = pointer.rfind("/item/");
    if (last == std::string_view::npos) return {};
    const std::size_t end = pointer.find('/', last + 6);
    return pointer.substr(0, end);
}

std::string answer_of(std::string_view item, std::string_view pointer) {
    constexpr std::string_view answers = "/answer/";
    pointer.remove_prefix(item.size());
    if (!pointer.starts_with(answers)) return {};
    pointer.remove_prefix(answers.size());
    return "#" + std::string(pointer.substr(0, pointer.find('/')));
}

}  // namespace

bool is_table(const Item& group) {
    const std::string& control = group.look.control;
    return control == "gtable" || control == "grid" || control == "table";
}

bool is_long_list(const Item& choice) {
    constexpr std::size_t most_cards = 10;
    return choice.options.size() > most_cards || choice.look.control == "drop-down" || choice.look.control == "autocomplete";
}

std::vector<FormPage> form_pages(const Outline& outline) { return Splitter(outline).run(); }

Standing::Standing(const Form& form, const Response& filled, Date today) : counts(asked(form, filled)) {
    counts.status = "completed";
    laid_out.emplace(form.outline, counts, issues);
    Issues found;
    validate(form.questionnaire, counts, *laid_out, today, found);
    for (const Issue& issue : found.all()) {
        const std::string_view pointer = item_of(issue.pointer);
        const ResponseItem* item = item_at(counts, pointer);
        if (issue.severity != Severity::error || !item) continue;
        const Item* asks = definition(form, *item);
        const bool no_field = asks && (asks->type == ItemType::attachment || (asks->type == ItemType::choice && asks->options.empty()));
        const bool nobody_can = no_field && issue.type == IssueType::required;
        const bool not_yet = issue.type == IssueType::structure;  // a field that was added and is still empty
        if (asks && !nobody_can && !not_yet && !asks->look.hidden && !asks->read_only)
            wrong.emplace(std::string(pointer) + answer_of(pointer, issue.pointer), issue);
    }
    for (std::size_t node = 1; node < laid_out->nodes().size(); ++node) {
        const Tree::Node& here = laid_out->nodes()[node];
        if (here.is_answer || !here.enabled || !here.given || laid_out->item(node).look.hidden) continue;
        for (std::size_t i = 0; i < here.given->answers.size(); ++i)
            if (!here.given->answers[i].typed.empty())
                wrong.emplace(laid_out->pointer(node) + "#" + std::to_string(i),
                              Issue{.type = IssueType::value, .pointer = {}, .what = {}});
    }
}

bool Standing::is_asked(const FormPage& page) const {
    for (const std::size_t entry : page.entries)
        for (const std::size_t node : laid_out->of(entry))
            if (laid_out->nodes()[node].enabled && !laid_out->item(node).look.hidden) return true;
    return false;
}

const Issue* Standing::wrong_at(std::string_view pointer, std::optional<std::size_t> answer) const {
    const auto found = wrong.find(std::string(pointer) + (answer ? "#" + std::to_string(*answer) : ""));
    return found == wrong.end() ? nullptr : &found->second;
}

bool Standing::has_wrong(std::string_view pointer) const {
    const auto found = wrong.lower_bound(pointer);
    return found != wrong.end() && (found->first == pointer || found->first.starts_with(std::string(pointer) + "#"));
}

}  // namespace needlewise
