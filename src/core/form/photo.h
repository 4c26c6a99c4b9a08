// Pictures that come inside a form: PNG or JPEG in base64. A Page names them, and the name says how large they are.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace needlewise {

struct PhotoSize {
    int width = 0, height = 0;  // px, 1 to 10,000
    friend bool operator==(const PhotoSize&, const PhotoSize&) = default;
};

// As the bytes say; nothing when they are neither PNG nor JPEG, or out of range. `base64` has no whitespace.
std::optional<PhotoSize> photo_size(std::string_view base64);

// "photo-480x300-1a2b3c4d", the same for the same bytes.
std::string photo_name(PhotoSize size, std::string_view base64);
std::optional<PhotoSize> size_in_name(std::string_view name);  // nothing when it names no photo

std::string photo_address(std::string_view base64);  // "data:image/png;base64,…"

}  // namespace needlewise
