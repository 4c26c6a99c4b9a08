// A response laid over its questionnaire: a node for every item that is there or could be, and for every answer with questions below
// it. Conditions are evaluated on it, and rules are checked on it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/form/issue.h"
#include "core/form/outline.h"
#include "core/form/response.h"

namespace needlewise {

class Tree {
public:
    static constexpr std::size_t none = Outline::none;

    struct Node {
        std::size_t entry = none;  // of its item; none for the root
        std::size_t parent = none;
        std::size_t end = 0;     // one past the last node below it
        std::size_t place = 0;   // its number in the file's list of items or answers
        bool is_answer = false;  // an answer of the item at `parent`, with what stands below it
        bool enabled = true;
        const ResponseItem* given = nullptr;  // null where the response has nothing
    };

    // Both must outlive the tree. What has no place in the questionnaire is reported to `issues`.
    Tree(const Outline& outline, const Response& response, Issues& issues);

    const std::vector<Node>& nodes() const { return list; }
    const Item& item(std::size_t node) const { return *outline.entries()[list[node].entry].item; }
    bool is_uncertain(std::size_t node) const { return outline.entries()[list[node].entry].uncertain; }  // whether it is asked
    bool is_twin(std::size_t node) const { return outline.entries()[list[node].entry].twin; }
    const std::vector<std::size_t>& of(std::size_t entry) const { return by_entry[entry]; }  // its nodes, in document order
    std::string pointer(std::size_t node) const;                                             // "/item/0/answer/1/item/0"

    // Whether any node of the item is enabled, and with it everything it stands in.
    bool enabled(std::size_t entry) const;

    // Evaluates again what depends on the answers of this node; `answers` of the item it was made from may have changed, what
    // stands below them not. Returns how many items were evaluated.
    std::size_t answer_changed(std::size_t node);

private:
    void place_items(const std::vector<ResponseItem>& given, std::size_t entry, std::size_t node);
    void place_item(const ResponseItem* given, std::size_t place, std::size_t entry, std::size_t parent);
    std::size_t open(Node node);
    bool is_among_twins(std::size_t node) const;  // it is a twin, or stands in one
    void report_stray(const ResponseItem& item, std::size_t place, std::size_t container);

    bool evaluate(std::size_t node);  // its own conditions
    bool holds_at(std::size_t question, const Condition& condition) const;
    std::size_t asked(std::size_t node, std::size_t named) const;  // the node whose answers a condition reads, or none
    std::size_t update(std::size_t node);                          // this node and what it carries with it

    const Outline& outline;
    Issues& issues;
    bool full = false;
    std::vector<Node> list;
    std::vector<std::vector<std::size_t>> by_entry;

    // What came out last for each condition of an item: items below many answers ask the same question again and again.
    struct Found {
        std::size_t question = none;
        bool holds = false;
    };
    std::vector<std::vector<Found>> outcomes;  // by entry
};

}  // namespace needlewise
