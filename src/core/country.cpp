#include "core/country.h"

#include <algorithm>
#include <utility>

#include "core/content.h"

namespace needlewise {

namespace {

// ISO 3166-1 alpha-2, in small letters.
constexpr std::string_view codes =
    "ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt "
    "bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg eh "
    "er es et fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht "
    "hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls "
    "lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni "
    "nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg "
    "sh si sj sk sl sm sn so sr ss st sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug "
    "um us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw";

constexpr std::size_t code_length = 2, code_and_space = 3;

// The line of the country that a name in a sentence stands for.
const HelpLine* line_named(const Country* country, std::string_view name) {
    const auto or_null = [](const std::optional<HelpLine>& line) { return line ? &*line : nullptr; };
    if (!country) return nullptr;
    if (name == "emergency.number") return &country->emergency;
    if (name == "advice.line") return or_null(country->advice);
    if (name == "crisis.line") return or_null(country->crisis);
    return or_null(country->exposure);
}

// "line.emergency" for "emergency.number".
std::string words_of_line(std::string_view name) { return "line." + std::string(name.substr(0, name.find('.'))); }

void put_forms(Content& content) {
    const Country* country = country_of(content);
    content.words.forms = {.month_first = country && country->month_first, .fahrenheit = country && country->fahrenheit};
}

}  // namespace

const Country* Countries::find(std::string_view id) const {
    const auto found = std::ranges::find(all, id, &Country::id);
    return found == all.end() ? nullptr : &*found;
}

std::string country_code(std::string_view given) {
    if (given == another_country) return std::string(given);
    std::string code;
    for (const char letter : given) {
        const char small = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        if (small < 'a' || small > 'z' || code.size() == code_length) return {};
        code += small;
    }
    return code.size() == code_length ? code : std::string();
}

bool is_country(std::string_view code) {
    const std::size_t at = code.size() == code_length ? codes.find(code) : std::string_view::npos;
    return at != std::string_view::npos && at % code_and_space == 0;
}

std::vector<std::string_view> country_codes() {
    std::vector<std::string_view> all;
    for (std::size_t at = 0; at < codes.size(); at += code_and_space) all.push_back(codes.substr(at, code_length));
    return all;
}

Whereabouts whereabouts(std::initializer_list<std::string_view> known, std::string_view guess) {
    for (const std::string_view given : known) {
        std::string code = country_code(given);
        if (code == another_country || is_country(code)) return {std::move(code), false};
    }
    std::string code = country_code(guess);
    if (!is_country(code)) return {};
    return {std::move(code), true};
}

void put_country(Content& content, Whereabouts where) {
    content.where = std::move(where);
    put_forms(content);
}

void put_words_of(Content& content, Words words) {
    content.words = std::move(words);
    put_forms(content);
}

const Country* country_of(const Content& content) { return content.countries.find(content.where.country); }

std::string unbroken(std::string_view number) {
    std::string all;
    for (const char c : number) all += c == ' ' ? "\u00A0" : std::string(1, c);
    return all;
}

std::string line_text(const Content& content, const HelpLine& line) {
    const bool name_says_it = line.number.empty() || line.name.find(line.number) != std::string::npos;
    std::string aside = name_says_it ? std::string() : line.name;
    if (content.where.guessed && country_of(content)) {
        if (!aside.empty()) aside += say(content, "list.separator").text;
        aside += say(content, "country." + content.where.country).text;
    }
    const std::string text = name_says_it ? line.name : unbroken(line.number);
    return aside.empty() ? text : text + " (" + aside + ")";
}

std::optional<std::string> help_line_words(const Content& content, std::string_view name) {
    if (std::ranges::find(help_line_names, name) == std::ranges::end(help_line_names)) return std::nullopt;
    const std::string key = words_of_line(name);
    if (const HelpLine* line = line_named(country_of(content), name))
        return say(content, key + ".known", {{"line", line_text(content, *line)}}).text;
    return say(content, key + ".unknown",
               {{"europe", content.countries.europe.number}, {"north-america", content.countries.north_america.number}})
        .text;
}

}  // namespace needlewise
