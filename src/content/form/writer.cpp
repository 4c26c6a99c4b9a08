// Forms out: OperationOutcome, enabled items, and a response with all it holds.
#include <algorithm>
#include <utility>

#include "content/form/form.h"
#include "content/form/parts.h"
#include "content/writer.h"
#include "core/letters.h"

namespace needlewise {

namespace {

// The name of a field in FHIRPath: "value" for "valueString", "answer" for "answerDate"; what stands beside a value is of that value.
std::string name_in_path(std::string step) {
    for (std::size_t at = step.find('~'); at != std::string::npos && at + 1 < step.size(); at = step.find('~', at + 1))
        step.replace(at, 2, step[at + 1] == '1' ? "/" : "~");
    if (step.starts_with('_')) step.erase(0, 1);
    const auto is_choice = [&](std::string_view prefix) {
        const bool types = step.starts_with(prefix) && step.size() > prefix.size();
        const std::string type = types ? step.substr(prefix.size()) : "";
        return types &&
               (answer_type_of("value" + type) || (prefix == "value" && type.front() >= 'A' && type.front() <= 'Z' && type != "Set"));
    };
    for (const std::string_view prefix : {"value", "answer"})
        if (is_choice(prefix)) return std::string(prefix);
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; };
    if (std::ranges::all_of(step, plain) && !step.empty() && !is_digit(step.front())) return step;
    std::string quoted = "`";
    for (const char c : step) quoted += c == '`' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return quoted + "`";
}

// "/item/0/answer/1/valueString" is "QuestionnaireResponse.item[0].answer[1].value" in FHIRPath.
std::string expression_for(std::string_view resource, std::string_view pointer) {
    std::string expression(resource);
    while (pointer.starts_with('/')) {
        pointer.remove_prefix(1);
        const std::string_view step = pointer.substr(0, pointer.find('/'));
        pointer.remove_prefix(step.size());
        const bool index = !step.empty() && std::ranges::all_of(step, [](char c) { return c >= '0' && c <= '9'; });
        if (index) expression += "[" + std::string(step) + "]";
        else expression += "." + name_in_path(std::string(step));
    }
    return expression;
}

void write_issue(JsonWriter& out, const Issue& issue, std::string_view resource, bool error) {
    out.object([&] {
        out.field("severity", error ? "error" : "warning");
        out.field("code", word_of(issue.type));
        out.field("diagnostics", issue.what + (issue.hint.empty() ? "" : " (" + issue.hint + ")"));
        out.list("expression", std::vector<std::string>{expression_for(resource, issue.pointer)});
    });
}

void write_count(JsonWriter& out, std::size_t more, bool error) {
    if (more == 0) return;
    out.object([&] {
        out.field("severity", error ? "error" : "warning");
        out.field("code", "incomplete");
        out.field("diagnostics", std::to_string(more) + " further issues are not listed");
    });
}

class ResponseOut {
public:
    explicit ResponseOut(JsonWriter& to) : out(to) {}

    void items(const std::vector<ResponseItem>& all) {
        if (all.empty()) return;
        out.list("item", [&] {
            for (const ResponseItem& item : all) out.object([&] { fields(item); });
        });
    }

private:
    void fields(const ResponseItem& item) {
        if (!item.link_id.empty()) out.field("linkId", item.link_id);
        if (!item.text.empty()) out.field("text", item.text);
        if (!item.answers.empty()) {
            out.list("answer", [&] {
                for (const Answer& answer : item.answers) {
                    out.object([&] {
                        if (answer.value) value(answer);
                        items(answer.items);
                    });
                }
            });
        }
        items(item.items);
    }

    void value(const Answer& answer) {
        const std::string_view name = field_of(answer.type);
        const Value& value = *answer.value;
        if (const auto* coding = std::get_if<Coding>(&value)) {
            out.object(name, [&] { text("system", coding->system), text("code", coding->code), text("display", coding->display); });
        } else if (const auto* quantity = std::get_if<Quantity>(&value)) {
            out.object(name, [&] {
                if (quantity->value) out.field("value", *quantity->value);
                text("comparator", quantity->comparator), text("unit", quantity->unit), text("system", quantity->system),
                    text("code", quantity->code);
            });
        } else if (const auto* file = std::get_if<Attachment>(&value)) {
            out.object(name, [&] {
                text("contentType", file->content_type), text("url", file->url), text("title", file->title);
                if (file->size) out.field("size", *file->size);
            });
        } else if (const auto* to = std::get_if<Reference>(&value)) {
            out.object(name, [&] { text("reference", to->reference), text("type", to->type), text("display", to->display); });
        } else if (const auto* truth = std::get_if<bool>(&value)) {
            out.field(name, *truth);
        } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            out.field(name, *whole);
        } else if (const auto* number = std::get_if<Decimal>(&value)) {
            out.field(name, *number);
        } else if (const auto* words = std::get_if<std::string>(&value)) {
            out.field(name, *words);
        } else {
            out.field(name, in_words(value));  // dates and times, as FHIR writes them
        }
    }

    void text(std::string_view name, const std::string& words) {
        if (!words.empty()) out.field(name, words);
    }

    JsonWriter& out;
};

}  // namespace

std::string outcome_json(const Issues& of_response, const Issues& of_questionnaire) {
    JsonWriter out;
    out.object([&] {
        out.field("resourceType", "OperationOutcome");
        out.list("issue", [&] {
            if (of_response.all().empty() && of_questionnaire.all().empty()) {
                out.object([&] {
                    out.field("severity", "information");
                    out.field("code", "informational");
                    out.field("diagnostics", "the response keeps to the questionnaire");
                });
            }
            for (const Issue& issue : of_response.all())
                write_issue(out, issue, "QuestionnaireResponse", issue.severity == Severity::error);
            write_count(out, of_response.not_listed(), of_response.errors_not_listed());
            for (const Issue& issue : of_questionnaire.all()) write_issue(out, issue, "Questionnaire", false);
            write_count(out, of_questionnaire.not_listed(), false);
        });
    });
    return out.take();
}

std::string enabled_json(const Outline& outline, const Tree& tree) {
    JsonWriter out;
    out.object([&] {
        const std::size_t count = outline.entries().size();
        const auto link_id = [&](std::size_t entry) -> const std::string& { return outline.entries()[entry].item->link_id; };
        std::vector<bool> enabled(count);  // by the first item with the linkId: whether any with it is
        for (std::size_t entry = 0; entry < count; ++entry)
            if (tree.enabled(entry)) enabled[outline.find(link_id(entry))] = true;
        for (std::size_t entry = 0; entry < count; ++entry)
            if (!link_id(entry).empty() && outline.find(link_id(entry)) == entry) out.field(link_id(entry), enabled[entry]);
    });
    return out.take();
}

std::string write_form_response(const Response& response) {
    JsonWriter out;
    out.object([&] {
        out.field("resourceType", "QuestionnaireResponse");
        if (!response.questionnaire.empty()) out.field("questionnaire", response.questionnaire);
        if (!response.status.empty()) out.field("status", response.status);
        if (!response.subject.empty()) out.object("subject", [&] { out.field("reference", response.subject); });
        if (response.authored) out.field("authored", response.authored->text());
        ResponseOut(out).items(response.items);
    });
    return out.take();
}

}  // namespace needlewise
