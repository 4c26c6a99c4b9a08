// What the page is made of: its elements, and what looks after each part of it. There is one of each.
// @ts-check
import { asked } from './asked.mjs';
import { Guest } from './guest.mjs';
import { Keeper, scopeOf } from './keep.mjs';
import { KioskMemory } from './kiosk.mjs';
import { Labels } from './labels.mjs';
import { languages } from './load.mjs';
import { Mirror } from './mirror.mjs';
import { Outgoing } from './outgoing.mjs';
import { embedded, Port } from './port.mjs';
import { Still } from './still.mjs';
import { Tablet } from './tablet.mjs';
import { tell } from './tell.mjs';

export const root = document.documentElement;
export const page = /** @type {HTMLElement} */ (document.getElementById('page'));
export const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
export const mirrorHost = /** @type {HTMLElement} */ (document.getElementById('mirror'));
export const announcer = /** @type {HTMLElement} */ (document.getElementById('announcer'));
export const mirror = new Mirror(mirrorHost);
export const labels = new Labels(page);
export const still = new Still(mirrorHost);
const port = new Port((message) => {
  outgoing.hear(message);
  guest.hear(message);
});
export const outgoing = new Outgoing(port);
export const guest = new Guest(mirror, page, port, (code) => code in languages());
const scope = scopeOf(location, embedded() ? window.name || 'frame' : '');
export const memory = new KioskMemory({ storage: () => window.localStorage, scope });
export const tablet = new Tablet(page, memory, tell);
export const keeper = new Keeper({
  tab: () => window.sessionStorage, device: () => window.localStorage, scope,
  keeps: !asked.preview && !asked.staff,
  drafts: !embedded(),
  tell,
});
