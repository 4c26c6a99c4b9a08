// What the program's own steps ask of the machine.
#include "app/app.h"
#include "content/exchange/exports.h"
#include "content/load/load.h"
#include "core/pages/parts.h"

namespace needlewise {

// On a shared tablet the history names no pages: nobody goes back into what the person before them read.
void App::show_place(bool replace) {
    const std::string path = path_of(shown_place(content, model));
    top = 0;
    ui_state.forget();
    platform::show_path(path, page.title, replace || content.in_kiosk());
    platform::request("step", path);
    const Place shown = shown_place(content, model);
    const bool form_done = shown == Place{PageKind::form, "review"} && content.form && form_ready(content, model);
    if (form_done || shown == Place{PageKind::result, {}}) platform::request("finish");
}

struct App::CarryOut {
    App& app;

    void operator()(const ShowPage& show) const { app.show_place(show.replace); }
    void operator()(const Print&) const { platform::request("print"); }
    void operator()(const LoadPage&) const { platform::request("load-again"); }
    void operator()(const Save& save) const {
        if (app.content.form && save.format == "response") return platform::request("save", "answers.json", app.form_answers());
        if (const auto file = saved_file(app.content, app.model, save.format)) platform::request("save", file->name, file->text);
    }
    void operator()(const UseCountry& use) const {
        platform::request("country", use.code);
        platform::announce(say(app.content, "help.country.call").text);
    }
    void operator()(const CopyAnswers&) const { platform::request("copy", {}, answers_address(app.content, app.model)); }
    void operator()(const SendAway&) const {
        platform::request("send", {},
                          app.model.sends_form ? app.form_answers() : fhir_bundle(app.content, app.model.answers, app.model.today));
    }
    void operator()(const KeepInTab&) const { app.keep_in_tab(); }
    void operator()(const KeepDraft&) const { app.keep_draft(); }
    void operator()(const Forget&) const {
        put_country(app.content, app.first_where);
        app.refresh();
        app.waiting_filling.clear();
        platform::request("wipe");
    }
    void operator()(const EraseDrawing&) const { platform::request("erase"); }
    void operator()(const GoOnSoon& soon) const { platform::request("go-on", std::to_string(soon.number)); }
    void operator()(const HoldPin& hold) const { platform::request("hold-pin", std::to_string(hold.wrong), std::to_string(hold.seconds)); }
    void operator()(const Focus& focus) const {
        if (const Node* node = find_id(app.page, focus.id)) platform::focus(node->key);
    }
    void operator()(const Announce& announce) const { platform::announce(announce.text); }
    void operator()(const LoadLanguage& load) const {
        const auto here = app.files.find(words_path(load.code));
        if (here == app.files.end()) platform::request_words(load.code);
        else app.words(load.code, here->second);
    }
};

void App::carry_out(const Command& command) { std::visit(CarryOut{*this}, command); }

}  // namespace needlewise
