// Stands inside 404.html, which hosts show for any address of the site that is none. Mail programs write "#" as "%23" and "/" as "%2F":
// then the page that was meant follows after it. Else the link leads to where the site most likely begins. A path may begin with two slashes,
// which alone would name another site: what it leads to is always of this one. What it says, it says in the reader's language.
// @ts-check
const [, before, after] = location.pathname.match(/^(.*?)%23(?:%2f|\/)?(.*)$/i) ?? [];
if (after !== undefined) location.replace(`${location.origin}${before || '/'}${location.search}#/${after}`);
const start = location.pathname.match(/^(.*?\/)(?:questions|review|result|learn|sources|about|accessibility|staff|help|open|pack|settings|form)(?:\/|$)/);
for (const link of document.querySelectorAll('a')) if (start) link.href = location.origin + start[1] + link.search;
const sections = [...document.querySelectorAll('section')];
const shown = navigator.languages.map((language) => sections.find(({ lang }) => lang === language.split('-')[0])).find(Boolean) ?? sections[0];
for (const section of sections) section.hidden = section !== shown;
for (const link of document.querySelectorAll('a')) if (link.lang) link.hidden = link.lang === shown.lang;
[document.documentElement.lang, document.documentElement.dir] = [shown.lang, shown.dir];
document.title = document.title.replace(/.*(?= –)/, () => shown.querySelector('h1')?.textContent ?? '');
