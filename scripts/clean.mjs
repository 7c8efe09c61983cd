// Removes what the build writes, so that a renamed source file leaves nothing stale in the package.
import { rmSync } from "node:fs";

rmSync(new URL("../dist", import.meta.url), { recursive: true, force: true });
