/** The worker of `broker.ts`: its descriptor 3 is the channel. */
import { closeSync, readSync, writeSync } from "node:fs";
import {
  get_unused_fd_flags,
  O_CLOEXEC,
  receive_fds,
  reserveBatch,
  with_current,
  type CurrentTask,
} from "../../src/fd/linux/index.js";

const channel = 3;
const wanted = 4;

/** How many numbers are free: as many as can be reserved at one time. */
function room<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  return fd.ok ? 1 + room(current) : 0;
}

// First with room for fewer: everything is reserved but three numbers, until the end of the scope.
await with_current(async (current) => {
  using taken = reserveBatch(current, room(current) - 3, O_CLOEXEC);
  if (!taken.ok) throw new Error(taken.code);
  const refused = await receive_fds(channel, wanted);
  console.log(refused.ok ? "worker: received" : `worker: ${refused.message}`);
});

// The message is still there.
const received = await receive_fds(channel, wanted);
if (!received.ok) throw new Error(received.message);
const [access, error, jobs, answers] = received.fds;
console.log(`worker: installed ${Buffer.from(received.bytes).toString()}`);

const job = Buffer.alloc(100);
const length = readSync(jobs, job);
writeSync(access, `did ${job.toString("utf8", 0, length)}`);
writeSync(answers, "done\n");
for (const fd of [access, error, jobs, answers]) closeSync(fd);
