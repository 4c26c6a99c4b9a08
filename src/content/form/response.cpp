// A FHIR R4 QuestionnaireResponse in JSON to a tree of values, with everything in its place.
#include <utility>

#include "content/form/form.h"
#include "content/form/parts.h"
#include "core/form/syntax.h"

namespace needlewise {

namespace {

template <class F>
void each_in(const Reader& in, std::string_view name, F use) {
    in.part(name, [&](const Reader& list) { list.each(use); });
}

void check_uri(const Reader& in, std::string_view name) {
    in.part(name, [](const Reader& one) {
        const std::string uri = one.as<std::string>().value_or("");
        if (uri.empty()) return;
        if (const auto wrong = wrong_with_uri(uri)) one.problem("\"" + uri + "\" is not a URI: " + *wrong, "correct it");
    });
}

void check_id(const Reader& in) {
    in.part("id", [](const Reader& one) {
        const auto id = one.as<std::string>();
        if (id && !id->empty() && !is_id(*id)) one.problem("\"" + *id + "\" is no id", "up to 64 letters, figures, \"-\" and \".\"");
    });
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
        if (!check_element(in, {"linkId", "definition", "text", "answer", "item", "modifierExtension", "fhir_comments"})) return item;
        check_uri(in, "definition");
        item.link_id = in.get<std::string>("linkId");
        if (item.link_id.empty() && in.has("linkId")) in.problem_at("linkId", "the linkId is empty", "write that of the questionnaire");
        item.text = in.maybe<std::string>("text").value_or("");
        modifiers(in);
        each_in(in, "answer", [&](const Reader& one) { item.answers.push_back(answer(one)); });
        item.items = items(in);
        if (!item.answers.empty() && !item.items.empty())
            in.problem("items both beside and in the answers", "items below a question stand in its answer (qrs-1)");
        return item;
    }

    Answer answer(const Reader& in) {
        Answer answer;
        if (!in.json().is_object()) return in.problem("expected an object, found " + std::string(kind_of(in.json()))), answer;
        in.each_field([&](std::string_view name, const Reader& field) {
            const bool value = name.substr(name.starts_with('_')).starts_with("value");
            if (!value || field.json().is_null()) check_said(name, field);
            if (!value && name != "item" && name != "modifierExtension" && !is_common_field(name))
                field.problem("unknown field \"" + std::string(name) + "\"", "an answer has one value[x], and items below it");
        });
        answer.excused = check_common(in);
        modifiers(in);
        if (auto found = find_value(in, "value")) {
            const std::string name(field_of(found->type));
            answer.type = found->type;
            answer.given = in.has(name);
            in.part("_" + name, [&](const Reader& reason) { answer.given = answer.given || excuses(reason); });
            answer.value = std::move(found->value);
        }
        answer.items = items(in);
        return answer;
    }

    // Extensions in the place of a value say why there is none.
    static bool excuses(const Reader& in) { return in.has("extension") && in.json().find("extension")->is_array(); }

    Issues& issues;
};

// What stands around the answers: kept where it refers to something, and else only what it must be.
void read_circumstances(const Reader& in, Response& response) {
    check_id(in);
    check_uri(in, "implicitRules");
    in.maybe<std::string>("language");
    const auto refer = [&](const Reader& to) {
        if (auto read = read_form_value(to, AnswerType::reference))
            response.circumstances.push_back({to.pointer(), std::get<Reference>(std::move(*read))});
    };
    for (const std::string_view name : {"encounter", "author", "source"}) in.part(name, refer);
    for (const std::string_view name : {"basedOn", "partOf"}) each_in(in, name, refer);
    in.part("identifier", [](const Reader& one) { read_identifier(one); });
    in.part("meta", check_any_element);
    in.part("text", [](const Reader& text) {
        if (!check_element(text, {"status", "div"})) return;
        text.get<std::string>("status");
        text.get<std::string>("div");
    });
}

void read_contained(const Reader& in, Response& response) {
    each_in(in, "contained", [&](const Reader& one) {
        check_any_element(one);
        if (!one.json().is_object()) return;
        check_id(one);
        const std::string type = one.maybe<std::string>("resourceType").value_or("");
        if (!is_resource_type(type)) one.problem("\"" + type + "\" is no type of resource", "give its resourceType");
        if (auto id = one.maybe<std::string>("id")) response.contained.push_back({std::move(*id), type});
    });
}

Response read_top(const Reader& in, Issues& issues) {
    Response response;
    check_element(in, {"resourceType",  "id",        "meta",       "implicitRules",     "language",
                       "text",          "contained", "identifier", "basedOn",           "partOf",
                       "questionnaire", "status",    "subject",    "encounter",         "authored",
                       "author",        "source",    "item",       "modifierExtension", "fhir_comments"});
    read_circumstances(in, response);
    check_uri(in, "questionnaire");
    response.questionnaire = in.maybe<std::string>("questionnaire").value_or("");
    response.status = in.maybe<std::string>("status").value_or("");
    in.part("authored", [&](const Reader& day) { response.authored = read_moment(day, true); });
    in.part("subject", [&](const Reader& subject) {
        const auto to = read_form_value(subject, AnswerType::reference);
        if (!to) return;
        response.subject = std::get<Reference>(*to).reference;
        response.subject_type = std::get<Reference>(*to).type;
    });
    read_contained(in, response);
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
