// "extends": a group's pack, and what one site of it sets differently.
#include <algorithm>

#include "content/pack/parts.h"

namespace needlewise {

namespace {

constexpr JsonLimits limits{.bytes = 256u << 10, .depth = 20};
constexpr std::size_t most_files = 8, most_deep = 3;

// A file beside this one: no folder, no address.
bool is_file_name(std::string_view name) {
    constexpr std::size_t longest = 80;
    return name.size() <= longest && name.ends_with(".json") && name.front() != '.' && std::ranges::all_of(name, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
           });
}

class Reading {
public:
    explicit Reading(const FindPack& find) : find(find) {}

    // Reads a file with all it extends, nearest first.
    void file(std::string_view text, std::string_view name) {
        auto json = parse_json(text, name, limits);
        if (!json) return std::ranges::move(json.error(), std::back_inserter(problems)), void();
        layer(std::move(*json), std::string(name));
    }

    Layers layers;
    Problems problems;

private:
    void report(std::string_view file, std::string pointer, std::string what, std::string hint) {
        problems.push_back({Severity::error, std::string(file), std::move(pointer), std::move(what), std::move(hint)});
    }

    void layer(Json json, const std::string& name) {
        auto* fields = json.get_ptr<Json::object_t*>();
        if (!fields) return report(name, "", "expected an object, found " + std::string(kind_of(json)), "");
        if (layers.files.size() == most_files) return report(name, "", "more than " + std::to_string(most_files) + " packs in one", "");
        Json extends = Json(nullptr);
        if (const auto found = fields->find("extends"); found != fields->end()) {
            extends = std::move(found->second);
            fields->erase(found);
        }
        layers.files.emplace_back(name, std::move(json));
        open.push_back(name);
        below(extends, name);
        open.pop_back();
    }

    // The last of a list is the nearest.
    void below(const Json& extends, const std::string& from) {
        if (extends.is_null()) return;
        if (const auto* list = extends.get_ptr<const Json::array_t*>()) {
            for (std::size_t i = list->size(); i-- > 0;) one((*list)[i], from, "/extends" + pointer_step(i));
        } else {
            one(extends, from, "/extends");
        }
    }

    void one(const Json& extended, const std::string& from, std::string pointer) {
        if (open.size() > most_deep)
            return report(from, std::move(pointer), "packs extend one another too deeply", "two levels are enough");
        if (extended.is_object()) return layer(extended, from);
        const auto* name = extended.get_ptr<const Json::string_t*>();
        if (!name || name->empty() || !is_file_name(*name)) {
            return report(from, std::move(pointer), "\"extends\" is not the name of a file in the same folder",
                          "for example \"group.json\"");
        }
        const std::string folder = from.substr(0, from.rfind('/') + 1);
        const std::string path = folder + *name;
        if (std::ranges::find(open, path) != open.end())
            return report(from, std::move(pointer), "the pack extends itself by way of \"" + *name + "\"", "take one of them out");
        const auto text = find ? find(*name) : std::nullopt;
        if (!text) return report(from, std::move(pointer), "the pack \"" + *name + "\" cannot be read", "is it in the same folder?");
        file(*text, path);
    }

    const FindPack& find;
    std::vector<std::string> open;
};

// Whether the pointer leads somewhere; the numbers in it are those of lists.
bool leads(const Json& json, std::string_view pointer) {
    const Json* at = &json;
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        std::string step(pointer.substr(0, pointer.find('/')));
        pointer.remove_prefix(step.size());
        if (const auto* fields = at->get_ptr<const Json::object_t*>()) {
            const auto field = std::ranges::find_if(*fields, [&](const auto& each) { return pointer_step(each.first) == "/" + step; });
            if (field == fields->end()) return false;
            at = &field->second;
        } else if (!at->is_array()) {
            return false;
        } else {
            return true;  // a list is taken from one file as a whole
        }
    }
    return true;
}

}  // namespace

std::string Layers::file_of(const std::string& pointer) const {
    for (const auto& [name, json] : files)
        if (leads(json, pointer)) return name;
    return files.empty() ? "" : files.front().first;
}

Result<Layers> read_layers(std::string_view text, std::string_view file, const FindPack& find) {
    Reading reading(find);
    reading.file(text, file);
    if (has_errors(reading.problems)) return std::unexpected(std::move(reading.problems));
    Layers layers = std::move(reading.layers);
    layers.merged = Json::object();
    for (std::size_t i = layers.files.size(); i-- > 0;) layers.merged.merge_patch(layers.files[i].second);
    return layers;
}

}  // namespace needlewise
