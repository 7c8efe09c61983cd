// Numbers of the Linux user-space interface, the same on every 64-bit architecture the backend runs on
// (include/uapi/asm-generic/fcntl.h, include/linux/socket.h, include/uapi/linux/memfd.h).

export { F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, FD_CLOEXEC, O_CLOEXEC } from "../../table/constants.js";
/** Do two descriptors refer to the same open file? Linux 6.10 and later; EINVAL before. */
export const F_DUPFD_QUERY = 1027;

export const O_RDONLY = 0;
export const O_PATH = 0o10000000;
export const MFD_CLOEXEC = 1;

export const AF_UNIX = 1;
export const SOCK_STREAM = 1;
export const SOCK_DGRAM = 2;
export const SOCK_SEQPACKET = 5;
export const SOCK_CLOEXEC = 0o2000000;
export const SOL_SOCKET = 1;
export const SCM_RIGHTS = 1;
/** A pidfd of the sender, which the kernel installs like any other descriptor (SO_PASSPIDFD, Linux 6.5). */
export const SCM_PIDFD = 4;
export const MSG_CTRUNC = 0x8;
export const MSG_TRUNC = 0x20;
export const MSG_DONTWAIT = 0x40;
export const MSG_NOSIGNAL = 0x4000;
export const MSG_CMSG_CLOEXEC = 0x40000000;
/** The most descriptors the kernel takes in one message (include/net/scm.h). */
export const SCM_MAX_FD = 253;

// Errors that the in-memory table has no use for (include/uapi/asm-generic/errno.h).
export const EAGAIN = 11;
export const EPIPE = 32;
export const ENOSYS = 38;
export const EBADMSG = 74;
export const EMSGSIZE = 90;
export const ECONNRESET = 104;
export const ECANCELED = 125;

export const POLLIN = 0x1;
export const POLLOUT = 0x4;

export const RLIMIT_NOFILE = 7;
