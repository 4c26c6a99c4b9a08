// Pointing and drawing over the page while staff present: pen, finger or mouse. Strokes are kept in page coordinates, so they
// stay where they were drawn when the page scrolls, in both skins. Nothing is kept of them once they are cleared.
// @ts-check

const SVG = 'http://www.w3.org/2000/svg';
const TAP = 6;           // px: a finger that moves less only points
const DOT = 14;          // px: radius of the dot where the finger rests
const LINGER = 1200;     // ms the dot of a tap stays

/** @typedef {{x: number, y: number}} Point */

/** A line through the middles between its points, so that it has no corners. @param {Point[]} points */
function pathOf(points) {
  const [first, ...rest] = points;
  let path = `M${first.x} ${first.y}`;
  for (let i = 0; i + 1 < rest.length; i++) path += `Q${rest[i].x} ${rest[i].y} ${(rest[i].x + rest[i + 1].x) / 2} ${(rest[i].y + rest[i + 1].y) / 2}`;
  const last = rest[rest.length - 1] ?? first;
  return `${path}L${last.x} ${last.y}`;
}

/** @template {keyof SVGElementTagNameMap} T @param {T} tag @param {string} name */
function shape(tag, name) {
  const element = document.createElementNS(SVG, tag);
  element.setAttribute('class', name);
  return element;
}

export class Annotations {
  constructor() {
    this.layer = shape('svg', 'drawing');
    this.layer.setAttribute('aria-hidden', 'true');
    this.strokes = shape('g', 'strokes');
    this.dot = shape('circle', 'dot');
    this.dot.setAttribute('r', String(DOT));
    this.layer.append(this.strokes);
    this.on = false;
    this.page = '';
    this.width = window.innerWidth;
    this.timer = 0;
    /** @type {Map<number, {points: Point[], lines: SVGElement[]}>} by pointer */
    this.open = new Map();
    this.layer.addEventListener('pointerdown', (event) => this.begin(event));
    this.layer.addEventListener('pointermove', (event) => this.go(event));
    // Else the browser takes a quick stroke for a throw, and the next touch for the one that stops it.
    this.layer.addEventListener('touchstart', (event) => { if (this.on) event.preventDefault(); }, { passive: false });
    for (const end of ['pointerup', 'pointercancel']) this.layer.addEventListener(end, (event) => this.end(/** @type {PointerEvent} */ (event)));
    window.addEventListener('scroll', () => this.place(), { passive: true });
    window.addEventListener('resize', () => {
      if (window.innerWidth !== this.width) this.clear();  // turned: the page is laid out anew, strokes would stand elsewhere
      this.width = window.innerWidth;
      this.place();
    });
  }

  /** @param {boolean} presenting @param {boolean} drawing @param {string} page */
  set(presenting, drawing, page) {
    if (!presenting || page !== this.page) this.clear();
    this.page = page;
    this.on = drawing;
    if (presenting && !this.layer.isConnected) document.getElementById('page')?.append(this.layer);
    if (!presenting) this.layer.remove();
    this.layer.toggleAttribute('data-on', drawing);
    this.place();
  }

  clear() {
    this.strokes.replaceChildren();
    this.open.clear();
    this.hideDot();
  }

  /** The layer covers the view; what it shows of the page moves with it. */
  place() {
    if (!this.layer.isConnected) return;
    const box = this.layer.getBoundingClientRect();
    this.layer.setAttribute('viewBox', `0 ${window.scrollY} ${box.width || 1} ${box.height || 1}`);
  }

  /** @param {PointerEvent} event @returns {Point} */
  at(event) {
    const box = this.layer.getBoundingClientRect();
    return { x: Math.round((event.clientX - box.left) * 10) / 10, y: Math.round((event.clientY - box.top + window.scrollY) * 10) / 10 };
  }

  /** @param {PointerEvent} event */
  begin(event) {
    if (!this.on || event.button !== 0) return;
    event.preventDefault();
    this.layer.setPointerCapture(event.pointerId);
    const point = this.at(event);
    this.open.set(event.pointerId, { points: [point], lines: [] });
    this.showDot(point);
  }

  /** @param {PointerEvent} event */
  go(event) {
    const stroke = this.open.get(event.pointerId);
    if (!stroke) return;
    const parts = event.getCoalescedEvents?.() ?? [];
    for (const part of parts.length > 0 ? parts : [event]) stroke.points.push(this.at(part));
    const [first] = stroke.points;
    const last = stroke.points[stroke.points.length - 1];
    if (stroke.lines.length === 0 && stroke.points.every((point) => Math.hypot(point.x - first.x, point.y - first.y) < TAP)) return this.showDot(last);
    if (stroke.lines.length === 0) {
      stroke.lines = [shape('path', 'halo'), shape('path', 'ink')];  // the halo keeps the line apart from dark and light pictures
      this.strokes.append(...stroke.lines);
    }
    for (const line of stroke.lines) line.setAttribute('d', pathOf(stroke.points));
    this.showDot(last);
  }

  /** @param {PointerEvent} event */
  end(event) {
    const stroke = this.open.get(event.pointerId);
    if (!stroke) return;
    this.open.delete(event.pointerId);
    clearTimeout(this.timer);
    if (stroke.lines.length > 0) this.hideDot();
    else this.timer = window.setTimeout(() => this.hideDot(), LINGER);
  }

  /** @param {Point} point */
  showDot(point) {
    clearTimeout(this.timer);
    this.dot.setAttribute('cx', String(point.x));
    this.dot.setAttribute('cy', String(point.y));
    if (!this.dot.isConnected) this.layer.append(this.dot);
  }

  hideDot() {
    clearTimeout(this.timer);
    this.dot.remove();
  }
}
