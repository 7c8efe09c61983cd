/**
 * The reservation API on the descriptor table of the running process, and descriptors sent between processes.
 *
 * Linux only, and koffi must be installed: both are looked at when something is first used, not when this is imported.
 */
export { dropBatch } from "../drop-batch.js";
export { fd_install } from "../fd-install.js";
export { fget } from "../fget.js";
export { get_unused_fd_flags } from "../get-unused-fd-flags.js";
export { InstallFailure } from "../guard/install-failure.js";
export { recordPositions } from "../guard/position.js";
export { installBatch } from "../install-batch.js";
export { MovecheckError, type MovecheckErrorCode } from "../movecheck-error.js";
export { put_unused_fd } from "../put-unused-fd.js";
export { reserveBatch } from "../reserve-batch.js";
export { O_CLOEXEC } from "../table/constants.js";
export type * from "../types/index.js";
export { receive_fds, type ReceivedFds, type ReceiveOptions } from "./receive-fds.js";
export type { Sent } from "./send-descriptors.js";
export { send_fds, type SendOptions } from "./send-fds.js";
export { socketpair, type SocketPair } from "./socketpair.js";
export type { TaskChannel } from "./task/channel.js";
export { spawn_task, type Task, type TaskMain } from "./task/spawn-task.js";
export type { TransferError, TransferStep } from "./transfer-error.js";
export { with_current } from "./with-current.js";
