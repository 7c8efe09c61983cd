import { shortType } from "./short-type.js";

// What is told of resources: objects that somebody has to release, whatever they are called.

/** What is told of a kind of resource. */
interface ResourceWords {
  readonly name: string;
  readonly releaseText: string;
  readonly consequence?: string;
}

/** How one releases a resource of this name: "`client.release()`". */
function releaseOf(facts: ResourceWords, name: string): string {
  return `\`${facts.releaseText.replace("%", name)}\``;
}

/** A name that can stand before a release: a variable, not the text of a call. */
function isVariable(name: string): boolean {
  return /^[\w$]+$/u.test(name);
}

function consequence({ consequence: why }: ResourceWords): string {
  return why === undefined ? "" : `: ${why}`;
}

/** MC2001 and MC2002: not released. */
export const unreleased = {
  never: (name: string): string => `\`${name}\` is never released`,
  onThisWay: (name: string): string => `\`${name}\` is not released on every way out of the function`,
  onThrow: (name: string): string => `\`${name}\` is not released if an exception leaves the function`,
  again: (name: string): string => `\`${name}\` is not released before the loop acquires it again`,
  label: (facts: ResourceWords): string => `\`${shortType(facts.name)}\` must be released${consequence(facts)}`,
  leavesAtReturn: "returns here without releasing it",
  leavesAtThrow: "throws here without releasing it",
  leavesAtJump: "leaves here without releasing it",
  leavesAtEnd: "the function ends here without releasing it",
  leavesAgain: "acquired again here, while the one before is not released",
  leavesByCatch: "if this throws, the exception is caught in this function, which goes on without releasing it",
  leavesByChain: "if this throws, the promise's `catch` goes on without releasing it",
  leavesByThrow: "if this throws, it is not released",
  whenTrue: "when this is true",
  whenFalse: "when this is false",
  moreWays: (count: number): string => (count === 1 ? "one more way out misses it" : `${count} more ways out miss it`),
  releasedThere: "released here on another way",
  help: (facts: ResourceWords, name: string): string =>
    isVariable(name)
      ? `release it on every way, in a \`finally\`: ${releaseOf(facts, name)}`
      : `give it a name, and release it in a \`finally\``,
};

/** MC2005: what must be released is dropped. */
export const dropped = {
  title: (name: string): string => `the result of \`${name}\` is dropped, and nothing else can release it`,
  help: "keep it in a variable, and release it in a `finally`",
};

/** MC2003: used after it was released, or after it went away. */
export const usedAfter = {
  title: (name: string, what: string, gone: boolean): string =>
    what === name || what === ""
      ? `\`${name}\` is used after it was ${gone ? "transferred" : "released"}`
      : `\`${name}\` is used by \`${what}\` after it was ${gone ? "transferred" : "released"}`,
  label: (gone: boolean): string => (gone ? "nothing is left of it here" : "it is released on every way to this point"),
  help: (gone: boolean): string =>
    gone ? "use it before it is transferred, or send a copy" : "release it after its last use, in a `finally`",
  afterUsing: (name: string): string => `\`${name}\` is released by \`using\` before anybody else gets it`,
  using: "released at the end of this variable's scope",
  helpUsing: "declare it with `const`, and release it on the ways on which nobody else gets it",
};

/** MC2004: released twice. */
export const releasedTwice = {
  title: (name: string, always: boolean): string =>
    always ? `\`${name}\` is released twice` : `\`${name}\` may be released twice`,
  label: "the second release fails",
  byFailing: "released here already, even if that failed",
  help: "release it in one place, in a `finally`",
};

/** What a release is called in related places. */
export function releasedHere({ kind }: { readonly kind: string }, throughLoop: boolean): string {
  const words = kind === "transfer" ? "transferred here" : "released here";
  return throughLoop ? `${words}, in a previous iteration of this loop` : words;
}

/** Where a resource was acquired. */
export const acquiredHere = "acquired here";
