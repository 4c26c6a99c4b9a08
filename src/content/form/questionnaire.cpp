// A FHIR R4 Questionnaire in JSON to values.
#include <algorithm>
#include <array>
#include <utility>

#include "content/form/form.h"
#include "content/form/parts.h"
#include "content/questionnaire_fields.h"
#include "core/form/syntax.h"
#include "core/form/validate_parts.h"

namespace needlewise {

namespace {

// More items than any questionnaire has; keeps hostile input from costing time.
constexpr std::size_t most_items = 20'000;

constexpr std::array item_types{
    Word<ItemType>{"", ItemType::unknown},  // what is read when the type is missing or is none of these
    Word<ItemType>{"group", ItemType::group},
    Word<ItemType>{"display", ItemType::display},
    Word<ItemType>{"question", ItemType::question},
    Word<ItemType>{"boolean", ItemType::boolean},
    Word<ItemType>{"decimal", ItemType::decimal},
    Word<ItemType>{"integer", ItemType::integer},
    Word<ItemType>{"date", ItemType::date},
    Word<ItemType>{"dateTime", ItemType::date_time},
    Word<ItemType>{"time", ItemType::time},
    Word<ItemType>{"string", ItemType::string},
    Word<ItemType>{"text", ItemType::text},
    Word<ItemType>{"url", ItemType::url},
    Word<ItemType>{"choice", ItemType::choice},
    Word<ItemType>{"open-choice", ItemType::open_choice},
    Word<ItemType>{"attachment", ItemType::attachment},
    Word<ItemType>{"reference", ItemType::reference},
    Word<ItemType>{"quantity", ItemType::quantity},
};

constexpr std::array statuses{Word<int>{"draft", 0}, Word<int>{"active", 1}, Word<int>{"retired", 2}, Word<int>{"unknown", 3}};

class FormReader {
public:
    explicit FormReader(const Reader& of) : sets(of) {}

    std::vector<Item> items(const Reader& in) {
        std::vector<Item> made;
        in.each("item", [&](const Reader& one) {
            if (++count <= most_items) made.push_back(item(one));
            else if (count == most_items + 1) one.problem("more than " + std::to_string(most_items) + " items", "split the questionnaire");
            complete = complete && count <= most_items && !made.back().link_id.empty();
        });
        return made;
    }

    bool complete = true;  // every item was read

private:
    Item item(const Reader& in) {
        Item item{.link_id = {}, .text = {}, .type = ItemType::unknown, .enable_when = {}, .options = {}, .children = {}};
        if (!in.element({"linkId", "definition", "code", "prefix", "text", "type", "enableWhen", "enableBehavior", "required", "repeats",
                         "readOnly", "maxLength", "answerValueSet", "answerOption", "initial", "item", "modifierExtension",
                         "fhir_comments"}))
            return item;
        item.link_id = in.get<std::string>("linkId");
        if (item.link_id.empty() && in.has("linkId")) in.problem_at("linkId", "the linkId is empty", "give each item a name of its own");
        item.text = in.maybe<std::string>("text").value_or("");
        item.type = type(in);
        const auto is_said = [&](std::string_view name) { return in.maybe<bool>(name).value_or(false) && !is_worked_out(in, name); };
        item.required = is_said("required");
        item.repeats = in.has("repeats") && in.maybe<bool>("repeats").value_or(true);  // unreadable: it takes several answers
        item.repeats = item.repeats || is_worked_out(in, "repeats");
        item.read_only = is_said("readOnly");
        if (item.type == ItemType::display) check_display(in);
        item.look.prefix = in.maybe<std::string>("prefix").value_or("");
        in.part("maxLength", [&](const Reader& one) { item.limits.longest = read_count(one); });
        if (is_worked_out(in, "maxLength")) item.limits.longest.reset();
        read_text_extensions(in, "_text", item.look.translations, &item.look.rich);
        read_conditions(in, item);
        read_answer_constraint(in, item);
        read_answer_options(in, item);
        read_value_set(in, sets, item);
        const std::vector<AnswerType> fits = answer_types(item);
        in.each("initial", [&](const Reader& one) { initial(one, fits, item); });
        read_item_extensions(in, sets, item);
        item.children = items(in);
        return item;
    }

    // Of a display FHIR lets nothing be said that is about answers, not even that it is not so.
    static void check_display(const Reader& in) {
        if (in.has("code")) in.problem_at("code", "a display has no code", "leave it out (que-3)");
        for (const std::string_view field : {"required", "repeats"})
            if (in.has(field)) in.problem_at(field, "a display is neither required nor repeats", "leave it out (que-6)");
        if (in.has("readOnly")) in.problem_at("readOnly", "a display is not readOnly", "leave it out (que-9)");
    }

    static ItemType type(const Reader& in) {
        const auto word = in.maybe<std::string>("type");
        if (word == "coding") in.problem_at("type", "\"coding\" is a type of FHIR R5", "in R4 it is choice or open-choice");
        else if (word == "") in.problem_at("type", "the type is empty", "for example string");
        else return in.word("type", item_types);
        if (word == "") return ItemType::unknown;
        return ItemType::choice;
    }

    static void initial(const Reader& in, const std::vector<AnswerType>& fits, Item& item) {
        if (!in.element({"valueBoolean", "valueDecimal", "valueInteger", "valueDate", "valueDateTime", "valueTime", "valueString",
                         "valueUri", "valueAttachment", "valueCoding", "valueQuantity", "valueReference", "modifierExtension"}))
            return;
        const auto found = find_value(in, "value");
        if (!found) in.problem("an initial answer without a value", "for example valueString");
        else if (found->value) item.initial.push_back(*found->value);
        if (!found) return;
        if (!fits.empty() && !std::ranges::contains(fits, found->type))
            in.problem_at(field_of(found->type), "\"" + item.link_id + "\" is not answered with " + std::string(field_of(found->type)),
                          "use " + std::string(field_of(fits.front())));
    }

    ValueSets sets;
    std::size_t count = 0;
};

void read_period(const Reader& in, Questionnaire& questionnaire) {
    in.part("effectivePeriod", [&](const Reader& period) {
        period.part("start", [&](const Reader& day) { questionnaire.from = read_moment(day, true); });
        period.part("end", [&](const Reader& day) { questionnaire.until = read_moment(day, true); });
    });
}

// One that cannot be read may be the right one, so that then none is wrong.
void read_subjects(const Reader& in, Questionnaire& questionnaire) {
    auto types = in.maybe<std::vector<std::string>>("subjectType").value_or(std::vector<std::string>{});
    std::size_t named = 0;
    in.part("subjectType", [&](const Reader& list) { named = list.size(); });
    if (types.size() == named && std::ranges::all_of(types, is_resource_type)) questionnaire.subjects = std::move(types);
}

Questionnaire read_top(const Reader& in) {
    Questionnaire questionnaire;
    in.element(questionnaire_fields);
    questionnaire.url = in.maybe<std::string>("url").value_or("");
    questionnaire.version = in.maybe<std::string>("version").value_or("");
    questionnaire.title = in.maybe<std::string>("title").value_or("");
    read_text_extensions(in, "_title", questionnaire.title_translations);
    questionnaire.status = in.maybe<std::string>("status").value_or("");
    in.word("status", statuses);
    read_period(in, questionnaire);
    read_subjects(in, questionnaire);
    read_form_extensions(in, questionnaire);
    FormReader reader(in);
    questionnaire.items = reader.items(in);
    questionnaire.complete = reader.complete;
    return questionnaire;
}

void warn(const Reader& at, Issues& issues, std::string what, std::string hint) {
    issues.add({Severity::warning, IssueType::structure, at.pointer(), std::move(what), std::move(hint)});
}

// What no answer depends on, and what would make every subject wrong.
void warn_of_frame(const Reader& in, Issues& issues) {
    in.part("url", [&](const Reader& one) {
        if (!one.json().is_string() || one.json() == "") return;
        if (const auto wrong = wrong_with_uri(one.json().get_ref<const std::string&>()))
            warn(one, issues, "this is not a URI: " + *wrong, "correct it");
    });
    in.part("date", [&](const Reader& one) {
        if (one.json().is_string() && one.json() != "" && !Moment::read_date_time(one.json().get_ref<const std::string&>()))
            warn(one, issues, "this is not a date", "correct it");
    });
    in.part("subjectType", [&](const Reader& list) {
        if (!list.json().is_array()) return;
        list.each([&](const Reader& one) {
            if (one.json().is_string() && !is_resource_type(one.json().get_ref<const std::string&>()))
                warn(one, issues, "this is no type of resource", "correct it");
        });
    });
}

// In FHIR nothing is null, "" or [], wherever it stands; in a list of plain values null keeps a place.
void warn_of_empty(const Reader& in, Issues& issues) {
    const Json& json = in.json();
    if (json.is_array()) return in.each([&](const Reader& one) { warn_of_empty(one, issues); });
    if (!json.is_object()) return;
    in.each_field([&](std::string_view name, const Reader& field) {
        const Json& value = field.json();
        if (value.is_null() || value == "" || (value.is_structured() && value.empty()))
            warn(field, issues, "\"" + std::string(name) + "\" is " + (value.is_null() ? "null" : "empty"), "leave it out");
        else if (value.is_structured()) warn_of_empty(field, issues);
    });
}

}  // namespace

Result<ReadForm> read_form(std::string_view text, std::string_view file) {
    const auto json = parse_form(text, file);
    if (!json) return std::unexpected(json.error());
    return read_form_json(*json, file);
}

Result<ReadForm> read_form_json(const Json& json, std::string_view file) {
    Log log{std::string(file)};
    const Reader in(json, log);
    if (auto other = other_resource(in, "Questionnaire")) return std::unexpected(Problems{std::move(*other)});
    ReadForm read;
    read.questionnaire = read_top(in);
    add_problems(log, read.issues);
    warn_of_frame(in, read.issues);
    warn_of_empty(in, read.issues);
    return read;
}

}  // namespace needlewise
