// The preview: the site itself in a frame, at the size of a phone, a tablet or a window, with the pack as it is now. It is loaded
// anew a moment after a change, on the page it was on.
// @ts-check
import { ASK, PACK } from '../preview.mjs';
import { h, offer } from './fields.mjs';

/** The answers of a made-up person, as a link that opens them; her name in the tests is Priya. */
const PERSON = 'open/1.R07-67X.X3N-GES.REG-MVG.J4G-0NE.ARA-9DE.5C4-XBB.SAR-36Q.PJH-Y61.J0B-Y2P.310-2QB.XYG-50D.712-VME.7M0-RKM.5ZS-WTV.QWG-GXQ.XW3-CM7.VAE-V1D.ZG1-Y2P.N2T-Y2P.048-Y2P.ZVY-Y2P.57Y-Y2P.0DR-RD2.ACW-Y2P.M19-JYK.CS6-V1D.CRR-20270111.4GQ-2PV.KMT-7N0.FPE';

const SIZES = { phone: [390, 844], tablet: [768, 1024], desktop: [1280, 800] };
/** @type {Record<string, string>} */
const PAGES = { home: '', question: 'questions', own: 'questions/clinic-', result: PERSON, topics: 'learn', idle: '' };
const AFTER = 700;  // ms without a change
const LEAST = 0.2;  // of its size, however narrow the window
const TAKEN = 260;  // px of the window's height for what stands around the preview
const LOWEST = 480; // px: less would be no device

/** @typedef {{text: string, languages: {code: string, name: string}[], own: string}} Shown  own: linkId of the first question of the clinic */

/** The controls stand in studio.html. @param {string} id */
const byId = (id) => /** @type {any} */ (document.getElementById(id));

export class PreviewPane {
  /** @param {() => Shown} shown */
  constructor(shown) {
    this.shown = shown;
    this.timer = 0;
    /** @type {HTMLIFrameElement} */
    this.frame = h('iframe', { title: 'Preview of the consultation' });
    /** @type {HTMLElement} */
    this.stage = byId('stage');
    /** @type {{size: HTMLSelectElement, theme: HTMLSelectElement, language: HTMLSelectElement, page: HTMLSelectElement}} */
    this.choose = { size: byId('preview-size'), theme: byId('preview-theme'), language: byId('preview-language'), page: byId('preview-page') };
    this.begun = false;
    this.round = 0;  // in the address: with the end alone another, the browser would not load it anew
    this.stage.append(this.frame);
    window.addEventListener('message', (event) => this.answer(event));
    let hidden = true;  // behind the form, in a narrow window: what is not seen is not loaded
    new ResizeObserver(() => {
      const appears = hidden && this.stage.clientWidth > 0;
      hidden = this.stage.clientWidth === 0;
      this.fit();
      if (appears) this.load(false);
    }).observe(this.stage);
    this.choose.size.addEventListener('input', () => this.fit());
    this.choose.theme.addEventListener('input', () => this.load(false));
    this.choose.language.addEventListener('input', () => this.load(false));
    this.choose.page.addEventListener('input', () => this.load(true));
    byId('preview-again').addEventListener('click', () => this.load(true));
  }

  /** The pack is another one now. */
  changed() {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.load(false), this.begun ? AFTER : 0);
  }

  /** @param {boolean} chosen the page of the list, and not the one it is on */
  load(chosen) {
    clearTimeout(this.timer);
    if (this.stage.clientWidth === 0) return;
    const { languages, own } = this.shown();
    const { language, page } = this.choose;
    const before = language.value;
    offer(language, languages.map(({ code, name }) => ({ value: code, label: name })), languages.some(({ code }) => code === before) ? before : languages[0]?.code ?? 'en');
    const there = chosen || !this.begun ? '' : this.path();
    // Its answers are gone with the page before: they are opened again.
    const again = page.value === 'result' && (there === '' || /^(result|review|open|plan)/.test(there));
    const path = again || there === '' ? (page.value === 'own' ? own && `questions/${own}` : PAGES[page.value]) : there;
    const address = new URL('index.html', location.href);
    address.search = new URLSearchParams({ preview: String(this.round += 1), lang: language.value }).toString();
    address.hash = path ? `#/${path}` : '';
    this.begun = true;
    this.frame.contentWindow?.location.replace(address);  // not by src: it would make an entry in the history
    this.fit();
  }

  /** The page the preview is on. It is of this origin, so it can be asked. */
  path() {
    try {
      return decodeURI(this.frame.contentWindow?.location.hash.replace(/^#\/?/, '') ?? '');
    } catch {
      return '';
    }
  }

  /** @param {MessageEvent} event */
  answer(event) {
    if (event.source !== this.frame.contentWindow || event.origin !== location.origin || event.data?.type !== ASK) return;
    const { text } = this.shown();
    this.frame.contentWindow?.postMessage({ type: PACK, text, theme: this.choose.theme.value, idle: this.choose.page.value === 'idle' }, location.origin);
  }

  /** The frame is as wide as the device, and drawn smaller where there is less room; it is as high as there is room for. */
  fit() {
    const [width, height] = SIZES[/** @type {keyof typeof SIZES} */ (this.choose.size.value)];
    const scale = Math.max(LEAST, Math.min(1, this.stage.clientWidth / width));
    const room = (window.innerHeight - TAKEN) / scale;
    const high = Math.round(Math.min(height, Math.max(LOWEST, room)));
    this.frame.style.setProperty('width', `${width}px`);
    this.frame.style.setProperty('height', `${high}px`);
    this.frame.style.setProperty('transform', `scale(${scale})`);
    this.stage.style.setProperty('height', `${Math.ceil(high * scale)}px`);
  }
}
