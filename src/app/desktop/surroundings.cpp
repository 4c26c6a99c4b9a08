#include "app/app.h"

namespace needlewise {

Surroundings surroundings() { return {.paint_dates = true}; }

}  // namespace needlewise
