// The questions a clinic adds: FHIR items, on the top level only, with their words in every language of the pack.
#include <algorithm>
#include <array>

#include "content/load/parts.h"
#include "content/pack/parts.h"

namespace needlewise {

namespace {

constexpr std::size_t most_questions = 10, most_options = 30, a_line = 300, a_paragraph = 1000;
constexpr std::string_view translation_url = "http://hl7.org/fhir/StructureDefinition/translation";
constexpr std::string_view exclusive_url = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";

constexpr std::array item_types{
    Word<ItemType>{"string", ItemType::string},   Word<ItemType>{"text", ItemType::text},
    Word<ItemType>{"integer", ItemType::integer}, Word<ItemType>{"decimal", ItemType::decimal},
    Word<ItemType>{"boolean", ItemType::boolean}, Word<ItemType>{"choice", ItemType::choice},
    Word<ItemType>{"date", ItemType::date},
};

bool is_link_id(std::string_view id) {
    constexpr std::size_t longest = 40;
    return !id.empty() && id.size() <= longest && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

std::string prefixed(const std::string& id) { return id.starts_with(pack_question_prefix) ? id : std::string(pack_question_prefix) + id; }

// The words of one question, by language.
class Sayings {
public:
    Sayings(Pack& pack, std::string link_id) : pack(pack), link_id(std::move(link_id)) {}

    void question(const std::string& language, std::string_view part, std::string text) {
        put(language, "question." + link_id + "." + std::string(part), std::move(text));
    }
    void option(const std::string& language, const std::string& code, std::string text) {
        put(language, "option." + link_id + "." + code, std::move(text));
    }

private:
    void put(const std::string& language, std::string key, std::string text) {
        if (!text.empty()) pack.words[language][std::move(key)] = std::move(text);
    }

    Pack& pack;
    std::string link_id;
};

// FHIR's translations of a primitive: {"_text": {"extension": [{"url": …/translation, "extension": [lang, content]}]}}.
template <class F>
void translations(const Reader& in, std::string_view field, F use) {
    in.part(field, [&](const Reader& sibling) {
        sibling.each("extension", [&](const Reader& one) {
            if (one.maybe<std::string>("url") != translation_url) return;
            std::string language, content;
            one.each("extension", [&](const Reader& part) {
                const auto url = part.maybe<std::string>("url");
                if (url == "lang") language = part.maybe<std::string>("valueCode").value_or("");
                if (url == "content") content = read_text(part, part.has("valueMarkdown") ? "valueMarkdown" : "valueString", a_line);
            });
            if (is_language_code(language) && !content.empty()) use(language, std::move(content));
            else one.problem("a translation needs \"lang\" and \"content\"");
        });
    });
}

// {"de": {"text": …, "hint": …, "why": …, "options": {code: …}}}
void read_words(const Reader& in, const Item& item, Sayings& said) {
    in.part("words", [&](const Reader& words) {
        words.each_field([&](const std::string& language, const Reader& own) {
            if (!is_language_code(language))
                return words.problem_at(language, "\"" + language + "\" is no language", "write a code such as \"en\"");
            if (!own.object({"text", "hint", "why", "options"})) return;
            said.question(language, "title", read_text(own, "text", a_line));
            said.question(language, "hint", read_text(own, "hint", a_line));
            said.question(language, "why", read_text(own, "why", a_paragraph));
            own.part("options", [&](const Reader& options) {
                options.each_field([&](const std::string& code, const Reader& text) {
                    if (item.option(code)) said.option(language, code, bounded_text(text, a_line));
                    else options.problem_at(code, "the question has no option \"" + code + "\"");
                });
            });
        });
    });
}

void read_option(const Reader& in, Item& item, const std::string& language, Sayings& said) {
    if (!in.element({"valueCoding"})) return;
    Option option;
    const bool coded = in.part("valueCoding", [&](const Reader& coding) {
        if (!coding.element({"system", "code", "display"})) return;
        option.coding = {read_text(coding, "system", a_line), coding.get<std::string>("code")};
        option.text = read_text(coding, "display", a_line);
        if (coding.has("code") && !is_link_id(option.coding.code)) coding.problem_at("code", "not a code", "letters, figures, - and _");
        if (option.text.empty()) coding.missing("display");
        said.option(language, option.coding.code, option.text);
        translations(coding, "_display",
                     [&](const std::string& other, std::string text) { said.option(other, option.coding.code, std::move(text)); });
    });
    if (!coded) in.missing("valueCoding");
    in.each("extension", [&](const Reader& one) {
        if (one.maybe<std::string>("url") == exclusive_url) option.exclusive = one.maybe<bool>("valueBoolean").value_or(false);
    });
    if (item.option(option.coding.code)) return in.problem("the code \"" + option.coding.code + "\" stands here twice", "keep one of them");
    item.options.push_back(std::move(option));
}

void read_options(const Reader& in, Item& item, const std::string& language, Sayings& said) {
    std::size_t count = 0;
    in.each("answerOption", [&](const Reader& option) {
        if (++count <= most_options) read_option(option, item, language, said);
        else if (count == most_options + 1) option.problem("more than 30 options");
    });
    const bool choice = item.type == ItemType::choice;
    if (choice && item.options.size() < 2) in.problem("a choice needs two options", "name them in \"answerOption\"");
    if (!choice && !item.options.empty()) in.problem_at("answerOption", "only a choice has options");
    if (!choice && item.repeats) in.problem_at("repeats", "only a choice can have several answers");
}

Item read_item(const Reader& in, Pack& pack) {
    Item item;
    if (!in.element({"linkId", "type", "text", "words", "required", "repeats", "enableWhen", "enableBehavior", "answerOption"}))
        return item;
    item.link_id = in.get<std::string>("linkId");
    if (in.has("linkId") && !is_link_id(item.link_id)) in.problem_at("linkId", "not a linkId", "letters, figures, - and _, at most 40");
    item.link_id = prefixed(item.link_id);
    item.type = in.word("type", item_types);
    item.text = read_text(in, "text", a_line);
    if (item.text.empty()) in.missing("text");
    item.required = in.maybe<bool>("required").value_or(false);
    item.repeats = in.maybe<bool>("repeats").value_or(false);
    item.enable_when = read_conditions(in, "enableWhen");
    Sayings said(pack, item.link_id);
    said.question(pack.base_language(), "title", item.text);
    translations(in, "_text", [&](const std::string& language, std::string text) { said.question(language, "title", std::move(text)); });
    read_options(in, item, pack.base_language(), said);
    read_words(in, item, said);
    return item;
}

// Conditions may name the clinic's own questions as the clinic wrote them.
void prefix_conditions(std::vector<Item>& items) {
    const auto is_own = [&](const std::string& id) { return std::ranges::find(items, id, &Item::link_id) != items.end(); };
    for (Item& item : items) {
        for (Condition& condition : item.enable_when.list) {
            std::string own = prefixed(condition.question);
            if (is_own(own)) condition.question = std::move(own);
        }
    }
}

}  // namespace

void read_pack_questions(const Reader& in, Pack& pack) {
    UniqueIds ids;
    in.each("questions", [&](const Reader& one) {
        if (ids.size() == most_questions || pack.questions.size() == most_questions) {
            if (pack.questions.size() == most_questions) one.problem("more than 10 questions", "ask the rest in the clinic");
            return;
        }
        pack.questions.push_back(read_item(one, pack));
        ids.add(one, pack.questions.back().link_id, "linkId");
    });
    prefix_conditions(pack.questions);
}

}  // namespace needlewise
