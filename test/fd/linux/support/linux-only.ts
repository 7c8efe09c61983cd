import { spawnSync } from "node:child_process";

/** Shown in place of a result where the backend can't run. */
export const linuxOnly: string | false = process.platform === "linux" ? false : "needs Linux";

const python = spawnSync("python3", ["-c", "import socket; socket.send_fds, socket.recv_fds"]).status === 0;

/** Shown in place of a result where there is no Python that can pass descriptors (3.9). */
export const linuxWithPython: string | false =
  linuxOnly !== false ? linuxOnly : python ? false : "needs python3 with socket.send_fds";
