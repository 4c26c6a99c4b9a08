// What the page around the program must know of the pack: it gets only what has been read and found good.
#include "content/pack.h"
#include "content/writer.h"

namespace needlewise {

std::string pack_for_page(const Pack& pack) {
    JsonWriter out;
    out.object([&] {
        out.field("name", pack.clinic.name);
        out.list("allowedOrigins", pack.clinic.allowed_origins);
        out.field("sendEndpoint", pack.clinic.send_endpoint);
        out.field("logo", pack.logo);
        out.field("idleMinutes", pack.clinic.kiosk ? pack.clinic.kiosk->idle_minutes : 0);
    });
    return out.take();
}

}  // namespace needlewise
