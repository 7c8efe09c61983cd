import { MovecheckError } from "../../guard/movecheck-error.js";

/**
 * An install that failed, from a backend where it can: the file stays with the caller.
 *
 * `slot` tells the reservation's state: `"reserved"`, it still is and can be dropped or tried again;
 * `"gone"`, the number is no longer ours, and the reservation is consumed.
 */
export class InstallFailure extends MovecheckError {
  readonly fd: number;
  readonly slot: "reserved" | "gone";

  constructor(fd: number, slot: "reserved" | "gone", message: string) {
    super("ERR_MOVECHECK_INSTALL", message);
    this.fd = fd;
    this.slot = slot;
  }
}
