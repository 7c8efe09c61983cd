/**
 * The API as untyped code sees it: the misuse these tests are about does not compile otherwise.
 */
import * as fd from "../../src/fd/index.js";

export interface Handle {
  readonly ok: boolean;
  readonly errno: number;
  readonly code: string;
  readonly length: number;
  readonly target: { readonly path: string };
  reserved_fd(): number;
  reserved_fds(): readonly number[];
  clone(): Handle;
  [Symbol.dispose](): void;
}

export const get_unused_fd_flags = fd.get_unused_fd_flags as unknown as (current: unknown, flags: unknown) => Handle;
export const fd_install = fd.fd_install as unknown as (reservation: unknown, file: unknown) => void;
export const put_unused_fd = fd.put_unused_fd as unknown as (reservation: unknown) => void;
export const fget = fd.fget as unknown as (current: unknown, fd: unknown) => Handle;
export const filp_open = fd.filp_open as unknown as (path: unknown, options?: unknown) => Handle;
export const reserveBatch = fd.reserveBatch as unknown as (current: unknown, n: unknown, flags: unknown) => Handle;
export const installBatch = fd.installBatch as unknown as (batch: unknown, files: unknown) => void;
export const dropBatch = fd.dropBatch as unknown as (batch: unknown) => void;
export const unshare_files = fd.unshare_files as unknown as (current: unknown) => number;
export const current_files = fd.current_files as unknown as (current: unknown) => fd.DescriptorTable;
export const with_current = fd.with_current as unknown as <R>(
  callback: (current: unknown) => R,
  options?: unknown,
) => R;
export {
  CLOSE_RANGE_CLOEXEC,
  DescriptorTable,
  F_GETFD,
  FD_CLOEXEC,
  MovecheckError,
  O_CLOEXEC,
  OpenFile,
  recordPositions,
} from "../../src/fd/index.js";
export type { MovecheckErrorCode } from "../../src/fd/index.js";
