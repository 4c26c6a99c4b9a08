// The compiled program, as JavaScript sees it. Text and bytes go in through one buffer; see src/platform/web/bridge.cpp.
// @ts-check

/**
 * @typedef {object} Host  what the program may ask of the page
 * @property {(page: Uint8Array) => void} publish
 * @property {(path: string, title: string, replace: boolean) => void} showPath
 * @property {(key: number) => void} focus
 * @property {(text: string) => void} announce
 * @property {(language: string) => void} requestWords
 * @property {(what: string, name: string, text: string) => void} request  see src/platform/platform.h
 * @property {() => void} [needRest] the page that is about to be made says what only comes with the rest (trial.mjs)
 * @property {(text: string, size: number, line: number, weight: number, width: number, language: string) => number[]} setText  see setting.mjs
 *
 * @typedef {Host & {bytes?: () => Uint8Array}} ConnectedHost
 */

/** @typedef {Pick<import('./trial.mjs').Trial, 'call' | 'answer' | 'busy'>} Calls  how the program is called */

/** While all of it is there; trial.mjs has the other way. @type {Calls} */
const AT_ONCE = { call: (work) => work(), answer: async (work) => work(), busy: false };

export class Engine {
  /** @param {any} module the started module @param {ConnectedHost} host @param {Calls} [calls] */
  constructor(module, host, calls = AT_ONCE) {
    this.module = module;
    this.host = host;
    this.calls = calls;
    this.encoder = new TextEncoder();
    this.top = 0;  // of the view, as the program knows it
  }

  /** Accents that stand by themselves are joined with their letters: the font has those. @param {...(string | Uint8Array)} parts @returns {number[]} their sizes */
  hand(...parts) {
    const all = parts.map((part) => (typeof part === 'string' ? this.encoder.encode(part.normalize('NFC')) : part));
    const at = this.module._nw_room(all.reduce((sum, part) => sum + part.length, 0));
    const memory = /** @type {() => Uint8Array} */ (this.host.bytes)();
    let offset = at;
    for (const part of all) {
      memory.set(part, offset);
      offset += part.length;
    }
    return all.map((part) => part.length);
  }

  /** Several calls as one, once all before have gone through. @template T @param {() => T} calls @returns {Promise<T>} */
  together(calls) { return this.calls.answer(calls); }

  /** Gives it the canvas, once. @returns {boolean} whether it can paint there */
  open() { return this.calls.call(() => this.module._nw_open()) === 1; }

  /** @param {string} name @param {Uint8Array} bytes */
  load(name, bytes) { this.calls.call(() => this.module._nw_load(...this.hand(name, bytes))); }

  /** @param {string} language @param {string} path */
  start(language, path) { this.calls.call(() => this.module._nw_start(...this.hand(language, path), ...today())); }

  /** @param {string} language @param {Uint8Array} bytes empty when they could not be had */
  words(language, bytes) { this.calls.call(() => this.module._nw_words(...this.hand(language, bytes))); }

  /** In place of those of a language for the first pages. @param {string} language @param {Uint8Array} bytes */
  allWords(language, bytes) { this.calls.call(() => this.module._nw_all_words(...this.hand(language, bytes))); }

  /** What later pages rest on, see bundle.mjs. @param {Uint8Array} bytes */
  moreContent(bytes) { this.calls.call(() => this.module._nw_more_content(...this.hand(bytes))); }

  /** Those of more pages, see bundle.mjs. @param {Uint8Array} bytes */
  pictures(bytes) { this.calls.call(() => this.module._nw_pictures(...this.hand(bytes))); }

  /** What the surroundings tell the program; src/core/journey/told.h lists it. @param {string} what @param {string} value */
  tell(what, value) { this.calls.call(() => this.module._nw_tell(...this.hand(what, value))); }

  tellDay() { this.calls.call(() => this.module._nw_today(...today())); }

  /** @param {number} width @param {number} height @param {number} ratio @param {number} textScale @param {boolean} fills whether a short page is made as tall as the view */
  resize(width, height, ratio, textScale, fills) { this.calls.call(() => this.module._nw_resize(width, height, ratio, textScale, +fills)); }

  /** @param {number} top */
  scroll(top) {
    this.top = top;
    this.calls.call(() => this.module._nw_scroll(top));
  }

  /** @param {boolean} dark @param {boolean} highContrast @param {boolean} reducedMotion */
  prefer(dark, highContrast, reducedMotion) { this.calls.call(() => this.module._nw_prefer(+dark, +highContrast, +reducedMotion)); }

  /** @param {number} key @param {string} value */
  event(key, value) { this.calls.call(() => this.module._nw_event(key, ...this.hand(value))); }

  /** @param {number} hovered @param {number} pressed @param {number} focused @param {boolean} focusVisible */
  interact(hovered, pressed, focused, focusVisible) { this.calls.call(() => this.module._nw_interact(hovered, pressed, focused, +focusVisible)); }

  /** @param {string} path */
  navigate(path) { this.calls.call(() => this.module._nw_navigate(...this.hand(path))); }

  /** @param {boolean} shown */
  picture(shown) { this.calls.call(() => this.module._nw_picture(+shown)); }

  /** @param {boolean} there */
  context(there) { this.calls.call(() => this.module._nw_context(+there)); }

  /**
   * A computed picture as rows of red, green, blue and alpha; nothing when there is none of that name.
   * @param {string} image @param {number} width @param {number} height @returns {Uint8ClampedArray<ArrayBuffer> | undefined}
   */
  pixels(image, width, height) {
    return this.calls.call(() => {
      const at = this.module._nw_pixels(...this.hand(image), width, height);
      if (!at) return undefined;
      const memory = /** @type {() => Uint8Array} */ (this.host.bytes)();
      return new Uint8ClampedArray(memory.slice(at, at + 4 * width * height).buffer);
    });
  }

  /** @param {number} seconds @returns {number} seconds until the next frame; negative: when something happens, or when all of the program is there */
  frame(seconds) {
    if (this.calls.busy) return -1;
    return this.calls.call(() => this.module._nw_frame(seconds)) ?? -1;
  }
}

/** The person's own day, not that of Greenwich. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()];
}
