// A person who fills in a form, for tests.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

#include "core/form/filling.h"
#include "core/pages/page.h"
#include "core/pages/print.h"
#include "unit/forms.h"
#include "unit/sample.h"

namespace needlewise {

// A person who fills in a form of these items.
struct FormPerson {
    Content content = sample::content();
    Model model;
    Commands commands = {};

    explicit FormPerson(std::string_view items) {
        content.form = std::make_shared<const Form>(forms::read(items));
        content.words.by_key.insert({{"review.answer", "{question}: {answer}"},
                                     {"form.repetition", "{name} – {number}"},
                                     {"form.add", "Add: {name}"},
                                     {"form.remove", "Remove: {name}"}});
        model.today = sample::today;
    }
    FormPerson& does(const Action& action) {
        Updated updated = update(model, action, content);
        model = std::move(updated.model);
        commands = std::move(updated.commands);
        return *this;
    }
    FormPerson& opens(std::string_view path) { return does(OpenPage{std::string(path)}); }
    FormPerson& writes(std::string_view field, std::string_view text) {
        return does(EnterText{"form:" + std::string(field), std::string(text)});
    }
    template <class Command>
    bool told() const {
        return std::ranges::any_of(commands, [](const auto& command) { return std::holds_alternative<Command>(command); });
    }
    std::string path() const { return path_of(model.place); }
    std::string page() const { return print(make_page(content, model)); }
    bool shows(std::string_view words) const { return page().contains(words); }
    bool has(std::string_view id) const { return find_id(make_page(content, model), id) != nullptr; }
};

}  // namespace needlewise
