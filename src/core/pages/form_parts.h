// Parts of the pages of anybody's questionnaire.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/form/form_pages.h"
#include "core/journey/fields.h"
#include "core/pages/parts.h"

namespace needlewise {

// The words of the form, in the language of the page where it has them, on one line.
std::string text_of(const Content& content, const Item& item);
std::string text_of(const Content& content, const Option& option);
std::string value_text(const Content& content, const Item& item, const Value& value);
std::string zone_words(const Item& item, const Moment& moment);  // " (UTC-08:00)"; empty where the person entered it
std::string form_title(const Content& content);
std::string form_page_title(const Content& content, const FormPage& page);  // of its group; else of the form

// The group at this node and its repetitions beside it, in order; and its name, with its number where it repeats.
std::vector<std::size_t> repetitions(const Tree& tree, std::size_t node);
std::string group_name(const Content& content, const Tree& tree, std::size_t node);

// A name after those of the groups around the node that are there more than once: "Child – 2: Medicine – 1: Dose".
std::string with_groups(const Content& content, const Tree& tree, std::size_t node, std::string name);

// A note of something that the form asks for and nobody gets here.
Node not_supported(const Content& content, const Notice& notice);

// What the answer must keep to, in words: "From 1 to 10. Decimal places: at most 2." Empty: nothing in particular.
std::string limits_text(const Content& content, const Item& item);

// What is wrong with an item and how that is mended; `typed` is what was typed and is no answer, if anything.
std::string error_text(const Content& content, const Item& item, const Issue& wrong, const std::string& typed = {});

// Whether the words belong to the field of the question they stand below: they are said with it.
bool is_hint(const Item& question, const Item& words);

// The button that adds another of its like, where there may be one more, and before it the one that brings back what was taken out.
std::vector<Node> add_buttons(const Content& content, const Model& model, const std::string& name, const std::string& first, bool more);
Node remove_button(const Content& content, const std::string& name, std::string field);

// The pictures of an item and of its options; a link where a picture is somewhere else.
std::vector<Node> form_pictures(const Content& content, const Item& item);

// The fields of one question that is asked, and what stands beside them. Where `standing` is there they say what is wrong.
std::vector<Node> form_question(const Content& content, const Model& model, const Item& item, const ResponseItem& given,
                                const std::string& pointer, const Standing* standing);

// All answers to look through, and what would be sent of them.
std::vector<Node> form_review(const Content& content, const Model& model);
std::vector<Node> form_send(const Content& content, const Model& model);

}  // namespace needlewise
