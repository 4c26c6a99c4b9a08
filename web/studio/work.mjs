// What is open in the studio: the pack, those it builds on, and the questionnaire that is looked at; and what the linter says of them.
// @ts-check
import { fileName, Looked } from './looked.mjs';
import { get, listAt, Store, textAt, toText } from './model.mjs';

/** @typedef {{check: (text: string) => import('./lint.mjs').Checked, checkForm: (text: string) => import('./lint.mjs').CheckedForm}} Linter */

export class Work {
  /** @param {Linter} linter @param {string} text of the pack */
  constructor({ check, checkForm }, text) {
    this.check = check;
    this.store = new Store(text);
    this.looked = new Looked(checkForm);
    /** @type {Map<string, string>} packs that this one extends, by the name of their file */
    this.bases = new Map();
    this.used = false;  // patients would meet the pack
  }

  /** The pack with those it extends, as far as they have been opened: their text stands in the place of their name. */
  get whole() {
    const { text, pack, faulty } = this.store.state;
    const names = [get(pack, '/extends') ?? []].flat();
    if (faulty || !names.some((name) => this.bases.has(name))) return text;
    const parts = names.map((name) => {
      try {
        return JSON.parse(this.bases.get(name) ?? '');
      } catch {
        return name;
      }
    });
    return toText({ ...pack, extends: parts });
  }

  /** Asks the linter now. */
  look() {
    const { used, problems } = this.check(this.whole);
    this.used = used;
    return problems;
  }

  /** Whether the pack says that it extends others. */
  get builds() { return get(this.store.pack, '/extends') !== undefined; }

  /** The first question of the clinic's own, as the program calls it; empty where there is none. */
  get ownQuestion() { return String(listAt(this.store.pack, '/questions')[0]?.linkId ?? '').replace(/^clinic-/, '').replace(/^(?=.)/, 'clinic-'); }

  /** The questionnaire to show: the one that is looked at, else that of the pack. */
  get form() {
    const { store: { pack }, looked } = this;
    const resource = get(pack, '/questionnaire/resource');
    const ofPack = textAt(pack, '/questionnaire/url').split('/').pop() === fileName(looked.name);
    if (looked.checked) return { name: looked.name, text: looked.text, ofPack };
    return resource === undefined ? null : { name: 'questionnaire.json', text: JSON.stringify(resource), ofPack: false };
  }
}
