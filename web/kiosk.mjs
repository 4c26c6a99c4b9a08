// What a device remembers of being a shared tablet (kiosk), for each pack that made it one: that it is one, so that it never opens as
// an ordinary page when the pack comes broken, and how many wrong PINs were given in a row, so that loading the page again takes
// nothing off. Nothing of it is of a person, so clearing leaves it (wipe.mjs). Where the browser stores nothing it is not remembered.
// @ts-check

export const KIOSK = 'needlewise:kiosk:';

/** @typedef {{wrong: number, until: number}} Pins  wrong ones in a row; until when none is taken, ms */

const LONGEST_WAIT = 900_000;  // ms, as the program knows it: a clock that was set back lets nobody wait for longer

export class KioskMemory {
  /**
   * @param {object} with_
   * @param {() => Storage | null} with_.storage which may throw when it is only looked at
   * @param {string} with_.scope as of keep.mjs @param {() => number} [with_.now]
   */
  constructor({ storage, scope, now = () => Date.now() }) {
    this.storage = storage;
    this.key = KIOSK + scope;
    this.now = now;
  }

  /** @returns {Pins | null} nothing: it is no kiosk, as far as this device remembers */
  read() {
    try {
      const text = this.storage()?.getItem(this.key) ?? null;
      return text === null ? null : pinsIn(text);
    } catch {
      return null;
    }
  }

  /** @param {Pins | null} pins */
  write(pins) {
    try {
      if (pins) this.storage()?.setItem(this.key, JSON.stringify(pins));
      else this.storage()?.removeItem(this.key);
    } catch { /* then it is known for as long as the page is there */ }
  }

  /** Whether this device was a kiosk the last time. */
  known() { return this.read() !== null; }

  /** The program has read the pack. @param {boolean} kiosk */
  settle(kiosk) {
    if (!kiosk) this.write(null);
    else if (!this.known()) this.write({ wrong: 0, until: 0 });
  }

  /** @param {number} wrong in a row @param {number} seconds for which none is taken */
  count(wrong, seconds) {
    const before = this.read();
    if (before?.wrong !== wrong) this.write({ wrong, until: seconds > 0 ? this.now() + seconds * 1000 : 0 });
  }

  /** As the program is told it: "WRONG SECONDS". */
  told() {
    const { wrong, until } = this.read() ?? { wrong: 0, until: 0 };
    const left = until === 0 ? 0 : Math.min(Math.max(0, until - this.now()), LONGEST_WAIT);
    return `${wrong} ${Math.ceil(left / 1000)}`;
  }
}

/** Whatever stands there says that this is a kiosk. @param {string} text @returns {Pins} */
function pinsIn(text) {
  try {
    const { wrong, until } = JSON.parse(text);
    if (Number.isSafeInteger(wrong) && wrong >= 0 && Number.isFinite(until)) return { wrong: Math.min(wrong, 1000), until };
  } catch { /* changed by somebody */ }
  return { wrong: 0, until: 0 };
}
