// A list whose copies are one until one of them is changed: thousands of questions may have the codes of one value set.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <utility>
#include <vector>

namespace needlewise {

template <class T>
class SharedList {
public:
    using value_type = T;

    SharedList() = default;
    SharedList(std::vector<T> all) : held(all.empty() ? nullptr : std::make_shared<std::vector<T>>(std::move(all))) {}
    SharedList(std::initializer_list<T> all) : SharedList(std::vector<T>(all)) {}

    const std::vector<T>& all() const {
        static const std::vector<T> none;
        return held ? *held : none;
    }
    auto begin() const { return all().begin(); }
    auto end() const { return all().end(); }
    std::size_t size() const { return all().size(); }
    bool empty() const { return all().empty(); }
    const T& operator[](std::size_t place) const { return all()[place]; }
    const T& front() const { return all().front(); }
    const T& back() const { return all().back(); }

    // Any of these makes the list one of its own, whether it is then changed or not.
    auto begin() { return own().begin(); }
    auto end() { return own().end(); }
    T& front() { return own().front(); }
    T& back() { return own().back(); }
    void push_back(T one) { own().push_back(std::move(one)); }
    void assign(std::size_t count, const T& one) { own().assign(count, one); }

private:
    std::vector<T>& own() {
        if (!held) held = std::make_shared<std::vector<T>>();
        else if (held.use_count() > 1) held = std::make_shared<std::vector<T>>(*held);
        return *held;
    }

    std::shared_ptr<std::vector<T>> held;  // null: empty
};

}  // namespace needlewise
