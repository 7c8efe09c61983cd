/** Close the descriptor on exec. The only flag that a reservation looks at. */
export const O_CLOEXEC = 0o2000000;

/** What `fcntl(fd, F_GETFD)` returns for a close-on-exec descriptor. */
export const FD_CLOEXEC = 1;

/** `fcntl` command: duplicate to the lowest free number from `arg` up. */
export const F_DUPFD = 0;
/** `fcntl` command: read the descriptor's flags. */
export const F_GETFD = 1;
/** `fcntl` command: write the descriptor's flags. */
export const F_SETFD = 2;
/** `fcntl` command: as `F_DUPFD`, and close on exec. */
export const F_DUPFD_CLOEXEC = 1030;

/** `close_range` flag: copy the table first, without the range. */
export const CLOSE_RANGE_UNSHARE = 1 << 1;
/** `close_range` flag: set close-on-exec instead of closing. */
export const CLOSE_RANGE_CLOEXEC = 1 << 2;

/** The soft RLIMIT_NOFILE a table starts with: what most systems give a process. */
export const DEFAULT_RLIMIT_NOFILE = 1024;

/** The most slots a table may have: the kernel's default for `fs.nr_open`. */
export const NR_OPEN = 1_048_576;

/** The slots of a table that never grew: one word of the kernel's bitmap. */
export const NR_OPEN_DEFAULT = 64;
