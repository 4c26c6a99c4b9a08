// Sentences that the page's language lacks stand there in English, and the document says so of each. They are marked with a sign
// before the page is made and known by it afterwards; no sign leaves this file.
#pragma once

#include "core/pages/page.h"

namespace needlewise {

// The same content with a sign before every sentence that is borrowed.
Content with_marks(const Content& content);

// Takes the signs out of the page; nodes with a borrowed text get their `language`.
void take_marks(Page& page);

}  // namespace needlewise
