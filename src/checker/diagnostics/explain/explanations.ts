import type { Explanation } from "./explanation.js";
import { mc0382 } from "./mc0382.js";
import { mc0505 } from "./mc0505.js";
import { mc0507 } from "./mc0507.js";
import { mc0508 } from "./mc0508.js";
import { mc0509 } from "./mc0509.js";
import { mc0525 } from "./mc0525.js";
import { mc0277 } from "./mc0277.js";
import { mc0521 } from "./mc0521.js";
import { mc1001 } from "./mc1001.js";
import { mc1004 } from "./mc1004.js";
import { mc1002 } from "./mc1002.js";
import { mc1003 } from "./mc1003.js";
import { mc2001 } from "./resources/mc2001.js";
import { mc2002 } from "./resources/mc2002.js";
import { mc2003 } from "./resources/mc2003.js";
import { mc2004 } from "./resources/mc2004.js";
import { mc2005 } from "./resources/mc2005.js";

/** Every code's explanation, in the order of the reference. */
export const explanations: readonly Explanation[] = [
  mc0382,
  mc0505,
  mc0507,
  mc0508,
  mc0509,
  mc0525,
  mc0277,
  mc0521,
  mc1001,
  mc1004,
  mc1002,
  mc1003,
  mc2001,
  mc2002,
  mc2003,
  mc2004,
  mc2005,
];
