// Which misuse of the reservation API fails to typecheck. The positions are asserted by the files one folder up.
import { expectError, expectNotAssignable, expectType } from "tsd";
import type { Ref } from "../../../src/index.js";
import type {
  ARef, BadFdError, CurrentTask, DropBatch, Errno, FdInstall, Fget, File, FileDescriptorReservation, FilpOpen, GetUnusedFdFlags,
  InstallBatch, PutUnusedFd, ReservationBatch, ReserveBatch, WithCurrent,
} from "../../../src/fd/types/index.js";

declare const with_current: WithCurrent;
declare const get_unused_fd_flags: GetUnusedFdFlags;
declare const fd_install: FdInstall;
declare const put_unused_fd: PutUnusedFd;
declare const fget: Fget;
declare const filp_open: FilpOpen;
declare const reserveBatch: ReserveBatch;
declare const installBatch: InstallBatch;
declare const dropBatch: DropBatch;
declare const file: ARef<File>;

function install<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, 0);
  expectError(fd.reserved_fd());
  expectError(fd_install(fd, file));
  if (!fd.ok) return;
  expectType<number>(fd.reserved_fd());
  expectError(fd_install(fd));
  expectError(fd_install(fd, 3));
  expectError(fd_install(file, fd));
  expectError(put_unused_fd(file));
  fd_install(fd, file);
  expectError(fd.reserved_fd());
  expectError(fd_install(fd, file));
  expectError(put_unused_fd(fd));
  expectNotAssignable<FileDescriptorReservation<S>>(fd);
  expectNotAssignable<Ref<FileDescriptorReservation<S>>>(fd);
}

function batch<S>(current: CurrentTask<S>): void {
  using fds = reserveBatch(current, 2, 0);
  expectError(fds.reserved_fds());
  if (!fds.ok) return;
  expectType<readonly [number, number]>(fds.reserved_fds());
  expectError(installBatch(fds, [file]));
  expectError(installBatch(fds, [file, file, file]));
  dropBatch(fds);
  expectError(installBatch(fds, [file, file]));
  expectError(dropBatch(fds));
}

expectError(get_unused_fd_flags({}, 0));
expectError(fget(0));
expectError(filp_open(0));
expectNotAssignable<FileDescriptorReservation<unknown>>({ ok: true as const, reserved_fd: () => 3, [Symbol.dispose]() {} });
expectNotAssignable<CurrentTask<unknown>>({});
expectNotAssignable<ARef<File>>({ ok: true as const, target: { path: "" } });
expectNotAssignable<File>({ path: "" });
expectNotAssignable<ReservationBatch<unknown, 3>>({} as ReservationBatch<unknown, 2>);
expectNotAssignable<Errno>({} as FileDescriptorReservation<unknown>);
expectType<false>(({} as BadFdError).ok);

expectError(with_current((current) => current));
expectError(with_current((current) => get_unused_fd_flags(current, 0)));
expectError(with_current((current) => ({ fds: [get_unused_fd_flags(current, 0)] })));
expectType<boolean>(with_current((current) => get_unused_fd_flags(current, 0).ok));

void [install, batch];
