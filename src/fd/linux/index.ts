/**
 * The reservation API on the descriptor table of the running process, and descriptors sent between processes.
 *
 * Linux only, and koffi must be installed: both are looked at when something is first used, not when this is imported.
 */
export { dropBatch } from "../api/drop-batch.js";
export { fd_install } from "../api/fd-install.js";
export { fget } from "../api/fget.js";
export { get_unused_fd_flags } from "../api/get-unused-fd-flags.js";
export { InstallFailure } from "../guard/install-failure.js";
export { recordPositions } from "../../guard/position.js";
export { installBatch } from "../api/install-batch.js";
export { MovecheckError, type MovecheckErrorCode } from "../../guard/movecheck-error.js";
export { put_unused_fd } from "../api/put-unused-fd.js";
export { reserveBatch } from "../api/reserve-batch.js";
export { O_CLOEXEC } from "../table/constants.js";
export type * from "../types/index.js";
export { receive_fds, type ReceivedFds, type ReceiveOptions } from "./transfer/receive-fds.js";
export type { Sent } from "./transfer/send-descriptors.js";
export { send_fds, type SendOptions } from "./transfer/send-fds.js";
export { socketpair, type SocketPair } from "./transfer/socketpair.js";
export type { TaskChannel } from "./task/channel.js";
export { spawn_task, type Task, type TaskMain } from "./task/spawn-task.js";
export type { TransferError, TransferStep } from "./transfer/transfer-error.js";
export { with_current } from "./with-current.js";
