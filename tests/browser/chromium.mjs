// The two Chromiums of Debian. CHROMIUM in the environment names another for everything.
import { existsSync } from 'node:fs';

const shell = '/usr/bin/chromium-headless-shell';

/** What people use: for what is measured. */
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** The same engine without windows, half the work for a page: for tests. The whole one where it is not installed. */
export const SHELL = process.env.CHROMIUM ?? (existsSync(shell) ? shell : CHROMIUM);
