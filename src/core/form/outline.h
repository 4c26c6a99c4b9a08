// A questionnaire as a list of its items in document order, with who names whom in conditions. Made once, read by all else.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/form/questionnaire.h"

namespace needlewise {

class Outline {
public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    struct Entry {
        const Item* item = nullptr;
        std::size_t parent = none;        // entry it stands in; none at the top
        std::size_t end = 0;              // one past the last entry below it
        std::size_t place = 0;            // its number among its siblings
        std::vector<std::size_t> names;   // for each of its conditions the entry it asks about, or none
        std::vector<std::size_t> depend;  // entries with a condition on this one
        bool uncertain = false;           // nobody here can tell whether it is asked
        bool twin = false;                // another item beside it has, wrongly, the same linkId
        std::size_t next_twin = none;     // the next of these
    };

    explicit Outline(const Questionnaire& questionnaire);

    const std::vector<Entry>& entries() const { return list; }
    bool is_complete() const { return complete; }      // all items of the questionnaire are here
    bool has_answers(std::size_t entry) const;         // it is a question, and not none
    std::size_t find(std::string_view link_id) const;  // the first with this linkId, or none
    // The same where a questionnaire has, wrongly, one linkId in two places: then the one that stands in `parent`, if any does.
    std::size_t find(std::string_view link_id, std::size_t parent) const;
    std::string pointer(std::size_t entry) const;                 // "/item/0/item/2"
    bool within(std::size_t entry, std::size_t container) const;  // container: an entry, or none for the whole questionnaire

    // The entries under one, or at the top for none, in order.
    template <class F>
    void each_child(std::size_t parent, F use) const {
        const std::size_t end = parent == none ? list.size() : list[parent].end;
        for (std::size_t child = parent == none ? 0 : parent + 1; child < end; child = list[child].end) use(child);
    }

private:
    void gather(const std::vector<Item>& items, std::size_t parent);

    bool complete;
    std::vector<Entry> list;
    std::map<std::string_view, std::size_t> by_link_id;
    std::map<std::pair<std::string_view, std::size_t>, std::size_t> again;  // a linkId that stood before, with the parent
};

}  // namespace needlewise
