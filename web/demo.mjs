// What a clinic's own script may do with the consultation on its page: open it in a window, change language and colours, take
// what is sent. None of this is needed; the two lines of HTML are.
// @ts-check

/** @param {string} id @returns {any} */
const the = (id) => document.getElementById(id);
const consultations = [the('inline'), the('popup')];
const log = the('log');

// ---- Every event, for whoever looks after the page ---------------------------------------------------------------------

for (const name of ['ready', 'step', 'finish', 'book', 'send', 'error']) {
  document.addEventListener(`needlewise-${name}`, (event) => {
    const { page, url, why, fhir } = /** @type {CustomEvent} */ (event).detail ?? {};
    const line = document.createElement('li');
    line.textContent = [`${/** @type {Element} */ (event.target).id}: ${name}`, page, url, why, fhir && JSON.stringify(fhir)].filter(Boolean).join(' ');
    log.append(line);
  });
}

// A real page would hand the answers to its own server here, and accept when that has them.
document.addEventListener('needlewise-send', (event) => {
  const { respondWith } = /** @type {CustomEvent} */ (event).detail;
  if (the('answer').value === 'accept') respondWith(true);
  else if (the('answer').value === 'refuse') respondWith(Promise.reject(new Error('The clinic cannot take it now.')));
  else respondWith(new Promise(() => {}));
});

// ---- The window --------------------------------------------------------------------------------------------------------

the('open').addEventListener('click', () => the('window').showModal());  // the consultation is loaded once it is seen
the('close').addEventListener('click', () => the('window').close());
the('forget').addEventListener('click', () => {
  the('popup').reset();
  the('window').close();
});

// ---- Language, colours and settings ----------------------------------------------------------------------------------------------

the('language').addEventListener('change', () => consultations.forEach((one) => one.setLang(the('language').value)));
the('theme').addEventListener('change', () => consultations.forEach((one) => one.setTheme(the('theme').value)));
the('settings').addEventListener('change', () => consultations.forEach((one) => { one.settings = the('settings').value === 'on'; }));
the('print').addEventListener('click', () => the('inline').print());
the('reset').addEventListener('click', () => consultations.forEach((one) => one.reset()));
