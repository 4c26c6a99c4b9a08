// What is kept of the answers beside the page: in its tab, so that a reload loses nothing, and as a draft on the device, when the
// person asks for it. Where several people may use one browser, neither.
#pragma once

#include <string>
#include <string_view>

#include "core/journey/model.h"

namespace needlewise {

inline constexpr int draft_days = 30;  // after the last change

// Model::send_error of answers that were on their way when the page was left: they may have arrived or not.
inline constexpr std::string_view cut_off = "cut-off";

// What the clinic has, and whether more was on its way, for the tab to keep beside the answers: words of "tried", "sent", "changed"
// (after it was sent), "sending" and, for Content::form, "form-tried", "form-sent" and so on. Other words say nothing.
std::string sent_words(const Model& model);
void read_sent_words(Model& model, std::string_view words);

// Not on a shared tablet, not where a pack that may have made it one could not be read, and not once staff opened their pages.
bool keeps_in_tab(const Content& content, const Model& model);

// Whether pages offer a draft and speak of it: as above, and where the browser can keep one.
bool keeps_drafts(const Content& content, const Model& model);

}  // namespace needlewise
