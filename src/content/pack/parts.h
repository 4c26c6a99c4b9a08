// The parts of reading and checking a pack, one .cpp each.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "content/check/checks.h"
#include "content/nearest.h"
#include "content/pack/pack.h"
#include "content/reader.h"

namespace needlewise {

// One JSON of a pack and of the packs it extends (RFC 7396, the nearer wins), and which file a place in it came from.
struct Layers {
    Json merged;
    std::vector<std::pair<std::string, Json>> files;  // nearest first
    std::string file_of(const std::string& pointer) const;
};
Result<Layers> read_layers(std::string_view text, std::string_view file, const FindPack& find);

void read_pack_numbers(const Reader& in, Pack& pack);      // visit_minutes, interval, sessions, waits
void read_pack_questions(const Reader& in, Pack& pack);    // questions
std::optional<PackForm> read_pack_form(const Reader& in);  // questionnaire
std::string read_logo(const Reader& in);                   // the SVG, or nothing and a Problem

// Text of at most `longest` characters, without control characters and letters nobody sees; nothing when there is none.
std::string read_text(const Reader& in, std::string_view name, std::size_t longest);
std::string bounded_text(const Reader& value, std::size_t longest);
bool is_language_code(std::string_view code);

// addresses.cpp
bool is_https(std::string_view url);
bool is_local(std::string_view url);    // http of this very machine, for trying out
bool is_origin(std::string_view text);  // as a browser spells it
bool is_email(std::string_view text);
bool is_phone(std::string_view text);

void check_fit(const Pack& pack, const Content& content, Reporter& report);  // names and waits of the content
void check_pack_questions(const Pack& pack, const Content& content, Reporter& report);

}  // namespace needlewise
