// Which languages there are, by the files the program was given.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace needlewise {

std::vector<std::string> languages_in(const std::map<std::string, std::string>& files);

bool is_words(std::string_view file);  // of the desktop, which keeps them all

}  // namespace needlewise
