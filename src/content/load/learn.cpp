// What people read: topics, the alternatives side by side, the check of understanding, and every sentence by key.
#include "content/load/parts.h"

namespace needlewise {

void load_topics(const Reader& in, Content& content) {
    UniqueIds ids;
    in.each([&](const Reader& row) {
        if (!row.object({"id", "figure"})) return;
        content.topics.push_back({row.get<std::string>("id"), row.maybe<std::string>("figure").value_or("")});
        ids.add(row, content.topics.back().id);
    });
}

void load_alternatives(const Reader& in, Content& content) {
    if (!in.object({"rows", "options"})) return;
    content.alternative_rows = in.get<std::vector<std::string>>("rows");
    if (!in.has("options")) in.missing("options");
    UniqueIds ids;
    in.each("options", [&](const Reader& row) {
        if (!row.object({"id", "when", "enableBehavior"})) return;
        content.alternatives.push_back({row.get<std::string>("id"), read_conditions(row, "when")});
        ids.add(row, content.alternatives.back().id);
    });
}

void load_check(const Reader& in, Content& content) {
    UniqueIds ids;
    in.each([&](const Reader& row) {
        if (!row.object({"id", "options", "right", "sources"})) return;
        CheckQuestion question;
        question.id = row.get<std::string>("id");
        ids.add(row, question.id);
        question.options = row.get<std::vector<std::string>>("options");
        question.right = row.get<std::string>("right");
        question.sources = read_sources(row);
        content.check.push_back(std::move(question));
    });
}

void load_words(const Reader& in, Content& content) {
    in.each_field([&](const std::string& key, const Reader& sentence) {
        if (auto text = sentence.as<std::string>()) content.words.by_key.emplace_hint(content.words.by_key.end(), key, std::move(*text));
    });
}

}  // namespace needlewise
