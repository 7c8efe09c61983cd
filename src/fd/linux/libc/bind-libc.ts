import { createRequire } from "node:module";
import { endianness } from "node:os";
import type * as Koffi from "koffi";
import { AF_UNIX, ENOSYS, RLIMIT_NOFILE } from "./constants.js";
import { MovecheckError } from "../../../guard/movecheck-error.js";
import type { Libc, Wait, ReceivedHeader } from "./system-calls.js";
import { missingKoffi, unsupportedPlatform } from "../messages.js";

/** Architectures with 64-bit `size_t`: the layouts below are theirs. */
const architectures: readonly string[] = ["x64", "arm64", "riscv64", "loong64", "ppc64"];

/** As `struct msghdr`, with the buffers passed by address. */
interface Msghdr {
  msg_name: null;
  msg_namelen: 0;
  msg_iov: { iov_base: Uint8Array; iov_len: number }[] | bigint;
  msg_iovlen: number;
  msg_control: Uint8Array | bigint | null;
  msg_controllen: number;
  msg_flags: number;
}

const littleEndian = endianness() === "LE";

type ParameterType = string | ReturnType<typeof Koffi.pointer> | ReturnType<typeof Koffi.inout>;

type Call = (...args: unknown[]) => number;

/**
 * Binds the C library's functions through koffi.
 *
 * Variadic functions are declared so: on some architectures (ppc64) they are called differently.
 */
export function bindLibc(): Libc {
  if (process.platform !== "linux" || !architectures.includes(process.arch)) {
    throw new MovecheckError("ERR_MOVECHECK_UNSUPPORTED_PLATFORM", unsupportedPlatform(process.platform, process.arch));
  }
  const koffi = loadKoffi();
  const library = koffi.load(null);
  const declare = (name: string, result: string, parameters: ParameterType[]): Call =>
    library.func(name, result, parameters) as Call;
  // koffi throws for what an older C library lacks.
  const optional = (...function_: Parameters<typeof declare>): Call | undefined => {
    try {
      return declare(...function_);
    } catch {
      return undefined;
    }
  };
  // Read at once after the call, on the thread that made it: nothing else can have set it in between.
  const check = (result: number): number => (result === -1 ? -koffi.errno() : result);

  const iovec = koffi.struct({ iov_base: "void *", iov_len: "size_t" });
  const msghdr = koffi.struct({
    msg_name: "void *",
    msg_namelen: "uint32",
    msg_iov: koffi.pointer(iovec),
    msg_iovlen: "size_t",
    msg_control: "void *",
    msg_controllen: "size_t",
    msg_flags: "int",
  });

  const close = declare("close", "int", ["int"]);
  const close_range = optional("close_range", "int", ["uint", "uint", "int"]);
  const dup3 = declare("dup3", "int", ["int", "int", "int"]);
  const fcntl = declare("fcntl", "int", ["int", "int", "..."]);
  const open = declare("open", "int", ["str", "int", "..."]);
  const memfd_create = declare("memfd_create", "int", ["str", "uint"]);
  const prlimit = declare("prlimit", "int", ["int", "int", "void *", "void *"]);
  const socketpair = declare("socketpair", "int", ["int", "int", "int", "void *"]);
  const sendmsg = declare("sendmsg", "intptr", ["int", koffi.pointer(msghdr), "int"]);
  const recvmsg = declare("recvmsg", "intptr", ["int", koffi.inout(koffi.pointer(msghdr)), "int"]);
  const poll = library.func("poll", "int", ["void *", "ulong", "int"]);

  const limits = new BigUint64Array(2);
  return {
    close: (fd) => check(close(fd)),
    close_range: (first, last) => (close_range === undefined ? -ENOSYS : check(close_range(first, last, 0))),
    dup3: (oldfd, newfd, flags) => check(dup3(oldfd, newfd, flags)),
    fcntl: (fd, command, argument) => check(fcntl(fd, command, "int", argument)),
    open: (path, flags) => check(open(path, flags)),
    memfd_create: (name, flags) => check(memfd_create(name, flags)),
    get_nofile_limit: () => {
      const result = check(prlimit(0, RLIMIT_NOFILE, null, limits));
      return result < 0 ? result : Number(limits[0]);
    },
    set_nofile_limit: (limit) => {
      const result = check(prlimit(0, RLIMIT_NOFILE, null, limits));
      if (result < 0) return result;
      limits[0] = BigInt(limit);
      return check(prlimit(0, RLIMIT_NOFILE, limits, null));
    },
    socketpair: (type, pair) => check(socketpair(AF_UNIX, type, 0, pair)),
    sendmsg: (socket, data, control, flags) => check(sendmsg(socket, messageHeader(data, control), flags)),
    recvmsg: (socket, data, control, flags, header) => {
      const message = messageHeader(data, control);
      const result = check(recvmsg(socket, message, flags));
      takeHeader(message, header);
      return result;
    },
    poll: (fd, events) => {
      const pollfds = new Pollfds([{ fd, events }]);
      const result = check(poll(pollfds.bytes, 1, 0) as number);
      return result < 0 ? result : pollfds.revents(0);
    },
    poll_async: (waits, timeout) =>
      new Promise((resolve, reject) => {
        const pollfds = new Pollfds(waits);
        poll.async(pollfds.bytes, waits.length, timeout, (error: Error | null) => {
          // A failed poll (EINTR) looks as if the time had run out: its errno is the other thread's.
          if (error) reject(error);
          else resolve(waits.map((_wait, index) => pollfds.revents(index)));
        });
      }),
  };
}

/** An array of `struct pollfd`: int fd, short events, short revents. */
class Pollfds {
  readonly bytes: Uint8Array;
  readonly #fields: DataView;

  constructor(waits: readonly Wait[]) {
    this.#fields = new DataView(new ArrayBuffer(8 * waits.length));
    this.bytes = new Uint8Array(this.#fields.buffer);
    for (const [index, { fd, events }] of waits.entries()) {
      this.#fields.setInt32(8 * index, fd, littleEndian);
      this.#fields.setInt16(8 * index + 4, events, littleEndian);
    }
  }

  revents(index: number): number {
    return this.#fields.getInt16(8 * index + 6, littleEndian);
  }
}

function messageHeader(data: Uint8Array, control: Uint8Array): Msghdr {
  return {
    msg_name: null,
    msg_namelen: 0,
    msg_iov: [{ iov_base: data, iov_len: data.length }],
    msg_iovlen: 1,
    msg_control: control.length === 0 ? null : control,
    msg_controllen: control.length,
    msg_flags: 0,
  };
}

function takeHeader(message: Msghdr, header: ReceivedHeader): void {
  header.controlLength = message.msg_controllen;
  header.flags = message.msg_flags;
}

function loadKoffi(): typeof Koffi {
  const require = createRequire(import.meta.url);
  try {
    return require("koffi") as typeof Koffi;
  } catch {
    throw new MovecheckError("ERR_MOVECHECK_MISSING_KOFFI", missingKoffi);
  }
}
