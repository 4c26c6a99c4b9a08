// Extensions of a questionnaire and of its items: those that are understood are read. What becomes of others is in unsupported.cpp.
#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "content/form/parts.h"
#include "content/questionnaire_fields.h"
#include "core/form/syntax.h"
#include "core/form/units.h"

namespace needlewise {

namespace {

using Use = std::function<void(const Reader& in, Item& item)>;
using Uses = std::map<std::string, Use, std::less<>>;

constexpr std::string_view answer_constraint = "http://hl7.org/fhir/5.0/StructureDefinition/extension-Questionnaire.item.answerConstraint";
constexpr std::array constraints{Word<AnswerConstraint>{"optionsOnly", AnswerConstraint::options_only},
                                 Word<AnswerConstraint>{"optionsOrType", AnswerConstraint::options_or_type},
                                 Word<AnswerConstraint>{"optionsOrString", AnswerConstraint::options_or_string}};
constexpr std::array orientations{Word<Orientation>{"horizontal", Orientation::horizontal},
                                  Word<Orientation>{"vertical", Orientation::vertical}};

std::optional<Value> bound(const Reader& in) {
    if (const auto found = find_value(in, "value")) return found->value;
    in.problem("the bound has no value", "for example valueInteger");
    return std::nullopt;
}

std::optional<std::int64_t> whole(const Reader& in) {
    std::optional<std::int64_t> number;
    if (!in.part("valueInteger", [&](const Reader& one) { number = read_count(one); }))
        in.problem("expected a valueInteger", "write a whole number");
    return number;
}

std::optional<Decimal> size_of(const Reader& in) {
    const auto size = in.has("valueDecimal") ? in.maybe<Decimal>("valueDecimal") : std::nullopt;
    if (!in.has("valueDecimal")) in.missing("valueDecimal");
    if (!size || *size >= Decimal(0)) return size;
    return in.problem_at("valueDecimal", "a size below nought", "write the number of bytes"), std::nullopt;
}

// Empty where it is none, or is to be worked out: then nobody knows what else would be right.
std::string media_type_of(const Reader& in) {
    const auto type = in.get<std::string>("valueCode");
    if (type.empty() || type == "*" || is_media_type(type)) return type;
    return in.problem_at("valueCode", "\"" + type + "\" is no media type", "for example image/png"), std::string();
}

std::string resource_of(const Reader& in) {
    const auto type = in.get<std::string>("valueCode");
    if (type.empty() || is_resource_type(type)) return type;
    if (type != "Resource" && type != "DomainResource")  // any at all
        in.problem_at("valueCode", "\"" + type + "\" is no type of resource", "for example Patient");
    return {};
}

Quantity unit_of(const Reader& in) {
    Quantity unit;
    in.part("valueCoding", [&](const Reader& coding) {
        const auto read = read_form_value(coding, AnswerType::coding);
        if (!read) return;
        const Coding& of = std::get<Coding>(*read);
        unit = {std::nullopt, "", of.display.empty() ? of.code : of.display, of.system, of.code};
    });
    if (unit.code.empty() && unit.unit.empty()) in.problem("the unit says nothing", "give a valueCoding with system and code");
    return unit;
}

void read_control(const Reader& in, Item& item) {
    in.part("valueCodeableConcept", [&](const Reader& concept_) {
        concept_.each("coding", [&](const Reader& coding) {
            if (item.look.control.empty()) item.look.control = coding.maybe<std::string>("code").value_or("");
        });
    });
    if (item.look.control.empty()) in.problem("the control has no code", "give valueCodeableConcept.coding.code");
}

void read_item_media(const Reader& in, Item& item) {
    item.look.media = read_media(in, item.notices);
    if (item.look.media && item.look.media->data.empty()) item.map = item.look.media->figure;
}

// ---- What is understood ----------------------------------------------------------------------------------------------

const Uses& uses() {
    static const Uses all = [] {
        Uses made;
        const auto core = [&](std::string_view name, Use use) {
            made.emplace(std::string(core_extension) + std::string(name), std::move(use));
        };
        const auto sdc = [&](std::string_view name, Use use) {
            made.emplace(std::string(sdc_extension) + std::string(name), std::move(use));
        };
        core("questionnaire-hidden", [](const Reader& in, Item& item) { item.look.hidden = in.get<bool>("valueBoolean"); });
        core("questionnaire-itemControl", read_control);
        core("questionnaire-choiceOrientation",
             [](const Reader& in, Item& item) { item.look.orientation = in.word("valueCode", orientations); });
        core("minValue", [](const Reader& in, Item& item) { item.limits.least = bound(in); });
        core("maxValue", [](const Reader& in, Item& item) { item.limits.most = bound(in); });
        sdc("sdc-questionnaire-minQuantity", [](const Reader& in, Item& item) { item.limits.least = bound(in); });
        sdc("sdc-questionnaire-maxQuantity", [](const Reader& in, Item& item) { item.limits.most = bound(in); });
        core("minLength", [](const Reader& in, Item& item) { item.limits.shortest = whole(in); });
        core("regex", [](const Reader& in, Item& item) { item.limits.pattern = in.get<std::string>("valueString"); });
        core("entryFormat", [](const Reader& in, Item& item) { item.look.entry_format = in.get<std::string>("valueString"); });
        core("maxDecimalPlaces", [](const Reader& in, Item& item) { item.limits.places = whole(in); });
        core("mimeType", [](const Reader& in, Item& item) { item.limits.media_types.push_back(media_type_of(in)); });
        core("maxSize", [](const Reader& in, Item& item) { item.limits.largest_file = size_of(in); });
        core("questionnaire-sliderStepValue",
             [](const Reader& in, Item& item) { item.look.slider_step = std::max<std::int64_t>(whole(in).value_or(1), 1); });
        core("questionnaire-unit", [](const Reader& in, Item& item) { item.look.unit.push_back(unit_of(in)); });
        core("questionnaire-unitOption", [](const Reader& in, Item& item) { item.limits.units.push_back(unit_of(in)); });
        sdc("sdc-questionnaire-unitOpen", [](const Reader& in, Item& item) {
            item.limits.beside_units = known_word(in, "valueCode", constraints).value_or(AnswerConstraint::options_or_type);
        });
        core("questionnaire-minOccurs", [](const Reader& in, Item& item) { item.limits.least_answers = whole(in); });
        core("questionnaire-maxOccurs", [](const Reader& in, Item& item) { item.limits.most_answers = whole(in); });
        core("questionnaire-referenceResource",
             [](const Reader& in, Item& item) { item.limits.resource_types.push_back(resource_of(in)); });
        sdc("sdc-questionnaire-itemMedia", read_item_media);
        made.emplace(std::string(answer_constraint), [](const Reader&, Item&) {});  // is read before its answers are
        made.emplace("urn:needlewise:date-window",
                     [](const Reader& in, Item& item) { item.date_window = in.word("valueCode", date_windows); });
        return made;
    }();
    return all;
}

Notice calculated(std::string_view url) {
    constexpr std::array bounds{"minValue", "maxValue", "minQuantity", "maxQuantity"};
    const bool bound = std::ranges::any_of(bounds, [&](std::string_view name) { return url.ends_with(name); });
    const std::string what = bound ? "how large or how late the answer may be" : "\"" + name_in(url) + "\"";
    return {std::string(url), what + " is said in FHIRPath, which this program does not check", true};
}

// An entry of a list that is to be worked out may be anything.
void leave_open(std::string_view name, Limits& limits) {
    if (name == "mimeType") limits.media_types.emplace_back();
    if (name == "questionnaire-referenceResource") limits.resource_types.emplace_back();
    if (name == "questionnaire-unitOption") limits.units.push_back({});
    if (name == "sdc-questionnaire-unitOpen") limits.beside_units = AnswerConstraint::options_or_type;
}

void read_translation(const Reader& in, Translations& translations) {
    std::string language, content;
    each_extension(in, [&](std::string_view url, const Reader& part) {
        if (url == "lang") language = part.get<std::string>("valueCode");
        if (url == "content")
            content = part.has("valueMarkdown") ? part.get<std::string>("valueMarkdown") : part.get<std::string>("valueString");
    });
    if (language.empty() || content.empty()) in.problem("a translation needs lang and content", "give both as extensions of it");
    else translations.emplace_back(std::move(language), std::move(content));
}

// A list with one entry that could not be read, or is to be worked out, might allow anything, so that it limits nothing.
void drop_unreadable(Limits& limits) {
    if (std::ranges::contains(limits.media_types, "")) limits.media_types.clear();
    if (std::ranges::contains(limits.resource_types, "")) limits.resource_types.clear();
    const auto says_nothing = [](const Quantity& unit) { return unit.code.empty() && unit.unit.empty(); };
    if (std::ranges::any_of(std::as_const(limits.units), says_nothing)) limits.units = {};
}

}  // namespace

void read_answer_constraint(const Reader& in, Item& item) {
    in.part("extension", [&](const Reader& list) {
        if (!list.json().is_array()) return;  // is reported with the others
        list.each([&](const Reader& one) {
            if (one.json().is_object() && one.json().value("url", Json()) == answer_constraint)
                item.beside_options = is_worked_out(one, "value")
                                          ? AnswerConstraint::options_or_type
                                          : known_word(one, "valueCode", constraints).value_or(AnswerConstraint::options_or_type);
        });
    });
    if (item.type == ItemType::choice && item.beside_options == AnswerConstraint::options_or_string)
        item.type = ItemType::open_choice;  // R4's name for it
    if (item.beside_options == AnswerConstraint::options_or_type)
        item.notices.push_back(
            {std::string(answer_constraint), "other answers than those offered are allowed, which cannot be entered here", true});
}

void read_item_extensions(const Reader& in, ValueSets& sets, Item& item) {
    each_extension(in, [&](std::string_view url, const Reader& one) {
        const auto use = uses().find(url);
        if (use != uses().end() && !is_worked_out(one, "value")) return use->second(one, item);
        const bool units = url == std::string(core_extension) + "questionnaire-unitValueSet";
        if (units && !is_worked_out(one, "value") && read_unit_options(one, sets, item)) return;
        if (units) leave_open("questionnaire-unitOption", item.limits);
        if (url.ends_with("enableWhenExpression")) item.enabled_by_expression = true;
        Notice notice = notice_for(url);
        if (use != uses().end()) notice = calculated(url), leave_open(name_in(url), item.limits);
        one.part("valueExpression", [&](const Reader& expression) {
            const auto language = expression.maybe<std::string>("language").value_or("");
            if (!notice.shown)
                notice = {std::string(url), "it has an expression in " + language + ", which this program does not evaluate", true};
        });
        add_notice(item.notices, std::move(notice));
    });
    read_modifiers(in, item.notices);
    read_passed_over(in, item.notices);
    drop_unreadable(item.limits);
    if (item.limits.beside_units != AnswerConstraint::options_only && !item.limits.units.empty())
        add_notice(item.notices, {std::string(sdc_extension) + "sdc-questionnaire-unitOpen",
                                  "other units than those offered are allowed, which cannot be entered here", true});
    const SharedList<Quantity>& units = item.limits.units;
    if (item.look.unit.empty() && units.size() == 1 && units.front().system == ucum_system) item.look.unit = units;
}

void read_form_extensions(const Reader& in, Questionnaire& questionnaire) {
    each_extension(in, [&](std::string_view url, const Reader&) { add_notice(questionnaire.notices, notice_for(url)); });
    read_modifiers(in, questionnaire.notices);
    read_passed_over(in, questionnaire.notices);
    if (in.has("implicitRules"))
        add_notice(questionnaire.notices,
                   {"implicitRules", "the form follows rules laid down elsewhere, which this program does not know", true});
    if (in.has("derivedFrom"))
        add_notice(questionnaire.notices, {"derivedFrom", "the form is derived from another, which is not fetched", false});
}

void read_text_extensions(const Reader& in, std::string_view name, Translations& translations, std::vector<RichParagraph>* rich) {
    in.part(name, [&](const Reader& beside) {
        if (!beside.json().is_object()) return;
        each_extension(beside, [&](std::string_view url, const Reader& one) {
            if (!url.starts_with(core_extension)) return;
            const std::string_view what = url.substr(core_extension.size());
            if (what == "translation") read_translation(one, translations);
            if (!rich) return;
            if (what == "rendering-xhtml") *rich = read_xhtml(one.get<std::string>("valueString"));
            if (what == "rendering-markdown" && rich->empty())
                *rich =
                    read_markdown(one.has("valueMarkdown") ? one.get<std::string>("valueMarkdown") : one.get<std::string>("valueString"));
        });
    });
}

}  // namespace needlewise
