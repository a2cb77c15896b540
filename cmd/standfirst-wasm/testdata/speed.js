// Prints how long the module takes until its first result, and a check of the cases in nanoseconds a byte.
// node speed.js wasm_exec.js engine.wasm cases.json
"use strict";
const fs = require("fs");
const [, , exec, wasm, file] = process.argv;
const cases = JSON.parse(fs.readFileSync(file, "utf8"));
const bytes = cases.reduce((n, [text]) => n + Buffer.byteLength(text), 0);
require(exec);
const go = new Go();
const module_ = fs.readFileSync(wasm);
const loaded = performance.now();
globalThis.standfirstReady = () => {
  standfirst.check(cases[0][0], cases[0][1]);
  const first = performance.now() - loaded;
  let best = Infinity;
  for (let round = 0; round < 12; round++) {
    const start = performance.now();
    for (const [text, options] of cases) standfirst.check(text, options);
    best = Math.min(best, performance.now() - start);
  }
  console.log(`speed: ${((best * 1e6) / bytes).toFixed(1)} ns a byte, first result after ${first.toFixed(1)} ms`);
  process.exit(0);
};
WebAssembly.instantiate(module_, go.importObject).then((r) => go.run(r.instance));
