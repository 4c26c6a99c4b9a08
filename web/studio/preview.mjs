// The preview: the site itself in a frame, as wide as a phone, a tablet or a desktop and drawn smaller where there is less room, with
// the pack as it is now, or with the questionnaire that is looked at. It is loaded anew a moment after a change, on the page it was on.
// @ts-check
import { ASK, PACK } from '../preview.mjs';
import { h, offer } from './fields.mjs';

/** The answers of a made-up person, as a link that opens them; her name in the tests is Priya. */
const PERSON = 'open/1.R07-67X.X3N-GES.REG-MVG.J4G-0NE.ARA-9DE.5C4-XBB.SAR-36Q.PJH-Y61.J0B-Y2P.310-2QB.XYG-50D.712-VME.7M0-RKM.5ZS-WTV.QWG-GXQ.XW3-CM7.VAE-V1D.ZG1-Y2P.N2T-Y2P.048-Y2P.ZVY-Y2P.57Y-Y2P.0DR-RD2.ACW-Y2P.M19-JYK.CS6-V1D.CRR-20270111.4GQ-2PV.KMT-7N0.FPE';

const SIZES = { phone: [390, 844], tablet: [768, 1024], desktop: [1280, 800] };
/** @type {Record<string, string>} */
const PAGES = { home: '', question: 'questions', own: 'questions/clinic-', result: PERSON, topics: 'learn', form: '', idle: '' };
const AFTER = 700;  // ms without a change
const LEAST = 0.2;  // of its size, however narrow the window
const AROUND = 96;   // px of the window's height for the bar above and the room below; with the buttons at the foot of a phone
const AROUND_NARROW = 190;
const NARROW = 1000; // px of the window, as in studio.css
const LOWEST = 400;  // px: less would be no device

/**
 * @typedef {object} Shown
 * @property {string} text  the pack
 * @property {{code: string, name: string}[]} languages
 * @property {string} own  linkId of the first question of the clinic
 * @property {{name: string, text: string, ofPack: boolean} | null} form  the questionnaire that is looked at, else that of the pack
 */

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
    /** @type {HTMLElement} */
    this.pane = byId('preview');
    /** @type {HTMLElement} */
    this.says = byId('preview-says');
    /** @type {HTMLFieldSetElement} */
    this.sizes = byId('preview-sizes');
    /** @type {{theme: HTMLSelectElement, language: HTMLSelectElement, page: HTMLSelectElement}} */
    this.choose = { theme: byId('preview-theme'), language: byId('preview-language'), page: byId('preview-page') };
    this.begun = false;
    this.round = 0;  // in the address: with the end alone another, the browser would not load it anew
    this.stage.append(this.frame);
    window.addEventListener('message', (event) => this.answer(event));
    let hidden = true;  // behind the form, in a narrow window: what is not seen is not loaded
    const seen = new ResizeObserver(() => {
      const appears = hidden && this.stage.clientWidth > 0;
      hidden = this.stage.clientWidth === 0;
      this.fit();
      if (appears) this.load(false);
    });
    for (const part of [this.stage, byId('refused')]) seen.observe(part);
    this.sizes.addEventListener('input', () => this.fit());
    window.addEventListener('resize', () => this.fit());
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

  /** The page of the list with this name. @param {string} page */
  show(page) {
    this.offerForm();
    this.choose.page.value = page;
    this.load(true);
  }

  /** "Questionnaire" is a page when there is one. */
  offerForm() {
    const option = /** @type {HTMLOptionElement} */ (this.choose.page.querySelector('[value="form"]'));
    option.hidden = option.disabled = this.shown().form === null;
    if (option.disabled && this.choose.page.value === 'form') this.choose.page.value = 'home';
  }

  /** @param {boolean} chosen the page of the list, and not the one it is on */
  load(chosen) {
    clearTimeout(this.timer);
    this.offerForm();
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
    const { text, form } = this.shown();
    const page = this.choose.page.value;
    const given = page === 'form' && form ? { ...form, ofPack: false } : form?.ofPack ? form : null;
    this.frame.contentWindow?.postMessage({ type: PACK, text, theme: this.choose.theme.value, idle: page === 'idle', form: given }, location.origin);
  }

  /** The frame is as wide as the device, and drawn smaller where there is less room; it is as high as there is room for. */
  fit() {
    const size = /** @type {HTMLInputElement} */ (this.sizes.querySelector(':checked')).value;
    const [width, height] = SIZES[/** @type {keyof typeof SIZES} */ (size)];
    const scale = Math.max(LEAST, Math.min(1, this.stage.clientWidth / width));
    const above = this.stage.getBoundingClientRect().top - this.pane.getBoundingClientRect().top + this.pane.scrollTop;
    const room = (window.innerHeight - above - (window.innerWidth < NARROW ? AROUND_NARROW : AROUND)) / scale;
    const high = Math.round(Math.min(height, Math.max(LOWEST, room)));
    this.frame.style.setProperty('width', `${width}px`);
    this.frame.style.setProperty('height', `${high}px`);
    this.frame.style.setProperty('transform', `scale(${scale})`);
    this.stage.style.setProperty('height', `${Math.ceil(high * scale)}px`);
    this.frame.title = `Preview of the consultation, as wide as a ${size}`;
    this.says.textContent = `${width} px wide${scale < 1 ? `, shown at ${Math.round(scale * 100)} %` : ''}`;
  }
}
