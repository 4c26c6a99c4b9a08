// The program: content and model make a page, the page is laid out, published and painted; what the person does comes back
// as events and makes the next model.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "content/load/figures.h"
#include "content/pack/pack.h"
#include "core/colour.h"
#include "core/journey/update.h"
#include "core/pages/page.h"
#include "core/problem.h"
#include "platform/platform.h"
#include "ui/figures/library.h"
#include "ui/fonts.h"
#include "ui/layout/layout.h"
#include "ui/paint/motion.h"

namespace needlewise {

// What `load` hands over before `start` is files of assets/, or of the built site: content.json, text.json, english.json, figures.json,
// regular.ttf and semibold.ttf; and by name what the surroundings know: "address" of the page, "languages" there are words of
// ("en es fr"), "country/chosen" by the person, "country/asked" by the address, "country/region" of the browser; "pack" and
// "questionnaire", the addresses asked for, with what lies there as "pack/NAME" and "questionnaire/text" ("questionnaire/of-pack": the pack
// names it); "kept" in the tab, "draft" on the device; and, there or not, "can-draft", "gallery" and "no-settings".
class App final : public platform::Application {
public:
    void load(std::string_view name, std::string bytes) override;
    void start(std::string_view language, std::string_view path, platform::Day today) override;
    void today(platform::Day day) override;
    void tell(std::string_view what, std::string_view value) override;
    void words(std::string_view language, std::string text) override;
    void all_words(std::string_view language, std::string text) override;
    void more_content(std::string bundle) override;
    void pictures(std::string bundle) override;

    void resize(const platform::Screen& screen) override;
    void scroll(float top) override;
    void prefer(const platform::Preferences& preferences) override;

    void event(std::uint32_t key, std::string_view value) override;
    void interact(const platform::Interaction& interaction) override;
    void navigate(std::string_view path) override;

    double frame(double now, ImDrawList& draw) override;
    std::span<const std::byte> picture(std::string_view image, int width, int height) override;

    void pointer(float x, float y, bool down) override;  // these four: desk.cpp
    void wheel(float distance) override;
    void press(platform::DeskKey key) override;
    void type(std::string_view text) override;

private:
    void apply(const Action& action);
    void refresh();  // the page of the model
    void lay_out();
    int held_by(const ui::Layout& before) const;
    double play(double now);
    double paint(double now, ImDrawList& draw);
    void add_pictures(LoadedFigures loaded);
    void find_country();
    void open_link(std::string_view path);
    Place place_for(std::string_view path) const;
    ui::Scheme scheme() const;
    const ui::Theme& theme();

    // commands.cpp
    struct CarryOut;
    void carry_out(const Command& command);
    void show_place(bool replace);

    // languages.cpp
    Result<Content> load_in(std::string_view language);
    Result<Content> load_or_english(std::string_view language);
    void take_words(Words words);

    // form.cpp
    void take_form();
    void use_form(ReadForm read, const std::string& name);
    void hand_photos() const;
    std::string form_answers() const;

    // keeping.cpp
    void take_kept();
    void take_sent();
    void keep_in_tab();
    void keep_draft();

    // clinic.cpp
    void take_pack();
    void refuse_pack(Problems problems);
    Problems add_logo();

    float text_scale() const;
    bool has_room() const;  // for a table of many columns
    ui::Layout laid_out(float scale) const;
    int index_of(std::uint32_t key) const;

    // desk.cpp
    std::vector<Key> stops() const;  // what Tab goes through
    bool in_dialog(std::size_t index) const;
    void focus_stop(Key key);
    void move_focus(int step);
    void activate(const Node& node);
    void slide_to(const Node& node, float x);

    std::map<std::string, std::string> files;
    std::string waiting_filling;  // kept answers to a questionnaire that cannot be had at present
    Content content;
    std::optional<Pack> pack;      // of the clinic: its words go into every language anew
    std::optional<Words> english;  // stands in for what another language lacks
    Whereabouts first_where;       // before anybody chose a country here
    Model model;
    Page page;
    ui::Fonts fonts;
    ui::FigureLibrary library;
    std::optional<ui::Theme> worn;  // colours of `worn_in`, with the clinic's accent
    ui::Scheme worn_in = ui::Scheme::light;
    ui::Layout layout;
    ui::UiState ui_state;
    Commands commands;  // to carry out once the page is laid out
    bool stale = true;  // the page, the screen or the theme changed since the layout was made

    platform::Screen screen;
    platform::Preferences preferences;
    platform::Interaction interaction;
    std::vector<Colour> pixels;  // of the last picture asked for
    double next_step = -1;       // seconds: when the time machine goes on, while it plays
    float top = 0;
    std::string typed;  // desktop: a date on its way
};

}  // namespace needlewise
