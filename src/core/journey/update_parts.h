// Parts of update: what belongs to taking the result along, and what it shares with the rest.
#pragma once

#include "core/journey/model.h"

namespace needlewise {

// Shows another page; nothing when it is the one that is shown.
Updated shown_at(Model model, Place place);

Updated open_entered(Model model, const Content& content);
Updated take_offered(Model model, const Content& content, bool taken);
Updated print_page(Model model, const Content& content);
Updated asked_done(Model model, const AskedDone& done);
Updated ask_to_send(Model model, const Content& content, bool asked);
Updated send_answers(Model model, const Content& content);
Updated send_ended(Model model, const Content& content, const std::string& error);

}  // namespace needlewise
