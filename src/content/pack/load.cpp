// The fields of a pack. The pointers of Problems are those of the merged pack; Layers knows which file a place came from.
#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "content/pack/parts.h"
#include "core/colour.h"
#include "core/letters.h"

namespace needlewise {

namespace {

constexpr std::size_t a_line = 120, an_address = 500, a_paragraph = 2000;
constexpr int format_now = 1;

// What a clinic may say in its own words; legal texts and the address have fields of their own.
constexpr std::array own_words = std::to_array<std::string_view>({"clinic.welcome", "clinic.booking-note", "clinic.price-note"});

bool is_id(std::string_view id) {
    constexpr std::size_t longest = 60;
    return !id.empty() && id.size() <= longest &&
           std::ranges::all_of(id, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

std::string read_url(const Reader& in, std::string_view name) {
    std::string url = read_text(in, name, an_address);
    if (url.empty() || is_https(url)) return url;
    in.problem_at(name, "not an https address", "write https://… in full, without spaces");
    return {};
}

// ---- Words --------------------------------------------------------------------------------------------------------

// {"en": …, "de": …}: `use` gets the language and the value.
template <class F>
void each_language(const Reader& in, F use) {
    in.each_field([&](const std::string& language, const Reader& value) {
        if (is_language_code(language)) use(language, value);
        else in.problem_at(language, "\"" + language + "\" is no language", "write a code such as \"en\"");
    });
}

void read_own_words(const Reader& in, Pack& pack) {
    each_language(in, [&](const std::string& language, const Reader& words) {
        words.each_field([&](const std::string& key, const Reader& value) {
            if (std::ranges::find(own_words, key) != own_words.end()) {
                pack.words[language][key] = bounded_text(value, a_paragraph);
                return;
            }
            const std::string_view meant = nearest(key, own_words);
            words.problem_at(key, "a clinic cannot change the words \"" + key + "\"",
                             meant.empty() ? "it can set clinic.welcome, clinic.booking-note and clinic.price-note"
                                           : "did you mean \"" + std::string(meant) + "\"?");
        });
    });
}

// "clinic.legal", "clinic.legal.2" …
void read_legal(const Reader& in, Pack& pack) {
    constexpr std::size_t most = 10;
    each_language(in, [&](const std::string& language, const Reader& list) {
        std::size_t number = 0;
        list.each([&](const Reader& paragraph) {
            if (++number > most) return number == most + 1 ? paragraph.problem("more than 10 paragraphs") : void();
            pack.words[language][number == 1 ? "clinic.legal" : "clinic.legal." + std::to_string(number)] =
                bounded_text(paragraph, a_paragraph);
        });
    });
}

// ---- Contact, booking, price --------------------------------------------------------------------------------------

void read_contact(const Reader& in, Pack& pack) {
    if (!in.object({"phone", "email", "website", "address"})) return;
    Clinic& clinic = pack.clinic;
    clinic.phone = read_text(in, "phone", 30);
    if (!clinic.phone.empty() && !is_phone(clinic.phone))
        in.problem_at("phone", "not a telephone number", "figures, spaces and a leading +"), clinic.phone.clear();
    clinic.email = read_text(in, "email", a_line);
    if (!clinic.email.empty() && !is_email(clinic.email))
        in.problem_at("email", "not an email address", "for example hello@example.com"), clinic.email.clear();
    clinic.website = read_url(in, "website");
    in.part("address", [&](const Reader& address) {
        each_language(address, [&](const std::string& language, const Reader& value) {
            pack.words[language]["clinic.address"] = bounded_text(value, an_address);
        });
    });
}

void read_booking(const Reader& in, BookingLinks& booking) {
    if (!in.object({"general", "nothing_to_check", "ask", "wait", "stop"})) return;
    booking = {.general = read_url(in, "general"),
               .nothing_to_check = read_url(in, "nothing_to_check"),
               .ask = read_url(in, "ask"),
               .wait = read_url(in, "wait"),
               .stop = read_url(in, "stop")};
}

std::optional<Price> read_price(const Reader& in) {
    constexpr double dearest = 100000;
    if (!in.object({"value", "low", "high", "currency"})) return std::nullopt;
    Price price;
    const auto value = in.maybe<double>("value"), low = in.maybe<double>("low"), high = in.maybe<double>("high");
    if (value ? low || high : !low || !high) {
        in.problem("a price is either \"value\", or \"low\" and \"high\"");
        return std::nullopt;
    }
    price.low = value ? *value : *low;
    price.high = value ? *value : *high;
    price.currency = in.get<std::string>("currency");
    const bool code = price.currency.size() == 3 && std::ranges::all_of(price.currency, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (in.has("currency") && !code) in.problem_at("currency", "not a currency", "three capitals, for example GBP");
    if (!(price.low >= 0 && price.low <= price.high && price.high <= dearest))
        in.problem("low and high do not rise, or are out of range", "from 0 to 100000");
    return price;
}

// ---- Where it runs ------------------------------------------------------------------------------------------------

void read_origins(const Reader& in, Clinic& clinic) {
    constexpr std::size_t most = 20;
    in.each("allowed_origins", [&](const Reader& one) {
        std::string origin = bounded_text(one, an_address);
        if (clinic.allowed_origins.size() == most) one.problem("more than 20 origins");
        else if (!is_origin(origin))
            one.problem("not an origin", "for example \"https://www.example.com\": small letters, no path, no :443");
        else if (std::ranges::find(clinic.allowed_origins, origin) != clinic.allowed_origins.end())
            one.problem("\"" + origin + "\" stands here twice", "keep one of them");
        else clinic.allowed_origins.push_back(std::move(origin));
    });
}

// A path of the same site begins with one slash.
void read_send(const Reader& in, Clinic& clinic) {
    if (!in.object({"endpoint"})) return;
    std::string endpoint = read_text(in, "endpoint", an_address);
    const bool path = endpoint.starts_with('/') && !endpoint.starts_with("//") && endpoint.find_first_of(" \\\"<>#") == std::string::npos;
    if (!in.has("endpoint")) in.missing("endpoint");
    else if (path || is_https(endpoint) || is_local(endpoint)) clinic.send_endpoint = std::move(endpoint);
    else in.problem_at("endpoint", "not an https address and no path of this site", "https://… or /…");
}

std::optional<Kiosk> read_kiosk(const Reader& in) {
    constexpr int least_idle = 1, most_idle = 10;
    if (!in.object({"pin", "idle_minutes"})) return std::nullopt;
    Kiosk kiosk;
    kiosk.pin = in.get<std::string>("pin");
    const bool figures = std::ranges::all_of(kiosk.pin, [](char c) { return c >= '0' && c <= '9'; });
    if (in.has("pin") && (!figures || kiosk.pin.size() < 4 || kiosk.pin.size() > 8)) in.problem_at("pin", "a PIN has 4 to 8 figures");
    kiosk.idle_minutes = in.maybe<int>("idle_minutes").value_or(kiosk.idle_minutes);
    if (kiosk.idle_minutes < least_idle || kiosk.idle_minutes > most_idle) in.problem_at("idle_minutes", "from 1 to 10 minutes");
    return kiosk;
}

void read_languages(const Reader& in, Pack& pack) {
    constexpr std::size_t most = 20;
    in.each("languages", [&](const Reader& one) {
        std::string code = one.as<std::string>().value_or("");
        if (!is_language_code(code) || pack.languages.size() == most) one.problem("not a language", "a code such as \"en\"");
        else if (std::ranges::find(pack.languages, code) != pack.languages.end())
            one.problem("\"" + code + "\" stands here twice", "keep one of them");
        else pack.languages.push_back(std::move(code));
    });
    if (in.has("languages") && pack.languages.empty()) in.problem_at("languages", "no language is left", "name one, or leave this out");
}

void read_colours(const Reader& in, Clinic& clinic) {
    if (!in.object({"accent"})) return;
    clinic.accent = read_text(in, "accent", 7);
    if (clinic.accent.empty() || colour_in(clinic.accent)) return;
    in.problem_at("accent", "not a colour", "a # and six of 0-9 and a-f, for example \"#0f5f57\"");
    clinic.accent.clear();
}

void read_head(const Reader& in, Pack& pack) {
    if (in.get<std::string>("needlewise") != "pack" && in.has("needlewise"))
        in.problem_at("needlewise", "a pack says \"needlewise\": \"pack\"");
    if (in.get<int>("format") != format_now && in.has("format")) in.problem_at("format", "this program reads packs of format 1");
    pack.clinic.id = in.get<std::string>("id");
    if (in.has("id") && !is_id(pack.clinic.id)) in.problem_at("id", "not an id", "small letters, figures and dashes");
    pack.clinic.name = read_text(in, "name", 80);
    if (pack.clinic.name.empty() && !in.has("name")) in.missing("name");
    else if (pack.clinic.name.empty()) in.problem_at("name", "the name is empty");
    pack.clinic.reviewed = in.get<Date>("reviewed");
    pack.clinic.review_by = in.get<Date>("review_by");
    if (in.has("reviewed") && in.has("review_by") && pack.clinic.review_by <= pack.clinic.reviewed)
        in.problem_at("review_by", "the next review is not after the last one");
}

// What people write for a country when they mean its domain or its language.
constexpr std::pair<std::string_view, std::string_view> slips[] = {{"uk", "GB"},  {"en", "GB"},  {"eng", "GB"}, {"usa", "US"},
                                                                   {"el", "GR"},  {"ger", "DE"}, {"deu", "DE"}, {"esp", "ES"},
                                                                   {"fra", "FR"}, {"pol", "PL"}, {"ksa", "SA"}, {"uae", "AE"}};

void read_country(const Reader& in, Clinic& clinic) {
    const std::string given = in.get<std::string>("country");
    std::string code = country_code(given);
    if (is_country(code)) return void(clinic.country = std::move(code));
    std::string small = given;
    for (char& letter : small)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    const auto* slip = std::ranges::find(slips, small, [](const auto& pair) { return pair.first; });
    in.problem_at("country", "\"" + given + "\" is no country",
                  slip == std::end(slips) ? "two letters of ISO 3166, for example \"GB\" or \"DE\""
                                          : "did you mean \"" + std::string(slip->second) + "\"?");
}

void read_pack_fields(const Reader& in, Pack& pack) {
    if (!in.object({"$schema",         "needlewise", "format",    "id",    "name",          "logo",         "colours",
                    "languages",       "contact",    "booking",   "price", "visit_minutes", "interval",     "sessions",
                    "waits",           "topics",     "questions", "legal", "country",       "reviewed",     "review_by",
                    "allowed_origins", "send",       "kiosk",     "words", "extends",       "questionnaire"}))
        return;
    read_head(in, pack);
    read_languages(in, pack);
    if (in.has("country")) read_country(in, pack.clinic);
    in.part("logo", [&](const Reader& logo) { pack.logo = read_logo(logo); });
    if (!pack.logo.empty()) pack.clinic.logo = pack_logo;
    in.part("colours", [&](const Reader& colours) { read_colours(colours, pack.clinic); });
    in.part("contact", [&](const Reader& contact) { read_contact(contact, pack); });
    in.part("booking", [&](const Reader& booking) { read_booking(booking, pack.clinic.booking); });
    in.part("price", [&](const Reader& price) { pack.clinic.price_per_session = read_price(price); });
    read_pack_numbers(in, pack);
    in.part("topics", [&](const Reader& topics) {
        topics.each_field([&](const std::string& id, const Reader& on) { pack.topics[id] = on.as<bool>().value_or(true); });
    });
    read_pack_questions(in, pack);
    in.part("questionnaire", [&](const Reader& form) { pack.form = read_pack_form(form); });
    in.part("legal", [&](const Reader& legal) { read_legal(legal, pack); });
    read_origins(in, pack.clinic);
    in.part("send", [&](const Reader& send) { read_send(send, pack.clinic); });
    in.part("kiosk", [&](const Reader& kiosk) { pack.clinic.kiosk = read_kiosk(kiosk); });
    in.part("words", [&](const Reader& words) { read_own_words(words, pack); });
}

}  // namespace

const std::string& Pack::base_language() const {
    static const std::string english = "en";
    return languages.empty() ? english : languages.front();
}

bool is_language_code(std::string_view code) {
    constexpr std::size_t longest = 12;
    return code.size() >= 2 && code.size() <= longest && std::ranges::all_of(code, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
           });
}

std::string bounded_text(const Reader& value, std::size_t longest) {
    auto text = value.as<std::string>();
    if (!text) return {};
    const auto refuse = [&](std::string what, std::string hint = {}) {
        value.problem(std::move(what), std::move(hint));
        return std::string();
    };
    if (std::ranges::any_of(*text, [](char c) { return static_cast<unsigned char>(c) < ' ' && c != '\n'; }))
        return refuse("control characters in the text");
    if (has_hidden_letters(*text)) return refuse("letters that nobody sees in the text", "write it anew, without copying");
    if (letter_count(*text) > longest) return refuse("longer than " + std::to_string(longest) + " characters");
    if (!text->empty() && is_blank(*text)) return refuse("nothing but spaces");
    return *std::move(text);
}

std::string read_text(const Reader& in, std::string_view name, std::size_t longest) {
    std::string text;
    in.part(name, [&](const Reader& value) { text = bounded_text(value, longest); });
    return text;
}

bool is_pack(std::string_view text) {
    const auto json = parse_json(text, "");
    if (!json || !json->is_object()) return false;
    const auto marker = json->find("needlewise");
    return marker != json->end() && *marker == "pack";
}

Result<Pack> read_pack(std::string_view text, std::string_view file, const FindPack& find) {
    auto layers = read_layers(text, file, find);
    if (!layers) return std::unexpected(std::move(layers.error()));
    Pack pack;
    pack.file = file;
    Log log{std::string(file)};
    read_pack_fields(Reader(layers->merged, log), pack);
    Problems problems = log.take();
    for (Problem& problem : problems) problem.file = layers->file_of(problem.pointer);
    if (has_errors(problems)) return std::unexpected(std::move(problems));
    return pack;
}

}  // namespace needlewise
