// A form of any length in pages: which items stand together, and what is wrong on each.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/form/filling.h"
#include "core/form/tree.h"

namespace needlewise {

// Neighbours in the questionnaire: one group, or several questions of the same parent.
struct FormPage {
    std::size_t parent = Outline::none;  // entry they stand in
    std::vector<std::size_t> entries;    // at least one
};

// Every page there is, whether or not anything on it is asked. A group is a page of its own, with the words before it; a long one is
// several, but where it repeats or is a table.
std::vector<FormPage> form_pages(const Outline& outline);

// Whether the form wants the items of this group side by side, and those of the groups in it.
bool is_table(const Item& group);

// Whether there are too many options to show them all: those chosen are, and the others are a list to open.
bool is_long_list(const Item& choice);

// A response as it stands, with what is asked of it and what is wrong. Not copied: the tree points into it.
class Standing {
public:
    Standing(const Form& form, const Response& filled, Date today);
    Standing(const Standing&) = delete;
    Standing& operator=(const Standing&) = delete;

    const Tree& tree() const { return *laid_out; }
    bool is_asked(const FormPage& page) const;  // something on it is

    // What is wrong with the item at this pointer, or with its answer of this number, the first thing of it; null: nothing. What was typed
    // and is no answer is wrong; what nobody can mend here is not: a missing file, a choice without options.
    const Issue* wrong_at(std::string_view pointer, std::optional<std::size_t> answer = {}) const;
    bool has_wrong(std::string_view pointer) const;  // either
    bool nothing_wrong() const { return wrong.empty(); }

private:
    Response counts;
    Issues issues;
    std::optional<Tree> laid_out;
    std::map<std::string, Issue, std::less<>> wrong;  // by pointer of the item, and "#1" where it is about one of its answers
};

}  // namespace needlewise
