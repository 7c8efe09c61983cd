/**
 * The system calls of the backend, with the kernel's own return convention: what the call returns, or a
 * negative errno. None of them throws because a call failed.
 */
export interface Libc {
  /** close(2). */
  close(fd: number): number;
  /** close_range(2); -ENOSYS where the C library or the kernel has none (Linux 5.9). */
  close_range(first: number, last: number): number;
  /** dup3(2). */
  dup3(oldfd: number, newfd: number, flags: number): number;
  /** fcntl(2) with an integer argument. */
  fcntl(fd: number, command: number, argument: number): number;
  /** open(2), without a mode: it creates nothing. */
  open(path: string, flags: number): number;
  /** memfd_create(2). */
  memfd_create(name: string, flags: number): number;
  /** The soft RLIMIT_NOFILE of the process: one more than the highest number it may allocate. */
  get_nofile_limit(): number;
  /** Sets the soft RLIMIT_NOFILE of the process and leaves the hard one. */
  set_nofile_limit(limit: number): number;
  /** socketpair(2) in AF_UNIX; writes the two numbers into `pair`. */
  socketpair(type: number, pair: Int32Array): number;
  /** sendmsg(2) of `data` with one control buffer, which may be empty. */
  sendmsg(socket: number, data: Uint8Array, control: Uint8Array, flags: number): number;
  /** recvmsg(2) into `data` and `control`; what it tells besides the number of bytes is written to `header`. */
  recvmsg(socket: number, data: Uint8Array, control: Uint8Array, flags: number, header: ReceivedHeader): number;
  /** poll(2) of one descriptor, without waiting: the events it is ready for. */
  poll(fd: number, events: number): number;
  /** poll(2) on another thread: for each the events it is ready for, all 0 after `timeout` milliseconds. */
  poll_async(waits: readonly Wait[], timeout: number): Promise<readonly number[]>;
}

/** A descriptor and the events to wait for. */
export interface Wait {
  readonly fd: number;
  readonly events: number;
}

/** What recvmsg(2) tells besides the number of bytes. */
export interface ReceivedHeader {
  /** How many bytes of the control buffer were used. */
  controlLength: number;
  /** MSG_CTRUNC, MSG_TRUNC, ... */
  flags: number;
}
