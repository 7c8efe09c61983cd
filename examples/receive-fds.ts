/**
 * What FileDescriptorReservation was made for: several files go from one process to another, and the
 * receiver takes all of them or none.
 *
 * The receiver reserves a number for each file first. Only when it has them all does it install, which
 * can't fail. If it runs out of numbers, nothing was installed, and it says why.
 */
import {
  type ARef,
  type CurrentTask,
  current_files,
  DescriptorTable,
  type File,
  fd_install,
  fget,
  filp_open,
  get_unused_fd_flags,
  installBatch,
  O_CLOEXEC,
  reserveBatch,
  with_current,
} from "movecheck/fd";

let released = 0;

/** Opens a file the usual way: reserve, then open, then install. The number, or a negative errno. */
function open<S>(current: CurrentTask<S>, path: string): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  using file = filp_open(path, {
    release: () => {
      released++;
    },
  });
  if (!file.ok) return file.errno; // `fd` gives its number back here
  const number = fd.reserved_fd();
  fd_install(fd, file);
  return number;
}

/** Takes a reference to each open file, to put into the message. */
function pack<S>(sender: CurrentTask<S>, fds: readonly number[]): ARef<File>[] {
  const message: ARef<File>[] = [];
  for (const fd of fds) {
    const file = fget(sender, fd);
    if (file.ok) message.push(file);
  }
  return message;
}

/** Installs every file of a message, or none. */
function receive<S>(current: CurrentTask<S>, files: ARef<File>[]): string {
  const count = files.length;
  using batch = reserveBatch(current, count, O_CLOEXEC);
  if (!batch.ok) {
    for (const file of files) file[Symbol.dispose]();
    return `installed none of ${count}: ${batch.code}, its limit is ${current_files(current).rlimit_nofile}`;
  }
  const numbers = batch.reserved_fds().join(", ");
  installBatch(batch, files);
  return `installed all ${count} as ${numbers}`;
}

const sender = new DescriptorTable();
for (const room of [8, 2]) deliver(room);

/** Sends a message to a receiver with room for so many descriptors, and ends both. */
function deliver(room: number): void {
  const receiver = new DescriptorTable({ limit: room });
  const files = with_current(
    (current) => {
      const fds = ["/var/log/app.log", "/run/app.sock", "pipe:[7]"].map((path) => open(current, path));
      console.log(`sender:   opened ${fds.join(", ")}, and sends them`);
      return pack(current, fds);
    },
    { table: sender },
  );
  const outcome = with_current((current) => receive(current, files), { table: receiver });
  console.log(`receiver: room for ${room}: ${outcome}`);
  console.log(`          open: ${receiver.list().join(", ") || "none"}; next free number: ${receiver.next_fd}`);

  sender.close_range(0, 1024);
  receiver.exit();
  console.log(`after both closed: ${released} files released`);
  released = 0;
}
