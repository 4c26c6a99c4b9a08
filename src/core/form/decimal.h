// Decimal numbers as they are written. FHIR keeps the figures of a decimal ("0.10" has two places), which a binary fraction
// cannot; so the text is the value, and comparing or adding works on its figures.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace needlewise {

class Decimal {
public:
    Decimal() = default;  // 0
    explicit Decimal(std::int64_t whole) : written(std::to_string(whole)) {}

    // FHIR's and JSON's form: "-0.50", "1.5e3". Nothing for any other form, for more than 100 figures, or for a power of ten beyond 300.
    static std::optional<Decimal> read(std::string_view text);

    const std::string& text() const { return written; }  // as it was written
    std::string plain() const;                           // without a power of ten and without zeros at the end: "1500", "0.5"
    int places() const;                                  // figures after the point, zeros at the end among them: "0.50" has 2

    // By size: 1.0 and 1.00 are equal, as in FHIRPath.
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
    friend bool operator==(const Decimal& a, const Decimal& b) { return std::is_eq(a <=> b); }
    friend Decimal operator+(const Decimal& a, const Decimal& b);
    friend Decimal operator*(const Decimal& a, const Decimal& b);

private:
    explicit Decimal(std::string text) : written(std::move(text)) {}
    std::string written = "0";
};

}  // namespace needlewise
