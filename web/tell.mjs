// What the page tells the program, from whatever part of it. What is told before the program is there waits for it.
// @ts-check

/** @typedef {{tell: (what: string, value: string) => void}} Program */

/** @type {[string, string][]} told before the program was there */
const untold = [];

/** @type {((what: string, value: string) => void) | undefined} */
let hear;

/** @param {string} what as in src/core/journey/told.h @param {string} value */
export function tell(what, value) {
  if (hear) hear(what, value);
  else untold.push([what, value]);
}

/** The program is there. @param {Program} program @param {() => void} changed */
export function tellTo(program, changed) {
  hear = (what, value) => {
    program.tell(what, value);
    changed();
  };
  for (const [what, value] of untold.splice(0)) hear(what, value);
}
