#include "ui/qr_modules.h"

#include <cstdint>
#include <iterator>

extern "C" {
#include <qrcodegen.h>
}

namespace needlewise::ui {

namespace {

// How much of the end is capitals, figures and a few signs: those take 5.5 bits each instead of 8.
std::size_t capitals_at_end(const std::string& text) {
    std::size_t length = 0;
    while (length < text.size() && qrcodegen_isAlphanumeric(std::string(1, text[text.size() - length - 1]).c_str())) ++length;
    return length;
}

bool encode(const std::string& text, std::vector<std::uint8_t>& work, std::vector<std::uint8_t>& code) {
    const std::size_t tail = capitals_at_end(text), head = text.size() - tail;
    if (text.size() > qrcodegen_BUFFER_LEN_MAX) return false;
    std::vector<std::uint8_t> bytes(head + 1), capitals(qrcodegen_calcSegmentBufferSize(qrcodegen_Mode_ALPHANUMERIC, tail) + 1);
    const qrcodegen_Segment segments[] = {qrcodegen_makeBytes(reinterpret_cast<const std::uint8_t*>(text.data()), head, bytes.data()),
                                          qrcodegen_makeAlphanumeric(text.c_str() + head, capitals.data())};
    return qrcodegen_encodeSegmentsAdvanced(segments, std::size(segments), qrcodegen_Ecc_MEDIUM, qrcodegen_VERSION_MIN,
                                            qrcodegen_VERSION_MAX, qrcodegen_Mask_AUTO, false, work.data(), code.data());
}

}  // namespace

std::vector<std::string> qr_modules(std::string_view text) {
    std::vector<std::uint8_t> work(qrcodegen_BUFFER_LEN_MAX), code(qrcodegen_BUFFER_LEN_MAX);
    const bool made = encode(std::string(text), work, code);
    std::vector<std::string> rows;
    if (!made) return rows;
    const int size = qrcodegen_getSize(code.data());
    rows.reserve(static_cast<std::size_t>(size));
    for (int y = 0; y < size; ++y) {
        std::string& row = rows.emplace_back();
        for (int x = 0; x < size; ++x) row += qrcodegen_getModule(code.data(), x, y) ? '1' : '0';
    }
    return rows;
}

}  // namespace needlewise::ui
