// What a service worker knows and a page does not, as far as sw.mjs uses it; and what tools/site.mjs writes into it.
export {};

declare global {
  const SITE_VERSION: string;
  const SITE_FILES: string[];
  const SITE_WORDS: string[];

  interface ExtendableEvent extends Event {
    waitUntil(work: Promise<unknown>): void;
  }
  interface FetchEvent extends ExtendableEvent {
    readonly request: Request;
    readonly clientId: string;
    respondWith(response: Promise<Response>): void;
  }
  interface WorkerMessageEvent extends ExtendableEvent {
    readonly data: { shows: string; words: string[] };
  }
  interface WorkerClients {
    claim(): Promise<void>;
    get(id: string): Promise<{ url: string; frameType: string } | undefined>;
    matchAll(options: { includeUncontrolled: boolean; type: 'window' }): Promise<{ url: string }[]>;
  }
  interface ServiceWorkerGlobalScope {
    readonly registration: ServiceWorkerRegistration;
    readonly clients: WorkerClients;
    skipWaiting(): Promise<void>;
    addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
    addEventListener(type: 'message', listener: (event: WorkerMessageEvent) => void): void;
    addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  }

  interface Window {
    trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string } };
  }
}
