// The document lies where the program paints. These run in the page, by page.evaluate().

/** What lies elsewhere than it is painted. */
export function misplaced() {
  const { published } = /** @type {any} */ (document.getElementById('mirror'));
  const off = [];
  const far = (/** @type {number[]} */ a, /** @type {number[]} */ b) => a.some((value, i) => Math.abs(value - b[i]) > 1);
  for (const node of published.nodes) {
    const element = document.querySelector(`[data-key="${node.key}"]`);
    if (element.closest('[hidden]') || element.matches('.link[data-look="skip"]')) continue;  // folded; shown by the document alone
    const box = element.getBoundingClientRect();
    const pinned = element.closest('[data-pinned]') !== null;  // stays where it is in the window
    const top = pinned ? box.top : box.top + window.scrollY;
    if (far([box.left, top, box.width, box.height], [node.x, node.y, node.w, node.h])) {
      off.push(`${node.kind} "${node.name}" is at ${[box.left, top, box.width, box.height]}, painted at ${[node.x, node.y, node.w, node.h]}`);
    }
    const input = element.querySelector(':scope > input')?.getBoundingClientRect();
    if (input && far([input.left, input.top + (pinned ? 0 : window.scrollY), input.width, input.height], [node.fieldX, node.fieldY, node.fieldW, node.fieldH])) {
      off.push(`the field of "${node.name}" is at ${[input.left, input.top + window.scrollY, input.width, input.height]}`);
    }
  }
  return off;
}

/** Words that take more or fewer lines than the layout has for them. */
export function broken() {
  const { published } = /** @type {any} */ (document.getElementById('mirror'));
  const off = [];
  for (const node of published.nodes) {
    const element = /** @type {HTMLElement} */ (document.querySelector(`[data-key="${node.key}"]`));
    const carrier = /** @type {HTMLElement | null} */ (['paragraph', 'heading', 'cell', 'status'].includes(node.kind) ? element : element.querySelector(':scope > .words, :scope > legend > .words, :scope > .title, :scope > figcaption > .words'));
    if (!carrier || carrier.closest('[hidden]') || node.nameH <= 0) continue;
    const range = document.createRange();
    range.selectNodeContents(carrier);
    const box = range.getBoundingClientRect();
    const lines = new Set([...range.getClientRects()].filter((part) => part.width > 0).map((part) => Math.round(part.top))).size;
    const painted = Math.round(node.nameH / node.nameLine);
    if (lines !== painted) off.push(`${node.kind} "${node.name.slice(0, 60)}": ${lines} lines, painted ${painted} (${box.width} of ${node.nameW})`);
    else if (box.height > 0 && Math.abs(box.top + (element.closest('[data-pinned]') ? 0 : window.scrollY) - node.nameY) > node.nameLine / 2) off.push(`${node.kind} "${node.name.slice(0, 60)}" stands ${box.top + window.scrollY - node.nameY} px off`);
  }
  return off;
}

export const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
