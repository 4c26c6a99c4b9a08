#include "ui/qr_modules.h"

extern "C" {
#include <qrcodegen.h>
}

namespace needlewise::ui {

std::vector<std::string> qr_modules(std::string_view text) {
    std::vector<std::uint8_t> work(qrcodegen_BUFFER_LEN_MAX), code(qrcodegen_BUFFER_LEN_MAX);
    const bool made = qrcodegen_encodeText(std::string(text).c_str(), work.data(), code.data(), qrcodegen_Ecc_MEDIUM, qrcodegen_VERSION_MIN,
                                           qrcodegen_VERSION_MAX, qrcodegen_Mask_AUTO, false);
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
