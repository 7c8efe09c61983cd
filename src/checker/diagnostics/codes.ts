import type { Code } from "./code.js";

// A record, so that a code left out fails to compile.
const all: Record<Code, true> = {
  MC0382: true,
  MC0505: true,
  MC0507: true,
  MC0508: true,
  MC0509: true,
  MC0525: true,
  MC0277: true,
  MC0521: true,
  MC1001: true,
  MC1004: true,
  MC1002: true,
  MC1003: true,
  MC2001: true,
  MC2002: true,
  MC2003: true,
  MC2004: true,
  MC2005: true,
};

/** Every code, in the order of the reference. */
export const codes = Object.keys(all) as readonly Code[];
