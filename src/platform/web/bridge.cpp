// The only place where C++ and JavaScript meet. web/engine.mjs calls the exported functions; the imports below call the
// object it gives as Module.host. Text and bytes come in through one buffer: JavaScript asks for room, fills it, then calls.
#include <array>
#include <string>

#include <emscripten.h>

#include "platform/platform.h"
#include "platform/web/window.h"

// JavaScript, which clang-format does not know.
// clang-format off
EM_JS(void, host_connect, (void), { Module["host"]["bytes"] = () => HEAPU8; });
EM_JS(void, host_publish, (const void* at, int size), { Module["host"]["publish"](HEAPU8.subarray(at, at + size)); });
EM_JS(void, host_show_path, (const char* path, int path_size, const char* title, int title_size, int replace), {
    Module["host"]["showPath"](UTF8ToString(path, path_size), UTF8ToString(title, title_size), replace !== 0);
});
EM_JS(void, host_focus, (unsigned key), { Module["host"]["focus"](key >>> 0); });
EM_JS(void, host_announce, (const char* text, int size), { Module["host"]["announce"](UTF8ToString(text, size)); });
EM_JS(void, host_set_text, (const char* text, int size, float font, float line, int weight, float width, const char* language, int language_size, float* out), {
    HEAPF32.set(Module["host"]["setText"](UTF8ToString(text, size), font, line, weight, width, UTF8ToString(language, language_size)), out >> 2);
});
EM_JS(void, host_request_words, (const char* language, int size), { Module["host"]["requestWords"](UTF8ToString(language, size)); });
EM_JS(void, host_need_rest, (void), { Module["host"]["needRest"]?.(); });
EM_JS(void, host_request, (const char* what, int what_size, const char* name, int name_size, const char* text, int text_size), {
    Module["host"]["request"](UTF8ToString(what, what_size), UTF8ToString(name, name_size), UTF8ToString(text, text_size));
});
// clang-format on

namespace needlewise::platform {

namespace {

Application* app = nullptr;
std::string room;  // what JavaScript hands over with the next call

std::string_view handed(int from, int size) {
    return std::string_view(room).substr(static_cast<std::size_t>(from), static_cast<std::size_t>(size));
}

}  // namespace

int run(Application& application, std::span<char* const>) {
    app = &application;
    host_connect();
    prepare();
    return 0;  // the page goes on; JavaScript owns the clock
}

void publish(std::span<const std::byte> page) { host_publish(page.data(), static_cast<int>(page.size())); }

void show_path(std::string_view path, std::string_view title, bool replace) {
    host_show_path(path.data(), static_cast<int>(path.size()), title.data(), static_cast<int>(title.size()), replace);
}

bool has_document() { return true; }

TextBlock set_text(std::string_view text, const TextWish& wish) {
    std::array<float, 3> set{};
    host_set_text(text.data(), static_cast<int>(text.size()), wish.size, wish.line_height, wish.semibold ? 600 : 400, wish.width,
                  wish.language.data(), static_cast<int>(wish.language.size()), set.data());
    return {.width = set[0], .last_width = set[1], .lines = static_cast<std::uint32_t>(set[2])};
}

void focus(std::uint32_t key) { host_focus(key); }
void announce(std::string_view text) { host_announce(text.data(), static_cast<int>(text.size())); }
void request_words(std::string_view language) { host_request_words(language.data(), static_cast<int>(language.size())); }
void request(std::string_view what, std::string_view name, std::string_view text) {
    host_request(what.data(), static_cast<int>(what.size()), name.data(), static_cast<int>(name.size()), text.data(),
                 static_cast<int>(text.size()));
}
void need_rest() { host_need_rest(); }
void open_link(std::string_view) {}

// ---- Called by web/engine.mjs ---------------------------------------------------------------------------------------

extern "C" {

EMSCRIPTEN_KEEPALIVE void* nw_room(int size) {
    room.resize(static_cast<std::size_t>(size));
    return room.data();
}

EMSCRIPTEN_KEEPALIVE int nw_open(void) { return open_window() ? 1 : 0; }

EMSCRIPTEN_KEEPALIVE void nw_load(int name, int bytes) { app->load(handed(0, name), std::string(handed(name, bytes))); }

EMSCRIPTEN_KEEPALIVE void nw_start(int language, int path, int year, int month, int day) {
    app->start(handed(0, language), handed(language, path), {year, static_cast<unsigned>(month), static_cast<unsigned>(day)});
}

EMSCRIPTEN_KEEPALIVE void nw_today(int year, int month, int day) {
    app->today({year, static_cast<unsigned>(month), static_cast<unsigned>(day)});
}

EMSCRIPTEN_KEEPALIVE void nw_tell(int what, int value) { app->tell(handed(0, what), handed(what, value)); }

EMSCRIPTEN_KEEPALIVE void nw_words(int language, int bytes) { app->words(handed(0, language), std::string(handed(language, bytes))); }

EMSCRIPTEN_KEEPALIVE void nw_all_words(int language, int bytes) {
    app->all_words(handed(0, language), std::string(handed(language, bytes)));
}

EMSCRIPTEN_KEEPALIVE void nw_more_content(int size) { app->more_content(std::string(handed(0, size))); }

EMSCRIPTEN_KEEPALIVE void nw_pictures(int size) { app->pictures(std::string(handed(0, size))); }

EMSCRIPTEN_KEEPALIVE void nw_resize(float width, float height, float pixel_ratio, float text_scale, int fills) {
    const Screen screen{width, height, pixel_ratio, text_scale, fills != 0};
    resize_window(screen);
    app->resize(screen);
}

EMSCRIPTEN_KEEPALIVE void nw_scroll(float top) { app->scroll(top); }

EMSCRIPTEN_KEEPALIVE void nw_prefer(int dark, int high_contrast, int reduced_motion) {
    app->prefer({dark != 0, high_contrast != 0, reduced_motion != 0});
}

EMSCRIPTEN_KEEPALIVE void nw_event(unsigned key, int size) { app->event(key, handed(0, size)); }

EMSCRIPTEN_KEEPALIVE void nw_interact(unsigned hovered, unsigned pressed, unsigned focused, int focus_visible) {
    app->interact({hovered, pressed, focused, focus_visible != 0});
}

EMSCRIPTEN_KEEPALIVE void nw_navigate(int size) { app->navigate(handed(0, size)); }

EMSCRIPTEN_KEEPALIVE const void* nw_pixels(int image, int width, int height) {
    return app->picture(handed(0, image), width, height).data();
}

EMSCRIPTEN_KEEPALIVE void nw_picture(int shown) { show_picture(shown != 0); }
EMSCRIPTEN_KEEPALIVE void nw_context(int there) { there ? restore_context() : lose_context(); }

EMSCRIPTEN_KEEPALIVE double nw_frame(double now) {
    const double next = app->frame(now, begin_frame());
    end_frame();
    return next;
}

}  // extern "C"

}  // namespace needlewise::platform
