/**
 * Two processes, as Binder has them: this one sends two log files, a pipe and a socket to a worker, which installs all
 * four or none. Needs Linux and koffi.
 *
 *     npx tsx examples/binder-broker/broker.ts
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fget, send_fds, socketpair, with_current } from "../../src/fd/linux/index.js";

const folder = mkdtempSync(join(tmpdir(), "binder-broker-"));
const logs = ["access.log", "error.log"].map((name) => openSync(join(folder, name), "a"));
execFileSync("mkfifo", [join(folder, "jobs")]);
const pipe = openSync(join(folder, "jobs"), "r+");
const channel = socketpair("seqpacket");
const answers = socketpair("stream");
if (!channel.ok || !answers.ok) throw new Error("no room for two pairs of sockets");

// 64 descriptors, so that the worker can run out of them.
const worker = spawn(
  "sh",
  [
    "-c",
    'ulimit -n 64 && exec "$@"',
    "sh",
    process.execPath,
    "--import",
    "tsx",
    fileURLToPath(new URL("worker.ts", import.meta.url)),
  ],
  {
    stdio: ["ignore", "inherit", "inherit", channel.right],
  },
);
closeSync(channel.right);

await with_current(async (current) => {
  // A file is taken by its number, and let go at the end of the scope; what is under way is the kernel's.
  using access = fget(current, logs[0] ?? -1);
  using error = fget(current, logs[1] ?? -1);
  using jobs = fget(current, pipe);
  using socket = fget(current, answers.right);
  if (!access.ok || !error.ok || !jobs.ok || !socket.ok) throw new Error("a file is not open");
  const sent = await send_fds(
    channel.left,
    [access, error, jobs, socket],
    Buffer.from("access.log error.log jobs answers"),
  );
  console.log(sent.ok ? "broker: sent 4 files" : `broker: ${sent.message}`);
});
writeSync(pipe, "rotate\n");
await once(worker, "close");

const answer = Buffer.alloc(100);
console.log(`broker: the worker answered ${answer.toString("utf8", 0, readSync(answers.left, answer)).trim()}`);
console.log(`broker: access.log has ${JSON.stringify(readFileSync(join(folder, "access.log"), "utf8"))}`);
[...logs, pipe, channel.left, answers.left, answers.right].forEach((fd) => {
  closeSync(fd);
});
rmSync(folder, { recursive: true });
