#include "app/problem_page.h"

namespace needlewise {

// In English and with keys of its own: the words, and all that makes pages, are what could not be read.
Page problem_page(const Problems& problems) {
    Node main{Section{Landmark::main, Look::plain, {}}, "main"};
    main.children.push_back({Heading{1, "Needlewise cannot start"}, "h1"});
    main.children.push_back({Paragraph{"Its content could not be read. If this is your website, these are the problems:"}});
    Node list{List{}};
    for (const Problem& problem : problems) list.children.push_back({ListItem{to_line(problem)}});
    main.children.push_back(std::move(list));
    Key key = 1;
    main.key = key++;
    for (Node& child : main.children) {
        child.key = key++;
        for (Node& item : child.children) item.key = key++;
    }
    Page page{.place = {}, .title = "Needlewise cannot start", .language = "en", .nodes = {}};
    page.nodes.push_back(std::move(main));
    return page;
}

}  // namespace needlewise
