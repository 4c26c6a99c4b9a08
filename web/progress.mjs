// How much of what was asked for has arrived, for those who wait on a slow line. The build writes into <html> how large each file
// is and how much of that travels.
// @ts-check

/** @typedef {{whole: number, sent: number, arrived: number}} Part  bytes */

class Progress {
  constructor() {
    /** @type {Record<string, [whole: number, sent: number]>} */
    this.sizes = JSON.parse(document.documentElement.dataset.sizes ?? '{}');
    /** @type {Map<string, Part>} */
    this.parts = new Map();
  }

  /** A file that is asked for, perhaps once more. @param {string} name @returns {(bytes: number) => void} told of what arrives */
  of(name) {
    const [whole, sent] = this.sizes[name] ?? [0, 0];
    const part = { whole, sent, arrived: 0 };
    this.parts.set(name, part);
    return (bytes) => {
      part.arrived += bytes;
      this.show();
    };
  }

  show() {
    const bar = document.querySelector('#arriving progress');
    const words = document.querySelector('#arriving span');
    if (!(bar instanceof HTMLProgressElement) || !words) return;  // the page is there
    const parts = [...this.parts.values()];
    const all = parts.reduce((sum, { sent }) => sum + sent, 0);
    const done = parts.reduce((sum, { whole, sent, arrived }) => sum + sent * Math.min(1, arrived / Math.max(1, whole)), 0);
    bar.max = Math.max(1, all);
    bar.value = done;
    words.textContent = `${Math.round(done / 1000)} / ${Math.round(all / 1000)} kB`;
  }
}

export const progress = new Progress();
