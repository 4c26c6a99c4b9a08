// Names of files that never change: each carries a hash of its bytes, so anybody can tell whether a copy is whole.
// @ts-check

export const HASHED = /\.[0-9a-zA-Z]{8}\.[a-z0-9]+$/;

/** Whether these are the bytes of that file. A name of another making says nothing. @param {string} name @param {ArrayBuffer} bytes */
export async function bytesFit(name, bytes) {
  const wanted = name.match(/\.([0-9a-f]{8})\.[a-z0-9]+$/)?.[1];
  if (!wanted) return true;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest.slice(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('') === wanted;
}
