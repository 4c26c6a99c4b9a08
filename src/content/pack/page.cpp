// What the page around the program must know of the pack: it gets only what has been read and found good.
#include <string>
#include <vector>

#include "content/pack/pack.h"
#include "content/writer.h"

namespace needlewise {

namespace {

// Where a link leads to booking, so that the page that embeds this one can be told that somebody follows it.
std::vector<std::string> booking(const BookingLinks& links) {
    std::vector<std::string> all{links.general, links.nothing_to_check, links.ask, links.wait, links.stop};
    std::erase(all, "");
    return all;
}

}  // namespace

std::string pack_for_page(const Pack& pack) {
    JsonWriter out;
    out.object([&] {
        out.list("allowedOrigins", pack.clinic.allowed_origins);
        out.field("sendEndpoint", pack.clinic.send_endpoint);
        out.list("booking", booking(pack.clinic.booking));
        out.field("logo", pack.logo);
    });
    return out.take();
}

}  // namespace needlewise
