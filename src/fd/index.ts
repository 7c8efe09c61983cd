/**
 * Reserve a file descriptor, then install a file or drop the reservation: once, by the task that made it.
 *
 * The names are the kernel's. Importing this pulls in no package and no module of the host.
 */
export { current_files } from "./api/current-files.js";
export { dropBatch } from "./api/drop-batch.js";
export { fd_install } from "./api/fd-install.js";
export { fget } from "./api/fget.js";
export { filp_open } from "./api/filp-open.js";
export { get_unused_fd_flags } from "./api/get-unused-fd-flags.js";
export { recordPositions } from "../guard/position.js";
export { installBatch } from "./api/install-batch.js";
export { MovecheckError, type MovecheckErrorCode } from "../guard/movecheck-error.js";
export { put_unused_fd } from "./api/put-unused-fd.js";
export { reserveBatch } from "./api/reserve-batch.js";
export {
  CLOSE_RANGE_CLOEXEC,
  CLOSE_RANGE_UNSHARE,
  F_DUPFD,
  F_DUPFD_CLOEXEC,
  F_GETFD,
  F_SETFD,
  FD_CLOEXEC,
  O_CLOEXEC,
} from "./table/constants.js";
export { DescriptorTable, type DescriptorTableOptions } from "./table/descriptor-table.js";
export type { SlotState } from "./table/slot-state.js";
export { OpenFile } from "./table/open-file.js";
export type * from "./types/index.js";
export { unshare_files } from "./api/unshare-files.js";
export { with_current } from "./api/with-current.js";
