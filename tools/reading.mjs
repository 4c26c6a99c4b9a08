// The pages that people read without WebAssembly (Lockdown Mode, an old browser): what there is to learn, what to ask, when to
// get help. They are the living document itself: the program runs here as it does in a browser, the mirror writes its
// elements into a document without a window, and what needs the program (buttons, lists, sliders) is left out.
import { readFileSync } from 'node:fs';
import { openProgram, pretendBrowser } from './program.mjs';

/** Where each of the program's pages is found, below read/LANGUAGE/. */
const FIXED = new Map([['learn', 'index.html'], ['help', 'help.html'], ['about', 'about.html'], ['accessibility', 'accessibility.html']]);

/** @param {string} path "learn/pain" @returns {string | undefined} "pain.html" */
export const fileOf = (path) => FIXED.get(path) ?? /^learn\/([a-z-]+)$/.exec(path)?.[1].concat('.html');

const HTML = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text) => text.replace(/[&<>"]/g, (letter) => HTML[letter]);

/**
 * A page as a file of the site.
 * @param {string} template web/read/page.html @param {Awaited<ReturnType<typeof readingPages>>[number]} page
 * @param {{names: Map<string, string>, policy: string, languages: Record<string, string>, label: string}} site  languages: their own names
 */
export function asFile(template, page, { names, policy, languages, label }) {
  const others = Object.entries(languages).filter(([code]) => code !== page.language)
    .map(([code, name]) => `<a class="link" data-look="text" lang="${code}" hreflang="${code}" href="../${code}/${page.file}">${escape(name)}</a>`);
  const parts = {
    language: page.language, direction: page.direction, policy, title: escape(page.title), body: page.body, languages: escape(label),
    others: others.join('\n'),
  };
  return template.replace(/\{\{(?:file:)?([^{}]+)\}\}/g, (all, name) => (all.startsWith('{{file:') ? names.get(name) : parts[name]) ?? all);
}

/**
 * @param {{module: string, wasm: Buffer, files: Map<string, Buffer>, languages: string[], drawn: (image: string, computed: boolean) => string}} site
 *   files: content.json, figures.json, text/LANGUAGE.json and the fonts; drawn: the address of a picture from a page
 * @returns {Promise<{pages: {language: string, path: string, file: string, title: string, direction: string, body: string}[],
 *   computed: Record<string, string>}>} computed: pictures that have no file, by name; their pixels in base 64
 */
export async function readingPages(site) {
  const document = pretendBrowser();
  const [{ PAGE_FLAGS }, { default: create }] = await Promise.all([import('../web/records.mjs'), import(site.module)]);
  const pages = [];
  /** @type {Record<string, string>} */
  const computed = {};
  for (const language of site.languages) {
    const reader = await openReader({ site, language, document, create, turned: PAGE_FLAGS.rightToLeft, computed });
    const wanted = ['learn', ...reader.topics(), 'help', 'about', 'accessibility'];
    for (const path of wanted) pages.push({ language, path, file: fileOf(path), ...reader.read(path) });
  }
  return { pages, computed };
}

async function openReader({ site, language, document, create, turned, computed }) {
  const shared = [...site.files].filter(([name]) => !name.startsWith('text/'));
  const files = new Map([...shared, ['text.json', site.files.get(`text/${language}.json`)], ['languages', Buffer.from(language)]]);
  const program = await openProgram({ create, wasm: site.wasm, document, files, language, path: 'learn', width: 800, height: 600 });
  const { engine, mirror, place, frame } = program;
  /** @param {string} image as for `figures.place` @returns {string} its address */
  const drawn = (image) => {
    const name = image.split(' ')[0];
    if (!(name in computed)) {
      const pixels = engine.pixels(image, ...COMPUTED);
      if (pixels) computed[name] = Buffer.from(pixels).toString('base64');
    }
    return site.drawn(name, name in computed);
  };
  return {
    topics: () => [...place.querySelectorAll('[data-look="links"] a')].map((link) => link.getAttribute('href').replace('#/', '')),
    read(path) {
      engine.navigate(path);
      frame();
      const folded = openAll(engine, mirror, frame);
      return { title: program.published.title, direction: program.published.flags & turned ? 'rtl' : 'ltr', body: stillCopy(place, folded, drawn) };
    },
  };
}

/** Unfolds all that is folded away. @returns {Map<string, string>} what the buttons said before, by key */
function openAll(engine, mirror, frame) {
  const folded = new Map();
  for (let round = 0; round < 100; round++) {
    const closed = [...mirror.entries.values()].find(({ view }) => view.root.getAttribute('aria-expanded') === 'false');
    if (!closed) return folded;
    folded.set(String(closed.node.key), closed.node.name);
    engine.event(closed.node.key, '');
    frame();
  }
  throw new Error('read: what is folded away does not stay open');
}

/** Width and height of a picture that the program computes. */
export const COMPUTED = /** @type {const} */ ([480, 300]);

const NEEDS_PROGRAM = 'button, .select, .slider, .bars, .progress, dialog, [data-look="toast"], [data-look="segments"], [data-look="stepper"]';
const MARKS = ['style', 'data-key', 'data-pinned', 'data-empty', 'data-bold', 'data-shown', 'data-image', 'data-rows', 'tabindex', 'id'];

/** The document as a text of HTML that stands still. */
function stillCopy(place, folded, drawn) {
  const copy = place.cloneNode(true);
  for (const button of copy.querySelectorAll('button[aria-expanded]')) fold(button, folded.get(button.dataset.key) ?? button.textContent);
  for (const element of copy.querySelectorAll(NEEDS_PROGRAM)) element.remove();
  for (const figure of copy.querySelectorAll('.figure[data-image]')) addPicture(figure, drawn);
  for (const img of copy.querySelectorAll('img:not([src])')) img.remove();
  for (const link of copy.querySelectorAll('a[href^="#/"]')) lead(link);
  const named = new Set([...copy.querySelectorAll('[aria-labelledby]')].map((element) => element.getAttribute('aria-labelledby')));
  for (const element of copy.querySelectorAll('*')) {
    for (const mark of MARKS) if (mark !== 'id' || !named.has(element.id)) element.removeAttribute(mark);
    if (element.hasAttribute('hidden')) element.remove();
  }
  copy.querySelector('[data-look="skip"]').setAttribute('href', '#content');
  copy.querySelector('h1').id = 'content';
  for (const empty of copy.querySelectorAll('div.section')) if (!empty.textContent.trim() && !empty.querySelector('img')) empty.remove();
  return copy.innerHTML;
}

/** A button and what it opened become what HTML itself can open. */
function fold(button, label) {
  const note = button.nextElementSibling;
  if (note?.dataset.look !== 'note') return;
  const details = button.ownerDocument.createElement('details');
  const summary = button.ownerDocument.createElement('summary');
  summary.textContent = label;
  details.className = 'section';
  button.replaceWith(details);
  details.append(summary, note);
}

function addPicture(figure, drawn) {
  const address = drawn(figure.getAttribute('data-image'));
  figure.removeAttribute('role');
  const img = figure.ownerDocument.createElement('img');
  img.className = 'picture figure';
  img.setAttribute('src', address);
  img.setAttribute('alt', figure.getAttribute('aria-label') ?? '');
  figure.removeAttribute('aria-label');
  figure.replaceChildren(img);
}

/** To another page to read when there is one, else to the living one. */
function lead(link) {
  const path = link.getAttribute('href').slice(2);
  link.setAttribute('href', fileOf(path) ?? `../../index.html#/${path}`);
}
