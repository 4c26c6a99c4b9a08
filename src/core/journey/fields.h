// What an action calls a field that is no question of the consultation.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace needlewise {

// Fields of Content::form among the others: the linkId in an action names the item by its pointer, and where it can have several answers
// the number of one. "form:/item/0#1".
struct FormField {
    std::string pointer;
    std::size_t number = 0;
};
std::string form_field(std::string_view pointer, std::optional<std::size_t> number = {});
std::optional<FormField> form_field_in(std::string_view link_id);

// Among the entries of the model: what is typed to become one more answer.
std::string entry_for(std::string_view link_id);

}  // namespace needlewise
