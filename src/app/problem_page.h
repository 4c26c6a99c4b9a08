// What is shown when the content cannot be read: a page that says so, and where the problem is.
#pragma once

#include "core/pages/page.h"
#include "core/problem.h"

namespace needlewise {

Page problem_page(const Problems& problems);

}  // namespace needlewise
