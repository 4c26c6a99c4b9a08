// Two skins of one document. Canvas: the program paints, the document lies over it unseen. Plain: the document itself, with
// a stylesheet. Print is always plain; so is a page that waits for the rest of the program, a browser without WebGL, a page whose fonts
// did not arrive, forced colours, and whoever asks for it.
// @ts-check

export class Skin {
  /** @param {{fonts: boolean, asked: boolean, changed: (canvas: boolean, waits: boolean) => void}} options changed: waits: only until all is there */
  constructor({ fonts, asked, changed }) {
    this.changed = changed;
    this.reasons = new Set(['waits']);  // why the plain skin is shown
    this.forced = window.matchMedia('(forced-colors: active)');
    this.forced.addEventListener('change', () => this.set('forced-colors', this.forced.matches));
    for (const [reason, holds] of /** @type {[string, boolean][]} */ ([
      ['no-fonts', !fonts], ['asked', asked], ['forced-colors', this.forced.matches],
    ])) if (holds) this.reasons.add(reason);
    this.apply();
  }

  /** @param {string} reason @param {boolean} holds */
  set(reason, holds) {
    if (this.reasons.has(reason) === holds) return;
    if (holds) this.reasons.add(reason);
    else this.reasons.delete(reason);
    this.apply();
  }

  apply() {
    const canvas = this.reasons.size === 0;
    document.documentElement.dataset.skin = canvas ? 'canvas' : 'plain';
    sheet('canvas').media = canvas ? 'screen' : 'not all';
    sheet('plain').media = canvas ? 'print' : 'all';
    this.changed(canvas, this.reasons.size === 1 && this.reasons.has('waits'));
  }
}

/**
 * Every stylesheet that is not there once more, past all copies: the browser takes none that came spoiled (`integrity`).
 * @returns {Promise<boolean>} whether that of the canvas is there
 */
export async function styles() {
  await Promise.all([.../** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll('link[rel="stylesheet"]'))].map(again));
  return sheet('canvas').sheet !== null;
}

/** @param {HTMLLinkElement} link */
async function again(link) {
  if (!link.sheet && !performance.getEntriesByName(link.href).length) await settled(link);  // it is on its way
  if (link.sheet) return;
  await fetch(link.href, { cache: 'reload' }).catch(() => {});
  const next = /** @type {HTMLLinkElement} */ (link.cloneNode());
  const came = settled(next);
  link.replaceWith(next);
  await came;
}

/** @param {HTMLLinkElement} link */
const settled = (link) => new Promise((resolve) => {
  for (const end of ['load', 'error']) link.addEventListener(end, resolve);
});

/** @param {string} name */
const sheet = (name) => /** @type {HTMLLinkElement} */ (document.getElementById(`${name}-skin`));

/** Some browsers and extensions throw where they would refuse. @param {HTMLCanvasElement} canvas */
export function neverThrowing(canvas) {
  const { getContext } = canvas;
  canvas.getContext = /** @type {typeof getContext} */ ((/** @type {unknown[]} */ ...wanted) => {
    try {
      return Reflect.apply(getContext, canvas, wanted);
    } catch {
      return null;
    }
  });
}

/** @param {HTMLCanvasElement} canvas @param {(there: boolean) => void} tell */
export function watchContext(canvas, tell) {
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();  // without this it never comes back
    tell(false);
  });
  canvas.addEventListener('webglcontextrestored', () => tell(true));
}

/** The colours the program paints with, for the few things the browser draws. @param {string} theme "page #rrggbb;…" */
export function wearTheme(theme) {
  const style = document.documentElement.style;
  for (const pair of theme.split(';')) {
    const [use, colour] = pair.split(' ');
    if (colour) style.setProperty(`--${use}`, colour);
  }
}
