// The illustrations of the plain skin and of paper: the same SVG files the program paints, as images. Colours and levels
// are written into the text of the drawing by the rules of assets/figures/README.md; src/ui/figures/colours.cpp has the twin.
// @ts-check
import { attribute, make } from './dom.mjs';

/** Base, shade, light and redness of the six tones of skin. */
const TONES = [
  ['#f9decd', '#edc2ac', '#feefe5', '#e0594c'], ['#f0c9ac', '#dda785', '#f9dfca', '#d8503f'], ['#deab82', '#c48b60', '#edc8a6', '#c24638'],
  ['#bf875c', '#a06a42', '#d5a47d', '#a83a33'], ['#92603f', '#74462c', '#af7b58', '#8e2c2c'], ['#6a4534', '#4e3026', '#8a6049', '#7a2026'],
];
const SKIN = ['skin-', 'skinshade-', 'skinlight-', 'red-'];
const PALER_BRAND = '#3e8d82';
const PALER = 0.22;

/** The way to white. @param {string} colour @param {number} share */
const paler = (colour, share) => `#${[1, 3, 5].map((at) => {
  const part = Number.parseInt(colour.slice(at, at + 2), 16);
  return Math.round(part + (255 - part) * share).toString(16).padStart(2, '0');
}).join('')}`;

/** @param {string} attributes @param {string} name */
const read = (attributes, name) => attributes.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1];

/** @param {string} attributes @param {string} name @param {string} value */
const set = (attributes, name, value) => `${attributes.replace(new RegExp(`\\s${name}="[^"]*"`), '')} ${name}="${value}"`;

/**
 * @param {string} id @param {string} drawn its colour in the file @param {number} tone @param {string} accent
 * @returns {string | undefined}
 */
function colourFor(id, drawn, tone, accent) {
  if (id.startsWith('accent-')) return drawn.toLowerCase() === PALER_BRAND ? paler(accent, PALER) : accent;
  return TONES[tone - 1]?.[SKIN.findIndex((start) => id.startsWith(start))];
}

/** As large as the program would draw it at most: width and height; nothing when the drawing does not say. @param {string} svg `<svg viewBox="0 0 480 300">` */
function sizeOf(svg) {
  const [, width, height] = (svg.match(/viewBox="0 0 (\d+) (\d+)"/) ?? []).map(Number);
  const grown = width < 480 ? 2 : width > height ? 560 / 480 : 1;
  return width && height ? [width * grown, height * grown] : [];
}

/** @param {string} head */
function sized(head) {
  const [width, height] = sizeOf(head);
  return width ? head.replace('>', ` width="${width}" height="${height}">`) : head;
}

/**
 * The drawing as it is asked for. Shapes have the name, the part and the paint of the group they are in, unless their own.
 * @param {string} svg @param {string} image "healing-section 3 channels=0.6" @param {string} accent
 */
export function recoloured(svg, image, accent) {
  const [name, ...wishes] = image.split(' ');
  const tone = /^(tone|goal)-/.test(name) ? 0 : Number(wishes.find((wish) => !wish.includes('=')) ?? 0);
  const levels = new Map(wishes.filter((wish) => wish.includes('=')).map((wish) => /** @type {[string, string]} */ (wish.split('='))));
  const groups = [{ id: '', fill: '', stroke: '' }];
  return svg.replace(/<(\/?)(\w+)((?:\s[^<>]*?)?)(\/?)>/g, (all, closing, tag, attributes, empty) => {
    if (tag === 'svg') return sized(all);
    if (closing) {
      if (tag === 'g') groups.pop();
      return all;
    }
    const around = groups[groups.length - 1];
    const [id, fill, stroke] = /** @type {const} */ (['id', 'fill', 'stroke']).map((key) => read(attributes, key) ?? around[key]);
    if (tag === 'g') {
      groups.push({ id, fill, stroke });
      return all;
    }
    const filled = fill !== '' && fill !== 'none';
    const colour = colourFor(id, filled ? fill : stroke, tone, accent);
    let changed = colour ? set(attributes, filled ? 'fill' : 'stroke', colour) : attributes;
    const level = levels.get(id.split('--')[1] ?? '');
    if (level !== undefined) changed = set(changed, 'opacity', String(Number(level) * Number(read(attributes, 'opacity') ?? 1)));
    return `<${tag}${changed}${empty}>`;
  });
}

export const MOST_ARE_THERE = 700;  // ms after the pictures have come, or the first page of the program: by then it paints, mostly
const PATCH = /^skin-(face|body)$/;  // by the program, src/core/skin/skin.h

class Figures {
  constructor() {
    /** @type {Uint8Array[]} figures.json and more-figures.json, until the first one of them is shown */
    this.files = [];
    /** @type {Record<string, string>} */
    this.drawings = {};
    /** @type {Map<string, string>} the clinic's own, by name */
    this.own = new Map();
    /** @type {Map<string, string>} the addresses of those in a form, by name; they are shown over the canvas, too */
    this.photos = new Map();
    /** @type {Map<string, string>} addresses by what is drawn */
    this.addresses = new Map();
    /** @type {Map<HTMLImageElement, string>} what each one is to show */
    this.wanted = new Map();
    this.plain = false;
    this.pause = 1000;  // ms until they are drawn
    this.accent = '';
    this.asked = 0;
    /** @type {(image: string, width: number, height: number) => Uint8ClampedArray<ArrayBuffer> | undefined} what the program computes */
    this.pixels = () => undefined;
  }

  /** @param {Uint8Array} file figures.json or more-figures.json */
  add(file) {
    this.files.push(file);
    this.ask();
  }

  /**
   * The image inside an element; its words are the element's. Answers and cards show theirs in the plain skin only.
   * @param {HTMLElement} element @param {string} image @param {'figure' | 'aside'} kind
   */
  place(element, image, kind) {
    let picture = /** @type {HTMLImageElement | null} */ (element.querySelector(':scope > img'));
    if (image === '') {
      if (picture) this.drop(picture);
      return;
    }
    if (!picture) {
      picture = make('img', `picture ${kind}`);
      picture.alt = '';
      element.prepend(picture);
    }
    if (this.wanted.get(picture) === image) return;
    this.wanted.set(picture, image);
    const photo = this.photos.get(image);
    picture.classList.toggle('photo', photo !== undefined);
    if (photo !== undefined) picture.src = photo;
    else this.keepRoom(picture, image);
    this.ask();
  }

  /** Nothing moves when it is drawn later. @param {HTMLImageElement} picture @param {string} image */
  keepRoom(picture, image) {
    const [width = null, height = null] = sizeOf(this.svgOf(image.split(' ')[0]) ?? '').map(String);
    attribute(picture, 'width', width);
    attribute(picture, 'height', height);
  }

  /** @param {HTMLImageElement} picture */
  drop(picture) {
    picture.remove();
    this.wanted.delete(picture);
    this.ask();
  }

  /** Those of a page that has gone: whoever goes from page to page would keep them all until the next pause. */
  forget() {
    for (const picture of this.wanted.keys()) if (!picture.isConnected) this.wanted.delete(picture);
  }

  /**
   * At once where they are seen; on the canvas when there is nothing else to do, for the case that the page is printed.
   * @param {boolean} plain @param {boolean} [waits] the program is about to paint them: drawing them takes a slow device as long as a good part of the start
   */
  wear(plain, waits = false) {
    this.plain = plain;
    this.pause = waits && !this.addresses.size ? MOST_ARE_THERE : plain ? 0 : 1000;
    this.ask();
  }

  /** @param {string} accent */
  paint(accent) {
    if (this.accent === accent) return;
    this.accent = accent;
    this.ask();
  }

  ask() {
    clearTimeout(this.asked);
    this.asked = window.setTimeout(() => this.show(), this.pause);
  }

  show() {
    clearTimeout(this.asked);
    this.forget();
    const used = new Set();
    for (const [picture, image] of this.wanted) {
      if (!this.plain && picture.classList.contains('aside')) continue;
      const address = this.addressOf(image);
      used.add(`${image} ${this.accent}`);
      picture.hidden = address === '';
      if (address && picture.getAttribute('src') !== address) picture.src = address;
    }
    for (const [key, address] of this.addresses) {
      if (used.has(key)) continue;
      URL.revokeObjectURL(address);
      this.addresses.delete(key);
    }
  }

  /**
   * The skin as the program computes it, in an address that holds the picture itself: that is there at once.
   * @param {string} image @returns {string}
   */
  computed(image) {
    const [width, height] = [480, 300];
    const pixels = this.pixels(image, width, height);
    if (!pixels) return '';
    const canvas = make('canvas');
    [canvas.width, canvas.height] = [width, height];
    canvas.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
    return canvas.toDataURL('image/png');
  }

  /** The drawing with as many regions. @param {number} count */
  mapOf(count) {
    this.unpack();
    const outlines = (/** @type {string} */ svg) => (svg.match(/<g id="region-[^]*?<\/g>|<path id="region-[^>]*/g) ?? []).join('').split(' d="').slice(1).map((rest) => rest.split('"')[0]);
    return Object.entries(this.drawings).map(([name, svg]) => ({ name, paths: outlines(svg) })).find(({ paths }) => paths.length === count);
  }

  /** @param {string} name @returns {string | undefined} */
  svgOf(name) {
    this.unpack();
    return this.own.get(name) ?? this.drawings[name];
  }

  unpack() {
    for (const file of this.files.splice(0)) Object.assign(this.drawings, JSON.parse(new TextDecoder().decode(file)).svg);
  }

  /** @param {string} image @returns {string} empty when there is no such drawing */
  addressOf(image) {
    const photo = this.photos.get(image);
    if (photo !== undefined) return photo;
    const key = `${image} ${this.accent}`;
    const known = this.addresses.get(key);
    if (known) return known;
    const name = image.split(' ')[0];
    const svg = this.svgOf(name);
    const drawn = () => (svg ? URL.createObjectURL(new Blob([recoloured(svg, image, this.accent)], { type: 'image/svg+xml' })) : '');
    const address = PATCH.test(name) ? this.computed(image) : drawn();
    if (address) this.addresses.set(key, address);
    return address;
  }
}

export const figures = new Figures();
