// Answers nobody gave but conditions may name: the Fitzpatrick phototype from its scored questions.
#include <algorithm>

#include "core/assessment/parts.h"

namespace needlewise {

namespace {

struct Score {
    int low = 0, high = 0;
};

// The scores an item can still have: that of the chosen option, else all of its options.
struct ItemScore {
    Score score;
    bool known = false;
};

ItemScore score_of(const Item& item, const Answers& answers) {
    const Option* chosen = item.option(answers.code(item.link_id).value_or(""));
    if (chosen && chosen->ordinal) return {{*chosen->ordinal, *chosen->ordinal}, true};
    std::optional<Score> possible;
    for (const Option& option : item.options) {
        if (!option.ordinal) continue;
        const int score = *option.ordinal;
        possible = possible ? Score{std::min(possible->low, score), std::max(possible->high, score)} : Score{score, score};
    }
    return {possible.value_or(Score{}), false};
}

int type_of(const std::vector<PhototypeBand>& bands, int score) {
    const auto band = std::ranges::find_if(bands, [&](const PhototypeBand& band) { return score <= band.upto; });
    return band == bands.end() ? bands.back().type : band->type;
}

}  // namespace

std::optional<PhototypeRange> phototype_for(const Content& content, const Answers& answers) {
    Score total;
    bool any_known = false;
    for (const std::string& link_id : content.phototype.items) {
        const Item* item = content.questionnaire.find(link_id);
        if (!item) continue;
        const ItemScore found = score_of(*item, answers);
        total.low += found.score.low;
        total.high += found.score.high;
        any_known = any_known || found.known;
    }
    if (!any_known || content.phototype.bands.empty()) return std::nullopt;
    PhototypeRange range{type_of(content.phototype.bands, total.low), type_of(content.phototype.bands, total.high)};
    const std::vector<PhototypeBand>& other = content.phototype.other_bands;  // its darkest band is of more than one type
    if (!other.empty()) range.low = std::min(range.low, type_of(other, total.low));
    return range;
}

Answers with_derived(const Content& content, const Answers& answers) {
    Answers all = effective_answers(content.questionnaire, answers);
    const auto range = phototype_for(content, all);
    if (!range) return all;
    std::vector<Value> types;  // every type still possible, so a caution for darker skin is not lost to a skipped question
    for (std::int64_t type = range->low; type <= range->high; ++type) types.emplace_back(type);
    all.set("phototype", std::move(types));
    return all;
}

}  // namespace needlewise
