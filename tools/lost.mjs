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

/** What it says in every language; without the script, in English. @param {Record<string, Record<string, string>>} words by language, English first */
export function body(words) {
  return Object.entries(words).map(([language, said], i) => `<section lang="${language}" dir="${said['format.direction'] === 'rtl' ? 'rtl' : 'ltr'}"${i === 0 ? '' : ' hidden'}>
<h1>${escape(said['missing.title'])}</h1>
<p>${escape(said['missing.link'])}</p>
<a href="./">${escape(said['missing.home'])}</a>
</section>`).join('\n');
}

/** Links to the first page in the other languages. @param {Record<string, Record<string, string>>} words */
export const others = (words) => Object.entries(words)
  .map(([language, said], i) => `<a lang="${language}" hreflang="${language}" href="./?lang=${language}"${i === 0 ? ' hidden' : ''}>${escape(said[`language.${language}`])}</a>`).join('\n');

/** @param {string} template web/404.html @param {Record<string, Record<string, string>>} words @param {string} policy */
export function lostPage(template, words, policy) {
  const icon = read('icon.svg').trim();
  const parts = {
    policy, 'lost-style': style, 'lost-script': script, lost: body(words), others: others(words),
    icon: `data:image/svg+xml,${encodeURIComponent(icon)}`, mark: icon.replace('<svg', '<svg aria-hidden="true"'),
  };
  return template.replace(/\{\{([\w.-]+)\}\}/g, (_, key) => parts[key] ?? escape(words.en[key]));
}
