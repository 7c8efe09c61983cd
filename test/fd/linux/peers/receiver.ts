// Receives 3 descriptors on descriptor 3, and dies before the system call whose index is the argument.
import { receive_fds } from "../../../../src/fd/linux/transfer/receive-fds.js";
import { dieAtCall } from "./die-at-call.js";

const calls = dieAtCall(Number(process.argv[2]));
const received = await receive_fds(3, 3);
console.log(JSON.stringify({ calls: calls(), ok: received.ok }));
