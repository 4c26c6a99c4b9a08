// What a clinic sets for itself: the part of a clinic pack that pages name. Numbers, topics and questions of a pack are put
// where those of the content are, with Basis::clinic; its words are among the words, under "clinic.". See assets/packs/README.md.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.h"

namespace needlewise {

// What one session costs at this clinic.
struct Price {
    double low = 0, high = 0;  // the same when there is one price
    std::string currency;      // ISO 4217, "GBP"
};

struct Kiosk {
    std::string pin;       // keeps the curious away, nobody else: it stands in a file that anyone can read
    int idle_minutes = 3;  // 1 to 10
};

// Where "book" leads: to the address of the worst finding when there is one, else to the general one.
struct BookingLinks {
    std::string general, nothing_to_check, ask, wait, stop;  // https addresses; empty: none
};

struct Clinic {
    std::string id;
    std::string name;
    std::string country;  // ISO 3166 alpha-2 in small letters: whom its people call; empty: not said
    std::string logo;     // id of a figure; empty: none
    std::string accent;   // "#0f5f57"; empty: the house colour
    std::string phone, email, website;
    BookingLinks booking;
    std::optional<Price> price_per_session;
    std::vector<std::string> allowed_origins;  // of pages that may embed this and receive what is sent
    std::string send_endpoint;                 // https address that takes answers as FHIR; empty: none
    std::optional<Kiosk> kiosk;
    Date reviewed{}, review_by{};
};

}  // namespace needlewise
