// Extensions of a questionnaire's item: those that are understood are read, those that are not become notices.
#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "content/form/parts.h"
#include "core/form/units.h"

namespace needlewise {

namespace {

using Use = std::function<void(const Reader& in, Item& item)>;
using Uses = std::map<std::string, Use, std::less<>>;

constexpr std::array date_windows{Word<DateWindow>{"past", DateWindow::past}, Word<DateWindow>{"future", DateWindow::future}};
constexpr std::array orientations{Word<Orientation>{"horizontal", Orientation::horizontal},
                                  Word<Orientation>{"vertical", Orientation::vertical}};

// A bound; where it is to be calculated ("_valueDate" with an expression) there is none, and the person is told.
std::optional<Value> bound(const Reader& in, Item& item) {
    const auto found = find_value(in, "value");
    bool calculated = false;
    in.each_field([&](std::string_view name, const Reader& beside) {
        calculated = calculated || (name.starts_with("_value") && beside.has("extension"));
    });
    if (found) return found->value;
    if (!calculated) in.problem("the bound has no value", "for example valueInteger");
    else
        item.notices.push_back({in.get<std::string>("url"),
                                "how large or how late the answer may be is said in FHIRPath, which this program does not check", true});
    return std::nullopt;
}

std::optional<std::int64_t> whole(const Reader& in) {
    if (!in.has("valueInteger")) in.problem("expected a valueInteger", "write a whole number");
    return in.maybe<std::int64_t>("valueInteger");
}

std::string code_of(const Reader& in) { return in.get<std::string>("valueCode"); }

Quantity unit_of(const Reader& in) {
    Quantity unit;
    in.part("valueCoding", [&](const Reader& coding) {
        unit.system = coding.maybe<std::string>("system").value_or("");
        unit.code = coding.maybe<std::string>("code").value_or("");
        unit.unit = coding.maybe<std::string>("display").value_or(unit.code);
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
        core("minValue", [](const Reader& in, Item& item) { item.limits.least = bound(in, item); });
        core("maxValue", [](const Reader& in, Item& item) { item.limits.most = bound(in, item); });
        sdc("sdc-questionnaire-minQuantity", [](const Reader& in, Item& item) { item.limits.least = bound(in, item); });
        sdc("sdc-questionnaire-maxQuantity", [](const Reader& in, Item& item) { item.limits.most = bound(in, item); });
        core("minLength", [](const Reader& in, Item& item) { item.limits.shortest = whole(in); });
        core("regex", [](const Reader& in, Item& item) { item.limits.pattern = in.get<std::string>("valueString"); });
        core("entryFormat", [](const Reader& in, Item& item) { item.look.entry_format = in.get<std::string>("valueString"); });
        core("maxDecimalPlaces", [](const Reader& in, Item& item) { item.limits.places = whole(in); });
        core("mimeType", [](const Reader& in, Item& item) { item.limits.media_types.push_back(code_of(in)); });
        core("maxSize", [](const Reader& in, Item& item) { item.limits.largest_file = in.get<Decimal>("valueDecimal"); });
        core("questionnaire-sliderStepValue",
             [](const Reader& in, Item& item) { item.look.slider_step = std::max<std::int64_t>(whole(in).value_or(1), 1); });
        core("questionnaire-unit", [](const Reader& in, Item& item) { item.look.unit = unit_of(in).unit; });
        core("questionnaire-unitOption", [](const Reader& in, Item& item) { item.limits.units.push_back(unit_of(in)); });
        core("questionnaire-minOccurs", [](const Reader& in, Item& item) { item.limits.least_answers = whole(in); });
        core("questionnaire-maxOccurs", [](const Reader& in, Item& item) { item.limits.most_answers = whole(in); });
        core("questionnaire-referenceResource", [](const Reader& in, Item& item) { item.limits.resource_types.push_back(code_of(in)); });
        sdc("sdc-questionnaire-itemMedia", read_item_media);
        made.emplace("urn:needlewise:date-window",
                     [](const Reader& in, Item& item) { item.date_window = in.word("valueCode", date_windows); });
        return made;
    }();
    return all;
}

// ---- What is not -----------------------------------------------------------------------------------------------------

struct Unsupported {
    std::string_view name;   // what its url ends with
    std::string_view words;  // what follows from it for the person; empty: a matter of looks or of other programs
};

constexpr std::array unsupported{
    Unsupported{"calculatedExpression",
                "the answer is meant to be calculated by FHIRPath, which this program does not do; enter it by hand"},
    Unsupported{"initialExpression", "the first answer is meant to be worked out by FHIRPath, which this program does not do"},
    Unsupported{"enableWhenExpression", "when to ask this is said in FHIRPath, which this program does not evaluate; it is always asked"},
    Unsupported{"answerExpression",
                "its answers are meant to be looked up by FHIRPath, which this program does not do; any answer is taken"},
    Unsupported{"candidateExpression", "answers to choose from are meant to be looked up by FHIRPath, which this program does not do"},
    Unsupported{"answerOptionsToggleExpression",
                "which options are offered is said in FHIRPath, which this program does not evaluate; all are offered"},
    Unsupported{"contextExpression", "what to show with it is said in FHIRPath, which this program does not evaluate"},
    Unsupported{"cqf-expression", "a value is given in FHIRPath, which this program does not evaluate"},
    Unsupported{"cqf-calculatedValue", "a value is meant to be calculated by FHIRPath, which this program does not do"},
    Unsupported{"questionnaire-constraint", "a rule for the answer is written in FHIRPath, which this program does not check"},
    Unsupported{"targetConstraint", "a rule for the answers is written in FHIRPath, which this program does not check"},
    Unsupported{"/variable", "a value for other expressions is written in FHIRPath, which this program does not evaluate"},
    Unsupported{"sourceStructureMap", "the form is meant to be filled in by a StructureMap, which this program does not do"},
    Unsupported{"targetStructureMap", "the answers are meant to be passed on by a StructureMap, which this program does not do"},
    Unsupported{"sourceQueries", "the form is meant to be filled in from a server, which this program does not do"},
    Unsupported{"launchContext", "the form is meant to be filled in from a record, which this program does not do"},
    Unsupported{"itemPopulationContext", "repetitions are meant to be filled in from a record, which this program does not do"},
    Unsupported{"questionnaire-unitValueSet", "its units come from a list elsewhere, which is not fetched; any unit is taken"},
    Unsupported{"unitValueSet", "its units come from a list elsewhere, which is not fetched; any unit is taken"},
    Unsupported{"questionnaire-referenceProfile", "what it refers to must keep to a profile, which this program does not check"},
    Unsupported{"questionnaire-referenceFilter", "what it may refer to is filtered on a server, which this program does not do"},
    Unsupported{"lookupQuestionnaire", "its answers come from another form, which is not fetched"},
    Unsupported{"subQuestionnaire", "a part of the form stands in another form, which is not fetched"},
    Unsupported{"questionnaire-signatureRequired", "it asks for a signature, which this program cannot take"},
    Unsupported{"isSubject", "it says whom the answers are about, which this program passes over"},
};

std::string name_in(std::string_view url) { return std::string(url.substr(url.rfind('/') + 1)); }

Notice notice_for(std::string_view url) {
    const auto known = std::ranges::find_if(unsupported, [&](const Unsupported& one) { return url.ends_with(one.name); });
    if (known != unsupported.end()) return {std::string(url), std::string(known->words), true};
    return {std::string(url), "the extension \"" + name_in(url) + "\" has no effect here", false};
}

void add_notice(std::vector<Notice>& notices, Notice notice) {
    if (std::ranges::find(notices, notice) == notices.end()) notices.push_back(std::move(notice));
}

// FHIR: what a modifier extension says can change all else about its element.
void read_modifiers(const Reader& in, std::vector<Notice>& notices) {
    in.each("modifierExtension", [&](const Reader& one) {
        const std::string url = one.maybe<std::string>("url").value_or("");
        Notice notice = notice_for(url);
        if (!notice.shown) notice.words = "\"" + name_in(url) + "\" changes what this means, in a way this program does not know";
        notice.shown = true;
        add_notice(notices, std::move(notice));
    });
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

}  // namespace

void read_item_extensions(const Reader& in, const Reader& root, Item& item) {
    each_extension(in, [&](std::string_view url, const Reader& one) {
        const auto use = uses().find(url);
        if (use != uses().end()) return use->second(one, item);
        if (url == std::string(core_extension) + "questionnaire-unitValueSet" && read_unit_options(one, root, item)) return;
        if (url.ends_with("enableWhenExpression")) item.enabled_by_expression = true;
        Notice notice = notice_for(url);
        one.part("valueExpression", [&](const Reader& expression) {
            const auto language = expression.maybe<std::string>("language").value_or("");
            if (!notice.shown)
                notice = {std::string(url), "it has an expression in " + language + ", which this program does not evaluate", true};
        });
        add_notice(item.notices, std::move(notice));
    });
    read_modifiers(in, item.notices);
    const bool has_units = std::ranges::any_of(item.limits.units, [](const Quantity& unit) { return unit.system == ucum_system; });
    if (item.look.unit.empty() && item.limits.units.size() == 1 && has_units) item.look.unit = item.limits.units.front().unit;
}

void read_form_extensions(const Reader& in, Questionnaire& questionnaire) {
    each_extension(in, [&](std::string_view url, const Reader&) { add_notice(questionnaire.notices, notice_for(url)); });
    read_modifiers(in, questionnaire.notices);
    if (in.has("implicitRules"))
        add_notice(questionnaire.notices,
                   {"implicitRules", "the form follows rules laid down elsewhere, which this program does not know", true});
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
