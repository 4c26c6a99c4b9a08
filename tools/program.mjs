// The program in node: the module and the mirror as in a browser, in a document without a window. tools/reading.mjs writes pages
// with it, tools/split.mjs watches what it uses.
import { parseHTML } from 'linkedom';

/** As much of a browser as the program and the mirror ask for until the program paints. */
export function pretendBrowser() {
  const { document, window } = parseHTML('<!doctype html><html><body><canvas id="canvas"></canvas><div id="mirror"></div></body></html>');
  for (const name of ['HTMLElement', 'HTMLInputElement', 'HTMLFormElement', 'Element']) globalThis[name] = window[name];
  // What a browser writes into the document when it is told so, and this one does not.
  for (const [name, attribute] of /** @type {const} */ ([['htmlFor', 'for'], ['value', 'value'], ['max', 'max']])) {
    Object.defineProperty(window.HTMLElement.prototype, name, {  // labels and progress have no class of their own here
      configurable: true, get() { return this.getAttribute(attribute) ?? ''; }, set(value) { this.setAttribute(attribute, value); },
    });
  }
  Object.defineProperty(window.HTMLSelectElement.prototype, 'value', {
    configurable: true, get: () => '',
    set(value) { for (const option of this.querySelectorAll('option')) option.toggleAttribute('selected', option.getAttribute('value') === value); },
  });
  Object.assign(window, { devicePixelRatio: 1, innerWidth: 800, innerHeight: 600 });
  Object.assign(globalThis, {
    document, window, screen: { width: 800, height: 600 },
    HTMLDialogElement: class {}, HTMLTextAreaElement: class {},
  });
  return document;
}

/**
 * The program, started on a page; `frame` lays out, publishes and paints.
 * @param {{create: Function, wasm: BufferSource, document: Document, files: Map<string, Uint8Array>, language: string, path: string, width: number, height: number, needRest?: () => void}} options
 *   create: what the script of the module exports; files: by the names that the program knows; needRest: where the page to come needs more than is there
 */
export async function openProgram({ create, wasm, document, files, language, path, width, height, needRest = () => {} }) {
  const [{ Engine }, { Mirror }, { decode }] = await Promise.all(['engine', 'mirror', 'records'].map((name) => import(`../web/${name}.mjs`)));
  const place = document.getElementById('mirror');
  place.replaceChildren();
  const mirror = new Mirror(place);
  const program = { engine: null, mirror, place, published: null, instance: null, asked: new Map(), frame: () => {} };
  const nothing = () => {};
  const host = {
    publish(bytes) { mirror.update(program.published = decode(bytes)); },
    needRest, showPath: nothing, focus: nothing, announce: nothing, requestWords: nothing, request: (what, name) => program.asked.set(what, name), setText: () => [0, 0, 1],  // where things stand is not kept
  };
  const module = await create({
    canvas: document.getElementById('canvas'), host, print: nothing, printErr: nothing,
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(wasm, imports).then(({ instance, module: compiled }) => {
        program.instance = instance;
        done(instance, compiled);
      });
      return {};
    },
  });
  const engine = new Engine(module, host);
  program.engine = engine;
  for (const [name, bytes] of files) engine.load(name, bytes);
  engine.start(language, path);
  engine.resize(width, height, 1, 1, false);
  let clock = 0;
  program.frame = () => engine.frame(clock += 1);
  program.frame();
  return program;
}
