// Value sets within the file: the codes they name, and what may be in them besides.
#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "content/form/parts.h"

namespace needlewise {

namespace {

constexpr std::size_t most_read = 5 * most_options;       // codes and parts, those among them that others exclude or do not have
constexpr std::size_t most_compared = 50 * most_options;  // codes that are excluded, each time they are looked through

using Code = Extent::Code;

Code code_of(const Option& option) { return {option.coding.system, option.coding.code}; }

// What a value set holds as far as the file says it.
struct Codes {
    std::vector<Option> named;
    std::map<std::string, bool> systems;  // codes of these may be in it that are not named here; true: all of them are
    std::set<Code> excluded;              // of those, which are not
    bool anything = false;                // nothing is known of what else may be in it
    bool sure = true;                     // all that is named is in it

    bool is_complete() const { return !anything && systems.empty() && sure; }
    bool may_hold_unnamed(const Code& code) const { return (anything || systems.contains(code.first)) && !excluded.contains(code); }
    bool holds_unnamed(const Code& code) const {
        const auto system = systems.find(code.first);
        return system != systems.end() && system->second && !excluded.contains(code);
    }
    std::set<Code> names() const {
        std::set<Code> codes;
        std::ranges::transform(named, std::inserter(codes, codes.end()), code_of);
        return codes;
    }
};

void unite(Codes& all, Codes other) {
    std::erase_if(all.excluded, [&](const Code& code) { return other.may_hold_unnamed(code); });
    std::erase_if(other.excluded, [&](const Code& code) { return all.may_hold_unnamed(code); });
    all.excluded.merge(other.excluded);
    std::ranges::move(other.named, std::back_inserter(all.named));
    for (const auto& [system, whole] : other.systems) all.systems[system] |= whole;
    all.anything |= other.anything;
    all.sure &= other.sure;
}

void intersect(Codes& all, Codes other) {
    const std::set<Code> ours = all.names(), theirs = other.names();
    all.sure &= other.sure;
    const auto stays = [&](const Option& option, const std::set<Code>& named, const Codes& unnamed) {
        if (named.contains(code_of(option))) return true;
        if (!unnamed.may_hold_unnamed(code_of(option))) return false;
        all.sure &= unnamed.holds_unnamed(code_of(option));
        return true;
    };
    std::erase_if(all.named, [&](const Option& option) { return !stays(option, theirs, other); });
    for (Option& option : other.named)
        if (!ours.contains(code_of(option)) && stays(option, {}, all)) all.named.push_back(std::move(option));
    std::map<std::string, bool> systems;
    for (const auto& [system, whole] : all.systems)
        if (other.anything || other.systems.contains(system)) systems[system] = whole && !other.anything && other.systems[system];
    if (all.anything)
        for (const auto& [system, whole] : other.systems) systems.try_emplace(system, false);
    all.systems = std::move(systems);
    all.excluded.merge(other.excluded);
    all.anything &= other.anything;
}

void subtract(Codes& all, const Codes& other) {
    std::set<Code> gone = other.sure ? other.names() : std::set<Code>{};
    std::erase_if(all.named, [&](const Option& option) { return gone.contains(code_of(option)) || other.holds_unnamed(code_of(option)); });
    if (other.excluded.empty())
        for (const auto& [system, whole] : other.systems)
            if (whole) all.systems.erase(system);
    all.excluded.merge(gone);
    all.sure &= other.is_complete();
}

// Gives the resource of the file that is named "#id", or by its url, to `use`; false when the file has none.
bool with_contained(const Reader& root, std::string_view type, std::string_view named, const std::function<void(const Reader&)>& use) {
    named = named.substr(0, named.find('|'));
    bool found = false;
    root.each("contained", [&](const Reader& one) {
        if (found || one.maybe<std::string>("resourceType") != type) return;
        const auto own = named.starts_with('#') ? one.maybe<std::string>("id") : one.maybe<std::string>("url");
        if (own != named.substr(named.starts_with('#') ? 1 : 0)) return;
        found = true;
        use(one);
    });
    return found;
}

class ValueSetReader {
public:
    explicit ValueSetReader(const Reader& file) : root(file) {}

    Codes read(const Reader& set) {
        Codes codes;
        if (set.has("expansion")) set.part("expansion", [&](const Reader& expansion) { expanded(expansion, codes); });
        else set.part("compose", [&](const Reader& compose) { composed(compose, codes); });
        return codes;
    }

private:
    void expanded(const Reader& expansion, Codes& codes) {
        std::int64_t listed = 0;
        contains(expansion, codes, listed);
        const auto total = expansion.maybe<std::int64_t>("total");
        if (total && *total > listed) codes.anything = true;  // a page of a longer list
    }

    void contains(const Reader& in, Codes& codes, std::int64_t& listed) {
        in.each("contains", [&](const Reader& one) {
            const bool selectable = !one.maybe<bool>("abstract").value_or(false);  // an inactive code is out of use, and still one of them
            if (selectable && one.has("code")) add(one, one.maybe<std::string>("system").value_or(""), codes);
            ++listed;
            contains(one, codes, listed);
        });
    }

    void composed(const Reader& compose, Codes& codes) {
        compose.each("include", [&](const Reader& include) {
            Codes part = included(include);
            if (may_compare(codes.excluded.size() + part.excluded.size())) unite(codes, std::move(part));
            else codes.anything = true;
        });
        compose.each("exclude", [&](const Reader& exclude) { subtract(codes, included(exclude)); });
    }

    // The concepts named, or all of the system; and of these what is in each value set as well.
    Codes included(const Reader& include) {
        Codes codes;
        if (!may_read()) return codes.anything = true, codes;
        const std::string system = include.maybe<std::string>("system").value_or("");
        const bool of_system = include.has("system") || !include.has("valueSet");
        if (include.has("filter")) codes.systems[system] = false;
        else if (include.has("concept")) include.each("concept", [&](const Reader& one) { add(one, system, codes); });
        else if (of_system &&
                 !with_contained(root, "CodeSystem", system, [&](const Reader& known) { all_of(known, known, system, codes); }))
            codes.systems[system] = true;
        if (system.empty() && !codes.systems.empty()) codes.anything = true;  // of no system that is named
        bool first = !include.has("system") && !include.has("concept");
        include.each("valueSet", [&](const Reader& other) {
            if (std::exchange(first, false)) codes = imported(other);
            else intersect(codes, imported(other));
        });
        return codes;
    }

    Codes imported(const Reader& other) {
        constexpr int deepest = 8, most = 1000;
        Codes codes;
        const auto name = other.as<std::string>();
        if (depth >= deepest || ++imports > most || !name || !may_read()) return codes.anything = true, codes;
        ++depth;
        if (!with_contained(root, "ValueSet", *name, [&](const Reader& set) { codes = read(set); })) codes.anything = true;
        --depth;
        return codes;
    }

    void all_of(const Reader& system_resource, const Reader& in, const std::string& system, Codes& codes) {
        if (system_resource.maybe<std::string>("content").value_or("complete") != "complete") codes.systems[system] = true;
        in.each("concept", [&](const Reader& one) {
            add(one, system, codes);
            all_of(system_resource, one, system, codes);
        });
    }

    void add(const Reader& in, const std::string& system, Codes& codes) {
        if (codes.named.size() >= most_options || !may_read()) {
            codes.anything = true;
            return;
        }
        Option option{};
        option.coding = {system, in.get<std::string>("code")};
        option.text = in.maybe<std::string>("display").value_or("");
        read_text_extensions(in, "_display", option.translations);
        in.each("designation", [&](const Reader& one) {
            const auto language = one.maybe<std::string>("language"), words = one.maybe<std::string>("value");
            if (language && words) option.translations.emplace_back(*language, *words);
        });
        read_score(in, option);
        codes.named.push_back(std::move(option));
    }

    bool may_read() { return ++read_so_far <= most_read; }
    bool may_compare(std::size_t codes) { return (compared += codes) <= most_compared; }

    const Reader& root;
    int depth = 0;  // of value sets within value sets
    int imports = 0;
    std::size_t read_so_far = 0, compared = 0;
};

Extent extent_of(const Codes& codes) {
    Extent extent{.anything = codes.anything || (codes.named.empty() && codes.systems.empty())};
    const std::set<Code> names = codes.names();
    extent.named.assign(names.begin(), names.end());
    for (const auto& [system, whole] : codes.systems) extent.systems.push_back(system);
    extent.excluded.assign(codes.excluded.begin(), codes.excluded.end());
    return extent;
}

void take_codes(Codes codes, const std::string& named, Item& item) {
    if (codes.is_complete() && !codes.named.empty() && codes.named.size() <= most_options) {
        item.options = std::move(codes.named);
        return;
    }
    item.value_set = named;
    item.extent = extent_of(codes);
    item.notices.push_back({"answerValueSet",
                            "its answers are described in a way that needs a terminology server; any coding " +
                                std::string(item.extent.anything ? "is taken" : "of the systems named there is taken"),
                            true});
}

}  // namespace

void read_value_set(const Reader& in, const Reader& root, Item& item) {
    const auto named = in.maybe<std::string>("answerValueSet");
    if (!named) return;
    const bool with_options = !item.options.empty();  // both are an error, and the options count
    if (!named->starts_with('#')) {
        item.value_set = *named;
        if (!with_options)
            item.notices.push_back(
                {"answerValueSet", "its answers come from the list " + *named + ", which is not fetched; any coding is taken", true});
        return;
    }
    const bool found = with_contained(root, "ValueSet", *named, [&](const Reader& one) {
        if (with_options) item.value_set = *named;
        else take_codes(ValueSetReader(root).read(one), *named, item);
    });
    if (found) return;
    in.problem_at("answerValueSet", "the questionnaire contains no ValueSet \"" + named->substr(1) + "\"", "put it into \"contained\"");
    item.value_set = *named;
}

bool read_unit_options(const Reader& extension, const Reader& root, Item& item) {
    const auto named = extension.maybe<std::string>("valueCanonical");
    if (!named || !named->starts_with('#')) return false;
    Codes units;
    with_contained(root, "ValueSet", *named, [&](const Reader& set) { units = ValueSetReader(root).read(set); });
    if (!units.is_complete()) return false;
    for (const Option& unit : units.named)
        item.limits.units.push_back(
            {std::nullopt, "", unit.text.empty() ? unit.coding.code : unit.text, unit.coding.system, unit.coding.code});
    return !units.named.empty();
}

}  // namespace needlewise
