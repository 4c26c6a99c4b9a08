#include "core/pages/clinic.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace needlewise {

namespace {

// What "book" is called follows from what was found: nobody with a reason to stop is asked to book.
struct Booking {
    std::string_view key;
    std::string url;
};

Booking booking_for(const BookingLinks& links, const Plan& plan) {
    const auto or_general = [&](const std::string& own) { return own.empty() ? links.general : own; };
    switch (plan.state) {
        case PlanState::clear: return {"clinic.book.clear", or_general(links.nothing_to_check)};
        case PlanState::from_date:
        case PlanState::not_before: return {"clinic.book.wait", or_general(links.wait)};
        case PlanState::if_agreed: return {"clinic.book.ask", or_general(links.ask)};
        case PlanState::not_now: return {"clinic.book.stop", links.stop};  // the general address asks people to book
    }
    return {"clinic.book.stop", links.stop};
}

Node link_out(std::string label, std::string url, LinkLook look, std::string id, std::string detail = {}) {
    Link link{.label = std::move(label), .detail = std::move(detail), .path = {}, .url = std::move(url), .field = {}, .look = look};
    return {std::move(link), std::move(id)};
}

std::vector<Node> ways_to_reach(const Content& content, const Clinic& clinic) {
    std::vector<Node> ways;
    if (!clinic.phone.empty())
        ways.push_back(
            link_out(say(content, "clinic.call", {{"phone", clinic.phone}}).text, dialled(clinic.phone), LinkLook::text, "call"));
    if (!clinic.email.empty())
        ways.push_back(
            link_out(say(content, "clinic.write", {{"email", clinic.email}}).text, "mailto:" + clinic.email, LinkLook::text, "write"));
    if (!clinic.website.empty())
        ways.push_back(link_out(say(content, "clinic.website", {{"clinic", clinic.name}}).text, clinic.website, LinkLook::text, "website"));
    return ways;
}

// The sign people know, else the code.
std::string symbol_of(const std::string& currency) {
    struct Sign {
        std::string_view code, sign;
    };
    static constexpr std::array signs{Sign{"GBP", "£"}, Sign{"EUR", "€"}, Sign{"USD", "$"}, Sign{"PLN", "zł"}};
    const auto* const found = std::ranges::find(signs, currency, &Sign::code);
    return found == signs.end() ? currency + " " : std::string(found->sign);
}

std::string money(const Content& content, double low, double high, const std::string& currency) {
    const auto amount = [&](double figure) {
        return say(content, "format.money", {{"symbol", symbol_of(currency)}, {"amount", with_unit(content.words, figure, figure, "")}})
            .text;
    };
    const std::string from = amount(low), to = amount(high);
    return from == to ? from : say(content, "format.range", {{"low", from}, {"high", to}}).text;
}

}  // namespace

std::string dialled(std::string_view phone) {
    std::string digits = "tel:";
    for (const char c : phone)
        if ((c >= '0' && c <= '9') || (c == '+' && digits.ends_with(':'))) digits += c;
    return digits;
}

Node clinic_brand(const Content& content) {
    Node home = link_to(content.clinic ? content.clinic->name : say(content, "app.name").text, "", LinkLook::nav);
    if (content.clinic) std::get<Link>(home.what).figure = content.clinic->logo;
    home.id = "brand";
    return home;
}

std::optional<Node> clinic_welcome(const Content& content, const Model& model) {
    if (!content.clinic || !content.words.has("clinic.welcome")) return std::nullopt;
    Writer card(content, model, "clinic.welcome");
    card.say("clinic.from", {{"clinic", content.clinic->name}}, Style::eyebrow);
    card.say("clinic.welcome");
    return card.finish_as(Look::card);
}

std::optional<Node> clinic_contact(const Content& content, const Model& model, const Plan& plan) {
    if (!content.clinic) return std::nullopt;
    const Clinic& clinic = *content.clinic;
    std::vector<Node> ways = ways_to_reach(content, clinic);
    const Booking booking = booking_for(clinic.booking, plan);
    if (ways.empty() && booking.url.empty()) return std::nullopt;
    Writer card(content, model, "clinic.contact");
    card.heading(2, "clinic.contact.title", {{"clinic", clinic.name}});
    if (!booking.url.empty()) {
        if (content.words.has("clinic.booking-note")) card.say("clinic.booking-note");
        card.add(link_out(card.words(booking.key, {{"clinic", clinic.name}}), booking.url, LinkLook::primary, std::string(book_id),
                          card.words("clinic.opens")));
    }
    for (Node& way : ways) card.add(std::move(way));
    if (content.words.has("clinic.address")) card.say("clinic.address", {}, Style::small);
    return card.finish_as(Look::card);
}

std::optional<Node> clinic_price(const Content& content, const Model& model, const Course& course) {
    if (!content.clinic || !content.clinic->price_per_session) return std::nullopt;
    const Price& price = *content.clinic->price_per_session;
    Writer card(content, model, "clinic.price");
    card.heading(2, "clinic.price.title");
    card.say("clinic.price.session", {{"price", money(content, price.low, price.high, price.currency)}});
    const SessionRange& sessions = course.sessions;
    card.say("clinic.price.course", {{"sessions", with_unit(content.words, sessions.low, sessions.high, "session")},
                                     {"price", money(content, sessions.low * price.low, sessions.high * price.high, price.currency)}});
    if (content.words.has("clinic.price-note")) card.say("clinic.price-note");
    card.say("clinic.price.note", {}, Style::small);
    return card.finish_as(Look::card);
}

std::optional<Node> clinic_legal(const Content& content, const Model& model) {
    if (!content.clinic || !content.words.has("clinic.legal")) return std::nullopt;
    Writer card(content, model, "clinic.legal");
    card.heading(2, "clinic.from", {{"clinic", content.clinic->name}});
    card.say_all("clinic.legal", Style::small);
    return card.finish_as(Look::note);
}

std::optional<Node> clinic_help(const Content& content) {
    if (!content.clinic || content.clinic->phone.empty()) return std::nullopt;
    const Clinic& clinic = *content.clinic;
    return link_out(say(content, "clinic.help", {{"clinic", clinic.name}, {"phone", clinic.phone}}).text, dialled(clinic.phone),
                    LinkLook::primary, "call");
}

std::vector<Node> clinic_footer(const Content& content) {
    std::vector<Node> nodes;
    if (content.pack_refused) {
        Node line = link_to(say(content, "footer.pack-failed").text, "pack", LinkLook::text);
        line.id = "pack-failed";
        nodes.push_back(std::move(line));
    }
    if (content.clinic) nodes.push_back({Paragraph{say(content, "footer.made-with").text, Style::small, {}}});
    return nodes;
}

std::string by_clinic(const Content& content, std::string_view number, std::string figure) {
    const Number* found = content.number(number);
    if (!found || found->basis != Basis::clinic) return figure;
    return say(content, "format.by-clinic", {{"n", std::move(figure)}}).text;
}

}  // namespace needlewise
