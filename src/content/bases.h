// The words for what a figure rests on, shared by the files that use them.
#pragma once

#include <array>

#include "content/reader.h"
#include "core/content.h"

namespace needlewise {

inline constexpr std::array basis_words{
    Word<Basis>{"evidence", Basis::evidence},
    Word<Basis>{"convention", Basis::convention},
    Word<Basis>{"judgement", Basis::judgement},
    Word<Basis>{"clinic", Basis::clinic},
};

}  // namespace needlewise
