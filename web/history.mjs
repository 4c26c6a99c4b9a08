// The address and the page: "#/questions/goal" is the page "questions/goal". Every page has its place in the history;
// going back keeps the answers, because only the page changes and never the document.
//
// In a frame all pages share one place. A frame's places are places of the whole tab: twenty-five questions would be twenty-five
// times "back" before somebody leaves the clinic's page, and a frame that goes takes its places along half-way through them.
// @ts-check

/**
 * Decoded once: mail programs write "#%2Fopen%2F…". What cannot be decoded stays as it is, and names no page.
 * @param {string} hash
 */
export function pathOf(hash) {
  const written = hash.replace(/^#/, '');
  let path = written;
  try {
    path = decodeURIComponent(written);
  } catch { /* a broken escape */ }
  return path.replace(/^\//, '');
}

/** @param {string} path */
export const hashOf = (path) => `#/${encodeURI(path)}`;

export class History {
  /** @param {(path: string) => void} navigate @param {boolean} inFrame */
  constructor(navigate, inFrame) {
    this.navigate = navigate;
    this.inFrame = inFrame;
    this.restoring = false;  // the browser moved first: the next page shown takes the entry that is already there
    /** @type {number | null} */
    this.top = null;         // where the page to come was scrolled to
    this.path = '';
    if (!inFrame) window.history.scrollRestoration = 'manual';
    window.addEventListener('popstate', (event) => this.moved(event.state?.top ?? 0));
    window.addEventListener('hashchange', () => this.moved(0));
  }

  /** @param {number} top */
  moved(top) {
    const path = pathOf(location.hash);
    if (path === this.path) return;
    this.path = path;
    this.restoring = true;
    this.top = top;
    this.navigate(path);
  }

  /** @param {string} path @param {boolean} replace */
  show(path, replace) {
    const here = this.restoring || replace || path === this.path || this.inFrame;
    this.path = path;
    if (path === '' && location.hash === '') return;  // the address people typed stays as it is
    if (here) return window.history.replaceState(window.history.state, '', hashOf(path));
    this.remember();
    window.history.pushState({ top: 0 }, '', hashOf(path));
  }

  /** A link is followed by the browser, but in a frame: there it would make a place in the history. @param {MouseEvent} event */
  follow(event) {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.defaultPrevented) return;
    const path = link.getAttribute('href') ?? '';
    if (!this.inFrame) return this.remember();
    if (!path.startsWith('#/') || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.navigate(pathOf(path));
  }

  /** Remembers how far down the person was, before another page comes. */
  remember() {
    window.history.replaceState({ top: window.scrollY }, '');
  }

  /** The frame after a move has shown what there is to show. */
  settle() { this.restoring = false; }

  /** Where to scroll to on the page just shown. */
  takeTop() {
    const top = this.top ?? 0;
    this.top = null;
    return top;
  }
}
