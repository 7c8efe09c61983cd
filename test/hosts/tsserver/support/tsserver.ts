// A client of the real tsserver over its own protocol.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { isAbsolute, join } from "node:path";
import type { server } from "typescript";

const PATIENCE_MS = 60_000;

/** The TypeScript packages that tsserver is tried from. */
export const COMPILERS = { "5.9": "typescript-5.9", "6.0": "typescript" } as const;

/** One tsserver process. */
export class TsServer {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, { resolve: (body: unknown) => void; reject: (error: Error) => void }>();
  #received = Buffer.alloc(0);
  #seq = 0;

  /**
   * @param compiler the package to take tsserver from, or its folder
   * @param options more of tsserver's options
   */
  constructor(compiler: string, options: readonly string[] = []) {
    const tsserver = isAbsolute(compiler)
      ? join(compiler, "lib/tsserver.js")
      : createRequire(import.meta.url).resolve(`${compiler}/lib/tsserver.js`);
    this.#process = spawn(
      process.execPath,
      [tsserver, "--disableAutomaticTypingAcquisition", "--suppressDiagnosticEvents", ...options],
      {
        stdio: ["pipe", "pipe", "inherit"],
      },
    );
    this.#process.stdout!.on("data", (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      while (this.#next());
    });
  }

  /** Tells tsserver something that it does not answer. */
  notify(command: string, args: unknown): void {
    this.#send(command, args);
  }

  /** Asks, and gives the answer's body. */
  async request<Body>(command: string, args: unknown): Promise<Body> {
    const seq = this.#send(command, args);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`tsserver did not answer ${command}`));
      }, PATIENCE_MS);
      this.#waiting.set(seq, {
        resolve: (body) => {
          clearTimeout(timer);
          resolve(body as Body);
        },
        reject: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      });
    });
  }

  open(file: string, fileContent: string): void {
    this.notify("open", { file, fileContent, scriptKindName: "TS" });
  }

  /** Replaces a file's text from one offset to another, both in the text before. */
  change(file: string, text: string, start: number, end: number, insertString: string): void {
    const from = placeOf(text, start);
    const to = placeOf(text, end);
    this.notify("change", {
      file,
      line: from.line,
      offset: from.offset,
      endLine: to.line,
      endOffset: to.offset,
      insertString,
    });
  }

  async semanticDiagnostics(file: string): Promise<server.protocol.Diagnostic[]> {
    return this.request("semanticDiagnosticsSync", { file });
  }

  async stop(): Promise<void> {
    const exited = once(this.#process, "exit");
    this.notify("exit", {});
    await exited;
  }

  #send(command: string, args: unknown): number {
    const seq = ++this.#seq;
    this.#process.stdin!.write(`${JSON.stringify({ seq, type: "request", command, arguments: args })}\n`);
    return seq;
  }

  #next(): boolean {
    const separator = this.#received.indexOf("\r\n\r\n");
    if (separator < 0) return false;
    const length = Number(/Content-Length: (\d+)/.exec(this.#received.subarray(0, separator).toString())?.[1]);
    const start = separator + 4;
    if (this.#received.length < start + length) return false;
    const message = JSON.parse(this.#received.subarray(start, start + length).toString()) as server.protocol.Message;
    this.#received = this.#received.subarray(start + length);
    if (message.type === "response") {
      const response = message as server.protocol.Response;
      const waiting = this.#waiting.get(response.request_seq);
      this.#waiting.delete(response.request_seq);
      if (response.success) waiting?.resolve(response.body);
      else waiting?.reject(new Error(response.message ?? `tsserver refused ${response.command}`));
    }
    return true;
  }
}

/** An offset as tsserver counts: both numbers from 1. */
function placeOf(text: string, offset: number): server.protocol.Location {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length, offset: lines.at(-1)!.length + 1 };
}
