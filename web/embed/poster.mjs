// What stands in the clinic's page before the consultation itself is loaded: a few words, a button, a link. Small, drawn by
// the browser, without a request.
// @ts-check

const STYLE = `
:host { --ground: #faf7f2; --line: #e4dccf; --ink: #2a2420; --soft: #5d544c; --accent: #0f5f57; --on-accent: #ffffff;
  display: block; position: relative; min-height: 240px; color-scheme: light dark; }
:host([hidden]) { display: none; }
:host([theme="dark"]) { --ground: #171412; --line: #3c352e; --ink: #f4ede4; --soft: #c6bbad; --accent: #82cfc0; --on-accent: #0c2623; color-scheme: dark; }
:host([theme="light"]) { color-scheme: light; }
@media (prefers-color-scheme: dark) {
  :host(:not([theme="light"])) { --ground: #171412; --line: #3c352e; --ink: #f4ede4; --soft: #c6bbad; --accent: #82cfc0; --on-accent: #0c2623; }
}
.poster { box-sizing: border-box; min-height: 240px; padding: clamp(20px, 5vw, 40px); border: 1px solid var(--line); border-radius: 16px;
  background: var(--ground); color: var(--ink); font: 1.125rem/1.45 Inter, "Segoe UI", system-ui, sans-serif; }
.poster svg { display: block; width: 48px; height: 48px; border-radius: 12px; }
.poster p { max-width: 34em; margin: 12px 0 0; }
.poster .title { font-size: 1.75rem; line-height: 1.2; font-weight: 600; }
.poster .soft { color: var(--soft); font-size: 1rem; }
.acts { display: flex; flex-wrap: wrap; align-items: center; gap: 12px 24px; margin-top: 24px; }
button { min-height: 52px; padding: 12px 32px; border: 0; border-radius: 12px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer; }
button[aria-disabled] { cursor: progress; opacity: .8; }
a, ::slotted(a) { display: inline-block; padding: 10px 0; color: var(--accent); text-underline-offset: 3px; }
:focus-visible, ::slotted(a:focus-visible) { outline: 3px solid var(--accent); outline-offset: 3px; }
iframe { display: block; width: 100%; border: 0; border-radius: 16px; }
:host([data-state="loading"]) iframe { position: absolute; inset: 0; height: 100%; opacity: 0; pointer-events: none; }
:host([data-state="shown"]) .poster { display: none; }
:host([data-state="alone"]) .poster { display: none; }
:host([data-state="alone"]) iframe { height: min(720px, 100svh); }
.marker { position: absolute; left: 0; width: 1px; pointer-events: none; visibility: hidden; }
@media (forced-colors: active) { .poster { border-color: CanvasText; } button { border: 2px solid ButtonBorder; } }
@media print { .poster .acts { display: none; } }
`;

/** By language: title, lead, privacy, start, page, loading, direction. The build puts them in. */
export const words = EMBED_WORDS;

/** The language there are words in. @param {string} tag "de-AT" */
export const languageFor = (tag) => [tag, tag.split('-')[0]].find((code) => code in words) ?? 'en';

/** @param {ShadowRoot} root */
export function dress(root) {
  if (!('adoptedStyleSheets' in root)) {  // Safari 16.0
    const style = window.document.createElement('style');
    style.textContent = STYLE;
    /** @type {ShadowRoot} */ (root).append(style);
    return;
  }
  const sheet = new CSSStyleSheet();  // a sheet made by a script is fine with a strict policy, a <style> is not
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
}

/** @template {keyof HTMLElementTagNameMap} T @param {T} tag @param {string} className @param {string} part @returns {HTMLElementTagNameMap[T]} */
function make(tag, className, part = '') {
  const element = document.createElement(tag);
  element.className = className;
  if (part) element.setAttribute('part', part);
  return element;
}

function brand() {
  const SVG = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 32 32');
  svg.setAttribute('aria-hidden', 'true');
  for (const [d, fill] of [['M0 0h32v32H0z', '#0f5f57'], ['M9 7v9M16 7v12M23 7v9M5 24c4-3 7-3 11 0s7 3 11 0', 'none']]) {
    const path = document.createElementNS(SVG, 'path');
    for (const [name, value] of [['d', d], ['fill', fill], ['stroke', '#fff'], ['stroke-width', fill === 'none' ? '2.5' : '0']]) path.setAttribute(name, value);
    svg.append(path);
  }
  return svg;
}

/** @param {() => void} start */
export function makePoster(start) {
  const poster = make('section', 'poster', 'poster');
  const title = make('p', 'title', 'title');
  const lead = make('p', 'lead');
  const soft = make('p', 'soft');
  const acts = make('div', 'acts');
  const button = make('button', '', 'start');
  const slot = make('slot', '');
  const link = make('a', '', 'link');
  button.type = 'button';
  button.addEventListener('click', start);
  link.target = '_blank';
  link.rel = 'noopener';
  slot.append(link);  // the clinic's own link takes its place
  acts.append(button, slot);
  poster.append(brand(), title, lead, soft, acts);
  return {
    poster,
    /** @param {string} language @param {string} page address of the consultation on a page of its own @param {boolean} loading */
    write(language, page, loading) {
      const said = words[language];
      poster.lang = language;
      poster.dir = said.direction;
      poster.setAttribute('aria-label', said.title);
      title.textContent = said.title;
      lead.textContent = said.lead;
      soft.textContent = said.privacy;
      button.textContent = loading ? said.loading : said.start;
      if (loading) button.setAttribute('aria-disabled', 'true');
      else button.removeAttribute('aria-disabled');
      link.textContent = said.page;
      link.href = page;
    },
  };
}
