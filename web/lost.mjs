// Stands inside 404.html, which hosts show for any address of the site that is none. Mail programs write "#" as "%23" and "/" as "%2F":
// then the page that was meant follows after it. Else the link leads to where the site most likely begins. A path may begin with two slashes,
// which alone would name another site: what it leads to is always of this one.
// @ts-check
const [, before, after] = location.pathname.match(/^(.*?)%23(?:%2f|\/)?(.*)$/i) ?? [];
if (after !== undefined) location.replace(`${location.origin}${before || '/'}${location.search}#/${after}`);
const start = location.pathname.match(/^(.*?\/)(?:questions|review|result|learn|sources|about|accessibility|staff|help|open|pack|settings|form)(?:\/|$)/);
for (const link of document.querySelectorAll('a')) if (start) link.href = location.origin + start[1];
