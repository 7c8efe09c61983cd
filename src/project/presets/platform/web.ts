import type { CalleeSpec, OperandSpec } from "../../../checker/oracle/resource-spec.js";
import { byMethod, func, lends, method, named } from "../entries.js";
import type { Evidence, Preset, PresetResource } from "../preset.js";

/** Both the DOM's and Node's declarations have these. */
const streams = ["lib", "node:stream/web"];

/** Everything that takes a list of what is to be transferred. */
const transferLists: readonly OperandSpec[] = [
  ...["Worker", "MessagePort", "DedicatedWorkerGlobalScope", "ServiceWorker"].flatMap((owner) =>
    lists(method(owner, "postMessage", "lib"), 1),
  ),
  ...["Worker", "MessagePort"].flatMap((owner) => lists(method(owner, "postMessage", "node:worker_threads"), 1)),
  ...lists(method("Window", "postMessage", "lib"), 2),
  ...lists(func("postMessage", "lib"), 1),
  ...lists(func("postMessage", "lib"), 2),
  ...lists(func("structuredClone", "lib", "node:util"), 1),
];

/** `f(..., [t])` and `f(..., { transfer: [t] })`. */
function lists(callee: CalleeSpec, argument: number): readonly OperandSpec[] {
  return [
    { callee, operand: { listIn: argument } },
    { callee, operand: { listIn: argument, property: "transfer" } },
  ];
}

const transferable = (name: string, from: readonly string[], evidence: readonly Evidence[]): PresetResource => ({
  tier: 3,
  type: named(name, ...from),
  // Nothing is owed for any of them: they are only followed from where they are transferred.
  acquire: [],
  release: [],
  transfer: transferLists,
  consequence: "nothing is left of it here",
  evidence,
});

const frame = (name: string, decoder: string, borrow: readonly OperandSpec[]): PresetResource => ({
  tier: 1,
  type: named(name, "lib"),
  acquire: [
    { callee: { kind: "constructor", name } },
    { callee: method(name, "clone") },
    { callee: { kind: "constructor", name: decoder }, gives: { callback: 0, property: "output", parameter: 0 } },
  ],
  release: byMethod("close"),
  transfer: transferLists,
  borrow: [...borrow, { callee: { kind: "constructor", name }, operand: 0 }],
  consequence: "the decoder stalls once some 16 of them are held",
  evidence: [
    {
      claim: "A decoder has a small pool of outputs; frames that are not closed stall it after some 16",
      source: 'W3C WebCodecs, "Resource reclamation" and the notes on VideoFrame.close(); elah.dev on WebCodecs',
    },
    {
      claim: "close() twice does nothing; using it afterwards throws InvalidStateError",
      source: 'W3C WebCodecs, "VideoFrame: close()"',
    },
  ],
});

/** What browsers, and Node with them, give out. */
export const web: Preset = {
  name: "web",
  packages: [],
  summary: "Readers and writers of streams, video frames and bitmaps, and what is transferred to another realm.",
  resources: [
    ...["ReadableStreamDefaultReader", "ReadableStreamBYOBReader"].map((name): PresetResource => ({
      tier: 2,
      type: named(name, ...streams),
      acquire: [{ callee: method("ReadableStream", "getReader") }],
      release: byMethod("releaseLock", "cancel"),
      until: "drained",
      harmlessAfterRelease: ["releaseLock"],
      consequence: "the stream stays locked",
      evidence: [
        {
          claim: "releaseLock() twice does nothing; read() and cancel() after it reject",
          source: "measured, Node 20.20",
        },
        {
          claim:
            "The stream stays locked after cancel() and after the end, too, which harms nobody: nothing is left to read",
          source: "measured, Node 20.20; whatwg/streams#1000",
        },
        {
          claim: "32 of 33 readers in 67 repositories that are neither released nor handed on are read until done",
          source: "counted by syntax; vercel/ai packages/sandbox-vercel/src/vercel-sandbox-session.ts",
        },
        {
          claim: "A reader that is dropped before the end leaves a stream that nobody can read or cancel",
          source: "langchain-ai/langchainjs#3003",
        },
      ],
    })),
    {
      tier: 2,
      type: named("WritableStreamDefaultWriter", ...streams),
      acquire: [{ callee: method("WritableStream", "getWriter") }],
      release: byMethod("releaseLock", "close", "abort"),
      harmlessAfterRelease: ["releaseLock", "abort"],
      consequence: "the stream stays locked and open",
      evidence: [
        {
          claim: "releaseLock() twice, and after close(), does nothing; write() after either rejects",
          source: "measured, Node 20.20",
        },
      ],
    },
    frame("VideoFrame", "VideoDecoder", [
      ...lends("VideoEncoder", "encode", 0),
      ...lends("CanvasDrawImage", "drawImage", 0),
      { callee: func("createImageBitmap", "lib"), operand: 0 },
    ]),
    frame("AudioData", "AudioDecoder", lends("AudioEncoder", "encode", 0)),
    {
      tier: 3,
      type: named("ImageBitmap", "lib"),
      acquire: [
        { callee: func("createImageBitmap", "lib") },
        { callee: method("OffscreenCanvas", "transferToImageBitmap") },
      ],
      release: byMethod("close"),
      transfer: [
        ...transferLists,
        { callee: method("ImageBitmapRenderingContext", "transferFromImageBitmap"), operand: 0 },
      ],
      borrow: [...lends("CanvasDrawImage", "drawImage", 0), { callee: func("createImageBitmap", "lib"), operand: 0 }],
      consequence: "its pixels stay in memory until it is collected",
      evidence: [
        {
          claim:
            "close() detaches the bitmap; a detached one that is drawn throws InvalidStateError, and closing it again changes nothing",
          source: 'HTML Standard, "ImageBitmap: close()" and "check the usability of the image argument"',
        },
      ],
    },
    {
      ...transferable(
        "ArrayBuffer",
        ["lib"],
        [
          {
            claim:
              "byteLength is 0 afterwards and typed arrays over it throw or are empty; transferring it again is a DataCloneError, and on Node 20 silently sends 0 bytes",
            source:
              'measured, Node 20.20; MDN, Transferable objects: "Once a buffer becomes detached, it is no longer usable"',
          },
        ],
      ),
      transfer: [
        ...transferLists,
        { callee: method("ArrayBuffer", "transfer"), operand: "this" },
        { callee: method("ArrayBuffer", "transferToFixedLength"), operand: "this" },
      ],
    },
    transferable(
      "MessagePort",
      ["lib", "node:worker_threads"],
      [
        {
          claim: "A port that was transferred can't be transferred or used again: DataCloneError",
          source: "measured, Node 20.20",
        },
      ],
    ),
    ...["ReadableStream", "WritableStream", "TransformStream"].map((name) =>
      transferable(name, streams, [
        {
          claim: "A transferred stream is locked on this side",
          source: 'Streams Standard, "Transfer via postMessage()"',
        },
      ]),
    ),
    transferable(
      "OffscreenCanvas",
      ["lib"],
      [
        {
          claim: "A detached canvas throws InvalidStateError",
          source: 'HTML Standard, "The OffscreenCanvas interface"',
        },
      ],
    ),
  ],
};
