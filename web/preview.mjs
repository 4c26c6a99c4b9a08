// Inside the pack studio (studio.html) this page is its preview: it asks the studio for the pack that is being made. Only a page
// of the same origin that holds this one in a frame is asked, and only it is heard.
// @ts-check
import { asked } from './asked.mjs';
import { embedded } from './port.mjs';

/** @typedef {{name: string, text: string, ofPack: boolean}} PreviewForm  ofPack: the pack names it; else it is looked at by itself */
/** @typedef {{type: string, text: string, theme: string, idle: boolean, form: PreviewForm | null}} Preview */

export const ASK = 'needlewise-preview-ask';
export const PACK = 'needlewise-preview-pack';
const PATIENCE = 5000;

/** @returns {Promise<Preview | null>} nothing when this is no preview */
export function preview() {
  if (!embedded() || !asked.preview) return Promise.resolve(null);
  return new Promise((resolve) => {
    const hear = (/** @type {MessageEvent} */ event) => {
      if (event.source !== window.parent || event.origin !== location.origin || event.data?.type !== PACK) return;
      window.removeEventListener('message', hear);
      resolve(event.data);
    };
    window.addEventListener('message', hear);
    window.parent.postMessage({ type: ASK }, location.origin);
    setTimeout(() => resolve(null), PATIENCE);
  });
}

/** As the program takes a pack and a questionnaire: their names and their texts. @param {Preview} given @returns {[string, Uint8Array][]} */
export function previewFiles({ text, form }) {
  const encoder = new TextEncoder();
  /** @type {[string, Uint8Array][]} */
  const files = [['pack', encoder.encode('pack.json')], ['pack/pack.json', encoder.encode(text)]];
  if (form) files.push(['questionnaire', encoder.encode(form.name)], ['questionnaire/text', encoder.encode(form.text.normalize('NFC'))]);
  if (form?.ofPack) files.push(['questionnaire/of-pack', new Uint8Array()]);
  return files;
}
