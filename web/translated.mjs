// A browser that translates the page changes the words of the document, which the canvas does not show. So the document is shown
// while it does (Skin), and words that have not changed are left as the browser made them (write in dom.mjs).
// @ts-check

const root = document.documentElement;

/** Chrome and Edge mark the page, and wrap what they translate in <font>; an extension may do only that. @param {HTMLElement} host */
const isTranslated = (host) => /\btranslated-(ltr|rtl)\b/.test(root.className) || host.querySelector('font') !== null;

/** @param {Node} node */
const concernsFonts = (node) => node instanceof Element && (node.localName === 'font' || node.querySelector('font') !== null);

/** @param {HTMLElement} host @param {(translated: boolean) => void} tell */
export function watchTranslation(host, tell) {
  let translated = false;
  const look = () => {
    const now = isTranslated(host);
    if (now !== translated) tell(translated = now);
  };
  new MutationObserver(look).observe(root, { attributes: true, attributeFilter: ['class'] });
  new MutationObserver((records) => {
    if (records.some(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes].some(concernsFonts))) look();
  }).observe(host, { childList: true, subtree: true });
  look();
}
