#include "app/app.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <limits>

#include "app/languages.h"
#include "app/mirror.h"
#include "app/problem_page.h"
#include "app/shown_text.h"
#include "content/exchange/exports.h"
#include "content/load/load.h"
#include "content/pack/checked.h"
#include "core/form/flow.h"
#include "core/journey/told.h"
#include "core/pages/parts.h"
#include "core/skin/skin.h"
#include "ui/metrics.h"
#include "ui/paint/paint.h"

namespace needlewise {

namespace {

Date date_of(platform::Day day) { return {std::chrono::year{day.year}, std::chrono::month{day.month}, std::chrono::day{day.day}}; }

// Whether all that a page says is there from the start (tools/bundle.mjs).
bool is_early(PageKind kind, const Content& content) {
    return (kind == PageKind::home && !content.begins_with_form()) || kind == PageKind::question || kind == PageKind::missing;
}

constexpr std::string_view more_content_file = "more-content.json";

// Links are made of it, so it is one that browsers open; empty otherwise.
std::string usable_address(std::string_view given) {
    constexpr std::size_t longest = 1000;
    const bool usable = given.size() <= longest && (given.starts_with("https://") || given.starts_with("http://"));
    return usable ? std::string(given) : std::string();
}

bool is_link(std::string_view path) { return path.starts_with("open/"); }

std::span<const std::byte> bytes_of(const std::string& text) { return std::as_bytes(std::span(text)); }

}  // namespace

// ---- Start --------------------------------------------------------------------------------------------------------

void App::load(std::string_view name, std::string bytes) { files.insert_or_assign(std::string(name), std::move(bytes)); }

void App::start(std::string_view language, std::string_view path, platform::Day day) {
    fonts = ui::add_fonts(bytes_of(files["regular.ttf"]), bytes_of(files["semibold.ttf"]));
    auto loaded = load_or_english(language);
    const auto bundle = files.find("figures.json");
    add_pictures(bundle == files.end() ? load_figures(files) : load_figure_bundle(bundle->second));
    if (!loaded) {
        page = problem_page(loaded.error());
        return;
    }
    content = std::move(*loaded);
    if (const auto more = files.find(std::string(more_content_file)); more != files.end()) more_content(more->second);
    if (content.version.empty()) return;
    content.languages = languages_in(files);
    model.today = date_of(day);
    take_pack();
    take_form();
    content.gallery = files.contains("gallery") && !content.in_kiosk();
    content.settings = !files.contains("no-settings");
    find_country();
    model.address = usable_address(files["address"]);
    model.place = is_link(path) ? Place{} : place_for(path);
    take_kept();
    std::erase_if(files, [](const auto& file) { return !file.first.ends_with(".ttf") && !is_words(file.first); });
    refresh();
    if (is_link(path)) open_link(path);
    else commands.emplace_back(ShowPage{});
}

// A page can do without a picture: what is wrong with one is only said to those who look after the site.
void App::add_pictures(LoadedFigures loaded) {
    std::ranges::move(library.add(std::move(loaded.figures)), std::back_inserter(loaded.problems));
    for (const Problem& problem : loaded.problems) std::fputs((to_line(problem) + "\n").c_str(), stderr);
}

// The start itself may be what waits for it.
void App::more_content(std::string bundle) {
    if (content.version.empty()) return load(more_content_file, std::move(bundle));
    const Problems problems = add_content(content, bundle);
    if (!has_errors(problems)) return refresh();
    content.version.clear();  // no page is made of half a content
    page = problem_page(problems);
    stale = true;
}

void App::pictures(std::string bundle) {
    add_pictures(load_figure_bundle(bundle));
    stale = true;
}

void App::tell(std::string_view what, std::string_view value) {
    if (what == "address") {
        model.address = usable_address(value);
        return refresh();
    }
    if (what == "check-pack") return platform::request("checked", {}, checked_pack(value, content, model.today));  // the pack studio asks
    if (what == "check-form") return platform::request("checked", {}, checked_form(value));                        // likewise
    if (const auto action = action_told(what, value)) apply(*action);
}

// Whoever knows best where the person is: they themselves, the clinic, the address, and last the browser, whose settings may be
// of another country.
void App::find_country() {
    const std::string own = content.clinic ? content.clinic->country : std::string();
    put_country(content, whereabouts({files["country/chosen"], own, files["country/asked"]}, files["country/region"]));
    first_where = content.where;
}

// Answers in the address are taken out of it at once.
void App::open_link(std::string_view path) {
    model.entries.insert_or_assign("link", std::string(path));
    apply(OpenEntered{});
}

void App::today(platform::Day day) {
    const Place before = shown_place(content, model);
    model.today = date_of(day);
    refresh();
    if (shown_place(content, model) != before) commands.push_back(ShowPage{.replace = true});
}

// "questions" is whichever question comes first.
Place App::place_for(std::string_view path) const {
    if (path != "questions") return place_at(content, path);
    const auto pages = question_pages(content.questionnaire, model.answers);
    return pages.empty() ? Place{} : Place{PageKind::question, pages.front().item->link_id};
}

// ---- What happens -------------------------------------------------------------------------------------------------

void App::resize(const platform::Screen& now) {
    screen = now;
    stale = true;
    if (model.wide != has_room()) refresh();
}

void App::scroll(float now) { top = now; }

void App::prefer(const platform::Preferences& now) {
    preferences = now;
    model.calm = now.reduced_motion;  // there may be no content yet to act on
    apply(PreferCalm{now.reduced_motion});
    stale = true;
}

void App::interact(const platform::Interaction& now) { interaction = now; }

void App::event(std::uint32_t key, std::string_view value) {
    const Node* node = find(page, key);
    if (!node) return;  // it has just gone
    if (const auto action = action_for(*node, value)) apply(*action);
}

void App::navigate(std::string_view path) {
    if (is_link(path)) open_link(path);
    else apply(OpenPage{path_of(place_for(path))});
}

void App::apply(const Action& action) {
    if (content.version.empty()) return;  // nothing could be loaded, the page says so
    Updated next = update(std::move(model), action, content);
    model = std::move(next.model);
    for (const Command& command : next.commands)
        if (const auto* use = std::get_if<UseCountry>(&command)) put_country(content, {use->code, false});
    refresh();
    for (Command& command : next.commands) commands.push_back(std::move(command));
}

void App::refresh() {
    if (content.version.empty()) return;
    if (!is_early(shown_place(content, model).kind, content)) platform::need_rest();
    model.wide = has_room();
    page = make_page(content, model);
    stale = true;
}

// ---- One frame ----------------------------------------------------------------------------------------------------

ui::Scheme App::scheme() const {
    const bool dark = model.theme == Theme::system ? preferences.dark : model.theme == Theme::dark;
    if (preferences.high_contrast) return dark ? ui::Scheme::contrast_dark : ui::Scheme::contrast;
    return dark ? ui::Scheme::dark : ui::Scheme::light;
}

// Made anew when the scheme changes: a clinic's accent takes some trying until all of it can be read.
const ui::Theme& App::theme() {
    if (!worn || worn_in != scheme()) {
        worn_in = scheme();
        worn = ui::theme_for(worn_in, content.clinic ? colour_in(content.clinic->accent) : std::nullopt);
    }
    return *worn;
}

// The person's own setting of the browser, and the one made here on top of it.
float App::text_scale() const {
    constexpr float least = 0.8f, most = 2;
    return std::clamp(screen.text_scale * static_cast<float>(model.text_size) / 100, least, most);
}

// A slide has its words as large as they fit, and no room beside them.
bool App::has_room() const { return !model.presenting && screen.width / text_scale() >= ui::from_width::sheet; }

int App::index_of(std::uint32_t key) const {
    if (key == 0) return -1;
    const auto found = std::ranges::find(layout.keys, key);
    return found == layout.keys.end() ? -1 : static_cast<int>(found - layout.keys.begin());
}

ui::Layout App::laid_out(float scale) const {
    const ui::FontMeasure measure(fonts);
    const ShownText shown(page.language);
    return ui::lay_out(page, {.width = screen.width,
                              .view_height = screen.height,
                              .presenting = model.presenting,
                              .fills = screen.fills,
                              .text_scale = scale,
                              .bar_text_scale = text_scale(),
                              .measure = measure,
                              .document = platform::has_document() ? &shown : nullptr,
                              .paint_fields = !platform::has_document(),
                              .pictures = &library});
}

// What is shown to somebody on a tablet is as large as fits the view; what does not fit even below the size of reading has that size, and
// is slid up.
void App::lay_out() {
    stale = false;
    const ui::Layout before = std::move(layout);
    constexpr float most = 2, tablet = 700, shown[] = {2, 1.75f, 1.5f, 1.25f, 1.1f, 1, 0.9f, 0.8f};
    const float own = text_scale();
    const bool slide = model.presenting && screen.fills && screen.width >= tablet;
    if (!slide) layout = laid_out(own);
    else {
        const auto fits = [&](float larger) { return (layout = laid_out(std::min(own * larger, most))).height <= screen.height; };
        if (std::ranges::none_of(shown, fits)) layout = laid_out(own);
    }
    const int moved = held_by(before);
    if (screen.fills) top += static_cast<float>(moved);
    // In somebody else's page the view may begin above ours or end below it.
    if (screen.fills) top = std::clamp(top, 0.0f, std::max(0.0f, layout.height - screen.height));
    platform::publish(encode_mirror(page, layout,
                                    {.theme = theme(),
                                     .scheme = scheme(),
                                     .path = path_of(shown_place(content, model)),
                                     .presenting = model.presenting,
                                     .drawing = model.drawing,
                                     .idle_minutes = content.in_kiosk() ? content.clinic->kiosk->idle_minutes : 0}));
    if (moved != 0) platform::request("scroll", std::to_string(moved));
}

// What has the focus stays where it is in view while what stands above it grows or shrinks, so that the next tap meets what it was
// meant for. Returns how many px that is down the page.
int App::held_by(const ui::Layout& before) const {
    const auto in_page = [&](const ui::Layout& in) -> const ui::Rect* {
        const auto i = static_cast<std::size_t>(std::ranges::find(in.keys, interaction.focused) - in.keys.begin());
        return i < in.keys.size() && !in.pinned[i] ? &in.rects[i] : nullptr;
    };
    const bool arrives = std::ranges::any_of(commands, [](const Command& one) { return std::holds_alternative<ShowPage>(one); });
    const ui::Rect *was = in_page(before), *is = in_page(layout);
    if (interaction.focused == 0 || arrives || !was || !is || was->y < top || was->y > top + screen.height) return 0;
    return static_cast<int>(is->y - was->y);
}

std::span<const std::byte> App::picture(std::string_view image, int width, int height) {
    constexpr int most = 1000;
    if (!is_skin_patch(image) || width < 1 || height < 1 || width > most || height > most) return {};
    pixels = skin_colours(skin_patch_of(image), width, height);
    return std::as_bytes(std::span(pixels));
}

// Long enough to see what changed before the next moment comes. Returns the seconds until then; infinite while nothing plays.
double App::play(double now) {
    constexpr double seconds_a_moment = 0.8;
    if (!model.playing) {
        next_step = -1;
        return std::numeric_limits<double>::infinity();
    }
    if (next_step < 0) next_step = now + seconds_a_moment;
    if (now >= next_step) {
        apply(StepTime{});
        next_step = now + seconds_a_moment;
    }
    return next_step - now;
}

// Returns the seconds until something moves; infinite while nothing does.
double App::paint(double now, ImDrawList& draw) {
    const ui::View view{
        .scroll_y = top, .width = screen.width, .height = screen.height, .now = now, .reduced_motion = preferences.reduced_motion};
    const ui::Interaction at{.hovered = index_of(interaction.hovered),
                             .pressed = index_of(interaction.pressed),
                             .focused = index_of(interaction.focused),
                             .focus_visible = interaction.focus_visible};
    return ui::paint(draw, {layout, theme(), fonts, &library}, at, view, ui_state);
}

double App::frame(double now, ImDrawList& draw) {
    if (screen.width <= 0) return -1;  // no size yet
    const double until_step = play(now);
    if (stale) lay_out();
    for (const Command& command : std::exchange(commands, {})) carry_out(command);
    const double moves = platform::paints() ? paint(now, draw) : std::numeric_limits<double>::infinity();
    if (stale || !commands.empty()) return 0;  // what was carried out changed the page
    const double next = std::min(until_step, moves);
    return std::isfinite(next) ? next : -1;
}

}  // namespace needlewise
