// Turning pages while staff present: the keys that remotes send, and swipes. What a control needs for itself stays its own:
// arrows in fields and sliders, swipes on sliders, everything with a modifier key.
// @ts-check

const FAR = 60;        // px of a swipe
const QUICK = 1500;    // ms it may take
const EDGE = 24;       // px at the sides belong to the system's own gestures

/** Where arrows and swipes have a meaning of their own. */
const OWN = 'input, select, textarea, dialog, .drawing';

/** In the plain skin: as large as fits the view, as the program does it where it paints. */
export function fitSlide() {
  const { documentElement: root } = document;
  for (const larger of [2, 1.75, 1.5, 1.25, 1.1, 1, 0.9, 0.8]) {
    root.style.setProperty('--shown', String(larger));
    if (root.scrollHeight <= window.innerHeight) return;
  }
  root.style.removeProperty('--shown');
}

/** @param {KeyboardEvent} event @returns {'next' | 'back' | ''} */
function meant(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing) return '';
  const turned = document.documentElement.dir === 'rtl';
  const words = { PageDown: 'next', PageUp: 'back', ArrowRight: turned ? 'back' : 'next', ArrowLeft: turned ? 'next' : 'back' };
  return /** @type {'next' | 'back' | ''} */ (words[/** @type {keyof typeof words} */ (event.key)] ?? '');
}

/**
 * @param {HTMLElement} page
 * @param {() => {presenting: boolean, drawing: boolean}} state
 * @param {(what: string, value: string) => void} tell
 */
export function listenForTurns(page, state, tell) {
  document.addEventListener('keydown', (event) => {
    if (!state().presenting || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    if (event.key === 'Escape' && state().drawing) return tell('draw', '0');
    const turn = meant(event);
    if (!turn || (event.target instanceof Element && event.target.closest(OWN))) return;
    event.preventDefault();
    tell('turn', turn);
  });

  /** @type {{id: number, x: number, y: number, time: number} | null} */
  let swipe = null;
  page.addEventListener('pointerdown', (event) => {
    const alone = swipe === null && event.isPrimary && event.pointerType === 'touch';
    const inside = event.clientX > EDGE && event.clientX < window.innerWidth - EDGE;
    const free = !(event.target instanceof Element && event.target.closest(OWN)) && (window.visualViewport?.scale ?? 1) < 1.05;
    swipe = state().presenting && !state().drawing && alone && inside && free
      ? { id: event.pointerId, x: event.clientX, y: event.clientY, time: event.timeStamp } : null;
  });
  page.addEventListener('pointercancel', () => { swipe = null; });  // the browser scrolls or zooms instead
  page.addEventListener('pointerup', (event) => {
    const begun = swipe;
    swipe = null;
    if (begun?.id !== event.pointerId) return;
    const [across, down] = [event.clientX - begun.x, event.clientY - begun.y];
    if (Math.abs(across) < FAR || Math.abs(across) < 2 * Math.abs(down) || event.timeStamp - begun.time > QUICK) return;
    tell('turn', across < 0 === (document.documentElement.dir !== 'rtl') ? 'next' : 'back');
  });
}
