#include "core/form/filling.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "core/form/start.h"
#include "core/form/syntax.h"
#include "core/form/tree.h"
#include "core/form/validate.h"
#include "core/form/validate_parts.h"

namespace needlewise {

namespace {

std::vector<ResponseItem> places(const Form& form, std::size_t entry, std::vector<ResponseItem> given);

void fill_places(const Form& form, std::size_t entry, ResponseItem& item) {
    const bool question = is_question(form.outline.entries()[entry].item->type);
    if (!question) item.items = places(form, entry, std::move(item.items));
    for (Answer& answer : item.answers) answer.items = places(form, entry, std::move(answer.items));
}

std::vector<ResponseItem> places(const Form& form, std::size_t entry, std::vector<ResponseItem> given) {
    std::vector<ResponseItem> all;
    form.outline.each_child(entry, [&](std::size_t child) {
        const std::string& link_id = form.outline.entries()[child].item->link_id;
        const std::size_t before = all.size();
        const bool one_each = form.outline.entries()[child].next_twin != Outline::none;  // the others are for those that share its linkId
        for (ResponseItem& item : given)
            if (item.link_id == link_id && !(one_each && all.size() > before)) all.push_back(std::exchange(item, {}));
        if (all.size() == before) all.push_back({.link_id = link_id});
        for (std::size_t i = before; i < all.size(); ++i) fill_places(form, child, all[i]);
    });
    return all;
}

// "/item/3/answer/0" as steps: 3 among the items, 0 among the answers. Null where the way ends.
template <class Items>
auto* find_item(Items& items, std::string_view pointer) {
    auto* list = &items;
    decltype(&items.front()) item = nullptr;
    while (!pointer.empty()) {
        const bool in_answer = pointer.starts_with("/answer/");
        if (!in_answer && !pointer.starts_with("/item/")) return decltype(item){nullptr};
        pointer.remove_prefix(in_answer ? 8 : 6);
        std::size_t number = 0;
        const auto [end, error] = std::from_chars(pointer.data(), pointer.data() + pointer.size(), number);
        if (error != std::errc{}) return decltype(item){nullptr};
        pointer.remove_prefix(static_cast<std::size_t>(end - pointer.data()));
        if (in_answer) {
            if (!item || number >= item->answers.size()) return decltype(item){nullptr};
            list = &item->answers[number].items;
        } else {
            if (!list || number >= list->size()) return decltype(item){nullptr};
            item = &(*list)[number];
            list = &item->items;
        }
    }
    return item;
}

std::string_view parent_of(std::string_view pointer) { return pointer.substr(0, pointer.rfind("/item/")); }

std::vector<ResponseItem>* siblings(Response& response, std::string_view pointer) {
    const std::string_view parent = parent_of(pointer);
    if (parent.empty()) return &response.items;
    const std::size_t answer = parent.rfind("/answer/");
    ResponseItem* item =
        item_at(response, answer == std::string_view::npos || answer < parent.rfind("/item/") ? parent : parent.substr(0, answer));
    if (!item) return nullptr;
    if (answer == std::string_view::npos || answer < parent.rfind("/item/")) return &item->items;
    std::size_t number = 0;
    std::from_chars(parent.data() + answer + 8, parent.data() + parent.size(), number);
    return number < item->answers.size() ? &item->answers[number].items : nullptr;
}

std::size_t number_of(std::string_view pointer) {
    const std::string_view last = pointer.substr(pointer.rfind('/') + 1);
    std::size_t number = 0;
    std::from_chars(last.data(), last.data() + last.size(), number);
    return number;
}

// Empty where nothing is answered, but for what is to be kept and what that stands in; true when something is left.
using Kept = std::set<const ResponseItem*>;
bool only_answers(std::vector<ResponseItem>& items, const Kept& kept = {}) {
    std::erase_if(items, [&](ResponseItem& item) {
        std::erase_if(item.answers, [](const Answer& answer) { return !answer.given; });
        for (Answer& answer : item.answers) only_answers(answer.items, kept);
        return !only_answers(item.items, kept) && item.answers.empty() && !kept.contains(&item);
    });
    return !items.empty();
}

int count_answers(const std::vector<ResponseItem>& items) {
    int count = 0;
    for (const ResponseItem& item : items) {
        count += count_answers(item.items);
        for (const Answer& answer : item.answers) count += (answer.given ? 1 : 0) + count_answers(answer.items);
    }
    return count;
}

// One item of each required group that is blank: FHIR wants it to hold one, and nobody has to answer what is in it.
Kept kept_for_groups(const Form& form, const Response& out) {
    Issues ignored;
    const Tree tree(form.outline, out, ignored);
    const auto& nodes = tree.nodes();
    Kept kept;
    for (std::size_t group = 1; group < nodes.size(); ++group) {
        const Item& item = tree.item(group);
        const bool counts = !nodes[group].is_answer && nodes[group].enabled && nodes[group].given;
        if (!counts || !item.required || item.type != ItemType::group || count_answers(nodes[group].given->items) > 0) continue;
        std::size_t child = group + 1;
        while (child < nodes[group].end && !(nodes[child].enabled && nodes[child].given && tree.item(child).type != ItemType::display))
            child = nodes[child].end;
        if (child < nodes[group].end) kept.insert(nodes[child].given);
    }
    return kept;
}

const ResponseItem* of_the_same(const std::vector<ResponseItem>& items, std::string_view link_id) {
    const auto found = std::ranges::find(items, link_id, &ResponseItem::link_id);
    return found == items.end() ? nullptr : &*found;
}

bool type_fits(const Item& item, AnswerType type) {
    const auto types = answer_types(item);
    return types.empty() || std::ranges::find(types, type) != types.end();
}

// `first` are the items in these places before anybody answered, as far as there are any.
void keep_what_fits(const Form& form, std::vector<ResponseItem>& items, const std::vector<ResponseItem>* first) {
    for (ResponseItem& item : items) {
        const Item* asks = definition(form, item);
        const ResponseItem* fresh = first ? of_the_same(*first, item.link_id) : nullptr;
        if (!asks) continue;
        if (asks->read_only) item.answers = fresh ? fresh->answers : std::vector<Answer>{};
        std::erase_if(item.answers, [&](const Answer& answer) { return !answer.value || !type_fits(*asks, answer.type); });
        if (!asks->repeats && item.answers.size() > 1) item.answers.resize(1);
        keep_what_fits(form, item.items, fresh ? &fresh->items : nullptr);
        for (Answer& answer : item.answers) keep_what_fits(form, answer.items, nullptr);
    }
}

}  // namespace

Form::Form(Questionnaire of) : questionnaire(std::move(of)), outline(questionnaire), at_start(with_places(*this, start(questionnaire))) {}

Response with_places(const Form& form, Response response) {
    response.items = places(form, Outline::none, std::move(response.items));
    return response;
}

ResponseItem* item_at(Response& response, std::string_view pointer) { return find_item(response.items, pointer); }
const ResponseItem* item_at(const Response& response, std::string_view pointer) { return find_item(response.items, pointer); }

const Item* definition(const Form& form, const ResponseItem& item) {
    const std::size_t entry = form.outline.find(item.link_id);
    return entry == Outline::none ? nullptr : form.outline.entries()[entry].item;
}

void choose(const Form& form, ResponseItem& item, std::size_t number, bool on) {
    const Item* asks = definition(form, item);
    if (!asks || number >= asks->options.size()) return;
    const Option& option = asks->options[number];
    const auto is = [](const Option& of) {
        return [value = of.answer()](const Answer& answer) { return answer.value && same(*answer.value, value); };
    };
    if (!on) {
        if (asks->repeats) std::erase_if(item.answers, is(option));
        return;
    }
    if (std::ranges::any_of(item.answers, is(option))) return;
    const auto gives_way = [&](const Answer& answer) {
        if (!asks->repeats || option.exclusive) return true;
        return std::ranges::any_of(asks->options, [&](const Option& other) { return other.exclusive && is(other)(answer); });
    };
    std::vector<ResponseItem> below;
    if (!asks->repeats && !item.answers.empty()) below = std::move(item.answers.front().items);
    std::erase_if(item.answers, gives_way);
    item.answers.push_back(
        {.type = answer_type(*asks, option.answer()), .value = option.answer(), .given = true, .items = std::move(below)});
    const auto place = [&](const Answer& answer) {
        return std::ranges::find_if(asks->options, [&](const Option& other) { return is(other)(answer); }) - asks->options.begin();
    };
    std::ranges::stable_sort(item.answers, {}, place);  // other words come last
    fill_places(form, form.outline.find(item.link_id), item);
}

void answer(const Form& form, ResponseItem& item, std::size_t number, std::optional<Value> value, std::string_view typed) {
    const Item* asks = definition(form, item);
    if (!asks || number > item.answers.size()) return;
    if (number == item.answers.size()) item.answers.emplace_back();
    Answer& here = item.answers[number];
    here.given = value.has_value();
    here.typed = typed;
    if (!value) {
        auto* quantity = here.value ? std::get_if<Quantity>(&*here.value) : nullptr;
        if (quantity) quantity->value.reset();
        else here.value.reset();
        const bool one_of_several = item.answers.size() > 1 && asks->type != ItemType::open_choice;
        if (!quantity && !one_of_several && typed.empty() && count_answers(here.items) == 0)
            item.answers.erase(item.answers.begin() + static_cast<std::ptrdiff_t>(number));
        return;
    }
    here.type = answer_type(*asks, *value);
    here.value = std::move(value);
    fill_places(form, form.outline.find(item.link_id), item);
}

Quantity in_unit(Quantity offered) {
    if (!offered.system.empty() || offered.code.empty()) return offered;
    if (offered.unit.empty()) offered.unit = offered.code;
    offered.code.clear();
    return offered;
}

std::optional<Value> written_answer(const Item& item, std::string_view text, const Value* before) {
    constexpr std::string_view blank = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return std::nullopt;
    text = text.substr(first, text.find_last_not_of(blank) - first + 1);
    const auto as = [](const auto& read) { return read ? std::optional<Value>(*read) : std::nullopt; };
    const auto moment = [](const std::optional<Moment>& read) -> std::optional<Value> {
        if (!read) return std::nullopt;
        if (const auto day = read->date()) return Value{*day};
        return Value{*read};
    };
    switch (item.type) {
        case ItemType::date: return moment(Moment::read_date(text));
        case ItemType::date_time: return moment(Moment::read_date_time(text));
        case ItemType::time: return as(TimeOfDay::read(text.size() == 5 ? std::string(text) + ":00" : std::string(text)));
        case ItemType::reference: return Value{Reference{.reference = std::string(text), .type = {}, .display = {}}};
        case ItemType::url: return wrong_with_uri(text) ? std::nullopt : std::optional<Value>(std::string(text));
        case ItemType::open_choice: return Value{std::string(text)};
        case ItemType::quantity: {
            Item number = {};
            number.type = ItemType::decimal;
            const auto figure = typed_answer(number, text);
            if (!figure) return std::nullopt;
            const auto* kept = before ? std::get_if<Quantity>(before) : nullptr;
            Quantity quantity = kept ? *kept : Quantity{};
            if (!kept && !item.limits.units.empty()) quantity = in_unit(item.limits.units.front());
            if (!kept && item.limits.units.empty() && !item.look.unit.empty()) quantity = in_unit(item.look.unit.front());
            quantity.value = std::get<Decimal>(*figure);
            return Value{std::move(quantity)};
        }
        default: return typed_answer(item, text);
    }
}

std::string repeat_group(const Form& form, Response& response, std::string_view pointer) {
    auto* beside = siblings(response, pointer);
    const std::size_t number = number_of(pointer);
    if (!beside || number >= beside->size()) return {};
    ResponseItem fresh{.link_id = (*beside)[number].link_id};
    const Item* asks = definition(form, fresh);
    if (!asks || asks->type != ItemType::group || !asks->repeats) return {};
    fill_places(form, form.outline.find(fresh.link_id), fresh);
    const auto last = std::ranges::find(beside->rbegin(), beside->rend(), fresh.link_id, &ResponseItem::link_id);
    const auto here = beside->insert(last.base(), std::move(fresh));
    return std::string(parent_of(pointer)) + "/item/" + std::to_string(here - beside->begin());
}

void remove_group(const Form& form, Response& response, std::string_view pointer) {
    auto* beside = siblings(response, pointer);
    const std::size_t number = number_of(pointer);
    if (!beside || number >= beside->size()) return;
    const std::string link_id = (*beside)[number].link_id;
    const Item* asks = definition(form, (*beside)[number]);
    if (!asks || !asks->repeats || std::ranges::count(*beside, link_id, &ResponseItem::link_id) < 2) return;
    beside->erase(beside->begin() + static_cast<std::ptrdiff_t>(number));
}

std::string first_repetition(const Response& response, std::string_view pointer) {
    const ResponseItem* here = item_at(response, pointer);
    for (std::size_t number = number_of(pointer); here && number-- > 0;) {
        const std::string before = std::string(parent_of(pointer)) + "/item/" + std::to_string(number);
        const ResponseItem* item = item_at(response, before);
        if (!item || item->link_id != here->link_id) return std::string(parent_of(pointer)) + "/item/" + std::to_string(number + 1);
    }
    return std::string(parent_of(pointer)) + "/item/0";
}

namespace {

void without_what_is_below_nothing(std::vector<ResponseItem>& items) {
    for (ResponseItem& item : items) {
        without_what_is_below_nothing(item.items);
        for (Answer& answer : item.answers) {
            if (!answer.says()) answer.items.clear();
            without_what_is_below_nothing(answer.items);
        }
    }
}

bool has_typed(const std::vector<ResponseItem>& items) {
    return std::ranges::any_of(items, [](const ResponseItem& item) {
        return has_typed(item.items) ||
               std::ranges::any_of(item.answers, [](const Answer& answer) { return !answer.typed.empty() || has_typed(answer.items); });
    });
}

}  // namespace

Response asked(const Form& form, const Response& all) {
    Response filled = all;
    without_what_is_below_nothing(filled.items);
    Response counts = filled;
    // Conditions without a circle settle after at most one round per item; else the last round counts, the same every time.
    for (std::size_t rounds = form.outline.entries().size() + 1; rounds > 0; --rounds) {
        Issues ignored;
        const Tree tree(form.outline, counts, ignored);
        Response next = filled;
        bool changed = false;
        for (std::size_t node = 1; node < tree.nodes().size(); ++node) {
            const Tree::Node& here = tree.nodes()[node];
            if (here.is_answer || !here.given) continue;
            const std::string pointer = tree.pointer(node);
            ResponseItem* item = item_at(next, pointer);
            if (!item) continue;  // below an answer that is not asked
            if (!here.enabled) item->answers.clear();
            changed = changed || item->answers.size() != here.given->answers.size();
        }
        if (!changed) return counts;
        counts = std::move(next);
    }
    return counts;
}

Response answered(Response filled) {
    only_answers(filled.items);
    return filled;
}

namespace {

std::string_view url_of(std::string_view canonical) { return canonical.substr(0, canonical.find('|')); }

}  // namespace

TakenUp taken_up(const Form& form, Response kept) {
    const int before = count_answers(kept.items);
    TakenUp taken{.response = form.at_start};
    const std::string_view of = url_of(kept.questionnaire), here = url_of(taken.response.questionnaire);
    if (!of.empty() && !here.empty() && of != here) {  // the linkIds of another questionnaire mean something else
        taken.left_out = before;
        return taken;
    }
    taken.response.items = std::move(kept.items);
    keep_what_fits(form, taken.response.items, &form.at_start.items);
    taken.response = with_places(form, std::move(taken.response));
    taken.left_out = std::max(0, before - count_answers(taken.response.items));
    return taken;
}

Response handed_out(const Form& form, const Response& filled, Date today) {
    Response out = asked(form, filled);
    const bool unread = has_typed(out.items);
    only_answers(out.items, kept_for_groups(form, out));
    out.status = "completed";
    if (unread || validate(form.questionnaire, out, today).has_errors()) out.status = "in-progress";
    return out;
}

}  // namespace needlewise
