// The words that stand for the values of the core's enumerations, in our files and in the JSON we write.
#pragma once

#include <array>
#include <string_view>

#include "core/content.h"

namespace needlewise {

// A word in a file and what it means; a table of them lists the words that are allowed.
template <class E>
struct Word {
    std::string_view word;
    E meaning;
};

// FHIR's enableWhen.operator, and enableBehavior: whether any of several conditions suffices.
inline constexpr std::array operator_words{
    Word<Operator>{"exists", Operator::exists},    Word<Operator>{"=", Operator::equal}, Word<Operator>{"!=", Operator::not_equal},
    Word<Operator>{">", Operator::greater},        Word<Operator>{"<", Operator::less},  Word<Operator>{">=", Operator::greater_or_equal},
    Word<Operator>{"<=", Operator::less_or_equal},
};

inline constexpr std::array behavior_words{Word<bool>{"all", false}, Word<bool>{"any", true}};

inline constexpr std::array basis_words{
    Word<Basis>{"evidence", Basis::evidence},
    Word<Basis>{"convention", Basis::convention},
    Word<Basis>{"judgement", Basis::judgement},
    Word<Basis>{"clinic", Basis::clinic},
};

inline constexpr std::array action_words{
    Word<FindingAction>{"stop", FindingAction::stop},
    Word<FindingAction>{"ask", FindingAction::ask},
    Word<FindingAction>{"wait", FindingAction::wait},
    Word<FindingAction>{"tell", FindingAction::tell},
};

inline constexpr std::array scope_words{
    Word<Scope>{"person", Scope::person},
    Word<Scope>{"area", Scope::area},
};

inline constexpr std::array effect_words{
    Word<Effect>{"better", Effect::better},
    Word<Effect>{"same", Effect::same},
    Word<Effect>{"less", Effect::less},
    Word<Effect>{"caution", Effect::caution},
    Word<Effect>{"more_sessions", Effect::more_sessions},
    Word<Effect>{"fewer_sessions", Effect::fewer_sessions},
};

inline constexpr std::array certainty_words{
    Word<Certainty>{"none", Certainty::none},
    Word<Certainty>{"very_low", Certainty::very_low},
    Word<Certainty>{"low", Certainty::low},
};

inline constexpr std::array care_words{
    Word<Care>{"do", Care::act},
    Word<Care>{"avoid", Care::avoid},
    Word<Care>{"ask", Care::ask},
};

inline constexpr std::array sign_words{
    Word<Sign>{"redness", Sign::redness},
    Word<Sign>{"swelling", Sign::swelling},
    Word<Sign>{"flaking", Sign::flaking},
    Word<Sign>{"bruising", Sign::bruising},
};

template <class E, std::size_t N>
constexpr std::string_view word_for(E meaning, const std::array<Word<E>, N>& words) {
    for (const Word<E>& each : words) {
        if (each.meaning == meaning) return each.word;
    }
    return "";
}

}  // namespace needlewise
