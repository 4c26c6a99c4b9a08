#include "content/check/keys.h"

#include <algorithm>
#include <initializer_list>

#include "content/vocabulary.h"
#include "core/form/flow.h"

namespace needlewise {

namespace {

class Gather {
public:
    explicit Gather(Keys& keys) : keys(keys) {}

    void required(const std::string& prefix, std::initializer_list<std::string_view> names) { put(keys.required, prefix, names); }
    void optional(const std::string& prefix, std::initializer_list<std::string_view> names) { put(keys.optional, prefix, names); }

private:
    static void put(std::set<std::string, std::less<>>& set, const std::string& prefix, std::initializer_list<std::string_view> names) {
        for (const std::string_view name : names) set.insert(prefix + std::string(name));
    }

    Keys& keys;
};

void question_keys(const Item& item, bool is_page, Gather& gather) {
    const std::string prefix = "question." + item.link_id;
    const bool group = item.type == ItemType::group;
    if (!group || is_page) gather.required(prefix, {".title"});
    if (is_page) gather.required(prefix, {".why"});
    gather.optional(prefix, {".title", ".hint", ".why", ".name"});
    for (const Option& option : item.options) {
        const std::string key = "option." + item.link_id + "." + option.coding.code;
        gather.required(key, {""});
        gather.optional(key, {".hint"});
    }
    for (const Item& child : item.children) question_keys(child, false, gather);
}

void questionnaire_keys(const Content& content, Gather& gather) {
    for (const Item& section : content.questionnaire.items) {
        if (!section.look.hidden) gather.required("section." + section.link_id, {".title"});
        for (const Item& page : section.children) question_keys(page, !section.look.hidden && !page.look.hidden, gather);
        for (const Item& item : section.children)  // the page is named by its first item
            if (item.with_previous) gather.required("question-page." + page_of(content.questionnaire, item.link_id)->link_id, {".title"});
    }
    gather.optional("section.clinic", {".title"});  // of the questions that a clinic's pack adds
    const Item* goal = content.questionnaire.find("goal");
    if (!goal) return;
    for (const Option& option : goal->options) gather.required("concern." + option.coding.code, {".name"});
}

void rule_keys(const Content& content, Gather& gather) {
    for (const Rule& rule : content.rules) {
        gather.required("finding." + rule.id, {".title", ".reason", ".next"});
        if (rule.action == FindingAction::stop || rule.until_changed) gather.required("finding." + rule.id, {".headline"});
        if (rule.action != FindingAction::tell) gather.required("finding." + rule.id, {".said"});  // the person says it to the clinic
    }
    for (const Driver& driver : content.drivers) gather.required("driver." + driver.id, {""});
    for (const ImprovementRule& rule : content.improvements) {
        const std::string prefix = "improvement." + rule.id;
        gather.required(prefix, {rule.scale.empty() ? ".reason" : ".summary"});
        if (!rule.scale.empty()) gather.required("scale." + rule.scale, {""});
        for (const Caveat& caveat : rule.caveats) gather.required(prefix + ".caveat." + caveat.id, {""});
        if (!rule.responders.empty()) gather.required(prefix, {".responders"});
        for (const std::string& key : rule.also) gather.required(key, {""});
        for (const std::string& key : rule.null_studies) gather.required(key, {""});
    }
    for (const auto& [name, number] : content.numbers) {
        if (number.unit.empty()) continue;
        const std::string unit = number.unit == "fraction" ? "percent" : number.unit;  // fractions are read as percentages
        gather.required("unit." + unit, {".other"});
        gather.optional("unit." + unit, {".zero", ".one", ".two", ".few", ".many", ".single.one", ".single.two"});
    }
}

void visit_keys(const std::vector<VisitStep>& steps, bool usual, Gather& gather) {
    for (const VisitStep& step : steps) {
        if (usual) gather.required("visit." + step.id, {".title", ".what", ".feel", ".why"});
        else gather.optional("visit." + step.id, {".title", ".what", ".feel", ".why"});
        for (const std::string& figure : step.figures) gather.required("figure." + figure, {".title", ".description"});
        visit_keys(step.instead, false, gather);
    }
}

void course_of_events_keys(const Content& content, Gather& gather) {
    for (const auto& sign : sign_words) gather.required("sign." + std::string(sign.word), {".name"});
    for (const HealingPhase& phase : content.healing.phases) gather.required("phase." + phase.id, {".title", ".detail"});
    for (const HealingPart& part : content.healing.section) gather.required("part." + part.id, {".name"});
    for (const SurfacePicture& picture : content.healing.pictures) {
        gather.required("moment.place." + picture.figure, {""});
        gather.required("moment.shows." + picture.figure, {""});
    }
    for (const HealingStage& stage : content.healing.stages) gather.required("stage." + stage.id, {""});
    for (const AftercareRule& rule : content.aftercare) {
        gather.required("aftercare." + rule.id, {".title", ".detail"});
        if (rule.kind != Care::act) gather.required("aftercare." + rule.id, {".name"});
        if (rule.kind == Care::avoid) gather.optional("aftercare." + rule.id, {".again"});
    }
    visit_keys(content.visit, true, gather);
    for (const RedFlag& flag : content.red_flags) {
        gather.required("redflag." + flag.id, {".look", ".do"});
        gather.optional("redflag." + flag.id, {".when"});
        gather.required("urgency." + flag.urgency, {""});
    }
}

void country_keys(const Content& content, Gather& gather) {
    for (const Country& country : content.countries.all) {
        gather.required("country." + country.id, {""});
        gather.required("help.line." + country.emergency.purpose, {""});
        for (const auto* line : {&country.advice, &country.crisis, &country.exposure})
            if (*line) gather.required("help.line." + (*line)->purpose, {""});
    }
}

// Pictures that are shown with their words, not as a mark beside something that says it.
void figure_keys(const Content& content, Gather& gather) {
    const auto words_of = [&](const std::string& figure) {
        if (!figure.empty()) gather.required("figure." + figure, {".title", ".description"});
    };
    for (const HealingPhase& phase : content.healing.phases) words_of(phase.figure);
    for (const AftercareRule& rule : content.aftercare) words_of(rule.figure);
    for (const Topic& topic : content.topics) words_of(topic.figure);
}

void reading_keys(const Content& content, Gather& gather) {
    for (const Topic& topic : content.topics) {
        gather.required("learn." + topic.id, {".title", ".intro"});
        gather.optional("learn." + topic.id, {".clinic", ".studies", ".more"});
    }
    for (const std::string& row : content.alternative_rows) gather.required("alternative.row." + row, {""});
    for (const Alternative& option : content.alternatives) {
        gather.required("alternative." + option.id, {".name"});
        for (const std::string& row : content.alternative_rows) gather.required("alternative." + option.id + "." + row, {""});
    }
}

void check_keys(const Content& content, Gather& gather) {
    for (const CheckQuestion& question : content.check) {
        const std::string prefix = "check." + question.id;
        gather.required(prefix, {".question", ".topic"});
        for (const std::string& option : question.options) gather.required(prefix + "." + option, {"", ".feedback"});
    }
}

}  // namespace

Keys keys_of(const Content& content) {
    Keys keys;
    Gather gather(keys);
    questionnaire_keys(content, gather);
    rule_keys(content, gather);
    course_of_events_keys(content, gather);
    country_keys(content, gather);
    figure_keys(content, gather);
    reading_keys(content, gather);
    check_keys(content, gather);
    return keys;
}

bool Keys::used(std::string_view key) const {
    return required.contains(key) || optional.contains(key) || required.contains(first_paragraph(key)) ||
           optional.contains(first_paragraph(key));
}

std::string_view first_paragraph(std::string_view key) {
    const std::size_t dot = key.rfind('.');
    if (dot == std::string_view::npos || dot + 1 == key.size()) return key;
    const std::string_view number = key.substr(dot + 1);
    return std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; }) ? key.substr(0, dot) : key;
}

Braces braces_in(std::string_view sentence) {
    Braces braces;
    for (std::size_t open = sentence.find('{'); open != std::string_view::npos; open = sentence.find('{')) {
        sentence.remove_prefix(open + 1);
        if (sentence.starts_with('{')) {
            sentence.remove_prefix(1);
            continue;
        }
        const std::size_t close = sentence.find('}');
        braces.closed = close != std::string_view::npos;
        if (!braces.closed) return braces;
        braces.names.emplace_back(sentence.substr(0, close));
        sentence.remove_prefix(close + 1);
    }
    return braces;
}

}  // namespace needlewise
