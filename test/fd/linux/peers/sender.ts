// Sends 3 files and 1,000,000 bytes on descriptor 3, and dies before the system call whose index is the argument.
import { openSync } from "node:fs";
import { sendDescriptors } from "../../../../src/fd/linux/transfer/send-descriptors.js";
import { dieAtCall } from "./die-at-call.js";

const files = ["/dev/null", "/dev/zero", "/dev/full"].map((path) => openSync(path, "r"));
const calls = dieAtCall(Number(process.argv[2]));
const sent = await sendDescriptors(3, files, Buffer.alloc(1_000_000), undefined);
console.log(JSON.stringify({ calls: calls(), ok: sent.ok }));
