// A tablet in the hands of staff, driven by actions.
#pragma once

#include <algorithm>

#include "core/journey/told.h"
#include "core/journey/update.h"
#include "core/pages/page.h"
#include "core/pages/print.h"
#include "support/shipped.h"

namespace needlewise {

struct Tablet {
    Content content = shipped::content();
    Model model;
    Commands commands;  // of the last action

    explicit Tablet(std::string_view path = "staff", const std::string& person = {}) {
        if (!person.empty()) model.answers = shipped::people().at(person);
        model.today = shipped::today;
        model.place = place_at(content, path);
    }
    Tablet& in_kiosk() {
        content.clinic = Clinic{};
        content.clinic->kiosk = Kiosk{.pin = "2468", .idle_minutes = 2};
        return *this;
    }
    Tablet& does(const Action& action) {
        Updated updated = update(std::move(model), action, content);
        model = std::move(updated.model);
        commands = std::move(updated.commands);
        return *this;
    }
    Tablet& enters(const std::string& pin) { return does(EnterText{"pin", pin}).does(Unlock{}); }
    std::string path() const { return path_of(model.place); }
    Page page() const { return make_page(content, model); }
    std::string text() const { return print(page()); }
    bool shows(std::string_view id) const {
        const Page now = page();
        return find_id(now, id) != nullptr;
    }
    template <class Command>
    bool asks() const {
        return std::ranges::any_of(commands, [](const auto& each) { return std::holds_alternative<Command>(each); });
    }
    std::pair<int, int> held() const {
        for (const auto& each : commands)
            if (const auto* hold = std::get_if<HoldPin>(&each)) return {hold->wrong, hold->seconds};
        return {-1, -1};
    }
    std::string focus() const {
        for (const auto& each : commands)
            if (const auto* focused = std::get_if<Focus>(&each)) return focused->id;
        return "";
    }
};

}  // namespace needlewise
