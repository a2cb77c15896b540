// Loads the engine and checks every case of a JSON file: [[text, options], …]. Writes the answers as a JSON array of strings.
// node run.js wasm_exec.js engine.wasm cases.json answers.json
"use strict";
const fs = require("fs");
const [, , exec, wasm, cases, answers] = process.argv;
require(exec);
const go = new Go();
globalThis.standfirstReady = () => {
  const start = process.hrtime.bigint();
  let bytes = 0;
  const out = [];
  for (const [text, options] of JSON.parse(fs.readFileSync(cases, "utf8"))) {
    bytes += Buffer.byteLength(text);
    out.push(standfirst.check(text, options));
  }
  fs.writeFileSync(answers, JSON.stringify(out));
  process.stderr.write(`${bytes} bytes in ${process.hrtime.bigint() - start} ns, ${standfirst.version}\n`);
  process.exit(0);
};
WebAssembly.instantiate(fs.readFileSync(wasm), go.importObject).then((r) => go.run(r.instance));
