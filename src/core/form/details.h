// The smaller parts of a questionnaire's item: what an answer must keep to, how the item looks, and what of it cannot be done here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/form/markup.h"
#include "core/form/shared_list.h"
#include "core/form/value.h"

namespace needlewise {

using Translations = std::vector<std::pair<std::string, std::string>>;  // language and text

// The text in a language ("de" also serves "de-AT", and the other way round), else the text itself.
const std::string& in_language(const std::string& text, const Translations& translations, std::string_view language);

// What may be answered besides the options: any value of the item's type, or words (FHIR R5: answerConstraint; SDC: unitOpen).
enum class AnswerConstraint { options_only, options_or_type, options_or_string };

struct Limits {
    std::optional<Value> least = {}, most = {};               // minValue and maxValue, minQuantity and maxQuantity; both inclusive
    std::optional<std::int64_t> shortest = {}, longest = {};  // characters
    std::optional<std::int64_t> places = {};                  // after the decimal point
    std::optional<std::int64_t> least_answers = {}, most_answers = {};
    std::optional<Decimal> largest_file = {};  // bytes
    std::string pattern = {};
    std::vector<std::string> media_types = {};
    std::vector<std::string> resource_types = {};
    SharedList<Quantity> units = {};  // without a value: the units to choose from
    AnswerConstraint beside_units = AnswerConstraint::options_only;
};

// Of a value set that cannot be listed here, what the file says all the same. Each list is sorted.
struct Extent {
    using Code = std::pair<std::string, std::string>;  // system and code
    SharedList<Code> named = {};
    std::vector<std::string> systems = {};  // any of their codes may be in it
    bool anything = true;                   // so may any code of any system
    SharedList<Code> excluded = {};         // but these, unless they are named

    bool may_hold(const Coding& coding) const;  // false: it is certainly not in it
};

// A picture beside a question or an answer.
struct Media {
    Attachment file = {};
    std::string figure = {};  // id of what is shown: one of our own pictures, or a photo (core/form/photo.h); empty: nothing is
    std::string data = {};    // of a photo, in base64
};

enum class Orientation { unsaid, horizontal, vertical };

struct Appearance {
    bool hidden = false;
    std::string prefix = {};         // "1." before the text
    std::string control = {};        // code of itemControl: "drop-down", "check-box", "slider", "help" …
    std::string entry_format = {};   // "DD.MM.YYYY"
    SharedList<Quantity> unit = {};  // the first: shown beside a number, and that of a quantity where none is offered
    std::int64_t slider_step = 1;    // between two places of a slider, at least 1
    Orientation orientation = Orientation::unsaid;
    Translations translations = {};        // of the text
    std::vector<RichParagraph> rich = {};  // of rendering-xhtml or markdown; empty: the text alone
    std::optional<Media> media = {};
};

// Something of the form that this program does not do.
struct Notice {
    std::string extension;  // its url, or the name of the element
    std::string words;      // one sentence
    bool shown = true;      // to the person, where the item is; not when it is a matter of looks only
    friend bool operator==(const Notice&, const Notice&) = default;
};

}  // namespace needlewise
