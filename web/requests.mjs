// What the program asks of the browser around it: print, save a file, copy, clear everything. Each is something the person
// has just asked for.
// @ts-check

const TYPES = /** @type {Record<string, string>} */ ({
  json: 'application/fhir+json', ics: 'text/calendar', txt: 'text/plain;charset=utf-8',
});

/** @param {string} name @param {string} text */
function save(name, text) {
  const link = document.createElement('a');
  const address = URL.createObjectURL(new Blob([text], { type: TYPES[name.split('.').pop() ?? ''] ?? 'text/plain' }));
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);  // some browsers read it only after the click is over
}

/**
 * @param {string} what @param {string} name @param {string} text
 * @returns {Promise<boolean>} whether it was one of these, and was done
 */
export async function carryOut(what, name, text) {
  try {
    if (what === 'print') window.print();
    else if (what === 'save') save(name, text);
    else if (what === 'copy') await navigator.clipboard.writeText(text);
    else return false;
    return true;
  } catch {
    return false;  // the browser or the person refused
  }
}
