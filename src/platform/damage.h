// Which part of the picture differs from the one before. Where there is no graphics card every pixel is dear, and most frames (an
// answer that is chosen, a button under the finger) change a small part of them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

struct ImDrawData;

namespace needlewise::platform {

// Rows of pixels of the framebuffer from the top; `bottom` is the first that is not one of them.
struct Rows {
    int top = 0, bottom = 0;
    friend bool operator==(const Rows&, const Rows&) = default;
};

class Damage {
public:
    // The pixels of the last picture are gone: all of the next one is new.
    void lose() { bands.clear(); }

    // The rows in which this picture differs from the last one that was asked about; nothing when it is the same.
    std::optional<Rows> since_last(const ImDrawData& picture);

private:
    std::vector<std::uint64_t> bands;  // of what is drawn in each, from the top
};

// Leaves of a picture only what lies in these rows, to the pixel, as ImGui's OpenGL renderer cuts it.
void keep_only(ImDrawData& picture, Rows rows);

}  // namespace needlewise::platform
