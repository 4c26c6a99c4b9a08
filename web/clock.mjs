// Between the time on the wall, which people enter, and a time with its zone, which is what an answer means.
// @ts-check

/** @param {number} number */
const two = (number) => String(number).padStart(2, '0');

/** "2026-11-27T14:30" of this place as "2026-11-27T14:30:00+01:00". @param {string} local @returns {string} empty for what is no time */
export function withZone(local) {
  const at = new Date(local);
  if (Number.isNaN(at.getTime())) return '';
  const east = -at.getTimezoneOffset();
  const away = Math.abs(east);
  return `${local.length === 16 ? `${local}:00` : local}${east < 0 ? '-' : '+'}${two(Math.trunc(away / 60))}:${two(away % 60)}`;
}

/** The day of a moment at this place. @param {number} ms @returns {string} empty for what is no time */
export function dayOf(ms) {
  const at = new Date(ms);
  if (Number.isNaN(at.getTime())) return '';
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
