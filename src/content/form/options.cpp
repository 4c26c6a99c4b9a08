// The options of a question: answerOption, and value sets within the file.
#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>
#include <set>
#include <utility>

#include "content/form/parts.h"

namespace needlewise {

namespace {

constexpr std::size_t most_options = 20'000;
constexpr std::size_t most_read = 5 * most_options;  // codes of value sets, those among them that others exclude or do not have

bool is_score(std::string_view url) {
    return url == std::string(core_extension) + "ordinalValue" || url == std::string(core_extension) + "itemWeight" ||
           url == std::string(core_extension) + "valueset-ordinalValue" || url == std::string(core_extension) + "codesystem-ordinalValue";
}

void read_score(const Reader& in, Option& option) {
    each_extension(in, [&](std::string_view url, const Reader& one) {
        if (is_score(url)) option.weight = one.get<Decimal>("valueDecimal");
    });
    if (!option.weight || *option.weight < Decimal(-1000) || *option.weight > Decimal(1000) || option.weight->plain().contains('.')) return;
    int score = 0;
    for (const char figure : option.weight->plain())
        if (figure != '-') score = score * 10 + (figure - '0');
    option.ordinal = option.weight->plain().starts_with('-') ? -score : score;
}

void read_option_extensions(const Reader& in, Item& item, Option& option) {
    each_extension(in, [&](std::string_view url, const Reader& one) {
        if (is_score(url)) return;
        if (url == std::string(core_extension) + "questionnaire-optionExclusive") {
            option.exclusive = one.get<bool>("valueBoolean");
        } else if (url == std::string(core_extension) + "questionnaire-optionPrefix") {
            const auto prefix = one.maybe<std::string>("valueString");
            if (prefix && !option.text.empty()) option.text = *prefix + " " + option.text;
        } else if (url == std::string(sdc_extension) + "sdc-questionnaire-itemAnswerMedia") {
            option.media = read_media(one, item.notices);
        } else {
            Notice notice{std::string(url),
                          "an option has the extension \"" + std::string(url.substr(url.rfind('/') + 1)) + "\", which has no effect here",
                          false};
            if (std::ranges::find(item.notices, notice) == item.notices.end()) item.notices.push_back(std::move(notice));
        }
    });
}

Option read_option(const Reader& in, Item& item) {
    Option option{};
    if (!in.element({"valueInteger", "valueDate", "valueTime", "valueString", "valueCoding", "valueReference", "initialSelected",
                     "modifierExtension"}))
        return option;
    const auto found = find_value(in, "value");
    if (!found) in.problem("an option without a value", "for example valueCoding");
    if (found && found->value) {
        if (const auto* coding = std::get_if<Coding>(&*found->value)) option.coding = *coding;
        else option.value = found->value;
        if (const auto* words = std::get_if<std::string>(&*found->value)) option.text = *words;
    }
    in.part("valueCoding", [&](const Reader& coding) {
        option.text = option.coding.display;
        read_text_extensions(coding, "_display", option.translations);
        read_score(coding, option);
    });
    read_text_extensions(in, "_valueString", option.translations);
    option.initially_chosen = in.maybe<bool>("initialSelected").value_or(false);
    read_score(in, option);
    read_option_extensions(in, item, option);
    return option;
}

// ---- Value sets ------------------------------------------------------------------------------------------------------

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
    ValueSetReader(Item& to, const Reader& file) : item(to), root(file) {}

    void read(const Reader& set) {
        collect(set);
        if (!complete || item.options.empty()) {
            item.options.clear();
            item.notices.push_back(
                {"answerValueSet", "its answers are described in a way that needs a terminology server; any coding is taken", true});
        }
    }

    bool is_complete() const { return complete && !item.options.empty(); }

private:
    void collect(const Reader& set) {
        const std::size_t before = item.options.size();
        if (set.has("expansion")) {
            set.part("expansion", [&](const Reader& expansion) {
                contains(expansion);
                const auto total = expansion.maybe<std::int64_t>("total");
                if (total && *total > listed) complete = false;  // a page of a longer list
            });
        } else {
            set.part("compose", [&](const Reader& compose) {
                compose.each("include", [&](const Reader& include) { included(include); });
                compose.each("exclude", [&](const Reader& exclude) { excluded(exclude, before); });
            });
        }
    }

    void contains(const Reader& in) {
        in.each("contains", [&](const Reader& one) {
            const bool selectable = !one.maybe<bool>("abstract").value_or(false);  // an inactive code is out of use, and still one of them
            if (selectable && one.has("code")) add(one, one.maybe<std::string>("system").value_or(""));
            ++listed;
            contains(one);
        });
    }

    // The concepts named, or all of the system; and of these what is in each value set as well.
    void included(const Reader& include) {
        const std::size_t before = item.options.size();
        const std::string system = include.maybe<std::string>("system").value_or("");
        if (include.has("filter")) complete = false;
        else if (include.has("concept")) include.each("concept", [&](const Reader& one) { add(one, system); });
        else if (const bool whole = include.has("system") || !include.has("valueSet");
                 whole && !with_contained(root, "CodeSystem", system, [&](const Reader& codes) { all_of(codes, codes, system); }))
            complete = false;
        bool first = !include.has("system") && !include.has("concept");
        include.each("valueSet", [&](const Reader& other) {
            const std::size_t own = item.options.size();
            imported(other);
            if (std::exchange(first, false)) return;
            const std::set<Code> common = taken_from(own);
            erase_from(before, [&](const Option& option) { return !common.contains(code_of(option)); });
        });
    }

    void imported(const Reader& other) {
        constexpr int deepest = 8, most = 1000;
        if (depth >= deepest || ++imports > most) complete = false;
        if (!complete) return;
        ++depth;
        const auto name = other.as<std::string>();
        if (!name || !with_contained(root, "ValueSet", *name, [&](const Reader& set) { collect(set); })) complete = false;
        --depth;
    }

    using Code = std::pair<std::string, std::string>;
    static Code code_of(const Option& option) { return {option.coding.system, option.coding.code}; }

    // Takes the options from this one on away again, for their codes.
    std::set<Code> taken_from(std::size_t index) {
        const auto from = item.options.begin() + static_cast<std::ptrdiff_t>(index);
        std::set<Code> codes;
        std::transform(from, item.options.end(), std::inserter(codes, codes.end()), code_of);
        item.options.erase(from, item.options.end());
        return codes;
    }

    template <class Goes>
    void erase_from(std::size_t index, Goes goes) {
        item.options.erase(std::remove_if(item.options.begin() + static_cast<std::ptrdiff_t>(index), item.options.end(), goes),
                           item.options.end());
    }

    void all_of(const Reader& codes, const Reader& in, const std::string& system) {
        if (codes.maybe<std::string>("content").value_or("complete") != "complete") complete = false;
        in.each("concept", [&](const Reader& one) {
            add(one, system);
            all_of(codes, one, system);
        });
    }

    // Of this value set's own, not of those that it is imported into.
    void excluded(const Reader& exclude, std::size_t before) {
        const std::size_t own = item.options.size();
        included(exclude);
        const std::set<Code> gone = taken_from(own);
        erase_from(before, [&](const Option& option) { return gone.contains(code_of(option)); });
    }

    void add(const Reader& in, const std::string& system) {
        if (item.options.size() >= most_options || ++read_codes > most_read) {
            complete = false;
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
        item.options.push_back(std::move(option));
    }

    Item& item;
    const Reader& root;
    bool complete = true;
    std::int64_t listed = 0;  // in an expansion, those among them that nobody can choose
    int depth = 0;            // of value sets within value sets
    int imports = 0;
    std::size_t read_codes = 0;
};

}  // namespace

void read_answer_options(const Reader& in, Item& item) {
    in.each("answerOption", [&](const Reader& one) {
        if (item.options.size() < most_options) item.options.push_back(read_option(one, item));
        else if (item.options.size() == most_options)
            one.problem("more than " + std::to_string(most_options) + " options", "shorten the list"), item.options.push_back({});
    });
}

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
        if (with_options) {
            item.value_set = *named;
            return;
        }
        ValueSetReader reader(item, root);
        reader.read(one);
        if (!reader.is_complete()) item.value_set = *named;
    });
    if (found) return;
    in.problem_at("answerValueSet", "the questionnaire contains no ValueSet \"" + named->substr(1) + "\"", "put it into \"contained\"");
    item.value_set = *named;
}

bool read_unit_options(const Reader& extension, const Reader& root, Item& item) {
    const auto named = extension.maybe<std::string>("valueCanonical");
    if (!named || !named->starts_with('#')) return false;
    Item listed;  // its options are the units
    with_contained(root, "ValueSet", *named, [&](const Reader& set) { ValueSetReader(listed, root).read(set); });
    for (const Option& unit : listed.options)
        item.limits.units.push_back(
            {std::nullopt, "", unit.text.empty() ? unit.coding.code : unit.text, unit.coding.system, unit.coding.code});
    return !listed.options.empty();
}

}  // namespace needlewise
