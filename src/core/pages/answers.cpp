// Questions and answers in words, wherever they are listed.
#include <algorithm>
#include <array>

#include "core/pages/parts.h"

namespace needlewise {

namespace {

std::string value_words(const Content& content, const Item& item, const Value& value) {
    if (const auto* coding = std::get_if<Coding>(&value)) {
        const std::string key = "option." + item.link_id + "." + coding->code;
        const Option* option = item.option(coding->code);
        return content.words.has(key) || !option || option->text.empty() ? say(content, key).text : option->text;
    }
    if (const auto* date = std::get_if<Date>(&value)) return long_date(content.words, *date);
    if (const auto* truth = std::get_if<bool>(&value)) return say(content, *truth ? "answer.yes" : "answer.no").text;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    if (const auto* decimal = std::get_if<Decimal>(&value)) return decimal->plain();
    const auto* text = std::get_if<std::string>(&value);
    return text ? *text : in_words(value);
}

// Types of the Fitzpatrick scale, as clinics write them.
std::string roman(int type) {
    constexpr std::array names{"I", "II", "III", "IV", "V", "VI"};
    return type >= 1 && type <= static_cast<int>(names.size()) ? names[static_cast<std::size_t>(type - 1)] : "?";
}

}  // namespace

std::string question_words(const Content& content, const Item& item) {
    const std::string key = "question." + item.link_id + ".title";
    return content.words.has(key) || item.text.empty() ? say(content, key).text : item.text;
}

std::string short_name(const Content& content, const Item& item) {
    const std::string key = "question." + item.link_id + ".name";
    return content.words.has(key) ? say(content, key).text : question_words(content, item);
}

std::string option_words(const Content& content, const Item& item, const Option& option) {
    return value_words(content, item, Value{option.coding});
}

std::string answer_text(const Content& content, const Item& item, const Answers& answers) {
    const std::vector<std::string> all = answers_in_words(content, item, answers);
    std::string separator = say(content, "list.separator").text, text;
    // Answers with commas of their own: "Belly; Hips, buttocks or legs".
    const std::string comma = separator.substr(0, separator.find(' '));
    if (std::ranges::any_of(all, [&](const std::string& words) { return words.contains(comma); }))
        separator = say(content, "list.separator.strong").text;
    for (const std::string& words : all) text += (text.empty() ? "" : separator) + words;
    return text.empty() ? say(content, "review.unanswered").text : text;
}

std::vector<std::string> answers_in_words(const Content& content, const Item& item, const Answers& answers) {
    std::vector<std::string> words;
    for (const Value& value : answers.of(item.link_id)) words.push_back(value_words(content, item, value));
    return words;
}

std::string phototype_text(const Content& content, const Assessment& found) {
    if (!found.phototype_low || !found.phototype_high) return say(content, "review.unanswered").text;
    if (*found.phototype_low == *found.phototype_high) return roman(*found.phototype_low);
    return say(content, "brief.phototype.range", {{"low", roman(*found.phototype_low)}, {"high", roman(*found.phototype_high)}}).text;
}

}  // namespace needlewise
