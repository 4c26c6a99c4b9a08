// Orca, the screen reader of Linux desktops, beside Firefox: both in a display and on a bus of their own. Keys are pressed as a person
// presses them, by the X server; what Orca sends to the speech is read from its log. Nobody speaks it.
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { FIREFOX, lacking, openDisplay } from './drivers.mjs';

const BUS = '/usr/libexec/at-spi-bus-launcher';
/** Why it cannot run here; empty if it can. */
export const missing = lacking('/usr/bin/orca', FIREFOX, '/usr/bin/Xvfb', '/usr/bin/openbox', '/usr/bin/xdotool', '/usr/bin/dbus-daemon', '/usr/bin/gsettings', BUS);

export const version = () => execFileSync('orca', ['--version'], { encoding: 'utf8' }).trim();

const QUIET = 350;      // ms without a line in the log: Orca has said what it has to say
const SETTLED = 1000;   // the same after a key that does something: an alert is said when nothing else is
const DOES = ['Return', 'space', 'Escape'];
const PATIENCE = 8000;  // ms for a machine that is busy

const sleep = (/** @type {number} */ ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

/**
 * @typedef {object} Reader
 * @property {import('puppeteer-core').Page} page  to reach states by; what is read is reached by keys
 * @property {(key: string) => Promise<string[]>} press  a key as X calls it, and what is said then
 * @property {(act: () => Promise<unknown>) => Promise<string[]>} after  what is said when something happens
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<Reader>} */
export async function openReader() {
  const home = mkdtempSync(join(tmpdir(), 'needlewise-orca-'));
  const display = await openDisplay();
  /** @type {import('node:child_process').ChildProcess[]} */
  const started = [];
  const env = {
    ...display.env, HOME: home, XDG_RUNTIME_DIR: home, GSETTINGS_BACKEND: 'keyfile', NO_AT_BRIDGE: '0', GNOME_ACCESSIBILITY: '1', ACCESSIBILITY_ENABLED: '1', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8',
  };
  const end = () => {
    if (process.env.ORCA_LOG && existsSync(join(home, 'orca.log'))) copyFileSync(join(home, 'orca.log'), process.env.ORCA_LOG);
    for (const child of started.reverse()) child.kill();
    display.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  const start = (/** @type {string} */ program, /** @type {string[]} */ ...options) => {
    const child = spawn(program, options, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    started.push(child);
    return child;
  };
  const bus = start('dbus-daemon', '--session', '--nofork', '--nopidfile', '--print-address=1');
  env.DBUS_SESSION_BUS_ADDRESS = await new Promise((resolve) => { bus.stdout?.once('data', (bytes) => resolve(String(bytes).trim())); });
  start('openbox');
  start(BUS, '--launch-immediately');
  execFileSync('gsettings', ['set', 'org.gnome.desktop.interface', 'toolkit-accessibility', 'true'], { env });
  mute(home);
  customize(home);
  const log = new Log(join(home, 'orca.log'));
  start('orca', '--replace', `--debug-file=${log.file}`);
  await log.until((said) => said.some((line) => /^Screen reader on/.test(line)), 30_000).catch((reason) => {
    end();
    throw reason;
  });

  const browser = await puppeteer.launch({
    browser: 'firefox', executablePath: FIREFOX, headless: false, env, defaultViewport: null, args: ['--kiosk', 'data:text/html,<p>'],
    extraPrefsFirefox: {
      'accessibility.force_disabled': -1, 'webgl.force-enabled': true, 'ui.prefersReducedMotion': 1, 'intl.accept_languages': 'en-GB', 'datareporting.policy.dataSubmissionEnabled': false,
    },
  });
  const [page] = await browser.pages();
  const after = async (/** @type {() => Promise<unknown>} */ act, quiet = SETTLED) => {
    const from = log.said().length;
    await act();
    await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(() => resolve(null))); }));
    await log.quiet(from, quiet);
    return log.said().slice(from);
  };
  return {
    page, after,
    press: (key) => after(async () => execFileSync('xdotool', ['key', key], { env }), DOES.includes(key) ? SETTLED : QUIET),
    async close() {
      await browser.close();
      end();
    },
  };
}

/** Keys are not said as they are pressed, and every line is written down at once. @param {string} home */
function customize(home) {
  const folder = join(home, '.local/share/orca');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'orca-customizations.py'), 'import orca.debug, orca.settings\norca.settings.enableKeyEcho = False\norca.debug.debugFile.reconfigure(line_buffering=True)\n');
}

/** A voice without a sound: without any the dispatcher of speech does not start, and Orca then says nothing. @param {string} home */
function mute(home) {
  const folder = join(home, '.config/speech-dispatcher');
  mkdirSync(join(folder, 'modules'), { recursive: true });
  writeFileSync(join(folder, 'speechd.conf'), 'AudioOutputMethod "alsa"\nAddModule "silent" "sd_generic" "silent.conf"\nDefaultModule silent\n');
  writeFileSync(join(folder, 'modules/silent.conf'), 'GenericExecuteSynth "true"\nAddVoice "en" "male1" "silent"\n');
  writeFileSync(join(home, '.asoundrc'), 'pcm.!default { type null }\n');
}

/** What Orca writes down. */
class Log {
  /** @param {string} file */
  constructor(file) { this.file = file; }

  text() { return existsSync(this.file) ? readFileSync(this.file, 'utf8') : ''; }

  /** @returns {string[]} */
  said() { return [...this.text().matchAll(/ - SPEECH OUTPUT: '([^]*?)' ?\{'established'/g)].map(([, words]) => words.trim()).filter(Boolean); }

  /** @param {(said: string[]) => boolean} holds @param {number} [patience] */
  async until(holds, patience = PATIENCE) {
    for (const end = Date.now() + patience; !holds(this.said()); await sleep(50)) if (Date.now() > end) throw new Error(`Orca never said it: ${this.said().slice(-5).join(' | ')}`);
  }

  /** Until something has been said after what was, and nothing more is written. @param {number} from @param {number} quiet */
  async quiet(from, quiet) {
    const end = Date.now() + PATIENCE;
    for (let size = -1, since = Date.now(); Date.now() < end; await sleep(25)) {
      const now = statSync(this.file).size;
      if (now !== size) [size, since] = [now, Date.now()];
      else if (Date.now() - since > quiet && this.said().length > from) return;
    }
  }
}
