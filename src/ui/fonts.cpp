#include "ui/fonts.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <cmath>

#include "ui/metrics.h"

namespace needlewise::ui {

namespace {

constexpr float smooth = 0.1f;  // px by which a drawn curve may differ from the true one: fine enough for dense screens

// A negative size makes ImGui map sizes to the em square, as CSS does; read when the font is added. Afterwards it would only
// turn the (absent) limits of glyph widths negative, so it is put back to "none".
ImFont* add(std::span<const std::byte> bytes) {
    if (bytes.empty()) return nullptr;
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;  // ImGui keeps a copy
    config.SizePixels = -1;
    config.OversampleH = 2;  // glyphs stand between pixels; ImGui would do this for small sizes only, and headings would look uneven
    auto* data = const_cast<std::byte*>(bytes.data());  // only read
    ImFont* font = ImGui::GetIO().Fonts->AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()), 0, &config);
    if (!font) return nullptr;
    font->Sources[0]->SizePixels = 0;
    font->LegacySize = type::small;
    font->FallbackChar = 0x25A1;  // a box for letters the font lacks; ImGui would write a question mark
    return font;
}

// Letters that are not seen and as wide as letters are on average.
const ImFontLoader& blank_letters() {
    static const ImFontLoader loader = [] {
        ImFontLoader blank;
        blank.Name = "blank";
        blank.FontBakedInit = [](ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
            baked->Ascent = std::ceil(baked->Size);
            baked->Descent = -std::ceil(baked->Size / 4);
            return true;
        };
        blank.FontBakedLoadGlyph = [](ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*, ImWchar letter, ImFontGlyph* glyph,
                                      float* advance) {
            const float width = baked->Size * 0.55f;
            if (advance) *advance = width;
            if (glyph) {
                glyph->Codepoint = letter;
                glyph->AdvanceX = width;
            }
            return true;
        };
        return blank;
    }();
    return loader;
}

// The page can do without a font, as the document shows it too; laying it out and Dear ImGui cannot.
ImFont* add_blank() {
    ImFontConfig config;
    config.SizePixels = type::small;
    config.FontLoader = &blank_letters();
    return ImGui::GetIO().Fonts->AddFont(&config);
}

}  // namespace

Fonts add_fonts(std::span<const std::byte> regular, std::span<const std::byte> semibold) {
    ImGui::GetStyle().CircleTessellationMaxError = smooth;
    Fonts fonts;
    fonts.regular = add(regular);
    fonts.semibold = add(semibold);
    if (!fonts.regular) fonts.regular = fonts.semibold ? fonts.semibold : add_blank();
    if (!fonts.semibold) fonts.semibold = fonts.regular;
    return fonts;
}

void follow_screen(const Fonts& fonts) {
    const float density = std::max(ImGui::GetIO().DisplayFramebufferScale.x, 1.0f);
    for (ImFont* font : {fonts.regular, fonts.semibold})
        if (font) font->CurrentRasterizerDensity = density;
}

float FontMeasure::width(std::string_view text, float size, bool semibold) const {
    if (text.empty()) return 0;
    return fonts.of(semibold)->CalcTextSizeA(size, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

}  // namespace needlewise::ui
