// What the program must know about the screen: its size, pixel ratio and text size, the scroll position, and what the
// person prefers. Each is told when it changes.
// @ts-check

/** @typedef {import('./engine.mjs').Engine} Engine */

const MAX_RATIO = 3;
const MAX_PIXELS = 16_000_000;  // a canvas beyond this is refused by some phones

/** @param {Engine} engine @param {HTMLElement} page @param {HTMLCanvasElement} canvas @param {() => void} changed */
export function watchScreen(engine, page, canvas, changed) {
  let last = '';
  const tell = () => {
    const [width, height] = [page.clientWidth, canvasHeight(canvas)];
    const size = [width, height, pixelRatio(width, height), textScale()];
    const fills = document.documentElement.dataset.embedded === undefined;  // there the frame is as tall as the page
    if (`${size} ${fills}` === last || width === 0) return;
    last = `${size} ${fills}`;
    engine.resize(size[0], size[1], size[2], size[3], fills);
    changed();
  };
  const observer = new ResizeObserver(tell);
  observer.observe(page);
  observer.observe(canvas);
  observer.observe(textProbe());
  window.addEventListener('resize', tell);
  watchRatio(tell);
  watchPinch(tell);
  tell();
}

/** The canvas is as tall as the window; before it is shown, the window says how tall. @param {HTMLCanvasElement} canvas */
const canvasHeight = (canvas) => canvas.clientHeight || window.innerHeight;

/** Zooming in with two fingers asks for more pixels, once the fingers are off. @param {number} width @param {number} height */
function pixelRatio(width, height) {
  const wanted = window.devicePixelRatio * (window.visualViewport?.scale ?? 1);
  const affordable = Math.sqrt(MAX_PIXELS / Math.max(1, width * height));
  return Math.min(wanted, MAX_RATIO, affordable);
}

function textScale() {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Math.min(2, Math.max(1, size / 16));
}

/** Changes its size with the person's text size. */
function textProbe() {
  return /** @type {HTMLElement} */ (document.getElementById('text-probe'));
}

/** @param {() => void} tell */
function watchRatio(tell) {
  const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
  query.addEventListener('change', () => {
    tell();
    watchRatio(tell);
  }, { once: true });
}

/** @param {() => void} tell */
function watchPinch(tell) {
  let timer = 0;
  window.visualViewport?.addEventListener('resize', () => {
    clearTimeout(timer);
    timer = window.setTimeout(tell, 250);
  });
}

/** @param {Engine} engine @param {() => void} changed */
export function watchScroll(engine, changed) {
  const tell = () => {
    if (document.documentElement.dataset.embedded !== undefined) return;  // guest.mjs says where the view is
    engine.scroll(window.scrollY);
    changed();
  };
  window.addEventListener('scroll', tell, { passive: true });
}

/** @param {Engine} engine @param {() => void} changed */
export function watchPreferences(engine, changed) {
  const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(prefers-reduced-motion: reduce)']
    .map((query) => window.matchMedia(query));
  const tell = () => {
    engine.prefer(queries[0].matches, queries[1].matches, queries[2].matches);
    changed();
  };
  for (const query of queries) query.addEventListener('change', tell);
  tell();
}

const DAY_ENDS = 50;  // ms after midnight: timers may come early
const PRESENCE = ['pointerdown', 'keydown', 'click', 'input', 'focus', 'pageshow', 'storage'];  // storage: a draft of another tab has its day

/** @param {Date} now the next midnight, which where clocks change is not always a day later, nor always at zero */
const untilMidnight = (now) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime() - now.getTime();

/**
 * A page left open overnight must not count from yesterday: the day is told at midnight; and because timers stand still while a
 * device sleeps, and clocks are set, before the first touch and whenever the page is seen again.
 * @param {Engine} engine @param {() => void} changed
 */
export function watchDay(engine, changed) {
  let day = new Date().toDateString();
  let timer = 0;
  const look = () => {
    const now = new Date();
    clearTimeout(timer);
    timer = window.setTimeout(look, untilMidnight(now) + DAY_ENDS);
    if (day === now.toDateString()) return;
    day = now.toDateString();
    engine.tellDay();
    changed();
  };
  for (const name of PRESENCE) window.addEventListener(name, look, { capture: true, passive: true });
  for (const name of ['visibilitychange', 'resume']) document.addEventListener(name, look);
  look();
}
