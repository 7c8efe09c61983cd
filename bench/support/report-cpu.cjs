// Preloaded into a measured command: says on file descriptor 2 what processor time it took, which a busy machine
// disturbs less than the wall clock.
"use strict";
process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  require("node:fs").writeSync(2, `\ncpu-ms ${(user + system) / 1000}\n`);
});
