// Needlewise, as a window or a web page: the program, and the platform it runs on.
#include "app/app.h"

int main(int count, char** arguments) {
    static needlewise::App app;  // on the web it lives on after main
    return needlewise::platform::run(app, std::span<char* const>(arguments, static_cast<std::size_t>(count)));
}
