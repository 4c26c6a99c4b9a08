// A FHIR R4 QuestionnaireResponse in JSON to a tree of values, with everything in its place.
#include <utility>

#include "content/form/form.h"
#include "content/form/parts.h"

namespace needlewise {

namespace {

// FHIR: a list that is there has something in it.
bool not_empty(const Reader& list) {
    if (!list.json().is_array() || list.size() > 0) return true;
    list.problem("the list is empty", "leave it out");
    return false;
}

// FHIR in JSON: what is not said is left out.
void no_nulls(const Reader& in) {
    in.each_field([](std::string_view name, const Reader& field) {
        if (field.json().is_null()) field.problem("\"" + std::string(name) + "\" is null", "leave it out");
    });
}

template <class F>
void each_in(const Reader& in, std::string_view name, F use) {
    in.part(name, [&](const Reader& list) {
        if (not_empty(list)) list.each(use);
    });
}

// Extensions have a url each, and either a value or further extensions (FHIR: ext-1). Whether there are any.
bool check_extensions(const Reader& in) {
    bool says = false;
    in.part("extension", [&](const Reader& list) {
        if (!list.json().is_array()) return list.problem("expected a list, found " + std::string(kind_of(list.json())));
        if (!not_empty(list)) return;
        list.each([&](const Reader& one) {
            if (!one.json().is_object()) return one.problem("expected an object, found " + std::string(kind_of(one.json())));
            if (one.maybe<std::string>("url").value_or("").empty())
                one.problem("an extension without its url", "give the url that says what it means");
            bool value = false;
            one.each_field(
                [&](std::string_view name, const Reader&) { value = value || name.starts_with("value") || name.starts_with("_value"); });
            if (value == one.has("extension"))
                one.problem(value ? "an extension with a value and extensions" : "an extension that says nothing",
                            "it has one of them (ext-1)");
            says = true;
        });
    });
    return says;
}

class ItemsReader {
public:
    explicit ItemsReader(Issues& to) : issues(to) {}

    std::vector<ResponseItem> items(const Reader& in) {
        std::vector<ResponseItem> made;
        each_in(in, "item", [&](const Reader& one) { made.push_back(item(one)); });
        return made;
    }

    // FHIR: what a modifier extension says can change all else about its element.
    void modifiers(const Reader& in) {
        in.each("modifierExtension", [&](const Reader& one) {
            const std::string url = one.maybe<std::string>("url").value_or("");
            issues.add({Severity::warning, IssueType::not_supported, one.pointer(),
                        "\"" + url.substr(url.rfind('/') + 1) + "\" changes what this means, in a way this program does not know", url});
        });
    }

private:
    ResponseItem item(const Reader& in) {
        ResponseItem item;
        if (!in.element({"linkId", "definition", "text", "answer", "item", "modifierExtension", "fhir_comments"})) return item;
        no_nulls(in);
        item.link_id = in.get<std::string>("linkId");
        if (item.link_id.empty() && in.has("linkId")) in.problem_at("linkId", "the linkId is empty", "write that of the questionnaire");
        item.text = in.maybe<std::string>("text").value_or("");
        modifiers(in);
        check_extensions(in);
        each_in(in, "answer", [&](const Reader& one) { item.answers.push_back(answer(one)); });
        item.items = items(in);
        if (!item.answers.empty() && !item.items.empty())
            in.problem("items both beside and in the answers", "items below a question stand in its answer (qrs-1)");
        return item;
    }

    Answer answer(const Reader& in) {
        Answer answer;
        if (!in.json().is_object()) return in.problem("expected an object, found " + std::string(kind_of(in.json()))), answer;
        no_nulls(in);
        in.each_field([&](std::string_view name, const Reader& field) {
            if (name.starts_with("_value")) return absent(name.substr(1), field, answer);
            const bool known =
                name == "item" || name == "id" || name == "extension" || name == "modifierExtension" || name == "fhir_comments";
            if (!known && !name.starts_with("value") && !name.starts_with('_'))
                field.problem("unknown field \"" + std::string(name) + "\"", "an answer has one value[x], and items below it");
        });
        modifiers(in);
        if (auto found = find_value(in, "value")) {
            answer.type = found->type;
            answer.value = std::move(found->value);
            answer.given = true;
        }
        answer.excused = check_extensions(in);
        answer.items = items(in);
        return answer;
    }

    // Extensions in the place of a value say why there is none.
    static void absent(std::string_view name, const Reader& field, Answer& answer) {
        const auto type = answer_type_of(name);
        if (!type) return field.problem("\"" + std::string(name) + "\" is no kind of answer", "for example valueString");
        if (!check_extensions(field)) return;
        answer.given = true;
        answer.type = *type;
    }

    Issues& issues;
};

// What stands around the answers: kept where it refers to something, and else only what it must be.
void read_circumstances(const Reader& in, Response& response) {
    for (const std::string_view name : {"id", "implicitRules", "language"}) in.maybe<std::string>(name);
    const auto refer = [&](const Reader& to) {
        if (auto read = read_form_value(to, AnswerType::reference))
            response.circumstances.push_back({to.pointer(), std::get<Reference>(std::move(*read))});
    };
    for (const std::string_view name : {"encounter", "author", "source"}) in.part(name, refer);
    for (const std::string_view name : {"basedOn", "partOf"}) each_in(in, name, refer);
    in.part("identifier", [](const Reader& one) {
        if (!one.json().is_object() || one.json().empty()) one.problem("an identifier is an object with its system and value");
    });
}

Response read_top(const Reader& in, Issues& issues) {
    Response response;
    in.element({"resourceType",  "id",        "meta",       "implicitRules",     "language",
                "text",          "contained", "identifier", "basedOn",           "partOf",
                "questionnaire", "status",    "subject",    "encounter",         "authored",
                "author",        "source",    "item",       "modifierExtension", "fhir_comments"});
    no_nulls(in);
    read_circumstances(in, response);
    response.questionnaire = in.maybe<std::string>("questionnaire").value_or("");
    response.status = in.maybe<std::string>("status").value_or("");
    in.part("authored", [&](const Reader& day) { response.authored = read_moment(day, true); });
    in.part("subject", [&](const Reader& subject) {
        const auto to = read_form_value(subject, AnswerType::reference);
        if (!to) return;
        response.subject = std::get<Reference>(*to).reference;
        response.subject_type = std::get<Reference>(*to).type;
    });
    in.each("contained", [&](const Reader& one) {
        if (auto id = one.maybe<std::string>("id"))
            response.contained.push_back({std::move(*id), one.maybe<std::string>("resourceType").value_or("")});
    });
    ItemsReader reader(issues);
    reader.modifiers(in);
    response.items = reader.items(in);
    return response;
}

}  // namespace

Result<ReadResponse> read_form_response(std::string_view text, std::string_view file) {
    Problems twice;  // make a response invalid, not unreadable: all else in it can be checked
    const auto json = parse_form(text, file, &twice);
    if (!json) return std::unexpected(json.error());
    Log log{std::string(file)};
    for (Problem& problem : twice) log.add(problem.severity, std::move(problem.pointer), std::move(problem.what), std::move(problem.hint));
    const Reader in(*json, log);
    if (auto other = other_resource(in, "QuestionnaireResponse")) return std::unexpected(Problems{std::move(*other)});
    ReadResponse read;
    read.response = read_top(in, read.issues);
    add_problems(log, read.issues);
    return read;
}

}  // namespace needlewise
