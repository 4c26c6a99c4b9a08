// Which part of a frame the person sees. It changes with every scroll, of the page or of a box the frame is in, and whenever
// something above the frame grows. It is worked out once a frame of the browser at most, and not at all while out of sight.
// @ts-check

/** The next element outward, through shadow roots and slots. @param {Element} element @returns {Element | null} */
function outward(element) {
  if (element.assignedSlot) return element.assignedSlot;
  const parent = element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : element.parentElement;
}

/** The boxes around an element that cut it off. @param {Element} element */
function clipsOf(element) {
  const clips = [];
  for (let box = outward(element); box && box !== document.documentElement && box !== document.body; box = outward(box)) {
    if (getComputedStyle(box).overflowY !== 'visible') clips.push(box);
    if (box.matches(':modal')) break;  // above everything: nothing outside cuts it off
  }
  return clips;
}

export class View {
  /** @param {HTMLIFrameElement} frame @param {(view: {top: number, bottom: number, room: number}) => void} tell */
  constructor(frame, tell) {
    this.frame = frame;
    this.tell = tell;
    this.asked = 0;
    this.last = '';
    this.room = 0;
    this.width = 0;
    /** @type {AbortController | null} while in sight */
    this.listening = null;
    this.sight = new IntersectionObserver((entries) => this.see(entries[entries.length - 1].isIntersecting));
    this.sizes = new ResizeObserver(() => this.ask());
    this.sight.observe(frame);
    for (const box of [frame, document.body, document.documentElement]) this.sizes.observe(box);
  }

  /** @param {boolean} inSight */
  see(inSight) {
    this.listening?.abort();
    this.listening = null;
    if (!inSight) return;
    this.listening = new AbortController();
    const { signal } = this.listening;
    const ask = () => this.ask();
    document.addEventListener('scroll', ask, { capture: true, passive: true, signal });  // of any box on the page
    window.addEventListener('resize', ask, { signal });
    window.visualViewport?.addEventListener('resize', ask, { signal });
    this.ask();
  }

  ask() {
    if (this.asked === 0) this.asked = requestAnimationFrame(() => this.measure());
  }

  measure() {
    this.asked = 0;
    const box = this.frame.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return;  // not shown at all
    let [top, bottom] = [0, window.innerHeight];
    for (const clip of clipsOf(this.frame)) {
      const edge = clip.getBoundingClientRect().top + clip.clientTop;
      top = Math.max(top, edge);
      bottom = Math.min(bottom, edge + clip.clientHeight);
    }
    const inFrame = (/** @type {number} */ y) => Math.round(Math.min(box.height, Math.max(0, y - box.top)));
    const view = { top: inFrame(top), bottom: inFrame(bottom), room: this.roomFor(Math.max(1, Math.ceil(bottom - top)), box.width) };
    if (JSON.stringify(view) === this.last) return;
    this.last = JSON.stringify(view);
    this.tell(view);
  }

  /** Bars of a phone's browser come and go while somebody scrolls: the larger room holds both. @param {number} now @param {number} width */
  roomFor(now, width) {
    const bars = 160;
    if (width !== this.width || now > this.room || now < this.room - bars) this.room = now;
    this.width = width;
    return this.room;
  }

  end() {
    cancelAnimationFrame(this.asked);
    this.listening?.abort();
    this.sight.disconnect();
    this.sizes.disconnect();
  }
}
