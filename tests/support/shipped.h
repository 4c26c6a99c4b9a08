// The content in assets/, read once, and the day the cases live on.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/content.h"

namespace needlewise::shipped {

const std::map<std::string, std::string>& files();
std::vector<std::string> languages();
const Content& content();  // in English

inline const Date today = Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{22}};

// The people of tests/cases, by the name of their file.
std::map<std::string, Answers> people();

std::string source_text(const std::string& path);  // a file of the project
std::vector<std::string> source_files(const std::string& folder, const std::string& suffix);

}  // namespace needlewise::shipped
