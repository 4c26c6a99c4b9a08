#include "app/app.h"

namespace needlewise {

Shell shell() { return {.has_document = false}; }

}  // namespace needlewise
