/**
 * A name in the configuration, taken apart: what it names, and which part of a call it is about.
 *
 * @example
 * // "pg#Pool.adopt(0)"          module "pg", path ["Pool", "adopt"], selectors [argument 0]
 * // "new Lease"                 construct, path ["Lease"]
 * // "useEffect(0)()"            path ["useEffect"], selectors [argument 0, result]
 * // "on(1) when 2.once"         path ["on"], selectors [argument 1], when { argument: 2, property: "once" }
 */
export interface Reference {
  /** As written, for messages. */
  readonly text: string;
  /** The module that declares it, as an `import` would name it; otherwise it is looked for (see docs/configuration.md). */
  readonly module?: string;
  /** `new X`: the constructor of X. */
  readonly construct: boolean;
  /** Names from the outside in; a well-known symbol stands as `[Symbol.dispose]`. Empty for `()`. */
  readonly path: readonly string[];
  /** From the call inwards. */
  readonly selectors: readonly Selector[];
  /** Only calls whose argument has this property, and it is not `false`. */
  readonly when?: { readonly argument: number; readonly property: string };
}

/** A part of a call, or of a function that is passed to it. */
export type Selector =
  | { readonly kind: "receiver" }
  /** An argument, or a property of an options argument; after another selector: a parameter of the function found there. */
  | { readonly kind: "argument"; readonly index: number; readonly property?: string }
  | { readonly kind: "result" }
  /** An element of the result: `acquire()[1]`. */
  | { readonly kind: "element"; readonly index: number };

// No flags and no named groups: the pattern is published in a JSON schema.
const NAME = String.raw`(?:[A-Za-z_$\u0080-\uffff][\w$\u0080-\uffff]*|\[Symbol\.\w+\])`;
const SELECTORS = String.raw`(?:\((?:this|\d+(?:\.[\w$]+)?)?\)|\[\d+\])*`;

/** What a name in the configuration looks like; `()` alone is a resource that is called. */
export const REFERENCE = new RegExp(
  String.raw`^(?:\(\)|(?:([^\s#]+(?:#[^\s#]+)*)#)?(new )?(${NAME}(?:\.${NAME})*)(${SELECTORS})(?: when (\d+)\.([\w$]+))?)$`,
);

const SELECTOR = /\((?:(?<receiver>this)|(?<index>\d+)(?:\.(?<property>[\w$]+))?)?\)|\[(?<element>\d+)\]/gu;

/**
 * Reads a name of the configuration.
 *
 * @returns `undefined` when it is not written like one
 */
export function parseReference(text: string): Reference | undefined {
  const match = REFERENCE.exec(text);
  if (match === null) return undefined;
  if (text === "()") return { text, construct: false, path: [], selectors: [{ kind: "result" }] };
  const [, module, construct, path = "", selectors = "", argument, property] = match;
  return {
    text,
    ...(module === undefined ? {} : { module }),
    construct: construct !== undefined,
    path: path.match(new RegExp(NAME, "g")) ?? [],
    selectors: [...selectors.matchAll(SELECTOR)].map(({ groups = {} }) => toSelector(groups)),
    ...(argument === undefined || property === undefined ? {} : { when: { argument: Number(argument), property } }),
  };
}

function toSelector({ receiver, index, property, element }: Partial<Record<string, string>>): Selector {
  if (receiver !== undefined) return { kind: "receiver" };
  if (element !== undefined) return { kind: "element", index: Number(element) };
  if (index === undefined) return { kind: "result" };
  return { kind: "argument", index: Number(index), ...(property === undefined ? {} : { property }) };
}
