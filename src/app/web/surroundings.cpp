#include "app/app.h"

namespace needlewise {

Surroundings surroundings() { return {.paint_fields = false}; }

}  // namespace needlewise
