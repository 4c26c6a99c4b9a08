// What the page that embeds (embed.mjs) and the embedded page (port.mjs, guest.mjs) may say to each other. Both sides read
// every message through these shapes: an unknown type or a wrong field is no message at all, and no other field gets through.
// @ts-check

/** @typedef {(value: unknown) => boolean} Check @typedef {Record<string, Record<string, Check>>} Shapes @typedef {{type: string} & Record<string, any>} Message */

/** The two messages that pass between the windows themselves. They carry nothing; the second brings the port. */
export const HELLO = 'needlewise-hello';
export const PORT = 'needlewise-port';

const TALLEST = 200_000;  // px of a page
export const LONGEST_ANSWERS = 1_000_000;  // characters of FHIR

/** @param {number} least @param {number} most @returns {Check} */
const number = (least, most) => (value) => typeof value === 'number' && value >= least && value <= most;

/** @param {number} longest @returns {Check} */
const text = (longest) => (value) => typeof value === 'string' && value.length <= longest;

/** @param {...string} words @returns {Check} */
const oneOf = (...words) => (value) => words.includes(/** @type {string} */ (value));

/** Kinds of pages. The page itself is not told: which questions somebody is asked says something about the answers. */
export const PAGES = ['home', 'questions', 'review', 'result', 'learn', 'other'];

/** @type {Shapes} */
export const TO_HOST = {
  ready: {},
  size: { height: number(0, TALLEST) },
  shown: { page: oneOf(...PAGES) },  // another page has taken the place of the last
  reveal: { top: number(-TALLEST, TALLEST), bottom: number(-TALLEST, TALLEST) },  // this part of the frame is wanted in view
  finish: {},
  book: { url: text(2000) },
  send: { id: number(1, 1e9), fhir: text(LONGEST_ANSWERS) },
  error: { why: text(100) },
};

/** @type {Shapes} */
export const TO_FRAME = {
  // The part of the frame that is in view, and how high a view can be; in px of the frame.
  view: { top: number(0, TALLEST), bottom: number(0, TALLEST), room: number(1, 20_000) },
  theme: { theme: oneOf('light', 'dark', 'system') },
  language: { language: (value) => typeof value === 'string' && /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*$/.test(value) && value.length <= 35 },
  country: { country: (value) => typeof value === 'string' && /^[a-zA-Z]{2}$/.test(value) },
  focus: {},
  print: {},
  reset: {},
  lost: {},  // answers that were given in the frame before this one
  answer: { id: number(1, 1e9), accepted: (value) => typeof value === 'boolean', why: text(200) },
};

/**
 * The message, with the fields its type has and no others; null when it is none.
 * @param {Shapes} shapes @param {unknown} data @returns {Message | null}
 */
export function read(shapes, data) {
  if (typeof data !== 'object' || data === null) return null;
  const given = /** @type {Record<string, unknown>} */ (data);
  const { type } = given;
  if (!Object.hasOwn(given, 'type') || typeof type !== 'string' || !Object.hasOwn(shapes, type)) return null;
  /** @type {Message} */
  const message = { type };
  for (const [name, check] of Object.entries(shapes[type])) {
    if (!Object.hasOwn(given, name) || !check(given[name])) return null;
    message[name] = given[name];
  }
  return message;
}
