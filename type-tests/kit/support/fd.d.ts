// The functions of `movecheck/fd` by their public types alone, so that the type tests need no run time.
import type {
  ARef, DropBatch, FdInstall, Fget, File, FilpOpen, GetUnusedFdFlags, InstallBatch, PutUnusedFd, ReserveBatch, WithCurrent,
} from "movecheck/fd/types";

export type * from "movecheck/fd/types";

export declare const O_CLOEXEC: number;
export declare const with_current: WithCurrent;
export declare const get_unused_fd_flags: GetUnusedFdFlags;
export declare const fd_install: FdInstall;
export declare const put_unused_fd: PutUnusedFd;
export declare const fget: Fget;
export declare const filp_open: FilpOpen;
export declare const reserveBatch: ReserveBatch;
export declare const installBatch: InstallBatch;
export declare const dropBatch: DropBatch;

/** A reference that is there, for tests that are not about opening. */
export declare function open(): ARef<File>;

/** Takes what a test makes. */
export declare function sink(...values: unknown[]): void;
