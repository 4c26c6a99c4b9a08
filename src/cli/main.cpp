#include <cstdio>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/version.h"
#include "core/letters.h"

int main(int count, char** words) {
    using namespace needlewise;
    const auto arguments = read_arguments(std::vector<std::string>(words + 1, words + (count > 0 ? count : 1)));
    if (!arguments) {
        std::fprintf(stderr, "needlewise: %s (needlewise --help says more)\n", on_one_line(arguments.error()).c_str());
        return unreadable;
    }
    if (arguments->command == "help") return print_out(std::string(usage()));
    if (arguments->command == "version") return print_out("needlewise " + std::string(app_version) + "\n");
    if (arguments->command == "assess") return assess_command(*arguments);
    if (arguments->command == "pages") return pages_command(*arguments);
    if (arguments->command == "export") return export_command(*arguments);
    if (arguments->command == "validate") return validate_command(*arguments);
    if (arguments->command == "enabled") return enabled_command(*arguments);
    return check_command(*arguments);
}
