// Words of what the page shows without the program, which stand in index.html in English.
// @ts-check

/** @param {HTMLElement} element of which parts have data-word="KEY" @param {Uint8Array | undefined} file words of a language @param {string} language */
export function translate(element, file, language) {
  try {
    const words = JSON.parse(new TextDecoder().decode(file));
    for (const part of element.querySelectorAll('[data-word]')) {
      const text = words[/** @type {HTMLElement} */ (part).dataset.word ?? ''];
      if (text) part.textContent = text;
    }
    element.lang = language;
    element.dir = words['format.direction'] === 'rtl' ? 'rtl' : 'ltr';
  } catch { /* it stays in English */ }
}
