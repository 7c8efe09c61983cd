import type { OperandSpec } from "../../../checker/oracle/resource-spec.js";
import { byMethod, fromMethod, lends, method, named } from "../entries.js";
import type { Preset, PresetResource } from "../preset.js";

const afterwards = {
  claim: "Using it afterwards, and disposing of it a second time, throws QuickJSUseAfterFree",
  source: "quickjs-emscripten-core 0.32.0 dist/index.d.ts, Lifetime.value and Lifetime.dispose",
};

const lifetimes: readonly OperandSpec[] = [
  ...["typeof", "getNumber", "getString", "getSymbol", "getBigInt", "getArrayBuffer", "getPromiseState"].flatMap(
    (name) => lends("QuickJSContext", name, 0),
  ),
  ...["resolvePromise", "getLength", "getOwnPropertyNames", "getIterator", "dump"].flatMap((name) =>
    lends("QuickJSContext", name, 0),
  ),
  ...["eq", "sameValue", "sameValueZero"].flatMap((name) => lends("QuickJSContext", name, 0, 1)),
  ...lends("QuickJSContext", "newObject", 0),
  ...lends("QuickJSContext", "getProp", 0, 1),
  ...lends("QuickJSContext", "setProp", 0, 1, 2),
  ...lends("QuickJSContext", "defineProp", 0, 1, 2),
  ...lends("QuickJSContext", "callFunction", 0, 1, 2, 3, 4, 5),
  ...lends("QuickJSContext", "callMethod", 0, 1, 2),
];

const machine = (name: string, acquire: PresetResource["acquire"], consequence: string): PresetResource => ({
  tier: 2,
  type: named(name, "quickjs-emscripten-core"),
  acquire,
  release: byMethod("dispose", "[Symbol.dispose]"),
  releaseTwice: "error",
  consequence,
  evidence: [afterwards],
});

/** JavaScript in WebAssembly by `quickjs-emscripten`. */
export const quickjs: Preset = {
  name: "quickjs-emscripten",
  packages: ["quickjs-emscripten", "quickjs-emscripten-core"],
  summary: "Handles, contexts and runtimes of quickjs-emscripten.",
  resources: [
    {
      tier: 2,
      type: named("Lifetime", "quickjs-emscripten-core"),
      acquire: [
        ...fromMethod(
          "QuickJSContext",
          ...["newNumber", "newString", "newUniqueSymbol", "newSymbolFor", "newBigInt", "newObject", "newArray"],
          ...["newArrayBuffer", "newFunction", "newError", "getProp", "unwrapResult", "getArrayBuffer"],
        ),
        ...fromMethod("Lifetime", "dup"),
      ],
      release: byMethod("dispose", "consume", "[Symbol.dispose]"),
      transfer: [],
      borrow: lifetimes,
      releaseTwice: "error",
      consequence: "its runtime aborts when it is freed with the value alive",
      evidence: [
        {
          claim: "\"It's the caller's responsibility to call `.dispose()` on any handles you create\"",
          source: "quickjs-emscripten-core 0.32.0 dist/index.d.ts, QuickJSContext",
        },
        afterwards,
      ],
    },
    machine(
      "QuickJSContext",
      [...fromMethod("QuickJSRuntime", "newContext"), ...fromMethod("QuickJSWASMModule", "newContext")],
      "its memory in WebAssembly is not freed",
    ),
    machine("QuickJSRuntime", fromMethod("QuickJSWASMModule", "newRuntime"), "its memory in WebAssembly is not freed"),
  ],
  collectors: [{ callee: method("Scope", "manage"), operand: 0 }],
};
