// What only staff who present need: a file of its own, which comes with the rest of the program.
// @ts-check
export { Annotations } from './annotate.mjs';
export { fitSlide, listenForTurns } from './present.mjs';
