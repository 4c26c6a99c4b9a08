#include "platform/damage.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include <imgui.h>

namespace needlewise::platform {

namespace {

constexpr float band_height = 16;  // px of the page

std::uint64_t mixed(std::uint64_t sum, std::uint64_t value) {
    sum = (sum ^ value) * 0x9e3779b97f4a7c15ull;
    return sum ^ (sum >> 29);
}

std::uint64_t mixed(std::uint64_t sum, float a, float b) {
    return mixed(sum, std::uint64_t{std::bit_cast<std::uint32_t>(a)} << 32 | std::bit_cast<std::uint32_t>(b));
}

std::uint64_t sum_of(const ImDrawVert& vertex) {
    return mixed(mixed(mixed(0, vertex.pos.x, vertex.pos.y), vertex.uv.x, vertex.uv.y), vertex.col);
}

std::uint64_t sum_of(const ImDrawCmd& command) {
    const ImTextureData* texture = command.TexRef._TexData;
    const std::uint64_t which = texture ? static_cast<std::uint64_t>(texture->UniqueID) : command.TexRef._TexID;
    return mixed(mixed(mixed(0, command.ClipRect.x, command.ClipRect.y), command.ClipRect.z, command.ClipRect.w), which);
}

// Adds each triangle to the bands it touches, in the order of painting.
class Summer {
public:
    Summer(const ImDrawData& picture, std::vector<std::uint64_t>& bands) : top(picture.DisplayPos.y), bands(bands) {}

    void add(const ImDrawList& list) {
        vertices.clear();
        for (const ImDrawVert& vertex : list.VtxBuffer) vertices.push_back(sum_of(vertex));
        for (const ImDrawCmd& command : list.CmdBuffer) add(list, command);
    }

private:
    float top;
    std::vector<std::uint64_t>& bands;
    std::vector<std::uint64_t> vertices;

    void add(const ImDrawList& list, const ImDrawCmd& command) {
        const std::uint64_t under = sum_of(command);
        for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
            float from = std::numeric_limits<float>::max(), to = std::numeric_limits<float>::lowest();
            std::uint64_t sum = under;
            for (unsigned corner = 0; corner < 3; corner++) {
                const unsigned index = command.VtxOffset + list.IdxBuffer[static_cast<int>(command.IdxOffset + i + corner)];
                const float y = list.VtxBuffer[static_cast<int>(index)].pos.y;
                from = std::min(from, y);
                to = std::max(to, y);
                sum = mixed(sum, vertices[index]);
            }
            mark(std::max(from, command.ClipRect.y), std::min(to, command.ClipRect.w), sum);
        }
    }

    void mark(float from, float to, std::uint64_t sum) {
        if (!(from <= to)) return;
        const auto band = [&](float y) {
            return static_cast<int>(std::clamp((y - top) / band_height, -1.0f, static_cast<float>(bands.size())));
        };
        const int last = std::min(band(to), static_cast<int>(bands.size()) - 1);
        for (int at = std::max(band(from), 0); at <= last; at++)
            bands[static_cast<std::size_t>(at)] = mixed(bands[static_cast<std::size_t>(at)], sum);
    }
};

}  // namespace

std::optional<Rows> Damage::since_last(const ImDrawData& picture) {
    std::vector<std::uint64_t> now(static_cast<std::size_t>(std::max(1.0f, std::ceil(picture.DisplaySize.y / band_height))));
    Summer summer(picture, now);
    for (const ImDrawList* list : picture.CmdLists) summer.add(*list);
    std::swap(bands, now);
    const float scale = picture.FramebufferScale.y;
    const int all = static_cast<int>(picture.DisplaySize.y * scale);
    if (now.size() != bands.size()) return Rows{0, all};
    const auto first = std::ranges::mismatch(bands, now).in1 - bands.begin();
    if (first == static_cast<std::ptrdiff_t>(bands.size())) return std::nullopt;
    std::ptrdiff_t end = static_cast<std::ptrdiff_t>(bands.size());
    while (bands[static_cast<std::size_t>(end - 1)] == now[static_cast<std::size_t>(end - 1)]) end--;
    const auto pixel = [&](std::ptrdiff_t band) { return static_cast<float>(band) * band_height * scale; };
    return Rows{std::clamp(static_cast<int>(std::floor(pixel(first))), 0, all),
                std::clamp(static_cast<int>(std::ceil(pixel(end))), 0, all)};
}

// The renderer truncates twice: where a cut ends below, and how high it is. Its rows are worked out first and given back so that both
// come out at whole pixels again.
void keep_only(ImDrawData& picture, Rows rows) {
    const float scale = picture.FramebufferScale.y, start = picture.DisplayPos.y;
    const int height = static_cast<int>(picture.DisplaySize.y * scale);
    for (ImDrawList* list : picture.CmdLists) {
        for (ImDrawCmd& command : list->CmdBuffer) {
            const float from = (command.ClipRect.y - start) * scale, to = (command.ClipRect.w - start) * scale;
            const int own_bottom = height - static_cast<int>(static_cast<float>(height) - to);
            const int bottom = std::min(own_bottom, rows.bottom), top = std::max(own_bottom - static_cast<int>(to - from), rows.top);
            if (top >= bottom) {
                command.ElemCount = 0;
                continue;
            }
            constexpr float below = 0.01f, more = 0.02f;  // of a pixel
            command.ClipRect.y = start + (static_cast<float>(top) - more) / scale;
            command.ClipRect.w = start + (static_cast<float>(bottom) - below) / scale;
        }
    }
}

}  // namespace needlewise::platform
