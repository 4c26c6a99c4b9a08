// What the build puts into the scripts.
export {};

declare global {
  const EMBED_WORDS: Record<string, Record<'title' | 'lead' | 'privacy' | 'start' | 'page' | 'loading' | 'direction', string>>;
}
