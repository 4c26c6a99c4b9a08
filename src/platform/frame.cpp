#include "platform/frame.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <memory>

namespace needlewise::platform {

namespace {

struct Frame {
    ImDrawList list{ImGui::GetDrawListSharedData()};
    ImDrawData picture;
};
std::unique_ptr<Frame> frame;

ImGuiContext& context() { return *ImGui::GetCurrentContext(); }

}  // namespace

// ImGui::CreateContext without Initialize, which would register the settings of windows and tables.
void open_imgui() {
    IMGUI_CHECKVERSION();
    ImGui::SetCurrentContext(IM_NEW(ImGuiContext)(nullptr));
    ImGui::RegisterFontAtlas(context().IO.Fonts);
    context().DrawListSharedData.InitialFlags =
        ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedLinesUseTex | ImDrawListFlags_AntiAliasedFill;
    frame = std::make_unique<Frame>();
}

void close_imgui() {
    frame.reset();
    ImGui::DestroyContext();
}

ImDrawList& new_frame() {
    const ImGuiIO& io = ImGui::GetIO();
    ImFontAtlasUpdateNewFrame(io.Fonts, ++context().FrameCount, (io.BackendFlags & ImGuiBackendFlags_RendererHasTextures) != 0);
    for (ImFont* font : io.Fonts->Fonts) font->CurrentRasterizerDensity = io.DisplayFramebufferScale.x;

    ImDrawListSharedData& shared = context().DrawListSharedData;
    const ImGuiStyle& style = ImGui::GetStyle();
    shared.CurveTessellationTol = style.CurveTessellationTol;
    shared.SetCircleTessellationMaxError(style.CircleTessellationMaxError);
    shared.FontAtlas = io.Fonts;
    shared.ClipRectFullscreen = ImVec4(0, 0, io.DisplaySize.x, io.DisplaySize.y);
    ImFontAtlasUpdateDrawListsSharedData(io.Fonts);

    frame->list._ResetForNewFrame();
    frame->list.PushTexture(io.Fonts->TexRef);
    frame->list.PushClipRectFullScreen();
    return frame->list;
}

ImDrawData& picture() {
    const ImGuiIO& io = ImGui::GetIO();
    ImVector<ImTextureData*>& textures = ImGui::GetPlatformIO().Textures;
    textures.resize(0);
    for (ImTextureData* texture : io.Fonts->TexList) {
        texture->RefCount = static_cast<unsigned short>(io.Fonts->RefCount);
        textures.push_back(texture);
    }
    ImDrawData& picture = frame->picture;
    picture.Clear();
    picture.Valid = true;
    picture.DisplaySize = io.DisplaySize;
    picture.FramebufferScale = io.DisplayFramebufferScale;
    picture.Textures = &textures;
    picture.AddDrawList(&frame->list);
    return picture;
}

}  // namespace needlewise::platform
