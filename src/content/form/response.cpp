// A FHIR R4 QuestionnaireResponse in JSON to a tree of values, with everything in its place.
#include <algorithm>
#include <array>
#include <set>
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
        if (!check_element(in, {"linkId", "definition", "text", "answer", "item", "modifierExtension", "fhir_comments"},
                           {"answer", "item", "modifierExtension"}))
            return item;
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
            const std::string_view bare = name.substr(name.starts_with('_') ? 1 : 0);
            const bool value = bare.starts_with("value") && bare != "value";
            answer.faulted = answer.faulted || (value && (field.json().is_null() || !answer_type_of(bare)));
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
            in.part(name, [&](const Reader& value) {
                if (!only_excuses(value)) answer.value = std::move(found->value);
            });
        }
        answer.items = items(in);
        return answer;
    }

    // As do extensions that are all there is of a value made of parts.
    static bool only_excuses(const Reader& in) {
        bool only = in.json().is_object() && excuses(in);
        if (only) in.each_field([&](std::string_view name, const Reader&) { only = only && is_common_field(name); });
        return only;
    }

    // Extensions in the place of a value say why there is none.
    static bool excuses(const Reader& in) { return in.has("extension") && in.json().find("extension")->is_array(); }

    Issues& issues;
};

// What stands around the answers: kept where it refers to something, and else only what it must be.
void read_circumstances(const Reader& in, Response& response) {
    check_id(in);
    check_uri(in, "implicitRules");
    check_part(in, "language", "Code");
    const auto refer = [&](const Reader& to) {
        if (auto read = read_form_value(to, AnswerType::reference))
            response.circumstances.push_back({to.pointer(), std::get<Reference>(std::move(*read))});
    };
    for (const std::string_view name : {"encounter", "author", "source"}) in.part(name, refer);
    for (const std::string_view name : {"basedOn", "partOf"}) each_in(in, name, refer);
    in.part("identifier", [](const Reader& one) { read_identifier(one); });
    in.part("meta", check_meta);
    in.part("text", check_narrative);
}

// Whether a field can refer to something, rather than hold words.
bool may_refer(std::string_view field) {
    constexpr std::array<std::string_view, 13> words{"code", "comment", "description", "display",   "div",           "id",         "linkId",
                                                     "text", "title",   "value",       "valueCode", "valueMarkdown", "valueString"};
    return !std::ranges::contains(words, field);
}

// All that is referred to within the file: "#id".
void find_references(const Json& json, std::set<std::string>& found, std::string_view field = "") {
    if (const auto* text = json.get_ptr<const std::string*>(); text && text->starts_with('#') && may_refer(field))
        found.insert(text->substr(0, text->find('|')));
    if (const auto* fields = json.get_ptr<const Json::object_t*>())
        for (const auto& [name, part] : *fields) find_references(part, found, name);
    else if (json.is_array())
        for (const Json& part : json) find_references(part, found, field);
}

// FHIR: ref-1, of the references within extensions and contained resources; all others are values, which are checked as such.
void check_references(const Reader& in, const std::set<std::string>& contained, bool within = false) {
    if (in.json().is_array()) return in.each([&](const Reader& one) { check_references(one, contained, within); });
    if (!in.json().is_object()) return;
    in.each_field([&](std::string_view name, const Reader& field) {
        const auto* to = name == "reference" && within ? field.json().get_ptr<const std::string*>() : nullptr;
        if (to && to->starts_with('#') && to->size() > 1 && !contained.contains(to->substr(1)))
            field.problem("the response contains no resource \"" + to->substr(1) + "\"", "put it into \"contained\" (ref-1)");
        const bool aside = name == "extension" || name == "modifierExtension" || name == "contained" || name == "assigner";
        check_references(field, contained, within || aside || name.starts_with('_'));
    });
}

// FHIR: the id of an element is unique within its resource; what is contained are others.
void check_element_ids(const Reader& in, std::set<std::string_view>& before) {
    if (in.json().is_array()) return in.each([&](const Reader& one) { check_element_ids(one, before); });
    if (!in.json().is_object()) return;
    in.each_field([&](std::string_view name, const Reader& field) {
        const auto* id = name == "id" ? field.json().get_ptr<const std::string*>() : nullptr;
        if (id && !before.insert(*id).second) field.problem("another element has the id \"" + *id + "\"", "give each its own, or none");
        check_element_ids(field, before);
    });
}

// FHIR: dom-2 to dom-5.
void check_contained(const Reader& one, const std::string& id, const std::set<std::string>& referred) {
    if (one.has("contained")) one.problem_at("contained", "what is contained contains nothing (dom-2)", "leave it out");
    one.part("meta", [](const Reader& meta) {
        for (const std::string_view name : {"versionId", "lastUpdated", "security"})
            if (meta.has(name)) meta.problem_at(name, "what is contained has no " + std::string(name) + " (dom-4, dom-5)", "leave it out");
    });
    std::set<std::string> within;
    find_references(one.json(), within);
    if (!referred.contains("#" + id) && !within.contains("#")) one.problem("nothing refers to this (dom-3)", "leave it out");
}

void read_contained(const Reader& in, Response& response) {
    std::set<std::string> referred, ids;
    if (in.has("contained")) find_references(in.json(), referred);
    each_in(in, "contained", [&](const Reader& one) {
        check_any_element(one);
        if (!one.json().is_object()) return;
        check_id(one);
        const std::string type = one.maybe<std::string>("resourceType").value_or("");
        if (!is_resource_type(type)) one.problem("\"" + type + "\" is no type of resource", "give its resourceType");
        auto id = one.maybe<std::string>("id");
        if (!id) return one.problem("a contained resource without an id", "give it one");
        if (!ids.insert(*id).second) one.problem_at("id", "another contained resource has this id", "give each its own");
        check_contained(one, *id, referred);
        response.contained.push_back({std::move(*id), type});
    });
    check_references(in, ids);
}

Response read_top(const Reader& in, Issues& issues) {
    Response response;
    check_element(in, {"resourceType",  "id",        "meta",       "implicitRules",     "language",
                       "text",          "contained", "identifier", "basedOn",           "partOf",
                       "questionnaire", "status",    "subject",    "encounter",         "authored",
                       "author",        "source",    "item",       "modifierExtension", "fhir_comments"},
                  {"resourceType", "meta", "text", "contained", "identifier", "basedOn", "partOf", "subject", "encounter", "author",
                   "source", "item", "modifierExtension"});
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
    std::set<std::string_view> ids;
    in.each_field([&](std::string_view name, const Reader& field) {
        if (name != "contained") check_element_ids(field, ids);  // the id of the resource is a plain value among these
    });
    ItemsReader reader(issues);
    reader.modifiers(in);
    if (in.has("implicitRules"))
        issues.add({Severity::warning, IssueType::not_supported, "/implicitRules",
                    "the response follows rules laid down elsewhere, which this program does not know", ""});
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
