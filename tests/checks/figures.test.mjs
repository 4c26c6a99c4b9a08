// The drawings in assets/figures keep to the form in assets/figures/README.md: what nanosvg and our tessellator can draw,
// shapes that can be recoloured by name, words for people who cannot see them, few bytes.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const folder = new URL('../../assets/figures/', import.meta.url);
const read = name => readFileSync(new URL(name, folder), 'utf8');
const words = text => text.trim().split(/\s+/);

const scenes = words(`scar-types skin-layers channels-fresh healing-inflammation healing-new-collagen healing-remodelling
    step-consult step-photos step-cleanse step-numb step-remove step-needle step-soothe step-aftercare home-scene`);
const surfaces = words('healing-scalp'); // the signs of the days, over every mark a person may have come with
const levelled = [...surfaces, 'healing-section']; // their parts come and go with the days
const sections = words('section-numb section-needle section-soothe section-heal'); // their parts move
const maps = words('map-face map-body');
const icons = words('wash makeup sunscreen sun exercise swim actives vitamin-c toner waxing injection picking alcohol shaving sleep touch moisturiser serum hair')
    .map(name => `care-${name}`);
const swatches = ['eyes light blue-green hazel dark-brown black-brown', 'hair red blonde dark-blonde dark-brown black', 'skin pink very-pale light-brown brown dark-brown']
    .flatMap(line => words(line).slice(1).map(name => `swatch-${words(line)[0]}-${name}`));
const options = words(`scar-ice-pick scar-boxcar scar-rolling severity-flat severity-mild severity-moderate severity-severe
    goal-acne-scars goal-surgical-scars goal-burn-scars goal-stretch-marks goal-fine-lines goal-laxity goal-pigment
    goal-pores-texture goal-hair-thinning goal-glow stretch-red stretch-white lines-in-motion lines-at-rest lines-everywhere
    pigment-melasma pigment-spots tone-1 tone-2 tone-3 tone-4 tone-5 tone-6 device-pen device-radiofrequency device-roller needles-sterile`);

const kinds = [
    { names: [...icons, ...swatches], box: [32, 32], bytes: 2000 },
    { names: options, box: [96, 96], bytes: 6000 },
    { names: scenes, box: [480, 300], bytes: 10000 },
    { names: ['healing-section', ...sections], box: [480, 300], bytes: 12000 }, // several states of the skin in one picture
    { names: surfaces, box: [480, 300], bytes: 21500 }, // the states, and the marks
    { names: maps, box: [480, 480], bytes: 10500 },
];
const all_brotli = 48000; // all files together, as the build bundles them

const paint = words('id fill fill-opacity stroke stroke-width stroke-linecap stroke-linejoin stroke-opacity opacity');
const allowed = {
    svg: words('xmlns viewBox'), title: [], desc: [],
    g: words('id fill fill-opacity stroke stroke-width stroke-linecap stroke-linejoin stroke-opacity'), // no opacity: nanosvg hands it to each shape
    path: [...paint, 'd'], rect: [...paint, 'x', 'y', 'width', 'height', 'rx'], circle: [...paint, 'cx', 'cy', 'r'],
    ellipse: [...paint, 'cx', 'cy', 'rx', 'ry'], line: [...paint, 'x1', 'y1', 'x2', 'y2'], polyline: [...paint, 'points'], polygon: [...paint, 'points'],
};

// A strict reader of the little XML we allow: elements in order with their attributes, inherited paint and enclosing ids.
function parse(name, text) {
    const elements = [], open = [];
    const token = /<(\/?)([a-z]+)((?:\s+[A-Za-z-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
    let match, position = 0;
    while ((match = token.exec(text))) {
        position = token.lastIndex;
        const [, closing, tag, attributes, empty, loose] = match;
        if (loose !== undefined) {
            const inside = open.at(-1);
            if (inside && (inside.tag === 'title' || inside.tag === 'desc')) inside.text += loose;
            else assert.equal(loose.trim(), '', `${name}: loose text "${loose.trim()}"`);
        } else if (closing) {
            assert.equal(open.pop()?.tag, tag, `${name}: </${tag}> closes nothing`);
        } else {
            const list = [...attributes.matchAll(/([A-Za-z-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]);
            const own = Object.fromEntries(list);
            assert.equal(list.length, Object.keys(own).length, `${name}: an attribute twice in <${tag}${attributes}>`);
            const parent = open.at(-1);
            const element = { tag, own, text: '', parent, all: { ...(parent?.tag === 'g' ? parent.all : {}), ...own } };
            elements.push(element);
            if (!empty) open.push(element);
        }
    }
    assert.equal(position, text.length, `${name}: cannot read "${text.slice(position, position + 60)}"`);
    assert.deepEqual(open, [], `${name}: not closed`);
    return elements;
}

// End points and samples of every curve, absolute; the number of separate pieces.
function trace(d) {
    const points = [], tokens = d.match(/[a-z]|-?(?:\d+\.?\d*|\.\d+)/gi) ?? [];
    const sizes = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, Z: 0 };
    assert.equal(tokens.join('').length, d.replace(/[\s,]/g, '').length, `not a path we can draw: ${d.slice(0, 80)}`);
    let at = 0, command = '', x = 0, y = 0, start = [0, 0], pieces = 0, control = null;
    const bezier = (...corners) => {
        for (let step = 1; step <= 12; ++step) {
            let row = corners;
            while (row.length > 1) row = row.slice(1).map((p, i) => p.map((v, k) => row[i][k] + (v - row[i][k]) * step / 12));
            points.push(row[0]);
        }
    };
    while (at < tokens.length) {
        if (/[a-z]/i.test(tokens[at])) command = tokens[at++];
        const kind = command.toUpperCase(), relative = command !== kind;
        assert.ok(kind in sizes, `path command ${command}`);
        if (kind === 'Z') { [x, y] = start; control = null; continue; }
        const numbers = tokens.slice(at, at += sizes[kind]).map(Number);
        assert.ok(numbers.length === sizes[kind] && numbers.every(Number.isFinite), `path numbers in ${d.slice(0, 80)}`);
        const from = [x, y], corners = [];
        if (kind === 'H') corners.push([numbers[0] + (relative ? x : 0), y]);
        else if (kind === 'V') corners.push([x, numbers[0] + (relative ? y : 0)]);
        else for (let i = 0; i < numbers.length; i += 2) corners.push([numbers[i] + (relative ? x : 0), numbers[i + 1] + (relative ? y : 0)]);
        if (kind === 'S' || kind === 'T') corners.unshift(control?.kind === (kind === 'S' ? 'C' : 'Q') ? [2 * x - control.p[0], 2 * y - control.p[1]] : from);
        [x, y] = corners.at(-1);
        if (kind === 'M') { start = [x, y]; ++pieces; points.push([x, y]); command = relative ? 'l' : 'L'; }
        else bezier(from, ...corners);
        control = corners.length > 1 ? { kind: corners.length === 3 ? 'C' : 'Q', p: corners.at(-2) } : null;
    }
    return { points, pieces };
}

function outline({ tag, own }) {
    const n = key => Number(own[key] ?? 0);
    const box = (x, y, w, h) => ({ pieces: 1, points: [[x, y], [x + w, y + h]] });
    if (tag === 'path') return trace(own.d);
    if (tag === 'rect') return box(n('x'), n('y'), n('width'), n('height'));
    if (tag === 'circle') return box(n('cx') - n('r'), n('cy') - n('r'), 2 * n('r'), 2 * n('r'));
    if (tag === 'ellipse') return box(n('cx') - n('rx'), n('cy') - n('ry'), 2 * n('rx'), 2 * n('ry'));
    if (tag === 'line') return { pieces: 1, points: [[n('x1'), n('y1')], [n('x2'), n('y2')]] };
    const numbers = own.points.trim().split(/[\s,]+/).map(Number);
    return { pieces: 1, points: numbers.flatMap((v, i) => i % 2 ? [] : [[v, numbers[i + 1]]]) };
}

// The part a shape belongs to: the end of its id after "--".
const parts_of = name => new Set(parse(name, read(`${name}.svg`)).map(element => element.own.id?.split('--')[1]).filter(Boolean));

const motion = JSON.parse(read('motion.json'));

// How far a shape of this name moves to each side: by so much it may reach past the opposite edge, so that an arm stays long enough.
function travel(figure, id) {
    const part = motion[figure]?.parts[id.split('--')[1]] ?? {};
    const [x, y] = ['x', 'y'].map(property => (part[property] ?? []).map(([, value]) => value));
    return { left: Math.max(0, ...x), right: -Math.min(0, ...x), up: Math.max(0, ...y), down: -Math.min(0, ...y) };
}

const drawn = element => !['svg', 'title', 'desc', 'g'].includes(element.tag);

test('every figure of the list is there, and no other', () => {
    const there = readdirSync(folder).filter(name => name.endsWith('.svg')).map(name => name.slice(0, -4)).sort();
    assert.deepEqual(there, kinds.flatMap(kind => kind.names).sort());
});

for (const { names, box, bytes } of kinds) for (const name of names) test(`figure ${name}`, () => {
    const text = read(`${name}.svg`);
    assert.ok(Buffer.byteLength(text) <= bytes, `${Buffer.byteLength(text)} bytes, at most ${bytes}`);
    assert.doesNotMatch(text.replace('xmlns="http://www.w3.org/2000/svg"', ''), /https?:|href|url\(|data:|<[!?]|&(?!amp;|lt;)/, 'refers to something outside, or is more than plain shapes');

    const elements = parse(name, text), [svg, title, desc] = elements;
    assert.deepEqual([svg?.tag, title?.tag, desc?.tag], ['svg', 'title', 'desc'], 'title and desc come first');
    assert.equal(svg.own.viewBox, `0 0 ${box[0]} ${box[1]}`);
    assert.ok(title.text.length >= 3 && title.text.length <= 60, `title "${title.text}"`);
    assert.ok(desc.text.length >= 10 && desc.text.length <= 400 && desc.text.endsWith('.'), `desc "${desc.text}"`);

    const ids = elements.map(element => element.own.id).filter(Boolean);
    assert.equal(new Set(ids).size, ids.length, `ids used twice: ${ids.filter((id, i) => ids.indexOf(id) !== i)}`);
    for (const id of ids) assert.match(id, /^[a-z][a-z0-9]*(-[a-z0-9]+)*(--[a-z]+(-[a-z0-9]+)*)?$/), assert.ok(id.length < 64, `nanosvg cuts ${id}`);

    const shapes = elements.filter(drawn);
    assert.match(shapes[0].own.id ?? '', /^ground-/, 'the first shape is the ground, so that the page behind does not matter');
    for (const element of elements) {
        assert.ok(element.tag in allowed, `<${element.tag}>`);
        for (const key of Object.keys(element.own)) assert.ok(allowed[element.tag].includes(key), `<${element.tag} ${key}>`);
        for (const key of ['fill', 'stroke']) if (element.own[key]) assert.match(element.own[key], /^(none|#[0-9A-F]{6})$/, `${key}="${element.own[key]}"`);
    }
    for (const shape of shapes) {
        const { fill = '#000000', stroke = 'none', opacity } = shape.all, called = shape.own.id ?? shape.parent.own.id;
        assert.ok(called, `a shape without a name: ${JSON.stringify(shape.own)}`);
        assert.ok(shape.all.fill !== undefined, `${called}: black by default`);
        assert.ok(fill !== 'none' || stroke !== 'none', `${called}: neither fill nor stroke`);
        assert.ok(!(opacity && fill !== 'none' && stroke !== 'none'), `${called}: fill and stroke overlap in nanosvg when both are see-through`);
        const { points, pieces } = outline(shape);
        if (fill !== 'none') assert.equal(pieces, 1, `${called}: a fill in several pieces or with a hole`);
        const { left, right, up, down } = travel(name, called);
        for (const [x, y] of points) assert.ok(x >= -1 - left && y >= -1 - up && x <= box[0] + 1 + right && y <= box[1] + 1 + down, `${called}: outside the picture at ${x} ${y}`);
    }
});

test('regions and layers that the code asks for by name', () => {
    const named = name => parse(name, read(`${name}.svg`)).map(element => element.own.id).filter(Boolean);
    for (const region of words('forehead around-eyes cheeks nose mouth chin neck')) assert.ok(named('map-face').includes(`region-${region}`), region);
    for (const region of words('face neck chest abdomen back arms hands hips-legs scalp')) assert.ok(named('map-body').includes(`region-${region}`), region);
    for (const name of words('skin-layers channels-fresh healing-inflammation healing-new-collagen healing-remodelling healing-section section-numb section-needle section-soothe section-heal'))
        for (const layer of words('layer-epidermis layer-dermis layer-fat skin-surface')) assert.ok(named(name).includes(layer), `${name}: ${layer}`);
});

test('the pictures of healing have a part for every level and every mark, and no other', () => {
    const signs = 'redness swelling flaking bruising channels';
    const levels = { 'healing-section': 'channels clot immune-cells repair-cells new-collagen collagen-bundles' };
    const { pictures } = JSON.parse(readFileSync(new URL('../../assets/model/healing.json', import.meta.url), 'utf8'));
    // The computed skin has no file; tests/unit/skin_test.cpp holds it to the marks.
    for (const { figure, marks } of pictures.filter(({ figure }) => !figure.startsWith('skin-'))) levels[figure] = `${signs} ${[...new Set(marks.map(mark => mark.part))].join(' ')}`;
    assert.deepEqual(Object.keys(levels).sort(), [...levelled].sort());
    for (const [name, parts] of Object.entries(levels)) assert.deepEqual([...parts_of(name)].sort(), words(parts).sort(), name);
});

test('every part belongs to a level or to a motion', () => {
    for (const { names } of kinds) for (const name of names) {
        if (!levelled.includes(name)) assert.deepEqual([...parts_of(name)].sort(), Object.keys(motion[name]?.parts ?? {}).sort(), name);
    }
    for (const name of words('step-consult step-photos step-cleanse step-numb step-remove step-needle step-soothe step-aftercare')) assert.ok(motion[name], name);
    for (const name of sections) assert.ok(motion[name], name);
});

for (const [name, { seconds, parts, ...more }] of Object.entries(motion)) test(`motion ${name}`, () => {
    assert.deepEqual(more, {});
    assert.ok(kinds.some(({ names }) => names.includes(name)), 'no such figure');
    assert.ok(seconds >= 3 && seconds <= 5, `${seconds} seconds`);
    for (const [part, properties] of Object.entries(parts)) for (const [property, points] of Object.entries(properties)) {
        const called = `${part} ${property}`;
        assert.ok(['x', 'y', 'opacity'].includes(property), called);
        assert.ok(points.length > 0, called);
        for (const point of points) assert.ok(point.length === 2 && point.every(Number.isFinite), `${called}: ${point}`);
        assert.equal(points.at(-1)[1], property === 'opacity' ? 1 : 0, `${called}: the end is the still`);
        points.forEach(([time, value], i) => {
            assert.ok(time >= 0 && time <= 1, `${called}: at ${time}`);
            if (property === 'opacity') assert.ok(value >= 0 && value <= 1, `${called}: ${value}`);
            if (i === 0) return;
            const [before, from] = points[i - 1], taken = (time - before) * seconds;
            assert.ok(taken > 0, `${called}: times rise, at ${time}`);
            if (property === 'opacity') assert.ok(value >= from, `${called}: nothing blinks`);
            else assert.ok(Math.abs(value - from) / taken <= 100, `${called}: too fast for a calm picture, ${Math.round(Math.abs(value - from) / taken)} units a second`);
        });
    }
});

test('a shape in a colour of skin is named as skin, so that it follows the tone of the person', () => {
    const colours = new Set([...read('README.md').matchAll(/^\|\s*\d\s*\|[^|]*((?:\|\s*`#\w{6}`\s*){3})/gm)].flatMap(row => row[1].match(/#\w{6}/g)));
    assert.equal(colours.size, 18);
    const ofTheirOwn = (name) => swatches.includes(name);  // each shows one colour to choose, whoever looks at it
    for (const { names } of kinds) for (const name of names.filter((each) => !ofTheirOwn(each))) for (const shape of parse(name, read(`${name}.svg`)).filter(drawn)) {
        const called = shape.own.id ?? shape.parent.own.id;
        if (colours.has(shape.all.fill) || colours.has(shape.all.stroke)) assert.match(called, /^(staff-)?skin/, name);
    }
});

test('the tone table in the README holds the colours of the tone pictures', () => {
    const rows = [...read('README.md').matchAll(/^\|\s*(\d)\s*\|[^|]*\|\s*`(#\w{6})`\s*\|\s*`(#\w{6})`\s*\|\s*`(#\w{6})`\s*\|\s*`(#\w{6})`\s*\|$/gm)];
    assert.deepEqual(rows.map(row => row[1]), ['1', '2', '3', '4', '5', '6']);
    for (const [, tone, base, shade, light] of rows) {
        const fill = id => parse(tone, read(`tone-${tone}.svg`)).find(element => element.own.id === id).own.fill;
        assert.deepEqual([fill('skin-hand'), fill('skinshade-hand'), fill('skinlight-hand')], [base, shade, light], `tone ${tone}`);
    }
});

test('all figures together stay small', () => {
    const bundle = kinds.flatMap(kind => kind.names).sort().map(name => read(`${name}.svg`)).join('');
    const size = brotliCompressSync(Buffer.from(bundle)).length;
    assert.ok(size <= all_brotli, `${size} bytes, at most ${all_brotli}`);
});
