// The address and the page: "#/questions/goal" is the page "questions/goal". Every page has its place in the history;
// going back keeps the answers, because only the page changes and never the document.
// @ts-check

/** @param {string} hash */
export const pathOf = (hash) => decodeURI(hash.replace(/^#\/?/, ''));

/** @param {string} path */
export const hashOf = (path) => `#/${encodeURI(path)}`;

export class History {
  /** @param {(path: string) => void} navigate */
  constructor(navigate) {
    this.navigate = navigate;
    this.restoring = false;  // the browser moved first: the next page shown takes the entry that is already there
    /** @type {number | null} */
    this.top = null;         // where the page to come was scrolled to
    this.path = '';
    window.history.scrollRestoration = 'manual';
    window.addEventListener('popstate', (event) => this.moved(event.state?.top ?? 0));
    window.addEventListener('hashchange', () => this.moved(0));
  }

  /** @param {number} top */
  moved(top) {
    let path = '';
    try {
      path = pathOf(location.hash);
    } catch {
      path = '';  // not an address of ours
    }
    if (path === this.path) return;
    this.path = path;
    this.restoring = true;
    this.top = top;
    this.navigate(path);
  }

  /** @param {string} path @param {boolean} replace */
  show(path, replace) {
    const here = this.restoring || replace || path === this.path;
    this.path = path;
    if (path === '' && location.hash === '') return;  // the address people typed stays as it is
    if (here) return window.history.replaceState(window.history.state, '', hashOf(path));
    this.remember();
    window.history.pushState({ top: 0 }, '', hashOf(path));
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
