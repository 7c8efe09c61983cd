import * as v from "valibot";
import { configMessages } from "./messages.js";
import { REFERENCE } from "./reference.js";

/** How loud a kind of finding is. */
const severities = ["error", "warning", "off"] as const;

const name = v.pipe(v.string(configMessages.expected.text), v.minLength(1, configMessages.expected.text));

const reference = v.pipe(
  v.string(configMessages.expected.reference),
  v.regex(REFERENCE, configMessages.expected.reference),
);

const references = v.array(reference, configMessages.expected.references);
const severity = v.picklist(severities, configMessages.expected.oneOf(severities));

/** One entry of `resources`. */
export const resourceSchema = v.strictObject(
  {
    type: v.pipe(
      v.optional(name),
      v.description(
        "The type whose values have to be released. Without it and `from`, every type that has the methods of `release`.",
      ),
      v.metadata({ examples: ["Lease"] }),
    ),
    from: v.pipe(
      v.optional(name),
      v.description(
        "The module that declares the type, as an import in a file beside the configuration would name it. Without it, the type is looked for among the project's own files and the globals.",
      ),
      v.metadata({ examples: ["./src/lease.ts", "pg"] }),
    ),
    acquire: v.pipe(
      v.optional(references),
      v.description(
        "The calls whose result has to be released. Without it: `new`, the project's functions that return one they made, and functions without a body whose names begin with create, make, open, acquire and the like.",
      ),
      v.metadata({ examples: [["LeasePool.take", "new Lease"]] }),
    ),
    release: v.pipe(
      references,
      v.minLength(1, configMessages.expected.references),
      v.description(
        "What releases it: methods of the type; functions and other types' methods with the parameter's index; `()` for a function that is itself the release.",
      ),
      v.metadata({ examples: [["free", "[Symbol.dispose]", "giveBack(0)"]] }),
    ),
    transfer: v.pipe(
      v.optional(references),
      v.description(
        "What takes over the duty to release it: nothing is owed afterwards, and it must not be used by its old name.",
      ),
      v.metadata({ examples: [["Lease.intoStream(this)"]] }),
    ),
    borrow: v.pipe(
      v.optional(references),
      v.description("What only looks at it, although it might seem to take it over."),
      v.metadata({ examples: [["audit(0)"]] }),
    ),
    leak: v.pipe(
      v.optional(severity, "error"),
      v.description("It is never released (MC2001), not on some way out (MC2002), or dropped at once (MC2005)."),
    ),
    leakOnThrow: v.pipe(
      v.optional(severity, "off"),
      v.description("It is released on every way out except when a call in between throws."),
    ),
    useAfterRelease: v.pipe(
      v.optional(severity, "error"),
      v.description("It is used after it was released or transferred (MC2003)."),
    ),
    releaseTwice: v.pipe(
      v.optional(severity, "off"),
      v.description("It is released twice (MC2004). Off unless asked: most releases do nothing the second time."),
    ),
    until: v.pipe(
      v.optional(v.picklist(["drained"], configMessages.expected.oneOf(["drained"]))),
      v.description(
        "`drained`: nothing is owed once it was read to its end (`for await`, reading until `done`, `toArray()`).",
      ),
    ),
  },
  configMessages.expected.object,
);

/** A list of presets by name. */
export const presetListSchema = v.array(name, configMessages.expected.presets);

/** The whole of `movecheck.json`. */
export const configurationSchema = v.strictObject(
  {
    $schema: v.pipe(v.optional(name), v.description("Where editors find the schema of this file.")),
    presets: v.pipe(
      v.optional(v.union([v.literal("auto"), presetListSchema], configMessages.expected.presets), "auto"),
      v.description(
        'The tables of known resources to use: "auto" for those of tiers 1 to 3 whose package the project resolves, and `node`, `web` and `disposable`; or a list of names, which may contain "auto".',
      ),
      v.metadata({ examples: ["auto", ["node", "pg"], ["auto", "wasm-bindgen"]] }),
    ),
    resources: v.pipe(
      v.optional(v.array(resourceSchema, configMessages.expected.objects), []),
      v.description("Resources of the project's own, or of packages without a preset."),
    ),
    collectors: v.pipe(
      v.optional(references, []),
      v.description("Functions that take whatever they are given into their care, so that nothing is owed any longer."),
      v.metadata({ examples: [["Bag.keep(0)"]] }),
    ),
    callOnce: v.pipe(
      v.optional(references, []),
      v.description(
        "Parameters that are functions which are called at most once, so that they may consume what they capture.",
      ),
      v.metadata({ examples: [["Bus.once(1)", "Bus.on(1) when 2.once", "react#useEffect(0)()"]] }),
    ),
    consumes: v.pipe(
      v.optional(references, []),
      v.description(
        "Functions of packages that know nothing of movecheck and yet consume what they are given by value; otherwise they borrow it.",
      ),
      v.metadata({ examples: [["orm#wrap(0)", "orm#query(1.transaction)"]] }),
    ),
    ignore: v.pipe(
      v.optional(v.array(name, configMessages.expected.patterns), []),
      v.description("Files that are not checked: patterns relative to the folder of the configuration."),
      v.metadata({ examples: [["scripts/**"]] }),
    ),
    tests: v.pipe(
      v.optional(v.boolean(configMessages.expected.boolean), false),
      v.description("Whether resources are looked after in test files too."),
    ),
  },
  configMessages.expected.object,
);

/** One resource as configured, with the defaults filled in. */
export type ResourceEntry = v.InferOutput<typeof resourceSchema>;

/** A configuration with the defaults filled in. */
export type Configuration = v.InferOutput<typeof configurationSchema>;
