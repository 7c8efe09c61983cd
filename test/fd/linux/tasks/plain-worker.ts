// Installs the file of the number it is given, and ends.
import { parentPort, workerData } from "node:worker_threads";
import { fd_install, fget, get_unused_fd_flags, O_CLOEXEC, with_current } from "../../../../src/fd/linux/index.js";

with_current((current) => {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  using file = fget(current, workerData as number);
  if (!fd.ok || !file.ok) throw new Error("no room");
  const number = fd.reserved_fd();
  fd_install(fd, file);
  parentPort?.postMessage(number);
});
