/** A counted file as a backend hands it out and takes it back. */
export interface BackendFile {
  readonly path: string;
  /** Adds a reference. */
  get_file(): unknown;
  /** Drops one; the last releases the file. */
  fput(): void;
}

/**
 * What the guard needs of a table: the in-memory one is the first, the process's own can be another.
 *
 * Numbers are the kernel's: a negative one is an errno. The guard calls these only for reservations
 * that are live, by a task that runs, with a file the backend accepts.
 *
 * @example
 * const backend: DescriptorBackend = new DescriptorTable({ limit: 16 });
 */
export interface DescriptorBackend {
  /** Whether the table is gone; nothing is returned to one that is. */
  readonly closed: boolean;
  /** The most slots it can have: the bound of a batch. */
  readonly nr_open: number;
  /** Reserves; the number, or a negative errno. */
  get_unused_fd_flags(flags: number): number;
  /** Whether a file is one of its own kind, and still has a reference. */
  accepts(file: unknown): boolean;
  /**
   * Installs, and takes over the reference.
   *
   * A table where this can fail throws `InstallFailure`, which says what became of the slot; the
   * reference then stays with the caller.
   */
  fd_install(fd: number, file: BackendFile): void;
  /**
   * Installs all or none, and takes over the references; present where an install can fail.
   *
   * On failure it throws `InstallFailure`: `"reserved"`, every number still is; `"gone"`, none is ours any more.
   */
  fd_install_all?(fds: readonly number[], files: readonly BackendFile[]): void;
  /** Gives a reserved number back; it does not throw. */
  put_unused_fd(fd: number): void;
  /** The installed file with one more reference, or null. */
  fget(fd: number): BackendFile | null;
  /** A private copy for one task, or a negative errno; absent where a table can't be copied. */
  unshare?(): DescriptorBackend | number;
}
