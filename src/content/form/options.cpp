// The options of a question that stand in it: answerOption. Those of a value set are in value_sets.cpp.
#include <algorithm>
#include <array>
#include <utility>

#include "content/form/parts.h"

namespace needlewise {

namespace {

void read_option_extensions(const Reader& in, Item& item, Option& option) {
    each_extension(in, [&](std::string_view url, const Reader& one) {
        if (is_score(url)) return;
        if (url == std::string(core_extension) + "questionnaire-optionExclusive" && !is_worked_out(one, "value")) {
            option.exclusive = one.get<bool>("valueBoolean");
        } else if (url == std::string(core_extension) + "questionnaire-optionPrefix") {
            const auto prefix = one.maybe<std::string>("valueString");
            if (prefix && !option.text.empty()) option.text = *prefix + " " + option.text;
        } else if (url == std::string(sdc_extension) + "sdc-questionnaire-itemAnswerMedia") {
            option.media = read_media(one, item.notices);
        } else {
            Notice notice{std::string(url),
                          "an option has the extension \"" + std::string(url.substr(url.rfind('/') + 1)) + "\", which has no effect here",
                          false};
            if (std::ranges::find(item.notices, notice) == item.notices.end()) item.notices.push_back(std::move(notice));
        }
    });
}

// FHIR: the type of an option must agree with that of its question. The text of a string is the code of one of them.
bool agrees(ItemType type, AnswerType option) {
    switch (type) {
        case ItemType::integer:
        case ItemType::decimal: return option == AnswerType::integer;
        case ItemType::date:
        case ItemType::date_time: return option == AnswerType::date;
        case ItemType::time: return option == AnswerType::time;
        case ItemType::string: return option == AnswerType::string || option == AnswerType::coding;
        case ItemType::text:
        case ItemType::url: return option == AnswerType::string;
        case ItemType::reference: return option == AnswerType::reference;
        case ItemType::boolean:
        case ItemType::quantity:
        case ItemType::attachment: return false;
        default: return true;
    }
}

void report_misfit(const Reader& in, const Item& item, AnswerType option) {
    constexpr std::array without{ItemType::boolean, ItemType::text, ItemType::url, ItemType::attachment, ItemType::reference};
    if (std::ranges::contains(without, item.type)) return;  // lint says it once: they have no options at all (que-5)
    in.problem_at(field_of(option), "no answer to \"" + item.link_id + "\" can be a " + std::string(field_of(option)),
                  "give the options in the type of the question, or make it a choice");
}

// Nothing for one without a value that can be read: another answer than the other options may be that one.
std::optional<Option> read_option(const Reader& in, Item& item) {
    Option option{};
    if (!in.element({"valueInteger", "valueDate", "valueTime", "valueString", "valueCoding", "valueReference", "initialSelected",
                     "modifierExtension"}))
        return std::nullopt;
    const auto found = find_value(in, "value");
    const bool worked_out = is_worked_out(in, "value");
    if (!found || (!found->there && !worked_out)) in.problem("an option without a value", "for example valueCoding");
    constexpr std::array types{AnswerType::integer, AnswerType::date,   AnswerType::time,
                               AnswerType::string,  AnswerType::coding, AnswerType::reference};
    if (!found || !found->value || worked_out || !std::ranges::contains(types, found->type)) return std::nullopt;
    if (!agrees(item.type, found->type)) return report_misfit(in, item, found->type), std::nullopt;
    if (const auto* coding = std::get_if<Coding>(&*found->value)) option.coding = *coding;
    else option.value = found->value;
    if (const auto* words = std::get_if<std::string>(&*found->value)) option.text = *words;
    in.part("valueCoding", [&](const Reader& coding) {
        option.text = option.coding.display;
        read_text_extensions(coding, "_display", option.translations);
        read_score(coding, option);
    });
    read_text_extensions(in, "_valueString", option.translations);
    option.initially_chosen = in.maybe<bool>("initialSelected").value_or(false);
    read_score(in, option);
    read_option_extensions(in, item, option);
    return option;
}

}  // namespace

bool is_score(std::string_view url) {
    return url == std::string(core_extension) + "ordinalValue" || url == std::string(core_extension) + "itemWeight" ||
           url == std::string(core_extension) + "valueset-ordinalValue" || url == std::string(core_extension) + "codesystem-ordinalValue";
}

void read_score(const Reader& in, Option& option) {
    each_extension(in, [&](std::string_view url, const Reader& one) {
        if (is_score(url)) option.weight = one.get<Decimal>("valueDecimal");
    });
    if (!option.weight || *option.weight < Decimal(-1000) || *option.weight > Decimal(1000) || option.weight->plain().contains('.')) return;
    int score = 0;
    for (const char figure : option.weight->plain())
        if (figure != '-') score = score * 10 + (figure - '0');
    option.ordinal = option.weight->plain().starts_with('-') ? -score : score;
}

void read_answer_options(const Reader& in, Item& item) {
    std::size_t count = 0;
    in.each("answerOption", [&](const Reader& one) {
        if (++count == most_options + 1) one.problem("more than " + std::to_string(most_options) + " options", "shorten the list");
        auto option = count <= most_options ? read_option(one, item) : std::nullopt;
        if (option) item.options.push_back(*std::move(option));
        else item.options_open = true;
    });
    if (count == 0 && in.has("answerOption")) item.options_open = true;
}

}  // namespace needlewise
