// Value sets within the file: the codes they name, and what may be in them besides.
#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "content/form/parts.h"

namespace needlewise {

namespace {

constexpr std::size_t most_systems = 100;  // each question with the set has a list of them

using Code = Extent::Code;

Code code_of(const Option& option) { return {option.coding.system, option.coding.code}; }

// What a value set holds as far as the file says it.
struct Codes {
    std::vector<Option> named;
    std::map<std::string, bool> systems;  // codes of these may be in it that are not named here; true: all of them are
    std::set<Code> excluded;              // of those, which are not
    std::set<std::string> any_case;       // of these each code is the same in capitals and in small letters
    bool anything = false;                // nothing is known of what else may be in it
    bool sure = true;                     // all that is named is in it
    bool cut = false;                     // there are more than are read
    bool nameless = false;                // one of them has no code that can be read

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
    std::erase_if(other.named, [ours = all.names()](const Option& option) { return ours.contains(code_of(option)); });
    std::ranges::move(other.named, std::back_inserter(all.named));
    for (const auto& [system, whole] : other.systems) all.systems[system] |= whole;
    all.any_case.merge(other.any_case);
    all.anything |= other.anything;
    all.sure &= other.sure;
    all.cut |= other.cut;
    all.nameless |= other.nameless;
}

void intersect(Codes& all, Codes other) {
    all.any_case.merge(other.any_case);
    const std::set<Code> ours = all.names(), theirs = other.names();
    all.sure &= other.sure;
    all.cut |= other.cut;
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
    for (auto& [system, whole] : all.systems) whole &= !other.anything && !other.systems.contains(system);
    all.excluded.merge(gone);
    all.sure &=
        other.sure && std::ranges::none_of(all.named, [&](const Option& option) { return other.may_hold_unnamed(code_of(option)); });
    all.cut |= other.cut;
}

class ValueSetReader {
public:
    explicit ValueSetReader(ValueSets& of) : sets(of) {}

    Codes read(const Reader& set) {
        Codes codes;
        if (set.has("expansion")) set.part("expansion", [&](const Reader& expansion) { expanded(expansion, codes); });
        else if (set.has("compose")) set.part("compose", [&](const Reader& compose) { composed(compose, codes); });
        else codes.anything = true;
        return codes;
    }

private:
    void expanded(const Reader& expansion, Codes& codes) {
        std::int64_t listed = 0;
        contains(expansion, codes, listed);
        const auto total = expansion.maybe<std::int64_t>("total"), offset = expansion.maybe<std::int64_t>("offset");
        const bool is_page = offset && (*offset > 0 || !total);
        if (is_page || (total && *total > listed)) codes.anything = true;  // a page of a longer list
    }

    void contains(const Reader& in, Codes& codes, std::int64_t& listed) {
        in.each("contains", [&](const Reader& one) {
            const bool selectable = !one.maybe<bool>("abstract").value_or(false);  // an inactive code is out of use, and still one of them
            const bool is_heading = !one.has("code") && one.has("contains");
            if (selectable && !is_heading) add(one, system_of(one, codes), codes);
            ++listed;
            contains(one, codes, listed);
        });
    }

    void composed(const Reader& compose, Codes& codes) {
        compose.each("include", [&](const Reader& include) {
            Codes part = included(include);
            if (sets.may_compare(codes.excluded.size() + part.excluded.size())) unite(codes, std::move(part));
            else cut(codes);
        });
        if (!compose.has("include")) codes.anything = true;
        compose.each("exclude", [&](const Reader& exclude) { subtract(codes, included(exclude)); });
    }

    // The concepts named, or all of the system; and of these what is in each value set as well.
    Codes included(const Reader& include) {
        Codes codes;
        if (!sets.may_read()) return cut(codes), codes;
        const std::string system = system_of(include, codes);
        const std::string version = include.maybe<std::string>("version").value_or("");
        const std::string known_as = version.empty() ? system : system + "|" + version;
        const bool of_system = include.has("system") || !include.has("valueSet");
        if (include.has("filter")) codes.systems[system] = false;
        else if (include.has("concept")) include.each("concept", [&](const Reader& one) { add(one, system, codes); });
        else if (of_system &&
                 !sets.with_contained("CodeSystem", known_as, [&](const Reader& known) { all_of(known, known, system, codes); }))
            codes.systems[system] = true;
        sets.with_contained("CodeSystem", known_as, [&](const Reader& known) {
            if (!known.maybe<bool>("caseSensitive").value_or(true)) codes.any_case.insert(system);
        });
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
        if (depth >= deepest || ++imports > most || !name) return codes.anything = true, codes;
        if (!sets.may_read()) return cut(codes), codes;
        ++depth;
        if (!sets.with_contained("ValueSet", *name, [&](const Reader& set) { codes = read(set); })) codes.anything = true;
        --depth;
        return codes;
    }

    void all_of(const Reader& system_resource, const Reader& in, const std::string& system, Codes& codes) {
        if (system_resource.maybe<std::string>("content").value_or("complete") != "complete") codes.systems[system] = true;
        in.each("concept", [&](const Reader& one) {
            if (is_selectable(one)) add(one, system, codes);
            all_of(system_resource, one, system, codes);
        });
    }

    // Not a heading alone (http://hl7.org/fhir/concept-properties#notSelectable).
    static bool is_selectable(const Reader& code) {
        bool selectable = true;
        code.each("property", [&](const Reader& one) {
            if (one.maybe<std::string>("code") == "notSelectable") selectable = !one.maybe<bool>("valueBoolean").value_or(false);
        });
        return selectable;
    }

    void add(const Reader& in, const std::string& system, Codes& codes) {
        if (codes.named.size() >= most_options || !sets.may_read()) return cut(codes);
        Option option{};
        option.coding = {system, in.maybe<std::string>("code").value_or("")};
        if (!in.has("code")) in.problem("an entry without a code", "give its code: an answer is known by it");
        if (option.coding.code.empty()) {  // nobody knows what it was meant to be
            codes.anything = codes.nameless = true;
            return;
        }
        option.text = in.maybe<std::string>("display").value_or("");
        read_text_extensions(in, "_display", option.translations);
        in.each("designation", [&](const Reader& one) {
            const auto language = one.maybe<std::string>("language"), words = one.maybe<std::string>("value");
            if (language && words) option.translations.emplace_back(*language, *words);
        });
        read_score(in, option);
        codes.named.push_back(std::move(option));
    }

    // Codes of one that cannot be read may be any.
    static std::string system_of(const Reader& in, Codes& codes) {
        const auto system = in.maybe<std::string>("system");
        codes.anything = codes.anything || (!system && in.has("system"));
        return system.value_or("");
    }

    static void cut(Codes& codes) { codes.anything = codes.cut = true; }

    ValueSets& sets;
    int depth = 0;  // of value sets within value sets
    int imports = 0;
};

Extent extent_of(const Codes& codes) {
    Extent extent{.anything = codes.anything};
    const std::set<Code> names = codes.names();
    extent.named = std::vector<Code>(names.begin(), names.end());
    for (const auto& [system, whole] : codes.systems) extent.systems.push_back(system);
    extent.excluded = std::vector<Code>(codes.excluded.begin(), codes.excluded.end());
    return extent;
}

Quantity unit_of(const Option& option) {
    return {std::nullopt, "", option.text.empty() ? option.coding.code : option.text, option.coding.system, option.coding.code};
}

ValueSets::Known known_of(Codes codes) {
    ValueSets::Known known{.nameless = codes.nameless, .too_large = codes.cut || codes.named.size() > most_options};
    known.listed = codes.is_complete() && !known.too_large;
    if (known.listed && !codes.any_case.empty())
        known.extent = {.systems = {codes.any_case.begin(), codes.any_case.end()}, .anything = false};
    for (const std::string& system : codes.any_case)
        if (!known.listed) codes.systems.emplace(system, false);
    if (known.too_large) codes.anything = true, codes.excluded.clear();
    if (codes.systems.size() > most_systems) codes.anything = true, codes.systems.clear();
    if (!known.listed || codes.named.empty()) known.extent = extent_of(codes);
    if (!known.listed) return known;
    std::vector<Quantity> units;
    std::ranges::transform(codes.named, std::back_inserter(units), unit_of);
    known.units = std::move(units);
    known.options = std::move(codes.named);
    return known;
}

std::string words_for(const ValueSets::Known& known) {
    if (known.listed) return "there is no code in its list of answers, so no coding can be one";
    if (known.too_large) return "its list of answers is too long for this program; any coding is taken";
    if (known.nameless) return "an entry of its list of answers has no code; any coding is taken";
    return "its answers are described in a way that needs a terminology server; any coding " +
           std::string(known.extent.anything ? "is taken" : "of the systems named there is taken");
}

}  // namespace

void ValueSets::list_contained() {
    is_listed = true;
    std::size_t place = 0;
    root.each("contained", [&](const Reader& one) {
        const std::size_t here = place++;
        if (!one.json().is_object()) return;
        const std::string type = one.maybe<std::string>("resourceType").value_or("");
        if (type != "ValueSet" && type != "CodeSystem") return;
        if (const auto id = one.maybe<std::string>("id")) contained.emplace(type + " #" + *id, here);
        const auto url = one.maybe<std::string>("url");
        if (!url) return;
        contained.emplace(type + " " + *url, here);
        contained.emplace(type + " " + *url + "|" + one.maybe<std::string>("version").value_or(""), here);
    });
}

// One of that version, or one that does not say which it is; any where none is asked for.

bool ValueSets::with_contained(std::string_view type, std::string_view named, const std::function<void(const Reader&)>& use) {
    if (!is_listed) list_contained();
    const std::string key = std::string(type) + " " + std::string(named);
    auto found = contained.find(key);
    if (const std::size_t bar = key.find('|'); found == contained.end() && bar != std::string::npos)
        found = contained.find(key.substr(0, bar + 1));
    if (found == contained.end()) return false;
    root.part("contained", [&](const Reader& list) { list.at(found->second, use); });
    return true;
}

const ValueSets::Known* ValueSets::find(const Reader& asking, const std::string& named) {
    if (const auto before = known.find(named); before != known.end()) return &before->second;
    std::optional<Codes> codes;
    if (!with_contained("ValueSet", named, [&](const Reader& set) { codes = ValueSetReader(*this).read(set); })) return nullptr;
    const Known& made = known.emplace(named, known_of(*std::move(codes))).first->second;
    if (made.too_large)
        asking.problem("\"" + named.substr(named.starts_with('#') ? 1 : 0) + "\" has more than " + std::to_string(most_options) +
                           " codes, or all value sets together more than " + std::to_string(most_read),
                       "shorten the list; until then any coding is taken");
    return &made;
}

void read_value_set(const Reader& in, ValueSets& sets, Item& item) {
    const auto named = in.maybe<std::string>("answerValueSet");
    if (!named) return;
    item.value_set = *named;
    const ValueSets::Known* known = nullptr;
    in.part("answerValueSet", [&](const Reader& asking) { known = sets.find(asking, *named); });
    const bool elsewhere = !known && !named->starts_with('#');
    if (!known && !elsewhere)
        return in.problem_at("answerValueSet", "the questionnaire contains no ValueSet \"" + named->substr(1) + "\"",
                             "put it into \"contained\"");
    const bool with_options = item.options_open || !item.options.empty();                   // both are an error, and the options count
    constexpr std::array codes{ItemType::choice, ItemType::open_choice, ItemType::string};  // no other answer is a code; lint says so
    if (with_options || !std::ranges::contains(codes, item.type) || is_worked_out(in, "answerValueSet")) return;
    if (known && !known->options.empty()) {
        item.options = known->options;
        item.extent = known->extent;
        item.options_of_set = true;
        item.value_set.clear();
        return;
    }
    if (known) item.extent = known->extent;
    item.notices.push_back(
        {"answerValueSet",
         elsewhere ? "its answers come from the list " + *named + ", which is not fetched; any coding is taken" : words_for(*known), true});
}

bool read_unit_options(const Reader& extension, ValueSets& sets, Item& item) {
    const auto named = extension.maybe<std::string>("valueCanonical");
    if (!named) return false;
    const ValueSets::Known* known = sets.find(extension, *named);
    if (!known || known->units.empty()) return false;
    if (item.limits.units.empty()) {
        item.limits.units = known->units;
        return true;
    }
    for (const Quantity& unit : known->units) {
        if (!sets.may_read()) return item.limits.units = {}, false;
        item.limits.units.push_back(unit);
    }
    return true;
}

}  // namespace needlewise
