// Places in a JSON text: where the value at a pointer begins, so that whoever wrote the text can be led there. Nothing is parsed
// twice and nothing calls itself: the text may be as deep and as long as somebody likes.
// @ts-check
import { stepsOf } from './model.mjs';

const TOKEN = /[\s]*("[^"\\]*(?:\\[^][^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+)/y;

/** @typedef {{token: string, at: number, end: number}} Token */

/** @param {string} text @param {number} from @returns {Token | null} */
function tokenAt(text, from) {
  TOKEN.lastIndex = from;
  const found = TOKEN.exec(text);
  return found && { token: found[1], at: TOKEN.lastIndex - found[1].length, end: TOKEN.lastIndex };
}

/** Where the value that begins with this token is over. @param {string} text @param {Token} first */
function endOf(text, first) {
  let depth = 0;
  /** @type {Token | null} */
  let token = first;
  for (; token; token = tokenAt(text, token.end)) {
    if (token.token === '{' || token.token === '[') depth += 1;
    else if (token.token === '}' || token.token === ']') depth -= 1;
    if (depth === 0) return token.end;
  }
  return text.length;
}

/** The child of an object or a list. @param {string} text @param {Token} parent @param {string} step @returns {Token | null} */
function childOf(text, parent, step) {
  const list = parent.token === '[';
  if (!list && parent.token !== '{') return null;
  let from = parent.end;
  for (let number = 0; ; number += 1) {
    let token = tokenAt(text, from);
    if (!token || token.token === '}' || token.token === ']') return null;
    let name = String(number);
    if (!list) {
      name = nameIn(token.token);
      const colon = tokenAt(text, token.end);
      token = colon && tokenAt(text, colon.end);
    }
    if (!token || name === step) return token;
    const comma = tokenAt(text, endOf(text, token));
    if (!comma) return null;
    if (comma.token !== ',') return null;
    from = comma.end;
  }
}

/** @param {string} token */
function nameIn(token) {
  try {
    return String(JSON.parse(token));
  } catch {
    return '';
  }
}

/** Where the value at the pointer begins, or as much of the way as there is. @param {string} text @param {string} pointer @returns {number} */
export function locate(text, pointer) {
  let here = tokenAt(text, 0);
  for (const step of stepsOf(pointer)) {
    const next = here && childOf(text, here, step);
    if (!next) break;
    here = next;
  }
  return here?.at ?? 0;
}

/** @param {string} text @param {number} index @returns {number} the first line is 1 */
export function lineAt(text, index) {
  let line = 1;
  for (let next = text.indexOf('\n'); next >= 0 && next < index; next = text.indexOf('\n', next + 1)) line += 1;
  return line;
}

/** The first number that would not be written again as it stands, such as 1.50: FHIR keeps the figures of a decimal, JavaScript does not. @param {string} text */
export function changingNumber(text) {
  for (let token = tokenAt(text, 0); token; token = tokenAt(text, token.end)) {
    if (/^-?\d/.test(token.token) && JSON.stringify(Number(token.token)) !== token.token) return token.token;
  }
  return '';
}
