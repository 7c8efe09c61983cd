import { method, named } from "../entries.js";
import type { Preset } from "../preset.js";

/** Mutexes and semaphores by `async-mutex`. */
export const asyncMutex: Preset = {
  name: "async-mutex",
  packages: ["async-mutex"],
  summary: "Releasers of async-mutex's mutexes and semaphores.",
  resources: [
    {
      tier: 1,
      type: named("Releaser", "async-mutex"),
      acquire: [
        ...["Mutex", "MutexInterface"].map((owner) => ({ callee: method(owner, "acquire") })),
        ...["Semaphore", "SemaphoreInterface"].map((owner) => ({ callee: method(owner, "acquire"), part: ["1"] })),
      ],
      release: [{ kind: "call" }],
      receiverReleases: ["release"],
      leakOnThrow: "warning",
      useAfterRelease: "off",
      consequence: "everybody who waits for the lock waits for ever",
      evidence: [
        {
          claim:
            '"Failure to call `release` will hold the mutex locked and will likely deadlock the application. Make sure to call `release` under all circumstances"',
          source: "async-mutex 0.5.0 README.md:161",
        },
        {
          claim: "The releaser does nothing the second time: a flag in its closure",
          source: "async-mutex 0.5.0 lib/Semaphore.js:105; measured",
        },
        { claim: "mutex.release() releases without it", source: "async-mutex 0.5.0 lib/MutexInterface.d.ts" },
        {
          claim: "Real cases",
          source: "MetaMask/core#195; DirtyHairy/async-mutex#44; Vanilagy/mediabunny src/adts/adts-muxer.ts",
        },
      ],
    },
  ],
};
