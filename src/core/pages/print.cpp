#include "core/pages/print.h"

namespace needlewise {

namespace {

// Writes one node after another, indenting what stands inside a container.
class Printer {
public:
    std::string text;

    void nodes(const std::vector<Node>& list, int depth) {
        for (const Node& node : list) std::visit([&](const auto& what) { (*this)(what, node, depth); }, node.what);
    }

private:
    void line(int depth, std::string_view content) {
        if (content.empty()) return;
        text.append(static_cast<std::size_t>(depth) * 2, ' ');
        text += content;
        text += '\n';
    }

    void gap() {
        if (!text.empty() && !text.ends_with("\n\n")) text += '\n';
    }

    static std::string_view frame(Look look) {
        switch (look) {
            case Look::stop: return "[stop]";
            case Look::ask: return "[ask]";
            case Look::caution: return "[caution]";
            case Look::wait: return "[wait]";
            case Look::tell: return "[tell]";
            case Look::good: return "[good]";
            case Look::note: return "[note]";
            case Look::says: return "[says]";
            case Look::found: return "[found]";
            default: return {};
        }
    }

    void operator()(const Section& section, const Node& node, int depth) {
        gap();
        const std::string_view mark = frame(section.look);
        line(depth, mark);
        nodes(node.children, mark.empty() ? depth : depth + 1);
        gap();
    }
    void operator()(const Heading& heading, const Node&, int depth) {
        gap();
        line(depth, std::string(static_cast<std::size_t>(heading.level), '#') + " " + heading.text);
    }
    void operator()(const Paragraph& paragraph, const Node&, int depth) { line(depth, paragraph.text); }
    void operator()(const List&, const Node& node, int depth) { nodes(node.children, depth); }
    void operator()(const ListItem& item, const Node& node, int depth) {
        line(depth, item.text.empty() ? "-" : "- " + item.text);
        nodes(node.children, depth + 1);
    }
    void operator()(const Choice& choice, const Node& node, int depth) {
        gap();
        line(depth, (choice.level == 1 ? "# " : "") + choice.legend + (choice.required ? "" : " (optional)"));
        line(depth, choice.hint);
        if (!choice.error.empty()) line(depth, "! " + choice.error);
        nodes(node.children, depth);
    }
    void operator()(const ChoiceOption& option, const Node&, int depth) {
        const char* mark = option.multiple ? (option.selected ? "[x] " : "[ ] ") : (option.selected ? "(x) " : "( ) ");
        line(depth, mark + option.label + (option.hint.empty() ? "" : ": " + option.hint));
    }
    void operator()(const DateField& date, const Node&, int depth) {
        gap();
        line(depth, (date.level == 1 ? "# " : "") + date.label + (date.required ? "" : " (optional)"));
        line(depth, date.hint);
        if (!date.error.empty()) line(depth, "! " + date.error);
        line(depth, "[" + (date.value.empty() ? std::string("____-__-__") : date.value) + "]");
    }
    void operator()(const TextField& field, const Node&, int depth) {
        gap();
        line(depth, (field.level == 1 ? "# " : "") + field.label + (field.required ? "" : " (optional)"));
        line(depth, field.hint);
        if (!field.error.empty()) line(depth, "! " + field.error);
        line(depth, "[" + (field.kind == TextKind::secret && !field.value.empty() ? std::string("****") : field.value) + "]");
    }
    void operator()(const QrCode& code, const Node&, int depth) { line(depth, "(code) " + code.title + ": " + code.text); }
    void operator()(const Button& button, const Node&, int depth) {
        if (button.level > 0) {  // it heads what it opens, which is all there in the text
            gap();
            return line(depth, std::string(static_cast<std::size_t>(button.level), '#') + " " + button.label +
                                   (button.description.empty() ? "" : ": " + button.description));
        }
        const char* state = button.expanded ? (*button.expanded ? " -" : " +") : button.pressed.value_or(false) ? " *" : "";
        line(depth, "<" + button.label + state + ">");
    }
    void operator()(const Link& link, const Node&, int depth) {
        if (link.look == LinkLook::skip) return;  // in a text there is nothing to skip
        const std::string to = !link.url.empty() ? link.url : !link.field.empty() ? link.field : "#/" + link.path;
        line(depth, link.label + (link.detail.empty() ? "" : ": " + link.detail) + " -> " + to);
    }
    void operator()(const Figure& figure, const Node&, int depth) { line(depth, "(picture) " + figure.title + ": " + figure.description); }
    void operator()(const Progress& progress, const Node&, int depth) { line(depth, progress.label); }
    void operator()(const Chart& chart, const Node&, int depth) {
        line(depth, "(chart) " + chart.title + (chart.description.empty() ? "" : ": " + chart.description));
    }
    void operator()(const Table& table, const Node& node, int depth) {
        gap();
        line(depth, table.caption);
        nodes(node.children, depth + 1);
        gap();
    }
    void operator()(const TableRow&, const Node& node, int depth) {
        std::string row;
        for (const Node& cell : node.children) row += (row.empty() ? "" : " | ") + std::string(name_of(cell));
        line(depth, row);
    }
    void operator()(const Cell&, const Node&, int) {}
    void operator()(const Status& status, const Node&, int depth) { line(depth, status.text); }
    void operator()(const Select& select, const Node&, int depth) { line(depth, "[" + select.label + ": " + select.value + "]"); }
    void operator()(const Slider& slider, const Node&, int depth) { line(depth, "[" + slider.label + ": " + slider.value_text + "]"); }
};

}  // namespace

std::string print(const Page& page) {
    Printer printer;
    printer.text = page.title + "\n";
    printer.nodes(page.nodes, 0);
    while (printer.text.ends_with("\n\n")) printer.text.pop_back();
    return std::move(printer.text);
}

}  // namespace needlewise
