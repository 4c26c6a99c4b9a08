#include "content/exchange/response.h"

#include <algorithm>
#include <array>

#include "content/load/parts.h"
#include "core/form/flow.h"
#include "core/pages/parts.h"

namespace needlewise {

namespace {

constexpr JsonLimits response_limits{.bytes = 1u << 20, .depth = 64};

// "completed" and "amended" say the person has finished.
constexpr std::array statuses{
    Word<bool>{"in-progress", false},      Word<bool>{"completed", true}, Word<bool>{"amended", true},
    Word<bool>{"entered-in-error", false}, Word<bool>{"stopped", false},
};

// The field of FHIR's value[x] that answers this kind of question.
std::string_view field_for(ItemType type) {
    switch (type) {
        case ItemType::boolean: return "valueBoolean";
        case ItemType::integer: return "valueInteger";
        case ItemType::decimal: return "valueDecimal";
        case ItemType::date: return "valueDate";
        case ItemType::string:
        case ItemType::text: return "valueString";
        case ItemType::choice:
        case ItemType::open_choice: return "valueCoding";  // or valueString
        default: break;                                    // no question, or a kind that the consultation does not ask
    }
    return "";
}

bool known_somewhere(const std::vector<Item>& items, std::string_view link_id) {
    return std::ranges::any_of(items, [&](const Item& item) { return item.link_id == link_id || known_somewhere(item.children, link_id); });
}

class ResponseReader {
public:
    ResponseReader(const Questionnaire& questionnaire) : questionnaire(questionnaire) {}

    void items(const Reader& in, const std::vector<Item>& expected) {
        UniqueIds ids;
        in.each("item", [&](const Reader& one) {
            if (!one.element({"linkId", "definition", "text", "answer", "item", "subject"})) return;
            const auto link_id = one.get<std::string>("linkId");
            if (link_id.empty()) return;
            ids.add(one, link_id, "linkId");
            const auto item = std::ranges::find(expected, link_id, &Item::link_id);
            if (item != expected.end()) return read(one, *item);
            const bool known = known_somewhere(questionnaire.items, link_id);
            one.problem_at("linkId", known ? "\"" + link_id + "\" does not belong here" : "the questionnaire has no \"" + link_id + "\"",
                           known ? "nest items as in the questionnaire; items below a question stand in its answer" : "");
        });
    }

    ReadAnswers found;

private:
    void read(const Reader& in, const Item& item) {
        if (!is_question(item.type)) {
            if (in.has("answer")) in.problem_at("answer", "\"" + item.link_id + "\" is no question and has no answer");
            return items(in, item.children);
        }
        if (in.has("item")) in.problem_at("item", "items below the question \"" + item.link_id + "\" stand in its answer");
        std::vector<Value> values;
        in.each("answer", [&](const Reader& answer) {
            if (auto value = answer_to(answer, item)) add(answer, item, std::move(*value), values);
            items(answer, item.children);
        });
        if (values.size() > 1 && !item.repeats)
            in.problem_at("answer", "\"" + item.link_id + "\" takes one answer, not " + std::to_string(values.size()));
        check_exclusive(in, item, values);
        found.answers.set(item.link_id, std::move(values));
    }

    static void add(const Reader& in, const Item& item, Value value, std::vector<Value>& values) {
        if (std::ranges::find(values, value) != values.end()) in.problem("the same answer to \"" + item.link_id + "\" twice");
        else values.push_back(std::move(value));
    }

    static std::optional<Value> answer_to(const Reader& in, const Item& item) {
        const std::string_view wanted = field_for(item.type);
        bool fits = in.json().is_object();
        in.each_field([&](std::string_view name, const Reader& field) {
            if (!name.starts_with("value") || name == wanted || (in_words(item) && name == "valueString")) return;
            field.problem("\"" + item.link_id + "\" is answered with " + std::string(wanted) + ", not " + std::string(name));
            fits = false;
        });
        const std::string_view other = in_words(item) ? "valueString" : wanted;
        if (!fits || !in.element({"item", wanted, other}) || (in.has("item") && !in.has(wanted) && !in.has(other))) return std::nullopt;
        auto value = read_value(in, "value");
        if (value && !offered(*value, item)) {
            const Coding& coding = std::get<Coding>(*value);
            in.problem_at("valueCoding",
                          "\"" + item.link_id + "\" has no option \"" + coding.code + "\" of system \"" + coding.system + "\"",
                          options_of(item));
            return std::nullopt;
        }
        return value;
    }

    static bool in_words(const Item& item) { return item.type == ItemType::open_choice; }

    static bool offered(const Value& value, const Item& item) {
        const auto* coding = std::get_if<Coding>(&value);
        return !coding || std::ranges::any_of(item.options, [&](const Option& option) { return option.coding == *coding; });
    }

    static std::string options_of(const Item& item) {
        std::string line = "options:";
        for (const Option& option : item.options) line += " " + option.coding.code;
        return line;
    }

    static void check_exclusive(const Reader& in, const Item& item, const std::vector<Value>& values) {
        if (values.size() < 2) return;
        for (const Option& option : item.options) {
            if (!option.exclusive || std::ranges::find(values, Value(option.coding)) == values.end()) continue;
            in.problem_at("answer", "\"" + option.coding.code + "\" goes with no other answer to \"" + item.link_id + "\"");
        }
    }

    const Questionnaire& questionnaire;
};

bool is_response(const Reader& in) {
    if (!in.json().is_object()) {
        in.problem("expected a QuestionnaireResponse, found " + std::string(kind_of(in.json())));
        return false;
    }
    const auto type = in.get<std::string>("resourceType");
    if (!type.empty() && type != "QuestionnaireResponse")
        in.problem_at("resourceType", "expected a QuestionnaireResponse, found \"" + type + "\"");
    return type == "QuestionnaireResponse";
}

// Answers to another questionnaire are refused; to another version they are read as far as they fit, and that is said.
void check_questionnaire(const Reader& in, const Questionnaire& questionnaire, Problems& warnings) {
    const auto answered = in.maybe<std::string>("questionnaire").value_or(questionnaire.url);
    if (questionnaire.url.empty()) return;
    const std::size_t bar = answered.find('|');
    if (answered.substr(0, bar) != questionnaire.url)
        return in.problem_at("questionnaire", "answers another questionnaire, \"" + answered + "\"",
                             "this one is \"" + questionnaire.url + "\"");
    if (bar == std::string::npos || answered.substr(bar + 1) == questionnaire.version) return;
    warnings.push_back(
        {Severity::warning, std::string(in.file()), in.pointer() + "/questionnaire",
         "the answers were given to version " + answered.substr(bar + 1) + " of the questionnaire, this one is " + questionnaire.version,
         "look through them"});
}

void read_top(const Reader& in, const Questionnaire& questionnaire, ResponseReader& response) {
    in.element({"resourceType", "meta", "implicitRules", "language", "text", "contained", "identifier", "basedOn", "partOf",
                "questionnaire", "status", "subject", "encounter", "authored", "author", "source", "item", "modifierExtension"});
    if (in.has("status")) in.word("status", statuses);
    if (in.maybe<std::string>("status") == "entered-in-error")
        in.problem_at("status", "the answers were entered in error and must not be used", "ask for them again");
    if (in.has("modifierExtension"))
        in.problem_at("modifierExtension", "an extension that may change the meaning of the answers, and is not known here",
                      "take it out if it does not");
    check_questionnaire(in, questionnaire, response.found.warnings);
    response.items(in, questionnaire.items);
}

bool is_bundle(const Json& json) {
    const auto type = json.find("resourceType");
    return type != json.end() && *type == "Bundle";
}

// A Bundle may hold other things too; the answers must be there once.
void read_bundle(const Reader& in, const Questionnaire& questionnaire, ResponseReader& response) {
    int found = 0;
    in.each("entry", [&](const Reader& entry) {
        entry.part("resource", [&](const Reader& resource) {
            const bool answers = resource.maybe<std::string>("resourceType") == "QuestionnaireResponse";
            if (answers && ++found == 1) read_top(resource, questionnaire, response);
        });
    });
    if (found != 1) in.problem("expected one QuestionnaireResponse in the Bundle, found " + std::to_string(found));
}

// ---- Out -----------------------------------------------------------------------------------------------------------

bool answered_in(const Item& item, const Answers& answers) {
    return answers.has(item.link_id) || std::ranges::any_of(item.children, [&](const Item& child) { return answered_in(child, answers); });
}

class ResponseWriter {
public:
    // `content` for the words of questions and options; without it there are only linkIds and codes.
    ResponseWriter(JsonWriter& to, const Answers& effective, const Content* with_words)
        : out(to), answers(effective), content(with_words) {}

    void items(const std::vector<Item>& items) {
        if (std::ranges::none_of(items, [&](const Item& item) { return answered_in(item, answers); })) return;
        out.list("item", [&] {
            for (const Item& item : items) {
                if (answered_in(item, answers)) write(item);
            }
        });
    }

private:
    void write(const Item& item) {
        out.object([&] {
            out.field("linkId", item.link_id);
            if (!is_question(item.type)) return items(item.children);
            if (content) out.field("text", question_words(*content, item));
            const auto& values = answers.of(item.link_id);
            out.list("answer", [&] {
                for (std::size_t i = 0; i < std::max<std::size_t>(values.size(), 1); ++i) {
                    out.object([&] {
                        if (i < values.size()) value(item, values[i]);
                        if (i == 0) items(item.children);
                    });
                }
            });
        });
    }

    void value(const Item& item, const Value& value) {
        const std::string name = "value" + std::string(type_name(value));
        if (const auto* coding = std::get_if<Coding>(&value)) {
            out.object(name, [&] {
                if (!coding->system.empty()) out.field("system", coding->system);
                out.field("code", coding->code);
                const Option* option = item.option(coding->code);
                if (content && option) out.field("display", option_words(*content, item, *option));
            });
        } else if (const auto* date = std::get_if<Date>(&value)) {
            out.field(name, iso_date(*date));
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            out.field(name, *text);
        } else if (const auto* truth = std::get_if<bool>(&value)) {
            out.field(name, *truth);
        } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            out.field(name, *whole);
        } else if (const auto* figure = std::get_if<Decimal>(&value)) {
            out.field(name, *figure);
        }
    }

    JsonWriter& out;
    const Answers& answers;
    const Content* content;
};

void write_top(JsonWriter& out, const Questionnaire& questionnaire, bool completed) {
    if (!questionnaire.url.empty())
        out.field("questionnaire", questionnaire.url + (questionnaire.version.empty() ? "" : "|" + questionnaire.version));
    out.field("status", completed ? "completed" : "in-progress");
}

}  // namespace

Result<ReadAnswers> read_response(const Questionnaire& questionnaire, std::string_view text, std::string_view file) {
    const auto json = parse_json(text, file, response_limits);
    if (!json) return std::unexpected(json.error());
    Log log{std::string(file)};
    const Reader in(*json, log);
    ResponseReader response(questionnaire);
    if (is_bundle(*json)) read_bundle(in, questionnaire, response);
    else if (is_response(in)) read_top(in, questionnaire, response);
    if (Problems problems = log.take(); !problems.empty()) return std::unexpected(std::move(problems));
    return std::move(response.found);
}

Problems answer_problems(const Content& content, const Answers& answers, Date today, std::string_view file) {
    const auto open = open_questions(content.questionnaire, answers, today);
    Problems problems;
    for (const QuestionPage& page : question_pages(content.questionnaire, answers)) {
        for (const FieldError& error : errors_on(page, answers, today)) {
            const auto day = answers.date(error.link_id);
            if (!day) continue;
            const bool is_open = std::ranges::find(open, error.link_id, &FieldError::link_id) != open.end();
            problems.push_back({is_open ? Severity::error : Severity::warning, std::string(file), "",
                                "\"" + error.link_id + "\" is answered with " + iso_date(*day), say(content, error.text_key).text});
        }
    }
    return problems;
}

std::string write_response(const Questionnaire& questionnaire, const Answers& answers, bool completed) {
    const Answers effective = effective_answers(questionnaire, answers);
    JsonWriter out;
    out.object([&] {
        out.field("resourceType", "QuestionnaireResponse");
        write_top(out, questionnaire, completed);
        ResponseWriter(out, effective, nullptr).items(questionnaire.items);
    });
    return out.take();
}

void write_response(JsonWriter& out, const Content& content, const Answers& answers, bool completed, Date authored) {
    const Answers effective = effective_answers(content.questionnaire, answers);
    out.field("resourceType", "QuestionnaireResponse");
    out.field("language", content.words.language);
    write_top(out, content.questionnaire, completed);
    out.field("authored", iso_date(authored));
    ResponseWriter(out, effective, &content).items(content.questionnaire.items);
}

Result<std::string> resource_type(std::string_view text, std::string_view file) {
    const auto json = parse_json(text, file, {.bytes = 16u << 20, .depth = 400});  // as much as the largest form has
    if (!json) return std::unexpected(json.error());
    if (!json->is_object()) return "";
    Log ignored{""};
    return Reader(*json, ignored).maybe<std::string>("resourceType").value_or("");
}

}  // namespace needlewise
