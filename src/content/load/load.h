// assets/ to Content: every file of the content in, a Content or all the Problems out.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/content.h"
#include "core/problem.h"

namespace needlewise {

// Path ("assets/model/rules.json") to text. Of figures only the names count; files that are no content (theme) are passed
// over; files that are missing are Problems. The words are those of `language`.
Result<Content> load_content(const std::map<std::string, std::string>& files, std::string_view language = "en");

// The web's form: one object {"assets/model/rules.json": its JSON, …} without words, and the file of words.
Result<Content> load_bundle(std::string_view bundle_json, std::string_view words_json, std::string_view language);

// What a bundle with the field "more-content" has left for later (tools/bundle.mjs): whole parts, and entries of others. Until it is there
// the version is not that of the content, and only home and the questions may be shown.
Problems add_content(Content& content, std::string_view bundle_json);

// The words of another language for a Content that is there.
Result<Words> load_language(std::string_view words_json, std::string_view language);

// The files a Content is made of, without words, and the file of words of a language.
std::vector<std::string_view> content_paths();
std::string words_path(std::string_view language);

}  // namespace needlewise
