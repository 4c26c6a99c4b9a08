// The page for the document: every node with its rectangle as flat records. web/records.mjs describes the format and reads it.
#pragma once

#include <cstddef>
#include <vector>

#include "core/pages/page.h"
#include "ui/layout/layout.h"
#include "ui/theme.h"

namespace needlewise {

struct MirrorHead {
    const ui::Theme& theme;  // whose colours the document takes, too
    ui::Scheme scheme = ui::Scheme::light;
    std::string path;
    bool presenting = false, drawing = false;
    int idle_minutes = 0;  // of a kiosk; 0: it is none
};

std::vector<std::byte> encode_mirror(const Page& page, const ui::Layout& layout, const MirrorHead& head);

}  // namespace needlewise
