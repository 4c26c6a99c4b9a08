// The module Emscripten makes; the build puts needlewise.mjs beside these files.
export default function createNeedlewise(options: object): Promise<any>;
