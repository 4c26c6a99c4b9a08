// Anybody's questionnaire filled in: the fields and the way through the pages.
#include <algorithm>
#include <charconv>

#include "core/form/form_pages.h"
#include "core/journey/fields.h"
#include "core/journey/update_parts.h"
#include "core/letters.h"

namespace needlewise {

namespace {

constexpr std::string_view prefix = "form:";

// What is not asked keeps nobody.
bool wrong_on(const FormPage& page, const Standing& standing) {
    const Tree& tree = standing.tree();
    for (const std::size_t entry : page.entries) {
        for (const std::size_t first : tree.of(entry)) {
            for (std::size_t node = first; node < tree.nodes()[first].end; ++node) {
                const Tree::Node& here = tree.nodes()[node];
                if (!here.is_answer && here.enabled && here.given && standing.has_wrong(tree.pointer(node))) return true;
            }
        }
    }
    return false;
}

class InForm {
public:
    InForm(const Model& of, const Content& with) : before(of), content(with), form(*with.form) {}

    std::optional<Updated> operator()(const Choose& choose) const {
        bool gone = false;  // what was switched off is shown no more
        auto updated = change(choose.link_id, [&](ResponseItem& item, std::size_t number) {
            const Item* asks = definition(form, item);
            gone = !choose.on && is_long_list(*asks);
            if (choose.code == "true" || choose.code == "false") return answer(form, item, number, Value{choose.code == "true"});
            if (choose.code.empty()) return asks->repeats ? void() : answer(form, item, number, std::nullopt);  // of a drop-down: none
            std::size_t option = 0;
            const auto [end, error] = std::from_chars(choose.code.data(), choose.code.data() + choose.code.size(), option);
            if (error != std::errc{} || end != choose.code.data() + choose.code.size()) return;
            if (asks->type == ItemType::quantity) return unit(*asks, item, number, option);
            needlewise::choose(form, item, option, choose.on);
        });
        if (gone) updated->commands.push_back(Focus{"field:" + choose.link_id});
        return updated;
    }

    std::optional<Updated> operator()(const EnterDate& enter) const { return write(enter.link_id, enter.iso); }
    std::optional<Updated> operator()(const EnterText& enter) const { return write(enter.link_id, enter.text); }

    std::optional<Updated> operator()(const RepeatGroup& repeat) const {
        const auto field = form_field_in(repeat.field);
        if (!field) return std::nullopt;
        Model model = started();
        const ResponseItem* item = item_at(*model.filling, field->pointer);
        const Item* asks = item ? definition(form, *item) : nullptr;
        if (!asks) return Updated{std::move(model), {}};
        const bool group = asks->type == ItemType::group;
        const std::string first = group ? form_field(first_repetition(*model.filling, field->pointer)) : form_field(field->pointer);
        if (!repeat.more) model.taken_out = std::make_shared<const TakenOut>(repeat.field, first, *model.filling);
        std::string added;
        if (!group) added = repeat_answer(*model.filling, *field, repeat.more);
        else if (repeat.more) added = form_field(repeat_group(form, *model.filling, field->pointer));
        else remove_group(form, *model.filling, field->pointer);
        const bool may_be_last = asks->limits.most_answers.has_value();  // then the button is gone
        return Updated{std::move(model),
                       {KeepInTab{}, Focus{!repeat.more  ? "undo"
                                           : may_be_last ? "remove:" + added
                                                         : "add:" + repeat.field}}};
    }

    std::optional<Updated> operator()(const UndoTap&) const {
        if (before.place.kind != PageKind::form || !before.taken_out) return std::nullopt;
        Model model = started();
        model.filling.emplace(before.taken_out->before);
        return Updated{std::move(model), {KeepInTab{}, Focus{"remove:" + before.taken_out->field}}};
    }

    std::optional<Updated> operator()(const Continue&) const {
        if (before.place.kind != PageKind::form) return std::nullopt;
        const auto pages = form_pages(form.outline);
        const Standing standing(form, filling_of(content, before), before.today);
        std::size_t here = number();
        if (here > 0 && here <= pages.size() && wrong_on(pages[here - 1], standing)) {
            Model model = before;
            model.show_errors = true;
            return Updated{std::move(model), {Focus{"error-summary"}}};
        }
        while (++here <= pages.size())
            if (standing.is_asked(pages[here - 1])) return to(std::to_string(here));
        return to("review");
    }

    std::optional<Updated> operator()(const Back&) const {
        if (before.place.kind != PageKind::form) return std::nullopt;
        const auto pages = form_pages(form.outline);
        const Standing standing(form, filling_of(content, before), before.today);
        std::size_t here = before.place.name == "review" ? pages.size() + 1 : number();
        while (here > 1)
            if (standing.is_asked(pages[--here - 1])) return to(std::to_string(here));
        return shown_at(before, {});
    }

    template <class Other>
    std::optional<Updated> operator()(const Other&) const {
        return std::nullopt;
    }

private:
    Model started() const {
        Model model = before;
        if (!model.filling) model.filling = form.at_start;
        model.taken_out.reset();
        return model;
    }

    template <class F>
    std::optional<Updated> change(std::string_view link_id, F how) const {
        const auto field = form_field_in(link_id);
        if (!field) return std::nullopt;
        Model model = started();
        ResponseItem* item = item_at(*model.filling, field->pointer);
        const Item* asks = item ? definition(form, *item) : nullptr;
        if (!asks || asks->read_only) return Updated{std::move(model), {}};
        how(*item, field->number);
        return Updated{std::move(model), {KeepInTab{}}};
    }

    // What is no answer stays in the field, and says so once the person goes on.
    std::optional<Updated> write(const std::string& link_id, std::string_view text) const {
        if (stays_empty(link_id, text)) return Updated{before, {}};
        return change(link_id, [&](ResponseItem& item, std::size_t number) {
            const std::string_view typed = first_letters(text, longest_typed);
            const Item& asks = *definition(form, item);
            const Value* old = number < item.answers.size() && item.answers[number].value ? &*item.answers[number].value : nullptr;
            auto value = written_answer(asks, typed, old);
            const std::string_view kept = value || is_blank(typed) ? std::string_view{} : typed;
            answer(form, item, number, std::move(value), kept);
        });
    }

    // The browser says of each day and time that is empty that it is, so as to be sure.
    bool stays_empty(std::string_view link_id, std::string_view text) const {
        const auto field = form_field_in(link_id);
        const ResponseItem* item = field ? item_at(filling_of(content, before), field->pointer) : nullptr;
        if (!item || !is_blank(text)) return false;
        return field->number >= item->answers.size() || (!item->answers[field->number].given && item->answers[field->number].typed.empty());
    }

    // A unit chosen before the number waits for it; it is no answer yet.
    void unit(const Item& asks, ResponseItem& item, std::size_t number, std::size_t option) const {
        if (option >= asks.limits.units.size() || number > item.answers.size()) return;
        if (number == item.answers.size()) item.answers.emplace_back();
        Quantity quantity = in_unit(asks.limits.units[option]);
        quantity.value.reset();
        Answer& here = item.answers[number];
        if (const auto* old = here.value ? std::get_if<Quantity>(&*here.value) : nullptr) quantity.value = old->value;
        here.type = AnswerType::quantity;
        here.given = quantity.value.has_value();
        here.value = std::move(quantity);
    }

    // The field of the one that was added.
    std::string repeat_answer(Response& filling, const FormField& field, bool more) const {
        ResponseItem& item = *item_at(filling, field.pointer);
        if (!definition(form, item)->repeats) return {};
        if (more) {
            if (item.answers.empty()) item.answers.emplace_back();
            item.answers.emplace_back();
        } else if (field.number < item.answers.size()) {
            item.answers.erase(item.answers.begin() + static_cast<std::ptrdiff_t>(field.number));
        }
        return form_field(field.pointer, item.answers.size() - 1);
    }

    std::size_t number() const {
        std::size_t number = 0;
        std::from_chars(before.place.name.data(), before.place.name.data() + before.place.name.size(), number);
        return number;
    }

    Updated to(std::string name) const { return shown_at(before, {PageKind::form, std::move(name)}); }

    const Model& before;
    const Content& content;
    const Form& form;
};

}  // namespace

const Response& filling_of(const Content& content, const Model& model) { return model.filling ? *model.filling : content.form->at_start; }

bool form_ready(const Content& content, const Model& model) {
    return Standing(*content.form, filling_of(content, model), model.today).nothing_wrong();
}

std::string form_field(std::string_view pointer, std::optional<std::size_t> number) {
    return std::string(prefix) + std::string(pointer) + (number ? "#" + std::to_string(*number) : "");
}

std::optional<FormField> form_field_in(std::string_view link_id) {
    if (!link_id.starts_with(prefix)) return std::nullopt;
    link_id.remove_prefix(prefix.size());
    const std::size_t sign = link_id.find('#');
    FormField field{.pointer = std::string(link_id.substr(0, sign))};
    if (sign != std::string_view::npos) std::from_chars(link_id.data() + sign + 1, link_id.data() + link_id.size(), field.number);
    return field;
}

std::optional<Updated> in_form(const Model& model, const Content& content, const Action& action) {
    if (!content.form) return std::nullopt;
    return std::visit(InForm(model, content), action);
}

}  // namespace needlewise
