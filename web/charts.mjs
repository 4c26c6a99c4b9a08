// Charts for the plain skin and for paper; on the canvas they are painted, and only their words are here.
// @ts-check
import { attribute, draw, idOf, make } from './dom.mjs';
import { words } from './elements.mjs';
import { figures } from './figures.mjs';

/** @typedef {import('./records.mjs').Node} Node @typedef {import('./elements.mjs').View} View */

/** A chart: its bars are painted, or drawn by plain.css; its numbers follow in a table. @param {Node} node @returns {View} */
export function chart(node) {
  const root = make('figure', 'chart');
  const caption = make('figcaption');
  const title = make('span', 'words title');
  const description = make('span', 'words');
  const bars = make('div', 'bars');
  bars.setAttribute('aria-hidden', 'true');
  title.id = `${idOf(node.key)}-name`;
  root.setAttribute('aria-labelledby', title.id);
  caption.append(title, ' ', description);
  root.append(caption, bars);
  return {
    root,
    update(next) {
      words(title, next, 'name');
      words(description, next, 'hint');
      attribute(root, 'data-look', next.look);
      if (next.look === 'people') drawPeople(bars, next.value);
      else if (next.look === 'curve') drawCurves(bars, next.value);
      else drawBars(bars, next.value);
    },
  };
}

/** A hundred people, as many of them filled as the first row says. @param {HTMLElement} host @param {string} rows as for drawBars */
function drawPeople(host, rows) {
  if (host.dataset.rows === rows) return;
  host.dataset.rows = rows;
  const filled = Math.round(Number(rows.split('\t')[1]) * 100);
  host.replaceChildren(...Array.from({ length: 100 }, (_, i) => make('span', i < filled ? 'person filled' : 'person')));
}

/** Labels closer than this share of an axis would run into each other on a phone. */
const CLOSE = 0.13;

/** With more bars than these the axis at the foot is out of sight: it stands above them, too. */
const MANY = 10;

/** More bars than these stand in two columns while they are shown to somebody (plain.css): each has its axis. */
const COLUMN = 6;

/** The axis of bars; its ends are always named, what would run into another is not. @param {string[][]} marks share and label */
function axis(marks) {
  const list = make('ol', 'axis');
  let before = -1;
  list.append(...marks.map(([share, label], i) => {
    const at = Number(share), last = i === marks.length - 1;
    const mark = make('li');
    mark.style.setProperty('--at', share);
    if (!last && (at - before < CLOSE || Number(marks[marks.length - 1][0]) - at < CLOSE)) return mark;
    before = at;
    mark.textContent = label;
    attribute(mark, 'data-end', last ? '' : null);
    return mark;
  }));
  return list;
}

/** @param {HTMLElement} bars @param {string} rows lines of "from, typical, slower (0 to 1), judgement, label, value" with tabs, and marks as of curves */
function drawBars(bars, rows) {
  if (bars.dataset.rows === rows) return;
  bars.dataset.rows = rows;
  const lines = rows.split('\n').filter(Boolean).map((line) => line.split('\t'));
  const marks = lines.filter((line) => line.length === 2), bands = lines.filter((line) => line.length > 2);
  const drawn = bands.map((row) => {
    const [from, typical, slower, judgement, label, value, image, avoid, day] = row;
    const line = make('div', 'bar');
    line.style.setProperty('--from', from);
    line.style.setProperty('--typical', typical);
    line.style.setProperty('--slower', slower);
    attribute(line, 'data-judgement', judgement === '1' ? '' : null);
    attribute(line, 'data-avoid', avoid === '1' ? '' : null);
    attribute(line, 'data-day', day || null);
    for (const [name, words] of [['name', label], ['track', ''], ['value', value]]) {
      const part = make('span', name);
      part.textContent = words;
      line.append(part);
    }
    if (image) figures.place(/** @type {HTMLElement} */ (line.firstChild), image, 'aside');
    return line;
  });
  const rule = (most = 0) => (marks.length > 0 && bands.length > most ? [axis(marks)] : []);
  const half = Math.ceil(bands.length / 2);
  bars.replaceChildren(...rule(MANY), ...drawn.slice(0, half), ...rule(COLUMN), ...drawn.slice(half), ...rule());
}

/** Hills over one ground, with the marks below. @param {HTMLElement} host @param {string} value as src/app/mirror_node.cpp writes it */
function drawCurves(host, value) {
  if (host.dataset.rows === value) return;
  host.dataset.rows = value;
  const lines = value.split('\n').filter(Boolean).map((line) => line.split('\t'));
  const curves = lines.filter((line) => line.length === 3);
  const svg = draw('svg', { class: 'curves', viewBox: '0 0 100 40', preserveAspectRatio: 'none' }, ...curves.map(([passing, , points]) => {
    const heights = points.trim().split(' ').map(Number);
    const line = heights.map((high, i) => `L${(100 * i / (heights.length - 1)).toFixed(2)} ${(40 - 40 * high).toFixed(2)}`).join('');
    return draw('path', { class: passing === '1' ? 'passing' : '', d: `M0 40${line}L100 40Z` });
  }));
  const names = curves.map(([passing, label]) => {
    const name = make('span', passing === '1' ? 'curve passing' : 'curve');
    name.textContent = label;
    return name;
  });
  const marks = make('ol', 'curve-marks');
  // The earlier one stands lower, so that no line goes through a label on its way down.
  const ticks = lines.filter((line) => line.length === 2), named = ticks.filter(([, label]) => label);
  marks.style.setProperty('--rows', String(named.length));
  marks.append(...ticks.map((tick) => {
    const [share, label] = tick, mark = make('li');
    mark.textContent = label;
    mark.style.setProperty('--at', share);
    mark.style.setProperty('--row', String(label ? named.length - 1 - named.indexOf(tick) : 0));
    return mark;
  }));
  host.replaceChildren(...names, svg, marks);
}
