// What a questionnaire says that this program does not do: extensions become notices, wherever they stand.
#include <algorithm>
#include <array>
#include <utility>

#include "content/form/parts.h"

namespace needlewise {

namespace {

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

bool is_understood(std::string_view field, std::string_view url) {
    if (field == "valueCoding" && is_score(url)) return true;
    if (!url.starts_with(core_extension)) return false;
    url.remove_prefix(core_extension.size());
    if (field == "text" && (url == "rendering-xhtml" || url == "rendering-markdown")) return true;
    return url == "translation" && (field == "text" || field == "title" || field == "display" || field == "valueString");
}

// Extensions of the parts of an element, and of its plain values ("_text" beside "text").
class PassedOver {
public:
    explicit PassedOver(std::vector<Notice>& to) : notices(to) {}

    void field(std::string_view name, const Reader& in) {
        if (name == "item" || name == "contained" || name == "extension" || name == "modifierExtension") return;  // are read elsewhere
        if (name.starts_with('_')) name.remove_prefix(1);
        if (in.json().is_array()) in.each([&](const Reader& one) { part(name, one); });
        else part(name, in);
    }

private:
    void part(std::string_view name, const Reader& in) {
        if (!in.json().is_object()) return;
        if (name != "answerOption") extensions(name, in);
        read_modifiers(in, notices);
        in.each_field([&](std::string_view inner, const Reader& value) { field(inner, value); });
    }

    void extensions(std::string_view name, const Reader& in) {
        in.part("extension", [&](const Reader& list) {
            if (!list.json().is_array()) return;
            list.each([&](const Reader& one) {
                const std::string url = one.json().is_object() && one.has("url") ? one.maybe<std::string>("url").value_or("") : "";
                if (is_understood(name, url)) return;
                Notice notice = notice_for(url);
                notice.words = "in \"" + std::string(name) + "\": " + notice.words;
                add_notice(notices, std::move(notice));
            });
        });
    }

    std::vector<Notice>& notices;
};

}  // namespace

std::string name_in(std::string_view url) { return std::string(url.substr(url.rfind('/') + 1)); }

Notice notice_for(std::string_view url) {
    const auto known = std::ranges::find_if(unsupported, [&](const Unsupported& one) { return url.ends_with(one.name); });
    if (known != unsupported.end()) return {std::string(url), std::string(known->words), true};
    return {std::string(url), "the extension \"" + name_in(url) + "\" has no effect here", false};
}

void add_notice(std::vector<Notice>& notices, Notice notice) {
    constexpr std::size_t most = 200;  // of one item
    if (notices.size() >= most) notice = {"", "more of its extensions have no effect here", true};
    const bool is_last = !notices.empty() && notices.back() == notice;
    if (notices.size() >= most ? !is_last : std::ranges::find(notices, notice) == notices.end()) notices.push_back(std::move(notice));
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

void read_passed_over(const Reader& in, std::vector<Notice>& notices) {
    PassedOver passed_over(notices);
    in.each_field([&](std::string_view name, const Reader& field) { passed_over.field(name, field); });
}

}  // namespace needlewise
