// What pages show of a clinic's pack. Each gives nothing when there is no clinic, or the clinic has not set it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/pages/parts.h"

namespace needlewise {

// Node id of the link that leads to the clinic's own page for booking.
inline constexpr std::string_view book_id = "book";

std::string dialled(std::string_view phone);                                     // "tel:+442079460999"
Node clinic_brand(const Content& content);                                       // the way home: the clinic's name and logo, or ours
std::optional<Node> clinic_welcome(const Content& content, const Model& model);  // on the first page
std::optional<Node> clinic_contact(const Content& content, const Model& model, const Plan& plan);
std::optional<Node> clinic_price(const Content& content, const Model& model, const Course& course);
std::optional<Node> clinic_legal(const Content& content, const Model& model);
std::optional<Node> clinic_help(const Content& content);  // whom to call about a warning sign
std::vector<Node> clinic_footer(const Content& content);  // who made this; for staff: that the pack is broken

// " (set by the clinic)" after a figure, or the figure alone.
std::string by_clinic(const Content& content, std::string_view number, std::string figure);

}  // namespace needlewise
