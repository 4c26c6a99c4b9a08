// From the field to colours: what blood and melanin leave of the light, and how the light falls.
#include "core/skin/skin.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/skin/noise.h"

namespace needlewise {

namespace {

using skin::smoothstep;

struct Light {
    float r = 0, g = 0, b = 0;
};

Light operator*(const Light& a, float by) { return {a.r * by, a.g * by, a.b * by}; }
Light operator+(const Light& a, const Light& b) { return {a.r + b.r, a.g + b.g, a.b + b.b}; }
Light mix(const Light& from, const Light& to, float share) { return from * (1 - share) + to * share; }

// What is left of light after an absorber of this density.
Light through(const Light& light, const Light& density, float amount) {
    return {light.r * std::exp(-density.r * amount), light.g * std::exp(-density.g * amount), light.b * std::exp(-density.b * amount)};
}

float to_linear(std::uint8_t part) {
    const float share = static_cast<float>(part) / 255;
    return share <= 0.04045f ? share / 12.92f : std::pow((share + 0.055f) / 1.055f, 2.4f);
}

std::uint8_t to_part(float light) {
    static const auto table = [] {  // the curve is costly, and is asked for at every point
        std::array<std::uint8_t, 1025> made{};
        for (std::size_t i = 0; i < made.size(); ++i) {
            const float at = static_cast<float>(i) / 1024;
            const float share = at <= 0.0031308f ? at * 12.92f : 1.055f * std::pow(at, 1 / 2.4f) - 0.055f;
            made[i] = static_cast<std::uint8_t>(std::lround(255 * share));
        }
        return made;
    }();
    return table[static_cast<std::size_t>(std::lround(1024 * std::clamp(light, 0.0f, 1.0f)))];
}

// The six tones of all our pictures; assets/figures/README.md has them.
constexpr std::array tones{rgb(0xf9decd), rgb(0xf0c9ac), rgb(0xdeab82), rgb(0xbf875c), rgb(0x92603f), rgb(0x6a4534)};

// Densities: blood takes green and blue, melanin blue most. Under much melanin less of what comes back has passed the blood, and what
// does is darker rather than redder.
constexpr Light melanin_density{0.42f, 0.75f, 1.0f}, spot_density{0.5f, 1.7f, 1.5f}, bruise_density{0.62f, 0.8f, 0.28f};
constexpr Light light_blood{0.07f, 0.62f, 0.5f}, dark_blood{0.24f, 0.52f, 0.4f};
constexpr float from_the_surface = 0.022f;   // comes back before it meets melanin or blood
constexpr Light scale{0.9f, 0.86f, 0.8f};    // of dry skin
constexpr Light drop{0.3f, 0.012f, 0.018f};  // of blood, in a needle's way: it lies over the melanin, so that dark skin shows it, too

// Levels of one hour.
struct Levels {
    float redness = 0, swelling = 0, flaking = 0, bruising = 0, channels = 0, marks = 1;
};

Levels levels_of(const SkinPatch& patch) {
    Levels levels;
    for (const SkinPart& part : patch.parts) {
        const auto level = static_cast<float>(std::clamp(part.level, 0.0, 1.0));
        if (part.part == "redness") levels.redness = level;
        else if (part.part == "swelling") levels.swelling = level;
        else if (part.part == "flaking") levels.flaking = level;
        else if (part.part == "bruising") levels.bruising = level;
        else if (part.part == "channels") levels.channels = level;
        else if (level > 0) levels.marks = level;  // all marks of a person fade together
    }
    return levels;
}

float scale_at(const SkinPoint& point, const Levels& now) { return smoothstep(point.flake, point.flake + 0.08f, now.flaking); }

// Swelling smooths the fine folds; the marks keep their depth, so that no early swelling looks like a result.
float height_at(const SkinPoint& point, const Levels& now) {
    const float folds = (1 - 0.55f * now.swelling) * (1 - 0.75f * point.smooth * now.marks);
    return point.relief * folds + point.dent * now.marks + scale_at(point, now) * (0.03f + 0.05f * point.rim) -
           0.05f * point.channel * now.channels;
}

Light colour_at(const SkinPoint& point, const Levels& now, const Light& base, float dark) {
    const Light blood = mix(light_blood, dark_blood, dark);
    Light inside{base.r - from_the_surface, base.g - from_the_surface, base.b - from_the_surface};
    inside = through(inside, melanin_density, point.melanin * now.marks);
    const float red = now.redness * (0.6f + 0.75f * point.patchy) + point.blood * now.marks + 0.45f * point.halo * now.channels;
    inside = through(inside, blood, red);
    inside = through(inside, spot_density, point.channel * now.channels * 0.9f);
    inside = through(inside, bruise_density, 1.1f * point.bruise * now.bruising);
    const Light below{inside.r + from_the_surface, inside.g + from_the_surface, inside.b + from_the_surface};
    const Light skin = mix(below, drop, 0.75f * dark * point.channel * now.channels);
    const float dry = scale_at(point, now) * (0.42f + 0.3f * point.rim);
    return mix(skin, scale * (0.35f + 0.65f * std::sqrt(base.g)), dry);
}

// Light from the upper left, as in all our drawings.
constexpr float to_light_x = -0.46f, to_light_y = -0.54f, to_light_z = 0.705f;

struct Shading {
    float diffuse = 1, shine = 0;  // flat skin: 1 and 0
};

Shading shading(float slope_x, float slope_y) {
    const float length = std::sqrt(slope_x * slope_x + slope_y * slope_y + 1);
    const float facing = std::max(0.0f, (-slope_x * to_light_x - slope_y * to_light_y + to_light_z) / length);
    // Halfway between the light and the eye above.
    constexpr float half_z = to_light_z + 1;
    const float half = std::sqrt(to_light_x * to_light_x + to_light_y * to_light_y + half_z * half_z);
    const float mirrored = std::max(0.0f, (-slope_x * to_light_x - slope_y * to_light_y + half_z) / (length * half));
    const float flat = half_z / half;
    const auto sharp = [](float share) {
        const float by_4 = share * share * share * share;
        return by_4 * by_4 * by_4;
    };
    return {0.36f + 0.64f * facing / to_light_z, sharp(mirrored) - sharp(flat)};
}

}  // namespace

std::vector<Colour> skin_colours(const SkinField& field, const SkinPatch& patch) {
    const Levels now = levels_of(patch);
    const auto tone = static_cast<std::size_t>(std::clamp(patch.tone, 1, static_cast<int>(tones.size())));
    const Colour drawn = tones[tone - 1];
    const Light base{to_linear(drawn.r), to_linear(drawn.g), to_linear(drawn.b)};
    const float dark = 1 - smoothstep(0.06f, 0.45f, base.g);
    const auto step = static_cast<float>(millimetres_across(field.area)) / static_cast<float>(field.width);
    std::vector<float> heights(field.points.size());
    for (std::size_t i = 0; i < heights.size(); ++i) heights[i] = height_at(field.points[i], now);
    const auto height = [&](int column, int row) {
        return heights[static_cast<std::size_t>(std::clamp(row, 0, field.height - 1)) * static_cast<std::size_t>(field.width) +
                       static_cast<std::size_t>(std::clamp(column, 0, field.width - 1))];
    };
    std::vector<Colour> colours;
    colours.reserve(field.points.size());
    for (int row = 0; row < field.height; ++row)
        for (int column = 0; column < field.width; ++column) {
            const SkinPoint& point = field.points[colours.size()];
            const Shading lit = shading((height(column + 1, row) - height(column - 1, row)) / (2 * step),
                                        (height(column, row + 1) - height(column, row - 1)) / (2 * step));
            const float deep = std::clamp(-point.dent * now.marks, 0.0f, 1.0f);  // less light gets into a pit
            const float rounded = 1.04f - 0.05f * static_cast<float>(column) / static_cast<float>(field.width) -
                                  0.07f * static_cast<float>(row) / static_cast<float>(field.height);
            const Light light = colour_at(point, now, base, dark) * (lit.diffuse * rounded * (1 - 0.3f * deep));
            // A shine lies over the colour; where it is missing the colour is only deeper, whatever its tone.
            const float shine = (0.16f + 0.12f * now.swelling) * lit.shine * (0.25f + 0.75f * std::sqrt(base.g));
            const float over = std::max(0.0f, shine), left = 1 + std::min(0.0f, shine);
            colours.push_back({to_part(light.r * left + over), to_part(light.g * left + over), to_part(light.b * left + over)});
        }
    return colours;
}

std::vector<Colour> skin_colours(const SkinPatch& patch, int width, int height) {
    return skin_colours(skin_field(patch, width, height), patch);
}

namespace {

// "1", "0.6667"; 0 for anything else. The standard's own reader of decimals is not there on the web.
double decimal(std::string_view text) {
    double value = 0, unit = 1;
    bool fraction = false;
    for (const char letter : text) {
        if (letter == '.' && !fraction) fraction = true;
        else if (letter < '0' || letter > '9') return 0;
        else if (fraction) value += (unit /= 10) * (letter - '0');
        else value = std::min(10 * value + (letter - '0'), 1000.0);
    }
    return value;
}

}  // namespace

bool is_skin_patch(std::string_view image) {
    const std::string_view name = image.substr(0, image.find(' '));
    return name == skin_face || name == skin_body;
}

SkinPatch skin_patch_of(std::string_view image) {
    SkinPatch patch;
    if (image.starts_with(skin_body)) patch.area = SkinArea::body;
    image.remove_prefix(std::min(image.size(), image.find(' ')));
    while (!image.empty()) {
        const std::string_view word = image.substr(0, image.find(' '));
        image.remove_prefix(std::min(image.size(), word.size() + 1));
        if (word.empty()) continue;
        const std::size_t equals = word.find('=');
        const std::string_view number = equals == word.npos ? word : word.substr(equals + 1);
        const double value = decimal(number);
        if (equals == word.npos) patch.tone = static_cast<int>(std::clamp(value, 1.0, 6.0));
        else patch.parts.push_back({std::string(word.substr(0, equals)), value});
    }
    return patch;
}

}  // namespace needlewise
