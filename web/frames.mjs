// Frames on demand: one when something changed, and as long as something moves. An idle page costs nothing.
// @ts-check

/** So that the browser can do what waits: nothing may hold it up for long. A timer would be late in a page nobody looks at. */
export const breath = () => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = resolve;
  port2.postMessage('');
});

export class Frames {
  /** @param {(seconds: number) => number} draw gives the seconds until the next frame; negative: none */
  constructor(draw) {
    this.draw = draw;
    this.asked = false;
    this.timer = 0;
  }

  ask() {
    if (this.asked) return;
    this.asked = true;
    clearTimeout(this.timer);
    // A page in the background gets no animation frames, yet must be ready when somebody looks.
    if (document.hidden) this.timer = window.setTimeout(() => this.step(performance.now()), 50);
    else requestAnimationFrame((time) => this.step(time));
  }

  /** @param {number} milliseconds */
  step(milliseconds) {
    this.asked = false;
    const next = this.draw(milliseconds / 1000);
    if (next === 0) this.ask();
    else if (next > 0 && !this.asked) this.timer = window.setTimeout(() => this.ask(), next * 1000);
  }
}
