#include "ui/fonts.h"

#include <imgui.h>

#include <cfloat>

#include "ui/metrics.h"

namespace needlewise::ui {

namespace {

ImFont* add(std::span<const std::byte> bytes) {
    if (bytes.empty()) return nullptr;
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.SizePixels = -1;  // negative: sizes are those of the em square, as in CSS
    auto* data = const_cast<std::byte*>(bytes.data());  // ImGui only reads it
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()), 0, &config);
}

}  // namespace

Fonts add_fonts(std::span<const std::byte> regular, std::span<const std::byte> semibold) {
    ImGui::GetStyle().FontSizeBase = type::small;
    Fonts fonts;
    fonts.regular = add(regular);
    fonts.semibold = add(semibold);
    if (!fonts.semibold) fonts.semibold = fonts.regular;
    return fonts;
}

float FontMeasure::width(std::string_view text, float size, bool semibold) const {
    if (text.empty()) return 0;
    return fonts.of(semibold)->CalcTextSizeA(size, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

}  // namespace needlewise::ui
