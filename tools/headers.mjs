// What every host must send with a file of the site: said here once. The development server (serve.mjs), the files for hosts
// (hosting.mjs) and the policy inside the pages (site.mjs) are all made from this.
import path from 'node:path';
import { HASHED } from '../web/stored.mjs';
import { scriptHash, styleHash } from './lost.mjs';

export const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8', '.json': 'application/json', '.wasm': 'application/wasm', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.ico': 'image/x-icon', '.ttf': 'font/ttf', '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

export const typeOf = (name) => types[path.extname(name)] ?? 'application/octet-stream';

export const cacheFor = (name) => (HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache');

/**
 * The content security policy. The one inside a page cannot say who may show it in a frame: only a header can.
 * @param {{send?: string[], parents?: string[], inPage?: boolean, lost?: boolean}} [own] origins of the clinic: to send answers to, and
 *   of the pages that may show the site in a frame; lost: inside 404.html, the one page with a script and a style of its own
 */
export function policy({ send = [], parents = [], inPage = false, lost = !inPage } = {}) {
  const [itsScript, itsStyle] = lost ? [` ${scriptHash}`, ` ${styleHash}`] : ['', ''];
  return [
    "default-src 'none'", `script-src 'self' 'wasm-unsafe-eval'${itsScript}`, `style-src 'self'${itsStyle}`, "img-src 'self' data: blob:",
    "font-src 'self'", ["connect-src 'self'", ...send].join(' '), "manifest-src 'self'", "worker-src 'self'", "frame-src 'self'",
    "form-action 'none'", "base-uri 'none'", ...(inPage ? [] : [["frame-ancestors 'self'", ...parents].join(' ')]),
    "require-trusted-types-for 'script'", 'trusted-types needlewise',
  ].join('; ');
}

/** With every answer, an error too. The files are the same for all, so that any page may load them: embed.mjs needs it. */
export const headersForAll = (own) => ({
  'Content-Security-Policy': policy(own),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Access-Control-Allow-Origin': '*',
});
