// Uses the backend where it can't run, and prints how the first call and the import behave.
// The argument names what is missing: the package koffi (this file then runs outside the project), or Linux.
import { readFileSync } from "node:fs";

if (process.argv[2] === "darwin") Object.defineProperty(process, "platform", { value: "darwin" });
const { socketpair, with_current } = await import("../../../../src/fd/linux/index.js");
const loaded = readFileSync("/proc/self/maps", "utf8").includes("koffi");
const told = [(): unknown => with_current(() => "ran"), (): unknown => socketpair()].map((call) => {
  try {
    return { value: call() };
  } catch (error) {
    return {
      name: (error as Error).name,
      code: (error as NodeJS.ErrnoException).code,
      message: (error as Error).message,
    };
  }
});
console.log(JSON.stringify({ loaded, told }));
