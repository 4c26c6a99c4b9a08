#include "core/form/photo.h"

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>

#include "core/hash.h"

namespace needlewise {

namespace {

constexpr int largest = 10'000;
constexpr std::string_view beginning = "photo-";

// The bytes one by one, each decoded when it is asked for: of a JPEG only a few are.
class Bytes {
public:
    explicit Bytes(std::string_view base64) : text(base64) {}

    // The number of this many bytes, the most significant first; nothing beyond the end.
    std::optional<std::uint32_t> number(std::size_t at, std::size_t count) const {
        std::uint32_t all = 0;
        for (std::size_t i = at; i < at + count; ++i) {
            const int byte = one(i);
            if (byte < 0) return std::nullopt;
            all = all << 8u | static_cast<std::uint32_t>(byte);
        }
        return all;
    }

private:
    static int figure(char c) {
        if (c >= 'A' && c <= 'Z') return c - 'A';
        if (c >= 'a' && c <= 'z') return c - 'a' + 26;
        if (c >= '0' && c <= '9') return c - '0' + 52;
        if (c == '+') return 62;
        return c == '/' ? 63 : -1;
    }

    // Four figures are three bytes.
    int one(std::size_t at) const {
        const std::size_t first = at / 3 * 4 + at % 3;
        if (first + 1 >= text.size()) return -1;
        const int before = figure(text[first]), after = figure(text[first + 1]);
        if (before < 0 || after < 0) return -1;
        const unsigned shift = 4 - 2 * static_cast<unsigned>(at % 3);
        const auto pair = static_cast<unsigned>(before) << 6u | static_cast<unsigned>(after);
        return static_cast<int>(pair >> shift & 0xFFu);
    }

    std::string_view text;
};

std::optional<PhotoSize> sized(std::optional<std::uint32_t> width, std::optional<std::uint32_t> height) {
    if (!width || !height || *width < 1 || *height < 1 || *width > largest || *height > largest) return std::nullopt;
    return PhotoSize{static_cast<int>(*width), static_cast<int>(*height)};
}

// PNG, "Header chunk": it comes first.
std::optional<PhotoSize> png_size(const Bytes& bytes) {
    constexpr std::uint32_t signature = 0x89504E47, rest = 0x0D0A1A0A, header = 0x49484452;
    if (bytes.number(0, 4) != signature || bytes.number(4, 4) != rest || bytes.number(12, 4) != header) return std::nullopt;
    return sized(bytes.number(16, 4), bytes.number(20, 4));
}

// JPEG, ITU-T T.81, B.1: segments, each with its length, until the one that begins the frame.
std::optional<PhotoSize> jpeg_size(const Bytes& bytes) {
    constexpr std::uint32_t start = 0xFFD8, first_frame = 0xC0, last_frame = 0xCF, tables = 0xC4, reserved = 0xC8, coding = 0xCC;
    if (bytes.number(0, 2) != start) return std::nullopt;
    for (std::size_t at = 2;;) {
        const auto mark = bytes.number(at, 2), length = bytes.number(at + 2, 2);
        if (!mark || !length || *mark >> 8u != 0xFF || *length < 2) return std::nullopt;
        const std::uint32_t kind = *mark & 0xFFu;
        if (kind >= first_frame && kind <= last_frame && kind != tables && kind != reserved && kind != coding)
            return sized(bytes.number(at + 7, 2), bytes.number(at + 5, 2));
        at += 2 + *length;
    }
}

}  // namespace

std::optional<PhotoSize> photo_size(std::string_view base64) {
    const Bytes bytes(base64);
    const auto png = png_size(bytes);
    return png ? png : jpeg_size(bytes);
}

std::string photo_address(std::string_view base64) {
    const bool png = png_size(Bytes(base64)).has_value();
    return (png ? "data:image/png;base64," : "data:image/jpeg;base64,") + std::string(base64);
}

std::string photo_name(PhotoSize size, std::string_view base64) {
    const std::uint32_t hash = hash_of(base64);
    std::array<char, 2 * sizeof hash> figures{};
    const auto written = std::to_chars(figures.data(), figures.data() + figures.size(), hash, 16);
    return std::string(beginning) + std::to_string(size.width) + "x" + std::to_string(size.height) + "-" +
           std::string(figures.data(), written.ptr);
}

std::optional<PhotoSize> size_in_name(std::string_view name) {
    if (!name.starts_with(beginning)) return std::nullopt;
    PhotoSize size;
    const char* const end = name.data() + name.size();
    const auto width = std::from_chars(name.data() + beginning.size(), end, size.width);
    if (width.ec != std::errc{} || width.ptr == end || *width.ptr != 'x') return std::nullopt;
    const auto height = std::from_chars(width.ptr + 1, end, size.height);
    if (height.ec != std::errc{} || size.width < 1 || size.height < 1) return std::nullopt;
    return size;
}

}  // namespace needlewise
