// The questionnaire in itself: conditions, circles, options.
#include <algorithm>
#include <map>

#include "content/check/checks.h"
#include "content/json.h"
#include "content/load/parts.h"

namespace needlewise {

namespace {

constexpr std::string_view derived_phototype = "phototype", prefer_not_to_say = "prefer-not";

// ---- Conditions ----------------------------------------------------------------------------------------------------

std::string_view type_of_answers(ItemType type) {
    switch (type) {
        case ItemType::boolean: return "Boolean";
        case ItemType::integer: return "Integer";
        case ItemType::decimal: return "Decimal";
        case ItemType::date: return "Date";
        case ItemType::string:
        case ItemType::text: return "String";
        case ItemType::choice: return "Coding";
        default: break;  // no question, or a kind that the consultation does not ask
    }
    return "";
}

bool orders(Operator op) {
    return op == Operator::greater || op == Operator::less || op == Operator::greater_or_equal || op == Operator::less_or_equal;
}

bool offered(const Item& item, const Coding& coding) {
    return std::ranges::any_of(item.options, [&](const Option& option) { return option.coding == coding; });
}

void check_against_item(const Item& item, const Condition& condition, const std::string& pointer, Reporter& report) {
    const std::string_view wanted = type_of_answers(item.type);
    if (wanted.empty())
        return report.error(pointer + "/question", "\"" + item.link_id + "\" is no question", "groups and displays have no answer");
    if (condition.op == Operator::exists) return;
    const std::string_view given = type_name(condition.value);
    const bool decimal = wanted == "Decimal" && given == "Integer";
    if (given != wanted && !decimal) {
        return report.error(pointer, "\"" + item.link_id + "\" is answered with a " + std::string(wanted) + ", not a " + std::string(given),
                            "use answer" + std::string(wanted));
    }
    if (orders(condition.op) && (wanted == "Coding" || wanted == "Boolean")) {
        return report.error(pointer + "/operator", "answers to \"" + item.link_id + "\" have no order", "use = or !=");
    }
    const auto* coding = std::get_if<Coding>(&condition.value);
    if (coding && !offered(item, *coding)) {
        report.error(pointer + "/answerCoding",
                     "\"" + item.link_id + "\" has no option \"" + coding->code + "\" of system \"" + coding->system + "\"");
    }
}

void check_condition(const Content& content, const Condition& condition, const std::string& pointer, Reporter& report) {
    if (condition.question == derived_phototype) {
        if (condition.op == Operator::exists) return;
        const auto* type = std::get_if<std::int64_t>(&condition.value);
        if (!type || *type < 1 || *type > 6) report.error(pointer, "the phototype is a number from 1 to 6", "use answerInteger");
        return;
    }
    const Item* item = content.questionnaire.find(condition.question);
    if (!item) return report.error(pointer + "/question", "there is no question \"" + condition.question + "\"");
    check_against_item(*item, condition, pointer, report);
}

// ---- Circles -------------------------------------------------------------------------------------------------------

// Whether an item is shown depends on the items it names in conditions and on the item it stands in.
class Circles {
public:
    Circles(const Questionnaire& questionnaire, Reporter& report) : report(report) { gather(questionnaire.items, nullptr, ""); }

    void find() {
        for (const Item* item : in_order) visit(item);
    }

private:
    enum class State { unseen, open, done };
    struct Node {
        const Item* parent = nullptr;
        std::string pointer;
        State state = State::unseen;
    };

    void gather(const std::vector<Item>& items, const Item* parent, const std::string& pointer) {
        for (std::size_t i = 0; i < items.size(); ++i) {
            const std::string here = pointer + "/item" + at(i);
            in_order.push_back(&items[i]);
            nodes[&items[i]] = {parent, here, State::unseen};
            by_link_id.emplace(items[i].link_id, &items[i]);
            gather(items[i].children, &items[i], here);
        }
    }

    void visit(const Item* item) {
        Node& node = nodes[item];
        if (node.state == State::done) return;
        if (node.state == State::open) return circle(item);
        node.state = State::open;
        path.push_back(item);
        for (const Condition& condition : item->enable_when.list) {
            if (const auto named = by_link_id.find(condition.question); named != by_link_id.end()) visit(named->second);
        }
        if (node.parent) visit(node.parent);
        path.pop_back();
        node.state = State::done;
    }

    void circle(const Item* item) {
        std::string way;
        for (auto step = std::ranges::find(path, item); step != path.end(); ++step) way += (*step)->link_id + " → ";
        report.error(nodes[item].pointer, "whether \"" + item->link_id + "\" is shown depends on itself: " + way + item->link_id,
                     "change one of the conditions");
    }

    Reporter& report;
    std::vector<const Item*> in_order;
    std::map<const Item*, Node> nodes;
    std::map<std::string_view, const Item*> by_link_id;
    std::vector<const Item*> path;
};

// ---- Items ---------------------------------------------------------------------------------------------------------

void check_items(const Content& content, const std::vector<Item>& items, const std::string& pointer, Reporter& report) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Item& item = items[i];
        const std::string here = pointer + "/item" + at(i);
        check_conditions(content, item.enable_when, here + "/enableWhen", report);
        if (item.link_id == derived_phototype)
            report.error(here + "/linkId", "\"phototype\" is the name of a derived answer", "choose another linkId");
        check_figure(content, item.map, here + "/extension", report);
        for (std::size_t option = 0; option < item.options.size(); ++option)
            check_figure(content, item.options[option].figure, here + "/answerOption" + at(option, "extension"), report);
        const auto says_none = [](const Option& option) { return option.exclusive && option.coding.code != prefer_not_to_say; };
        if (std::ranges::count_if(item.options, says_none) > 1) {
            report.error(here + "/answerOption", "more than one exclusive option", "one \"none of these\" is enough");
        }
        check_items(content, item.children, here, report);
    }
}

}  // namespace

void check_conditions(const Content& content, const Conditions& conditions, const std::string& pointer, Reporter& report) {
    for (std::size_t i = 0; i < conditions.list.size(); ++i) check_condition(content, conditions.list[i], pointer + at(i), report);
}

void check_questionnaire(const Content& content, Problems& problems) {
    Reporter report(problems, "assets/questionnaire/consultation.json");
    const auto& sections = content.questionnaire.items;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        if (sections[i].type != ItemType::group) report.error("/item" + at(i), "the top level holds sections", "make it a group");
        else if (sections[i].children.empty()) report.error("/item" + at(i), "a section without questions");
    }
    if (sections.empty()) report.error("", "no questions");
    check_items(content, sections, "", report);
    Circles(content.questionnaire, report).find();
}

}  // namespace needlewise
