// Fills in a page: {{key}} is the text of that key in English, {{file:NAME}} the hashed name of a file of the site, and
// {{languages}} a JSON object from language to its file, {{more-words}} and {{first-words}} the same for words of later pages and of the first
// two, {{version}}, {{policy}}, {{sizes}}, {{first}} (both first pages) and {{reading}} (links) what they say, {{integrity:NAME}} the digest
// of a file, {{picture:NAME}} a picture in place as an address. Unknown names stop the build.

/**
 * @param {{english: Record<string, string>, names: Map<string, string>, languages: object, moreWords: object, firstWords?: object, first?: string, json?: boolean, version?: string,
 *   policy?: string, sizes?: object, integrity?: (name: string) => string, reading?: string, picture?: (name: string) => string}} words
 */
export function fill(text, { english, names, languages, moreWords, firstWords, first, json = false, version, policy, picture, reading, sizes, integrity }, where) {
  const escape = json ? (value) => JSON.stringify(value).slice(1, -1) : escapeHtml;
  return text.replace(/\{\{([^{}]+)\}\}/g, (_, name) => {
    if (name === 'languages') return escape(JSON.stringify(languages));
    if (name === 'more-words') return escape(JSON.stringify(moreWords));
    if (name === 'first-words' && firstWords) return escape(JSON.stringify(firstWords));
    if (name === 'first' && first) return first;
    if (name === 'sizes' && sizes) return escape(JSON.stringify(sizes));
    if (name.startsWith('integrity:') && integrity) return integrity(name.slice(10));
    if (name === 'version' && version) return escape(version);
    if (name === 'reading' && reading) return reading;
    if (name === 'policy' && policy) return policy;  // quotes and all: it stands in double ones
    if (name.startsWith('picture:') && picture) return `data:image/svg+xml,${picture(name.slice(8)).trim().replaceAll('"', "'").replaceAll('#', '%23')}`;  // shorter than with all in per cent
    if (name.startsWith('file:')) {
      const file = names.get(name.slice(5));
      if (file === undefined) throw new Error(`${where}: there is no file "${name.slice(5)}" on the site. There are: ${[...names.keys()].join(', ')}`);
      return escape(file);
    }
    if (english[name] === undefined) throw new Error(`${where}: assets/text/en.json has no key "${name}"`);
    return escape(english[name]);
  });
}

function escapeHtml(value) {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
}
