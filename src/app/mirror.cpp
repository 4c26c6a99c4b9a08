#include "app/mirror.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <map>
#include <string_view>

#include "app/mirror_node.h"

namespace needlewise {

namespace {

using Word = std::uint32_t;

constexpr Word magic = 0x344d574e;  // "NWM4"
constexpr Word no_parent = 0xffffffff;

class Encoder {
public:
    Encoder(const Page& page_, const ui::Layout& layout_) : page(page_), layout(layout_), texts(texts_by_node(layout_)) { word_of(""); }

    std::vector<std::byte> run(const MirrorHead& head) {
        nodes(page.nodes, no_parent);
        const Word record_words = count == 0 ? 0 : static_cast<Word>(records.size()) / count;
        const Node* heading = main_heading(page);
        const bool dark = head.scheme == ui::Scheme::dark || head.scheme == ui::Scheme::contrast_dark;
        const bool contrast = head.scheme == ui::Scheme::contrast || head.scheme == ui::Scheme::contrast_dark;
        const Word path = word_of(head.path), title = word_of(page.title), language = word_of(page.language);
        const Word theme = word_of(theme_text(head.theme)), other_labels = word_of(labels);
        std::vector<Word> all{magic,
                              record_words,
                              count,
                              static_cast<Word>(offsets.size()),
                              static_cast<Word>(bytes.size()),
                              std::bit_cast<Word>(layout.height),
                              Word{dark} | Word{contrast} << 1 | Word{head.presenting} << 2 | Word{head.drawing} << 3 |
                                  Word{head.idle_minutes > 0} << 4 | Word{page.from_the_right} << 5,
                              path,
                              title,
                              language,
                              heading ? heading->key : 0,
                              theme,
                              static_cast<Word>(head.idle_minutes),
                              other_labels};
        all.insert(all.end(), records.begin(), records.end());
        all.insert(all.end(), offsets.begin(), offsets.end());
        all.push_back(static_cast<Word>(bytes.size()));
        std::vector<std::byte> out(all.size() * sizeof(Word) + bytes.size());
        std::memcpy(out.data(), all.data(), all.size() * sizeof(Word));  // WebAssembly is little-endian
        if (!bytes.empty()) std::memcpy(out.data() + all.size() * sizeof(Word), bytes.data(), bytes.size());
        return out;
    }

private:
    void nodes(const std::vector<Node>& list, Word parent) {
        for (const Node& node : list) {
            const Word index = count++;
            record(node, index, parent);
            nodes(node.children, index);
        }
    }

    void record(const Node& node, Word index, Word parent) {
        MirrorNode mirrored = mirror_node(node);
        if (!node.language.empty()) mirrored.language = node.language;
        if (std::holds_alternative<Choice>(node.what)) mirrored.value = regions_of(index);
        put(node.key);
        put(parent);
        put(static_cast<Word>(node.what.index()));
        const bool pinned = index < layout.pinned.size() && layout.pinned[index];
        put(mirrored.flags | (pinned ? mirror_flag::pinned : 0));
        put(mirrored.level);
        put(mirrored.look);
        put(mirrored.landmark);
        rect(index < layout.rects.size() ? layout.rects[index] : ui::Rect{});
        rect(index < layout.targets.size() ? layout.targets[index] : ui::Rect{});
        const NodeTexts none, &painted = index < texts.size() ? texts[index] : none;
        std::size_t aside = 0;
        const auto next_aside = [&](std::string_view said) {
            return !said.empty() && aside < painted.asides.size() ? painted.asides[aside++] : PaintedText{};
        };
        text(painted.main);
        PaintedText hint = next_aside(mirrored.hint);
        if (std::holds_alternative<Chart>(node.what) ||
            std::holds_alternative<Figure>(
                node.what)) {  // what is said of it is for those who listen, and lies unseen over its first label
            hint.shown.clear();
            aside = 0;
        }
        text(hint);
        text(next_aside(mirrored.error));
        for (; aside < painted.asides.size(); ++aside) label(painted.asides[aside], pinned);
        for (const std::string_view part :
             {std::string_view(name_of(node)), mirrored.hint, mirrored.error, std::string_view(mirrored.value), mirrored.min,
              std::string_view(mirrored.max), std::string_view(mirrored.target), mirrored.language, std::string_view(mirrored.image)})
            put(word_of(part));
    }

    // Where in a picture the answers are, one a line: key of the option, x, y, width, height in whole px.
    std::string regions_of(Word choice) const {
        std::string all;
        for (const ui::RegionTarget& region : layout.regions) {
            if (static_cast<Word>(region.choice) != choice) continue;
            all += std::to_string(layout.keys[static_cast<std::size_t>(region.option)]);
            for (const float part : {region.rect.x, region.rect.y, region.rect.w, region.rect.h})
                all += ' ' + std::to_string(static_cast<int>(part));
            all += '\n';
        }
        return all;
    }

    void rect(const ui::Rect& r) {
        for (const float part : {r.x, r.y, r.w, r.h}) put(std::bit_cast<Word>(part));
    }

    void text(const PaintedText& painted) {
        for (const float part : {painted.box.x, painted.box.y, painted.box.w, painted.box.h, painted.style.size, painted.style.line_height})
            put(std::bit_cast<Word>(part));
        put(painted.style.semibold ? 600 : 400);
        put(word_of(painted.shown));
    }

    // A label that no element of the document has: of a chart, a column, a step.
    void label(const PaintedText& painted, bool pinned) {
        if (painted.shown.empty()) return;
        for (const float part : {painted.box.x, painted.box.y, painted.box.w, painted.style.size, painted.style.line_height})
            labels += std::to_string(static_cast<int>(std::lround(part * 100))) + ' ';
        labels += (painted.style.semibold ? "600 " : "400 ") + std::string(pinned ? "1 " : "0 ") + painted.shown;
        labels.append("\x1f").append(painted.words).append("\x1e");
    }

    static std::string theme_text(const ui::Theme& theme) {
        std::string all;
        const auto add = [&](std::string_view name, ui::Colour colour) { all.append(name).append(" ").append(hex_of(colour)).append(";"); };
        for (std::size_t i = 1; i < ui::use_count; ++i) add(ui::name_of(static_cast<ui::Use>(i)), theme.colours[i]);
        add("picture-accent", theme.picture_accent);
        return all;
    }

    void put(Word word) { records.push_back(word); }

    // Where a string is among the strings; the same string is kept once.
    Word word_of(std::string_view text) {
        const auto [found, added] = known.try_emplace(std::string(text), static_cast<Word>(offsets.size()));
        if (added) {
            offsets.push_back(static_cast<Word>(bytes.size()));
            bytes.append(text);
        }
        return found->second;
    }

    const Page& page;
    const ui::Layout& layout;
    std::vector<NodeTexts> texts;
    std::vector<Word> records, offsets;
    std::string bytes, labels;
    std::map<std::string, Word> known;
    Word count = 0;
};

}  // namespace

std::vector<std::byte> encode_mirror(const Page& page, const ui::Layout& layout, const MirrorHead& head) {
    return Encoder(page, layout).run(head);
}

}  // namespace needlewise
