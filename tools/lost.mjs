// The page for addresses that are none (404.html). Hosts show it at any address, so it can name no other file: what it needs stands
// inside it, and the policy lets just that through by its hash.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const read = (name) => readFileSync(new URL(`../web/${name}`, import.meta.url), 'utf8');

export const script = read('lost.mjs').replace(/^\/\/.*\n/gm, '').trim();
export const style = read('lost.css').trim();

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
export const scriptHash = hash(script);
export const styleHash = hash(style);

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** What it says, in every language. @param {Record<string, Record<string, string>>} words by language, English first */
export function body(words) {
  return Object.entries(words).map(([language, said], i) => `<section lang="${language}" dir="${said['format.direction'] === 'rtl' ? 'rtl' : 'ltr'}">
<h${i === 0 ? 1 : 2}>${escape(said['missing.title'])}</h${i === 0 ? 1 : 2}>
<p>${escape(said['missing.link'])}</p>
<a href="./">${escape(said['missing.home'])}</a>
</section>`).join('\n');
}

/** @param {string} template web/404.html @param {Record<string, Record<string, string>>} words @param {string} policy */
export const lostPage = (template, words, policy) => template
  .replace('{{policy}}', () => policy).replace('{{lost-style}}', () => style).replace('{{lost-script}}', () => script)
  .replace('{{lost}}', () => body(words)).replace(/\{\{([\w.-]+)\}\}/g, (_, key) => escape(words.en[key]));
