// What can be an address: of a page, of a site that may embed, of somebody. Stricter than browsers are, which mend much by guessing:
// an origin in another spelling than the browser's own would never match.
#include <algorithm>
#include <charconv>

#include "content/pack/parts.h"
#include "core/letters.h"

namespace needlewise {

namespace {

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// "www.example.com": names between single dots, none beginning or ending with a dash.
bool is_host(std::string_view host) {
    constexpr std::size_t longest = 253, longest_name = 63;
    if (host.size() > longest) return false;
    for (;;) {
        const std::string_view name = host.substr(0, host.find('.'));
        const bool letters = std::ranges::all_of(name, [](char c) { return is_small(c) || is_capital(c) || is_digit(c) || c == '-'; });
        if (name.empty() || name.size() > longest_name || !letters || name.front() == '-' || name.back() == '-') return false;
        if (name.size() == host.size()) return true;
        host.remove_prefix(name.size() + 1);
    }
}

bool is_port(std::string_view port) {
    int number = 0;
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
    return error == std::errc{} && end == port.data() + port.size() && number >= 1 && number <= 65535 && port.front() != '0';
}

// What stands between "https://" and the first "/", with or without a port. No user, no password.
bool is_authority(std::string_view text) {
    const std::size_t colon = text.find(':');
    return is_host(text.substr(0, colon)) && (colon == std::string_view::npos || is_port(text.substr(colon + 1)));
}

std::string_view authority_of(std::string_view rest) { return rest.substr(0, rest.find_first_of("/?#")); }

constexpr std::string_view https = "https://", http = "http://";

}  // namespace

bool is_https(std::string_view url) {
    return url.starts_with(https) && is_authority(authority_of(url.substr(https.size()))) && std::ranges::none_of(url, [](char c) {
               return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '<' || c == '>' || c == '\\';
           });
}

bool is_local(std::string_view url) {
    if (!url.starts_with(http)) return false;
    const std::string_view authority = authority_of(url.substr(http.size()));
    return is_authority(authority) && authority.substr(0, authority.find(':')) == "localhost";
}

bool is_origin(std::string_view text) {
    if (!is_https(text) && !is_local(text)) return false;
    const bool secure = text.starts_with(https);
    const std::string_view authority = text.substr(secure ? https.size() : http.size());
    const bool bare = authority.find_first_of("/?#") == std::string_view::npos;
    return bare && std::ranges::none_of(authority, is_capital) && !authority.ends_with(secure ? ":443" : ":80");
}

bool is_email(std::string_view text) {
    constexpr std::string_view strange = "\"(),:;<>@[\\]?&/";
    const std::size_t sign = text.find('@');
    if (sign == std::string_view::npos) return false;
    const std::string_view name = text.substr(0, sign), host = text.substr(sign + 1);
    const bool letters = std::ranges::all_of(name, [&](char c) { return c > ' ' && c <= '~' && !strange.contains(c); });
    const std::string_view last = host.substr(host.rfind('.') + 1);
    return !name.empty() && letters && name.front() != '.' && name.back() != '.' && !name.contains("..") && is_host(host) &&
           host.contains('.') && last.size() >= 2 && !is_digit(last.front());
}

bool is_phone(std::string_view text) {
    constexpr std::ptrdiff_t fewest = 3;
    const bool letters = std::ranges::all_of(text, [](char c) { return is_digit(c) || std::string_view("+-() .").contains(c); });
    const bool plus_first = text.rfind('+') == text.find('+') && (!text.contains('+') || text.find('+') < text.find_first_of("0123456789"));
    return letters && plus_first && std::ranges::count_if(text, is_digit) >= fewest;
}

}  // namespace needlewise
