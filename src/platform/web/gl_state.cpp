// What the OpenGL renderer of Dear ImGui asks for before a frame, to put it back afterwards. Here nobody else draws, so there is nothing to
// put back; and a browser answers some of it only when all that was drawn before is on the screen, which holds up the page for as long.
#include <algorithm>

#include <GLES3/gl3.h>

extern "C" void needlewise_gl_state(GLenum name, GLint* values) {
    constexpr int box = 4;
    switch (name) {
        case GL_VIEWPORT:
        case GL_SCISSOR_BOX: std::fill_n(values, box, 0); break;
        case GL_BLEND_SRC_RGB:
        case GL_BLEND_SRC_ALPHA: *values = GL_ONE; break;
        case GL_BLEND_DST_RGB:
        case GL_BLEND_DST_ALPHA: *values = GL_ZERO; break;
        case GL_BLEND_EQUATION_RGB:
        case GL_BLEND_EQUATION_ALPHA: *values = GL_FUNC_ADD; break;
        default: glGetIntegerv(name, values);  // of the device, or known to the browser without asking
    }
}
