#include "app/app.h"

namespace needlewise {

Surroundings surroundings() { return {.has_document = true}; }

}  // namespace needlewise
