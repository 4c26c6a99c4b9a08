// Text without a font file: a measure with made-up widths for tests of the layout, and a font of plain blocks for tests that
// paint with Dear ImGui without a screen.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include "platform/frame.h"
#include "ui/fonts.h"

namespace needlewise::ui_test {

// Narrow, middling and wide letters; anything outside ASCII as wide as its size.
inline float letter_width(unsigned letter) {
    constexpr float narrow = 0.28f, middling = 0.52f, wide = 0.8f;
    if (letter >= 0x80) return 1;
    constexpr std::string_view narrow_ones = " ijltf.,:;'|!()", wide_ones = "mwMW%@";
    const char ascii = static_cast<char>(letter);
    return narrow_ones.contains(ascii) ? narrow : wide_ones.contains(ascii) ? wide : middling;
}

class FakeMeasure final : public ui::TextMeasure {
public:
    float width(std::string_view text, float size, bool semibold) const override {
        float sum = 0;
        for (const char letter : text)
            if ((static_cast<unsigned char>(letter) & 0xc0) != 0x80) sum += letter_width(static_cast<unsigned char>(letter));
        return sum * size * (semibold ? 1.06f : 1.0f);
    }
};

inline bool has_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) { return true; }

inline bool make_metrics(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
    baked->Ascent = baked->Size * 0.95f;
    baked->Descent = -baked->Size * 0.25f;
    return true;
}

inline bool make_glyph(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*, ImWchar letter, ImFontGlyph* glyph, float* advance) {
    const float wide = letter_width(letter) * baked->Size;
    if (advance) {
        *advance = wide;
        return true;
    }
    glyph->Codepoint = letter;
    glyph->AdvanceX = wide;
    glyph->Visible = letter > ' ';
    glyph->X1 = wide;
    glyph->Y1 = baked->Size;
    return true;
}

// Dear ImGui that draws nowhere, with a font of blocks.
class Headless {
public:
    Headless() {
        platform::open_imgui();
        ImGuiIO& io = ImGui::GetIO();
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        loader.Name = "blocks";
        loader.FontSrcContainsGlyph = has_glyph;
        loader.FontBakedInit = make_metrics;
        loader.FontBakedLoadGlyph = make_glyph;
        static char nothing = 0;
        ImFontConfig config;
        config.FontLoader = &loader;
        config.FontData = &nothing;
        config.FontDataSize = 1;
        config.FontDataOwnedByAtlas = false;
        fonts = {io.Fonts->AddFont(&config), io.Fonts->AddFont(&config)};
    }
    ~Headless() { platform::close_imgui(); }
    Headless(const Headless&) = delete;
    Headless& operator=(const Headless&) = delete;

    ImDrawList& begin(float width, float height, float density = 1) {
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = {width, height};
        io.DisplayFramebufferScale = {density, density};
        return platform::new_frame();
    }
    // Takes the textures as a renderer would.
    ImDrawData& end() {
        ImDrawData& picture = platform::picture();
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
            if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
            texture->SetStatus(texture->Status == ImTextureStatus_WantDestroy ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
        }
        return picture;
    }

    ui::Fonts fonts;

private:
    ImFontLoader loader{};
};

}  // namespace needlewise::ui_test
