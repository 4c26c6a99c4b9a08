// What shows the work: the forms, what the linter says of it, its text, and the preview.
// @ts-check
import { makeForms } from './forms.mjs';
import { Messages } from './messages.mjs';
import { languagesOf, nameOf } from './parts.mjs';
import { PreviewPane } from './preview.mjs';
import { questionnairePart } from './questionnaire.mjs';
import { TextEditor } from './text.mjs';

const SOON = 250;  // ms: the linter waits until the person pauses

/** @param {string} id */
const byId = (id) => /** @type {any} */ (document.getElementById(id));

/** On narrow windows the form and the preview stand behind one another. @param {'edit' | 'preview'} name */
function showPane(name) {
  document.documentElement.dataset.pane = name;
  for (const other of ['edit', 'preview']) byId(`show-${other}`).setAttribute('aria-pressed', String(other === name));
}

export class Panes {
  /** @param {import('./work.mjs').Work} work @param {import('./known.mjs').Known} known */
  constructor(work, known) {
    const { store, looked } = work;
    this.work = work;
    this.timer = 0;
    this.editor = new TextEditor(byId('json'), byId('json-says'), byId('faulty'), store);
    this.preview = new PreviewPane(() => ({
      text: work.whole,
      languages: languagesOf(store, known).map((code) => ({ code, name: nameOf(known, code) })),
      own: work.ownQuestion,
      form: work.form,
    }));
    const places = { summary: byId('problems'), list: byId('list'), count: byId('count'), anyway: byId('anyway') };
    this.messages = new Messages(byId('edit'), places, store, () => this.look(), () => this.tellRefused());
    this.forms = makeForms(byId('forms'), store, known, questionnairePart(store, looked, (seen) => this.showForm(seen)));
  }

  /** The linter is asked now, for the list and the text. */
  look() {
    const problems = this.work.look();
    this.editor.checked(problems);
    byId('base').hidden = !this.work.builds;
    return problems;
  }

  lint() { this.messages.show(this.look()); }

  update() {
    this.forms.update();
    this.editor.update();
    this.preview.changed();
  }

  /** The pack is another one now. */
  changed() {
    this.update();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.lint(), SOON);
  }

  /** Another file is open. @param {boolean} finished somebody has made it: all that is to be mended is told at once */
  begin(finished) {
    this.messages.begin();
    if (finished) this.messages.tell(this.look());
    else this.lint();
  }

  /** Does what is done with a pack that is whole; else leads to what is to be mended. @param {string} label @param {() => void} act */
  whole(label, act) {
    if (this.messages.whole(label, act)) return;
    showPane('edit');
    this.messages.face();
  }

  /** The questionnaire in the preview. @param {boolean} [seen] and the preview itself, where it stands behind the form */
  showForm(seen = false) {
    this.preview.show('form');
    this.tellRefused();
    if (seen) showPane('preview');
  }

  /** Beside the preview: why it is not the pack that is seen. */
  tellRefused() {
    const notice = byId('refused');
    const { errors } = this.messages;
    notice.hidden = this.work.used || byId('preview-page').value === 'form';
    notice.classList.toggle('stop', errors);
    const said = errors ? 'This pack cannot be used yet. Patients would see what you see here: the consultation without it.'
      : 'This is the consultation without a pack. It becomes yours as soon as what is needed is filled in.';
    if (notice.textContent !== said) notice.textContent = said;
  }

  /** The buttons that choose between them, and fold them. */
  listen() {
    byId('preview-page').addEventListener('input', () => this.tellRefused());
    for (const name of /** @type {const} */ (['edit', 'preview'])) byId(`show-${name}`).addEventListener('click', () => showPane(name));
    for (const button of document.querySelectorAll('.see-preview')) {
      button.addEventListener('click', () => {
        showPane('preview');
        byId('preview').focus();
      });
    }
    byId('fold').addEventListener('click', () => {
      const all = [...byId('forms').querySelectorAll('details')];
      const open = all.some((each) => !each.open);
      for (const each of all) each.open = open;
    });
  }
}
