// A clinic pack: what one clinic sets for itself, in one JSON file. assets/packs/README.md describes it for those who write one.
// Packs are untrusted: any bytes in, Problems or a value out.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/form/form.h"
#include "core/content.h"
#include "core/problem.h"

namespace needlewise {

// A figure of the clinic, and where it comes from in the clinic's own words.
struct PackNumber {
    Number number;
    std::string note;  // the source, the note, or both
    std::string url;   // of the source; may be empty
};

// A FHIR questionnaire of the clinic: where it is fetched from, or all of it.
struct PackForm {
    std::string url;               // https, or a file beside the pack; empty: it came with the pack
    std::optional<ReadForm> read;  // as it came
    bool after = false;            // the consultation, not in its place
};

struct Pack {
    std::string file;  // for Problems
    Clinic clinic;
    std::string logo;                                        // SVG; empty: none
    std::vector<std::string> languages;                      // empty: all there are
    std::map<std::string, PackNumber, std::less<>> numbers;  // by their names in the content, such as "wait.toxin"
    std::map<std::string, bool, std::less<>> topics;         // by id; false: off
    std::optional<PackForm> form;
    std::vector<Item> questions;                                                   // linkIds begin with pack_question_prefix
    std::map<std::string, std::map<std::string, std::string>, std::less<>> words;  // language -> text key -> sentence

    const std::string& base_language() const;  // of `text` and `display` in questions, and of what is not translated
};

inline constexpr std::string_view pack_question_prefix = "clinic-";
inline constexpr std::string_view pack_section = "clinic";    // linkId of the section "The clinic also asks"
inline constexpr std::string_view pack_logo = "clinic-logo";  // id of the figure
inline constexpr std::string_view pack_source = "clinic:";    // beginning of the ids of sources that are the clinic's own

// The text of another file of the same folder, for "extends"; nothing when it cannot be had.
using FindPack = std::function<std::optional<std::string>(std::string_view name)>;

// Whether the text is JSON that calls itself a pack.
bool is_pack(std::string_view text);

// `file` is for Problems; its last part is what other packs of the folder would call it.
Result<Pack> read_pack(std::string_view text, std::string_view file, const FindPack& find = {});

// The content with the pack in it, its words in the content's language. Problems when the pack does not fit the content: then
// nothing of it may be used.
Result<Content> apply_pack(Content content, const Pack& pack);

// The sentences of the pack among those of a language. Braces in them are plain text.
void put_words(const Pack& pack, Words& words);

// What is wrong or unwise in a pack, whether or not it can be used; with `content` also what does not fit it. Reading a pack
// finds faults of form; this finds the others.
Problems check_pack(const Pack& pack, const Content& content, Date today);

// The same of the questionnaire that came within a pack. Not for patients, who should not wait for it.
Problems check_pack_form(const Pack& pack);

// What the page around the program must know, as JSON for web/pack.mjs.
std::string pack_for_page(const Pack& pack);

}  // namespace needlewise
