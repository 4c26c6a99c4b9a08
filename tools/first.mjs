// The first pages as they stand in index.html: home and the first question, written by the program and the mirror themselves, so that
// they are read, and answered, before the program has arrived. web/still.mjs puts them into the person's language and
// keeps what is done on them; the program then takes their place.
import { openProgram, pretendBrowser } from './program.mjs';

/** The link on the first page that leads to the first question. */
const QUESTION = '[data-look="links"] a[data-look="primary"]';

/** What index.html says of its own when the program is late or does not start. */
const WORDS = ['format.direction', 'trouble.late.title', 'trouble.late.text', 'trouble.reload', 'trouble.read', 'trouble.title', 'trouble.text'];

/**
 * @param {{module: string, wasm: Buffer, files: Map<string, Buffer>, languages: string[]}} site as for readingPages
 * @returns {Promise<{html: string, texts: Record<string, {texts: string[], [word: string]: unknown}>}>} html: in English; texts: of every other
 *   language, those of the html in their order, and WORDS by name
 */
export async function firstPages(site) {
  const document = pretendBrowser();
  const [{ figures }, { default: create }] = await Promise.all([import('../web/figures.mjs'), import(site.module)]);
  const svg = JSON.parse(site.files.get('figures.json').toString()).svg;
  const copies = new Map();
  for (const language of site.languages) {
    const shared = [...site.files].filter(([name]) => !name.startsWith('text/'));
    const files = new Map([...shared, ['text.json', site.files.get(`text/${language}.json`)], ['languages', Buffer.from(site.languages.join(' '))]]);
    const program = await openProgram({ create, wasm: site.wasm, document, files, language, path: '', width: 390, height: 844 });
    const copy = () => {
      for (const [picture, image] of figures.wanted) markPicture(picture, image, svg);
      return bareCopy(program.place);
    };
    const home = copy();
    const path = home.querySelector(QUESTION).getAttribute('href').replace('#/', '');
    program.engine.navigate(path);
    program.frame();
    const words = JSON.parse(site.files.get(`text/${language}.json`).toString());
    copies.set(language, { place: together(document, home, copy(), path), words: Object.fromEntries(WORDS.map((name) => [name, words[name]])) });
  }
  const { place } = copies.get('en');
  const number = textsOf(place).length;
  const texts = {};
  for (const [language, copy] of copies) {
    texts[language] = { ...copy.words, texts: textsOf(copy.place) };
    if (texts[language].texts.length !== number) throw new Error(`first: the first pages have ${number} texts in English and ${texts[language].texts.length} in "${language}"`);
  }
  delete texts.en;
  return { html: place.innerHTML, texts };
}

/** Which drawing an image is to show once the drawings are there, and the room it takes. */
function markPicture(picture, image, svg) {
  const [, , width, height] = /viewBox="([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+)"/.exec(svg[image.split(' ')[0]] ?? '')?.slice(1) ?? [];
  picture.setAttribute('data-drawing', image);
  if (width) for (const [name, value] of [['width', width], ['height', height]]) picture.setAttribute(name, value);
}

const MARKS = ['style', 'data-empty', 'data-bold', 'data-shown', 'data-image', 'data-options', 'data-pinned'];

/** Without what only the painted page needs; the keys stay: by them the program is told what was done. */
function bareCopy(place) {
  const copy = place.cloneNode(true);
  for (const element of copy.querySelectorAll('[hidden]')) element.remove();
  for (const element of copy.querySelectorAll('*')) {
    for (const mark of MARKS) element.removeAttribute(mark);
    if (element.getAttribute('data-key') && !element.matches('.option, .button, .select')) element.removeAttribute('data-key');
    if (element.matches('.said') && !element.textContent) element.remove();
    if (element.matches('form, select')) element.setAttribute('autocomplete', 'off');  // a reload brings nobody's answers back
  }
  return copy;
}

/** One header and one footer around both; the question answers to every address it has. */
function together(document, home, question, path) {
  const [first, second] = [home, question].map((copy) => copy.querySelector('main'));
  first.setAttribute('data-still', '');
  second.setAttribute('data-still', 'question');
  first.after(second);
  for (const address of [path, path.split('/')[0]].reverse()) {
    const mark = document.createElement('i');
    mark.id = `/${address}`;
    mark.setAttribute('class', 'still-address');
    home.prepend(mark);
  }
  return home;
}

/** Everything that is said in a language, in the order in which web/still.mjs puts it back. @returns {string[]} */
function textsOf(place) {
  const found = [];
  const visit = (node) => {
    if (node.nodeType === 3) found.push(node.textContent);
    for (const name of ['aria-label', 'alt']) found.push(node.getAttribute?.(name) ?? '');
    for (const child of node.childNodes) visit(child);
  };
  visit(place);
  return found.filter((text) => text.trim());
}
