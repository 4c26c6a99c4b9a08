// A text as the dark and light squares of a QR code.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace needlewise::ui {

// One string a row, '1' dark and '0' light, without the light margin of four that belongs around it. Empty when the text
// has more bytes than a code can hold (2,331 with the correction used, level M).
std::vector<std::string> qr_modules(std::string_view text);

}  // namespace needlewise::ui
