/** The worker of `broker.ts`: its descriptor 3 is the channel. */
import { closeSync, readSync, writeSync } from "node:fs";
import { get_unused_fd_flags, O_CLOEXEC, put_unused_fd, receive_fds, with_current, type FileDescriptorReservation } from "../../src/fd/linux/index.js";

const channel = 3;
const wanted = 4;

// First with room for fewer: everything is reserved but three numbers.
await with_current(async <S>(current: Parameters<typeof get_unused_fd_flags<S>>[0]) => {
  const taken: FileDescriptorReservation<S>[] = [];
  for (;;) {
    const fd = get_unused_fd_flags(current, O_CLOEXEC);
    if (!fd.ok) break;
    taken.push(fd);
  }
  for (const fd of taken.splice(-3)) put_unused_fd(fd);
  const refused = await receive_fds(channel, wanted);
  console.log(refused.ok ? "worker: received" : `worker: ${refused.message}`);
  for (const fd of taken) put_unused_fd(fd);
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
