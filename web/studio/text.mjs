// The pack as text, for those who read JSON. It follows the forms, and the forms follow it; text that is no pack stays as it
// is, and the forms wait.
// @ts-check

/** @typedef {import('./model.mjs').Store} Store */

export class TextEditor {
  /** @param {HTMLTextAreaElement} control @param {HTMLElement} says @param {HTMLElement} notice above the forms @param {Store} store */
  constructor(control, says, notice, store) {
    this.control = control;
    this.says = says;
    this.notice = notice;
    this.store = store;
    control.addEventListener('input', () => store.write(control.value, 'text'));
    says.querySelector('button')?.addEventListener('click', () => this.goThere());
  }

  update() {
    const { text, faulty } = this.store.state;
    if (this.control.value !== text) this.control.value = text;
    this.notice.hidden = this.says.hidden = !faulty;
    this.control.setAttribute('aria-invalid', String(faulty));
  }

  /** @param {import('./lint.mjs').Problem[]} problems */
  checked(problems) {
    const what = problems.find(({ pointer }) => pointer === '')?.what ?? '';
    this.place = /line (\d+), column (\d+)/.exec(what)?.slice(1).map(Number) ?? null;
    const words = this.says.querySelector('p');
    const said = !this.store.state.faulty ? '' : this.place ? `This text cannot be read: ${what}.` : 'This text is no pack: a pack is an object, from { to }.';
    if (words && words.textContent !== said) words.textContent = said;
    const button = this.says.querySelector('button');
    if (button) button.hidden = !this.place;
  }

  goThere() {
    const [line, column] = this.place ?? [1, 1];
    const before = this.control.value.split('\n').slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    const at = Math.min(before + column - 1, this.control.value.length);
    this.control.focus();
    this.control.setSelectionRange(Math.max(0, at - 1), at);
  }
}
