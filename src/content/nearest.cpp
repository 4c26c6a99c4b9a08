#include "content/nearest.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace needlewise {

namespace {

// Letters to put in, take out or change (Levenshtein).
std::size_t distance(std::string_view from, std::string_view to) {
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < from.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < to.size(); ++j) {
            const std::size_t changed = diagonal + (from[i] == to[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

}  // namespace

std::string_view nearest(std::string_view given, std::span<const std::string_view> known) {
    constexpr std::size_t longest = 60;
    if (given.size() > longest) return {};
    std::string_view best;
    std::size_t least = std::max<std::size_t>(given.size() / 3, 1) + 1;
    for (const std::string_view word : known) {
        const std::size_t here = distance(given, word);
        if (here >= least || here >= given.size()) continue;
        least = here;
        best = word;
    }
    return best;
}

}  // namespace needlewise
