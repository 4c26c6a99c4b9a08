// What this browser keeps of a person's answers, so that a reload or a phone that empties its memory loses nothing: in this tab, until
// it is closed, they are cleared or nobody has changed them for a day; and on this device, when the person asks for it. The text is the
// program's own, which reads it as carefully as a link. Storage may be absent, full, denied or changed by somebody: nothing of it
// ever keeps the page from starting, and what cannot be written is not kept.
// @ts-check
import { dayOf } from './clock.mjs';

/** @typedef {{form: number, at: number, answers: string, sent: string}} Kept  at: ms; answers: see kept_text in src/core/form/answers_link.h; sent: see SENT */

const FORM = 1;  // of what is kept; another one is not read
export const DAY = 24 * 60 * 60 * 1000;
const LONGEST = 1_100_000;  // characters: more than the program reads
const SENT = /^((form-)?(tried|sent|sending|changed) ?){1,4}$/;  // see sent_words in src/core/journey/keeping.h
const UNREADABLE = '?';     // for the program, which says so
const TAB = 'needlewise:answers:', DEVICE = 'needlewise:draft:';  // wipe.mjs clears whatever begins like this

/**
 * Answers to other questions stay apart: of another clinic, another questionnaire, or another copy of this site.
 * @param {{pathname: string, search: string}} address @param {string} frame the name of the frame, where this page is in one
 */
export function scopeOf(address, frame) {
  const given = new URLSearchParams(address.search);
  const own = new URLSearchParams();
  for (const name of ['pack', 'questionnaire']) if (given.has(name)) own.set(name, given.get(name) ?? '');
  if (frame) own.set('frame', frame);
  return [address.pathname.replace(/[^/]*$/, ''), String(own)].filter(Boolean).join('?');
}

/** @param {string} text @returns {Kept | null} */
function parsed(text) {
  if (text.length > LONGEST) return null;
  try {
    const { form, at, answers, sent } = JSON.parse(text);
    const fits = form === FORM && Number.isFinite(at) && Math.abs(at) < 8e15 && typeof answers === 'string' && answers !== '';
    return fits ? { form, at, answers, sent: SENT.test(sent) ? sent : '' } : null;
  } catch {
    return null;
  }
}

/** @param {() => Storage | null} storage which may throw when it is only looked at */
function shelf(storage) {
  return {
    /** @param {string} key @returns {string | null} */
    read(key) {
      try {
        return storage()?.getItem(key) ?? null;
      } catch {
        return null;
      }
    },
    /** @param {string} key @param {string} text @returns {boolean} whether it is kept; if not, nothing is */
    write(key, text) {
      try {
        const here = storage();
        if (text) here?.setItem(key, text);
        else here?.removeItem(key);
        return Boolean(here);
      } catch {
        try {
          storage()?.removeItem(key);  // rather none than an older one
        } catch { /* it is not ours to change */ }
        return false;
      }
    },
    /** @param {RegExp} wanted */
    clear(wanted) {
      try {
        const here = storage();
        for (const key of Object.keys(here ?? {})) if (wanted.test(key)) here?.removeItem(key);
      } catch { /* there is none */ }
    },
    there() {
      try {
        return Boolean(storage());
      } catch {
        return false;
      }
    },
  };
}

export class Keeper {
  /**
   * @param {object} with_
   * @param {() => Storage | null} with_.tab @param {() => Storage | null} with_.device
   * @param {string} with_.scope
   * @param {boolean} with_.keeps in this tab: no preview, no page for staff
   * @param {boolean} with_.drafts on this device: nor in somebody else's page
   * @param {(what: string, value: string) => void} with_.tell
   * @param {() => number} [with_.now]
   */
  constructor({ tab, device, scope, keeps, drafts, tell, now = () => Date.now() }) {
    this.tab = shelf(tab);
    this.device = shelf(device);
    this.tabKey = TAB + scope;
    this.deviceKey = DEVICE + scope;
    this.keeps = keeps;
    this.drafts = drafts && this.device.there();
    this.tell = tell;
    this.now = now;
    /** @type {string | null} */
    this.lastKept = null;  // in the tab, as far as this page knows
    this.refused = false;  // by the tab, of which the person has heard
    this.changedAt = 0;    // 0: there are no answers
    this.timer = 0;
  }

  /** What is there for the program, before it starts: its files by name. @returns {[string, string][]} */
  files() {
    /** @type {[string, string][]} */
    const files = [];
    if (!this.keeps) return files;
    const { answers, sent } = this.keptInTab();
    if (answers) files.push(['kept', answers]);
    if (sent) files.push(['kept/sent', sent]);
    if (!this.drafts) return files;
    files.push(['can-draft', '1']);
    const draft = this.draft(this.device.read(this.deviceKey));
    if (draft) files.push(['draft', draft]);
    return files;
  }

  keptInTab() {
    const text = this.lastKept = this.tab.read(this.tabKey);
    if (text === null) return { answers: '', sent: '' };
    const kept = parsed(text);
    if (!kept) return { answers: UNREADABLE, sent: '' };
    if (Math.abs(this.now() - kept.at) < DAY) {  // a time to come was not written by this clock
      this.watch(kept.at);
      return kept;
    }
    this.put('');
    return { answers: '', sent: '' };
  }

  /** The draft as the program is told it: with its day. @param {string | null} text */
  draft(text) {
    if (text === null) return '';
    const kept = parsed(text);
    return kept ? `${dayOf(kept.at)} ${kept.answers}` : UNREADABLE;
  }

  /** What the program asks for; see src/platform/platform.h. @param {string} what @param {string} name @param {string} text */
  request(what, name, text) {
    if (what === 'keep') this.keep(text, name);
    else if (what === 'draft') this.keepDraft(name === 'keep' ? text : '', name === 'keep');
    else if (what === 'keep-nothing') this.keepNothing();
  }

  /** @param {string} text @param {string} sent whether they went to the clinic */
  keep(text, sent) {
    if (!this.keeps) return;
    const before = this.lastKept === null ? null : parsed(this.lastKept);
    const at = before?.answers === text ? before.at : this.now();  // sending changes no answer: they end when they would have ended
    const there = this.put(text && this.record(text, at, sent));
    this.watch(text ? at : 0);
    if (text && !there && !this.refused) this.tell('refused', 'tab');
    this.refused ||= text !== '' && !there;
  }

  /** @param {string} record @returns {boolean} whether storage took it */
  put(record) {
    const there = this.tab.write(this.tabKey, record);
    this.lastKept = there && record ? record : null;
    return there;
  }

  /** @param {string} text @param {boolean} wanted */
  keepDraft(text, wanted) {
    if (!this.drafts) return;
    const kept = this.device.write(this.deviceKey, text && this.record(text, this.now()));
    if (wanted && !(kept && text)) this.tell('refused', 'draft');
  }

  /** This is a shared tablet: whatever was kept before it became one goes. */
  keepNothing() {
    this.keeps = this.drafts = false;
    this.tab.clear(new RegExp(`^${TAB}`));
    this.device.clear(new RegExp(`^${DEVICE}`));
    this.watch(0);
  }

  /** @param {string} answers @param {number} at @param {string} [sent] */
  record(answers, at, sent) { return JSON.stringify({ form: FORM, at, answers, ...(sent && { sent }) }); }

  // ---- Later ----------------------------------------------------------------------------------------------------------

  /** @param {number} changedAt */
  watch(changedAt) {
    this.changedAt = changedAt;
    clearTimeout(this.timer);
    if (changedAt > 0) this.timer = window.setTimeout(() => this.check(), Math.max(0, changedAt + DAY - this.now()));
  }

  /** A day without a change: the page that is still open forgets them too. Timers stand still while a device sleeps, come early, and clocks are set back. */
  check() {
    if (this.changedAt === 0) return;
    const now = this.now();
    if (now - this.changedAt < DAY) return this.watch(Math.min(now, this.changedAt));
    this.put('');
    this.watch(0);
    this.tell('kept-ended', '');
  }

  /** While the page is open. @param {boolean} inFrame */
  listen(inFrame) {
    document.addEventListener('visibilitychange', () => { if (!document.hidden) this.check(); });
    window.addEventListener('storage', (event) => {  // another tab of this browser
      if (this.drafts && (event.key === this.deviceKey || event.key === null)) this.tell('draft', this.draft(event.key === null ? null : event.newValue));
    });
    window.addEventListener('pageshow', (event) => {  // the browser kept this page, but its answers were changed or cleared since
      if (event.persisted && this.keeps && this.tab.read(this.tabKey) !== this.lastKept) window.location.reload();
    });
    if (inFrame) this.listenForTheEnd();
  }

  /**
   * A frame that is taken out of its page leaves nothing. A page that is left as a whole is asked before, a frame that is taken out is not;
   * where the browser never asks, a reload of the page around it loses the answers.
   */
  listenForTheEnd() {
    let asked = false;
    window.addEventListener('beforeunload', () => { asked = true; });
    window.addEventListener('pageshow', () => { asked = false; });
    window.addEventListener('pagehide', (event) => {
      if (!event.persisted && !asked) this.tab.write(this.tabKey, '');
    });
  }
}
