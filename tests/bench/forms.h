// What anybody's form costs natively: a questionnaire of many items and a response that answers all of them.
#pragma once

namespace needlewise {

void print_forms();

}  // namespace needlewise
