// FHIR R4 Questionnaire to values. Fields of FHIR that this program has no use for are passed over; kinds of question
// it cannot ask are reported.
#include <array>
#include <cmath>

#include "content/load/parts.h"
#include "content/questionnaire_fields.h"

namespace needlewise {

namespace {

constexpr std::string_view exclusive_url = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";
constexpr std::string_view ordinal_url = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
constexpr std::string_view option_media_url = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemAnswerMedia";
constexpr std::string_view item_media_url = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemMedia";
constexpr std::string_view hidden_url = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden";
constexpr std::string_view date_window_url = "urn:needlewise:date-window";
constexpr std::string_view with_previous_url = "urn:needlewise:with-previous";
constexpr std::string_view goes_on_url = "urn:needlewise:goes-on";

// More items than any questionnaire has; keeps hostile input from costing time and stack.
constexpr std::size_t most_items = 5000;

constexpr std::array item_types{
    Word<ItemType>{"group", ItemType::group},     Word<ItemType>{"display", ItemType::display},
    Word<ItemType>{"boolean", ItemType::boolean}, Word<ItemType>{"integer", ItemType::integer},
    Word<ItemType>{"decimal", ItemType::decimal}, Word<ItemType>{"date", ItemType::date},
    Word<ItemType>{"string", ItemType::string},   Word<ItemType>{"text", ItemType::text},
    Word<ItemType>{"choice", ItemType::choice},   Word<ItemType>{"open-choice", ItemType::open_choice},
};

// Calls `use` with the extension of an element that has this url.
template <class F>
void extension(const Reader& in, std::string_view url, F use) {
    in.each("extension", [&](const Reader& one) {
        if (one.maybe<std::string>("url") == url) use(one);
    });
}

void read_ordinal(const Reader& in, Option& option) {
    extension(in, ordinal_url, [&](const Reader& one) {
        const double score = one.get<double>("valueDecimal");
        if (std::abs(score) > 1000 || std::floor(score) != score) one.problem_at("valueDecimal", "expected a whole number up to 1000");
        else option.ordinal = static_cast<int>(score);
    });
}

// The id of one of our pictures: "goal-glow" of "figures/goal-glow.svg". Other people's forms may name pictures elsewhere;
// those are passed over, because no request is made for them.
std::string read_media(const Reader& in, std::string_view url) {
    constexpr std::string_view folder = "figures/", suffix = ".svg";
    std::string figure;
    extension(in, url, [&](const Reader& one) {
        one.part("valueAttachment", [&](const Reader& attachment) {
            const auto address = attachment.maybe<std::string>("url").value_or("");
            if (address.empty() || address.contains(':')) return;
            if (address.starts_with(folder) && address.ends_with(suffix) && address.size() > folder.size() + suffix.size())
                figure = address.substr(folder.size(), address.size() - folder.size() - suffix.size());
            else attachment.problem_at("url", "not one of our pictures", "write figures/NAME.svg");
        });
    });
    return figure;
}

Option read_option(const Reader& in) {
    Option option;
    if (!in.element({"valueCoding", "valueString", "valueInteger", "valueDate", "valueTime", "valueReference", "initialSelected"}))
        return option;
    const auto value = read_value(in, "value");
    if (!value) return option;
    if (const auto* coding = std::get_if<Coding>(&*value)) option.coding = *coding;
    else in.problem("options of type " + std::string(type_name(*value)) + " are not supported", "use valueCoding");
    in.part("valueCoding", [&](const Reader& coding) {
        option.text = coding.maybe<std::string>("display").value_or("");
        read_ordinal(coding, option);
    });
    read_ordinal(in, option);
    extension(in, exclusive_url, [&](const Reader& one) { option.exclusive = one.get<bool>("valueBoolean"); });
    option.figure = read_media(in, option_media_url);
    return option;
}

void read_options(const Reader& in, Item& item) {
    UniqueIds codes;
    in.each("answerOption", [&](const Reader& one) {
        item.options.push_back(read_option(one));
        codes.add(one, item.options.back().coding.code, "option");
    });
    if (item.type == ItemType::choice && item.options.empty()) in.problem("a choice without options", "give answerOption");
}

Item read_item(const Reader& in, UniqueIds& ids);

void read_children(const Reader& in, std::vector<Item>& items, UniqueIds& ids) {
    in.each("item", [&](const Reader& one) {
        if (ids.size() < most_items) items.push_back(read_item(one, ids));
        else if (ids.size() == most_items) one.problem("more than " + std::to_string(most_items) + " items");
    });
}

Item read_item(const Reader& in, UniqueIds& ids) {
    Item item;
    if (!in.element({"linkId", "definition", "code", "prefix", "text", "type", "enableWhen", "enableBehavior", "required", "repeats",
                     "readOnly", "maxLength", "answerValueSet", "answerOption", "initial", "item", "modifierExtension"})) {
        return item;
    }
    item.link_id = in.get<std::string>("linkId");
    if (item.link_id.empty() && in.has("linkId")) in.problem_at("linkId", "the linkId is empty");
    ids.add(in, item.link_id, "linkId");
    item.text = in.maybe<std::string>("text").value_or("");
    item.type = in.word("type", item_types);
    item.required = in.maybe<bool>("required").value_or(false);
    item.repeats = in.maybe<bool>("repeats").value_or(false);
    item.enable_when = read_conditions(in, "enableWhen");
    item.limits.longest = in.maybe<std::int64_t>("maxLength");
    extension(in, hidden_url, [&](const Reader& one) { item.look.hidden = one.get<bool>("valueBoolean"); });
    extension(in, date_window_url, [&](const Reader& one) { item.date_window = one.word("valueCode", date_windows); });
    extension(in, with_previous_url, [&](const Reader& one) { item.with_previous = one.get<bool>("valueBoolean"); });
    extension(in, goes_on_url, [&](const Reader& one) { item.goes_on = one.get<bool>("valueBoolean"); });
    if (item.type == ItemType::open_choice && !item.look.hidden)
        in.problem_at("type", "an open choice is not asked on a page of its own here", "make it a choice, or hide it");
    item.map = read_media(in, item_media_url);
    read_options(in, item);
    read_children(in, item.children, ids);
    return item;
}

}  // namespace

Questionnaire read_questionnaire(const Reader& in) {
    Questionnaire questionnaire;
    if (!in.element(questionnaire_fields)) return questionnaire;
    const auto type = in.get<std::string>("resourceType");
    if (in.has("resourceType") && type != "Questionnaire") {
        in.problem_at("resourceType", "expected a Questionnaire, found \"" + type + "\"");
        return questionnaire;
    }
    questionnaire.url = in.maybe<std::string>("url").value_or("");
    questionnaire.version = in.maybe<std::string>("version").value_or("");
    UniqueIds ids;
    read_children(in, questionnaire.items, ids);
    return questionnaire;
}

void load_questionnaire(const Reader& in, Content& content) { content.questionnaire = read_questionnaire(in); }

}  // namespace needlewise
