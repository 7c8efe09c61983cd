import koffi from "koffi";
import { SOCK_CLOEXEC, SOCK_STREAM } from "../../../../src/fd/linux/libc/constants.js";

const library = koffi.load(null);
type Call = (...args: unknown[]) => number;
const declare = (name: string, ...parameters: string[]): Call => library.func(name, "int", parameters) as Call;
const check = (result: number): number => (result === -1 ? -koffi.errno() : result);

const dup = declare("dup", "int");
const dup2 = declare("dup2", "int", "int");
const read = declare("read", "int", "void *", "size_t");
const close_range = declare("close_range", "uint", "uint", "int");
const socket = declare("socket", "int", "int", "int");
const bind = declare("bind", "int", "void *", "uint32");
const connect = declare("connect", "int", "void *", "uint32");
const listen = declare("listen", "int", "int");
const shutdown = declare("shutdown", "int", "int");
const select = declare("select", "int", "void *", "void *", "void *", "void *");
const mkfifo = declare("mkfifo", "str", "uint32");
const accept4 = library.func("accept4", "int", ["int", "void *", "void *", "int"]);
const open = library.func("open", "int", ["str", "int"]);

/** An address in the abstract namespace, which needs no file. */
function address(name: string): Buffer {
  const sockaddr = Buffer.from(`\0\0\0${name}`);
  sockaddr.writeUInt16LE(1, 0);
  return sockaddr;
}

/**
 * System calls that only the tests make: a number, or a negative errno. Those that end in `_async` block on a thread of
 * their own and call back.
 */
export const syscalls = {
  dup: (fd: number): number => check(dup(fd)),
  dup2: (oldfd: number, newfd: number): number => check(dup2(oldfd, newfd)),
  read: (fd: number): number => check(read(fd, Buffer.alloc(1), 1)),
  close_range: (first: number, last: number, flags: number): number => check(close_range(first, last, flags)),
  /**
   * Is the number taken: open, or reserved? select(2) looks at the table's bitmap before it looks for a file, and takes
   * no number itself.
   */
  taken: (fd: number): boolean => {
    const set = Buffer.alloc(128);
    set[fd >> 3] = 1 << (fd & 7);
    return select(fd + 1, set, null, null, new BigInt64Array(2)) >= 0;
  },
  mkfifo: (path: string): number => check(mkfifo(path, 0o600)),
  /** A listening Unix socket. */
  listener: (name: string): number => {
    const fd = check(socket(1, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const sockaddr = address(name);
    return fd < 0 ? fd : check(bind(fd, sockaddr, sockaddr.length)) || check(listen(fd, 8)) || fd;
  },
  /** A Unix socket connected to a listening one. */
  connected: (name: string): number => {
    const fd = check(socket(1, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const sockaddr = address(name);
    return fd < 0 ? fd : check(connect(fd, sockaddr, sockaddr.length)) || fd;
  },
  /** Makes a blocked accept4 fail. */
  shutdown: (fd: number): number => check(shutdown(fd, 2)),
  accept4_async: (listener: number, flags: number, done: (fd: number) => void): void => {
    accept4.async(listener, null, null, flags, (_error: unknown, fd: number) => {
      done(fd);
    });
  },
  open_async: (path: string, flags: number, done: (fd: number) => void): void => {
    open.async(path, flags, (_error: unknown, fd: number) => {
      done(fd);
    });
  },
};
