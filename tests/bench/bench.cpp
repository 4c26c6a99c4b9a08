// What one frame costs on the CPU, for every kind of page of one person (of the questions and of the topics to learn the
// heaviest), how many people are assessed a second, and what anybody's form costs.
// Everything is done anew in each frame, as after an activation: page, layout, painting. Run in the project's folder.
#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <utility>

#include "bench/forms.h"
#include "content/exchange/assessment_json.h"
#include "content/exchange/response.h"
#include "content/load/figures.h"
#include "content/load/load.h"
#include "core/form/flow.h"
#include "core/pages/page.h"
#include "platform/frame.h"
#include "support/read_files.h"
#include "ui/figures/library.h"
#include "ui/layout/layout.h"
#include "ui/paint/paint.h"

namespace {

using namespace needlewise;
namespace fs = std::filesystem;

constexpr int rounds = 41;       // of each frame; the median counts
constexpr double slowdown = 4;   // a machine that is so many times slower than this one
constexpr double budget_ms = 4;  // for a frame on that machine
const Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{22}};

struct Screen {
    const char* name;
    float width, height, density;
};
constexpr Screen screens[] = {{"phone 390x844", 390, 844, 3}, {"desktop 1280x800", 1280, 800, 1}};

double now_ms() { return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

double median(std::vector<double> values) {
    std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
    return values[values.size() / 2];
}

// ImGui with the fonts of the program and no screen behind it.
class Headless {
public:
    Headless() {
        platform::open_imgui();
        ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        const std::string regular = text_of("build/fonts/regular.ttf"), semibold = text_of("build/fonts/semibold.ttf");
        fonts = ui::add_fonts(std::as_bytes(std::span(regular)), std::as_bytes(std::span(semibold)));
    }
    ~Headless() { platform::close_imgui(); }
    Headless(const Headless&) = delete;
    Headless& operator=(const Headless&) = delete;

    ImDrawList& begin(const Screen& screen) {
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = {screen.width, screen.height};
        io.DisplayFramebufferScale = {screen.density, screen.density};
        return platform::new_frame();
    }
    void end() {
        platform::picture();
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
            if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
            texture->SetStatus(texture->Status == ImTextureStatus_WantDestroy ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
        }
    }

    ui::Fonts fonts;
};

struct Cost {
    std::string path;
    double page = 0, layout = 0, paint = 0, frame = 0, first = 0;
    int vertices = 0;
};

class Bench {
public:
    Bench(const Content& content_, const Model& model_, const ui::FigureLibrary& pictures_)
        : content(content_), model(model_), pictures(pictures_) {}

    Cost measure(const std::string& path, const Screen& screen) {
        model.place = place_at(content, path);
        Cost cost{.path = path.empty() ? "home" : path};
        std::vector<double> pages, layouts, paints, frames;
        ui::UiState state;
        for (int round = 0; round < rounds; ++round) {
            ImDrawList& draw = headless.begin(screen);
            const double start = now_ms();
            const Page page = make_page(content, model);
            const double made = now_ms();
            const ui::FontMeasure measure(headless.fonts);
            const ui::Layout layout =
                ui::lay_out(page, {.width = screen.width, .view_height = screen.height, .measure = measure, .pictures = &pictures});
            const double laid = now_ms();
            ui::paint(draw, {layout, ui::theme_for(ui::Scheme::light), headless.fonts, &pictures}, {},
                      {.width = screen.width, .height = screen.height, .now = round * 0.02}, state);
            const double painted = now_ms();
            cost.vertices = draw.VtxBuffer.Size;
            headless.end();
            if (round == 0) {
                cost.first = painted - start;  // makes triangles and glyphs
                continue;
            }
            pages.push_back(made - start);
            layouts.push_back(laid - made);
            paints.push_back(painted - laid);
            frames.push_back(painted - start);
        }
        cost.page = median(pages);
        cost.layout = median(layouts);
        cost.paint = median(paints);
        cost.frame = median(frames);
        return cost;
    }

    std::vector<std::string> paths() const {
        std::vector<std::string> all{""};
        for (const auto& page : question_pages(content.questionnaire, model.answers)) all.push_back("questions/" + page.item->link_id);
        all.insert(all.end(), {"review"});
        for (const std::string& part : result_parts()) all.push_back(part.empty() ? "result" : "result/" + part);
        all.push_back("learn");
        for (const Topic& topic : content.topics) all.push_back("learn/" + topic.id);
        all.insert(all.end(), {"sources", "about", "help"});
        return all;
    }

private:
    Headless headless;
    const Content& content;
    Model model;
    const ui::FigureLibrary& pictures;
};

void print(const Cost& cost) {
    std::printf("  %-28s %8.3f %8.3f %8.3f %8.3f %8.2f %8.2f %9d\n", cost.path.c_str(), cost.page, cost.layout, cost.paint, cost.frame,
                cost.frame * slowdown, cost.first, cost.vertices);
}

void print_frames(Bench& bench) {
    for (const Screen& screen : screens) {
        std::printf("\nOne frame, %s, ms (median of %d)\n", screen.name, rounds - 1);
        std::printf("  %-28s %8s %8s %8s %8s %8s %8s %9s\n", "page", "make", "lay out", "paint", "frame", "x 4", "first", "vertices");
        Cost heaviest, of_kind;  // of all; of the questions, or of the topics to learn
        for (const std::string& path : bench.paths()) {
            const bool many = path.starts_with("questions/") || path.starts_with("learn/");
            if (!many && of_kind.frame > 0) print(std::exchange(of_kind, {}));
            const Cost cost = bench.measure(path, screen);
            if (!many) print(cost);
            else if (cost.frame > of_kind.frame) of_kind = cost;
            if (cost.frame > heaviest.frame) heaviest = cost;
        }
        std::printf("  heaviest: %s, %.2f ms on a machine %.0f times slower (budget %.0f ms)\n", heaviest.path.c_str(),
                    heaviest.frame * slowdown, slowdown, budget_ms);
    }
}

void print_assessments(const Content& content, const std::vector<Answers>& people) {
    constexpr int least = 20'000;
    std::size_t findings = 0;
    int count = 0;
    const double start = now_ms();
    while (count < least)
        for (const Answers& answers : people) {
            findings += assess(content, answers, today).findings.size();
            ++count;
        }
    const double seconds = (now_ms() - start) / 1000;
    std::printf("\nassess: %.0f people a second on one core (%zu cases, %.1f findings each)\n", count / seconds, people.size(),
                static_cast<double>(findings) / count);
}

}  // namespace

int main() {
    const auto files = read_folder("assets");
    auto content = load_content(files);
    if (!content) {
        for (const Problem& problem : content.error()) std::fprintf(stderr, "%s\n", to_line(problem).c_str());
        return EXIT_FAILURE;
    }
    std::vector<Answers> people;
    std::error_code error;
    Model model;
    model.today = today;
    for (const auto& entry : fs::directory_iterator("tests/cases", error)) {
        if (entry.path().extension() != ".json") continue;
        auto answers = read_response(content->questionnaire, text_of(entry.path()), entry.path().string());
        if (!answers) continue;
        if (entry.path().stem() == "yusuf") model.answers = answers->answers;
        people.push_back(std::move(answers->answers));
    }
    ui::FigureLibrary pictures;
    pictures.add(load_figures(files).figures);
    Bench bench(*content, model, pictures);
    print_frames(bench);
    if (!people.empty()) print_assessments(*content, people);
    print_forms();
    return EXIT_SUCCESS;
}
