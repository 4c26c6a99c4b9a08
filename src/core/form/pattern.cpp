#include "core/form/pattern.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "core/form/pattern_letters.h"
#include "core/form/pattern_parser.h"

namespace needlewise {

namespace {

using Step = Pattern::Step;
using Instruction = Pattern::Instruction;

constexpr std::size_t most_instructions = 5000;
constexpr std::size_t most_steps = 20'000'000;  // instructions times characters

// Writes the program of a tree; false when it grows too long.
class Compiler {
public:
    Compiler(std::vector<Instruction>& to, std::vector<Pattern::Class>& of) : program(to), classes(of) {}

    bool compile(const PatternNode& node) {
        write(node);
        emit(Step::done);
        return program.size() <= most_instructions;
    }

private:
    std::size_t emit(Step step, std::size_t first = 0, std::size_t second = 0) {
        if (program.size() <= most_instructions) program.push_back({step, first, second});
        return program.size() - 1;
    }

    void write(const PatternNode& node) {
        if (program.size() > most_instructions) return;
        switch (node.kind) {
            case PatternNode::Kind::nothing: return;
            case PatternNode::Kind::letter:
                classes.push_back(node.letters);
                emit(Step::letter, classes.size() - 1);
                return;
            case PatternNode::Kind::sequence:
                for (const PatternNode& part : node.parts) write(part);
                return;
            case PatternNode::Kind::alternatives: return write_alternatives(node);
            case PatternNode::Kind::repeat: return write_repeat(node);
            case PatternNode::Kind::start: emit(Step::start); return;
            case PatternNode::Kind::end: emit(Step::end); return;
            case PatternNode::Kind::boundary: emit(Step::boundary); return;
            case PatternNode::Kind::no_boundary: emit(Step::no_boundary); return;
        }
    }

    void write_alternatives(const PatternNode& node) {
        std::vector<std::size_t> ends;
        for (std::size_t i = 0; i < node.parts.size(); ++i) {
            if (i + 1 == node.parts.size()) {
                write(node.parts[i]);
                break;
            }
            const std::size_t split = emit(Step::split, program.size() + 1);
            write(node.parts[i]);
            ends.push_back(emit(Step::jump));
            program[split].second = program.size();
        }
        for (const std::size_t end : ends) program[end].first = program.size();
    }

    void write_repeat(const PatternNode& node) {
        const PatternNode& part = node.parts.front();
        for (int i = 0; i < node.least; ++i) write(part);
        if (node.most < 0) {
            const std::size_t split = emit(Step::split, program.size() + 1);
            write(part);
            emit(Step::jump, split);
            program[split].second = program.size();
            return;
        }
        std::vector<std::size_t> splits;
        for (int i = node.least; i < node.most; ++i) {
            splits.push_back(emit(Step::split, program.size() + 1));
            write(part);
        }
        for (const std::size_t split : splits) program[split].second = program.size();
    }

    std::vector<Instruction>& program;
    std::vector<Pattern::Class>& classes;
};

bool is_word_letter(char32_t letter) {
    return (letter >= U'0' && letter <= U'9') || (letter >= U'A' && letter <= U'Z') || (letter >= U'a' && letter <= U'z') || letter == U'_';
}

// The instructions that may come next at one place of the text, each once.
class Threads {
public:
    explicit Threads(const std::vector<Instruction>& of) : program(of), seen(of.size(), 0) {}

    // Adds an instruction and what it leads to without taking a letter.
    void add(std::size_t from, std::u32string_view text, std::size_t position) {
        waiting.push_back(from);
        while (!waiting.empty()) {
            const std::size_t here = waiting.back();
            waiting.pop_back();
            if (seen[here] == round) continue;
            seen[here] = round;
            const Instruction& instruction = program[here];
            switch (instruction.step) {
                case Step::letter:
                case Step::done: list.push_back(here); break;
                case Step::jump: waiting.push_back(instruction.first); break;
                case Step::split:
                    waiting.push_back(instruction.second);
                    waiting.push_back(instruction.first);
                    break;
                case Step::start:
                case Step::end:
                case Step::boundary:
                case Step::no_boundary:
                    if (holds(instruction.step, text, position)) waiting.push_back(here + 1);
                    break;
            }
        }
    }

    void clear() {
        list.clear();
        ++round;
    }

    std::vector<std::size_t> list;

private:
    static bool holds(Step step, std::u32string_view text, std::size_t position) {
        if (step == Step::start) return position == 0;
        if (step == Step::end) return position == text.size();
        const bool before = position > 0 && is_word_letter(text[position - 1]);
        const bool after = position < text.size() && is_word_letter(text[position]);
        return (before != after) == (step == Step::boundary);
    }

    const std::vector<Instruction>& program;
    std::vector<std::size_t> seen;
    std::vector<std::size_t> waiting;
    std::size_t round = 1;
};

}  // namespace

bool Pattern::Class::has(char32_t letter) const {
    const auto after = std::ranges::upper_bound(ranges, letter, {}, [](const auto& range) { return range.first; });
    const bool in = after != ranges.begin() && letter <= std::prev(after)->second;
    return in != negated;
}

namespace {

// The end of the group that begins the source, or of its alternatives: the first of `ends` that stands in no group and no class within.
std::size_t find_outside(std::string_view source, std::size_t from, char ends) {
    int depth = 0;
    bool in_class = false;
    for (std::size_t at = from; at < source.size(); ++at) {
        const char c = source[at];
        if (c == '\\') ++at;
        else if (in_class) in_class = c != ']';
        else if (depth == 0 && c == ends) return at;
        else if (c == '[') in_class = true;
        else if (c == '(') ++depth;
        else if (c == ')') --depth;
    }
    return std::string_view::npos;
}

struct Ahead {
    std::string inside;
    bool wanted = true;
};

// "^(?=A)(?!B)C": A and B, cut off, as forms of the whole text. None where C has alternatives: then they belong to the first of those.
std::vector<Ahead> cut_ahead(std::string_view& source) {
    std::vector<Ahead> found;
    std::string_view rest = source;
    if (rest.starts_with('^')) rest.remove_prefix(1);
    while (rest.starts_with("(?=") || rest.starts_with("(?!")) {
        constexpr std::size_t head = 3;
        const std::size_t end = find_outside(rest, head, ')');
        if (end == std::string_view::npos) return {};
        found.push_back({"(?:" + std::string(rest.substr(head, end - head)) + ")[\\s\\S]*", rest[2] == '='});
        rest.remove_prefix(end + 1);
    }
    if (found.empty() || find_outside(rest, 0, '|') != std::string_view::npos) return {};
    source = rest;
    return found;
}

}  // namespace

std::expected<Pattern, std::string> Pattern::read(std::string_view source) {
    constexpr std::size_t longest = 4000;
    if (source.size() > longest) return std::unexpected("longer than 4000 characters");
    Pattern pattern;
    for (const Ahead& ahead : cut_ahead(source)) {
        auto form = read(ahead.inside);
        if (!form) return form;
        (ahead.wanted ? pattern.also : pattern.never).push_back(std::move(*form));
        if (pattern.instructions() > most_instructions) return std::unexpected("too many repetitions");
    }
    const auto tree = parse_pattern(source);
    if (!tree) return std::unexpected(tree.error());
    if (!Compiler(pattern.program, pattern.classes).compile(*tree)) return std::unexpected("too many repetitions");
    return pattern;
}

std::size_t Pattern::instructions() const {
    std::size_t count = program.size();
    for (const auto* forms : {&also, &never})
        for (const Pattern& form : *forms) count += form.instructions();
    return count;
}

Pattern::Sure Pattern::least_sure() const {
    Sure least = Sure::of_all;
    for (const Class& one : classes) least = std::max(least, one.sure);
    for (const auto* forms : {&also, &never})
        for (const Pattern& form : *forms) least = std::max(least, form.least_sure());
    return least;
}

bool Pattern::decides(std::string_view text) const {
    const Sure sure = least_sure();
    return sure == Sure::of_all || std::ranges::all_of(code_points(text), [&](char32_t letter) { return is_known(letter, sure); });
}

bool Pattern::affordable(std::string_view text) const { return text.size() <= most_steps / instructions(); }

bool Pattern::matches(std::string_view text) const {
    const auto fits = [&](const Pattern& form) { return form.matches(text); };
    if (!std::ranges::all_of(also, fits) || std::ranges::any_of(never, fits)) return false;
    const std::u32string letters = code_points(text);
    Threads here(program), next(program);
    here.add(0, letters, 0);
    for (std::size_t position = 0; position < letters.size() && !here.list.empty(); ++position) {
        next.clear();
        for (const std::size_t thread : here.list) {
            const Instruction& instruction = program[thread];
            if (instruction.step == Step::letter && classes[instruction.first].has(letters[position]))
                next.add(thread + 1, letters, position + 1);
        }
        std::swap(here.list, next.list);
    }
    return std::ranges::any_of(here.list, [&](std::size_t thread) { return program[thread].step == Step::done; });
}

}  // namespace needlewise
