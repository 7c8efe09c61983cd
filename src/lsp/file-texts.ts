import type { TextDocument } from "vscode-languageserver-textdocument";
import { ts } from "../project/typescript.js";
import { TextSnapshot } from "./text-snapshot.js";

interface Kept {
  readonly version: string;
  readonly snapshot: TextSnapshot;
  /** Milliseconds; of an open document the time does not matter. */
  readonly modified: number;
}

const modifiedTime = (path: string): number => ts.sys.getModifiedTime?.(path)?.getTime() ?? 0;

/**
 * The text of every file as the editor sees it: an open document's own, otherwise what is on disk.
 *
 * A file on disk is read once; the client tells when it has changed.
 */
export class FileTexts {
  readonly #open = new Map<string, TextDocument>();
  readonly #kept = new Map<string, Kept>();
  readonly #missing = new Set<string>();
  #reads = 0;

  /** An open document, from its first version on and with each new one. */
  set(path: string, document: TextDocument): void {
    this.#open.set(path, document);
    this.#missing.delete(path);
  }

  /** The document was closed: the disk speaks again. */
  close(path: string): void {
    this.#open.delete(path);
    this.forget(path);
  }

  /** What is on disk has changed, appeared or gone. */
  forget(path: string): void {
    this.#kept.delete(path);
    this.#missing.delete(path);
  }

  /** The open documents' paths. */
  get openPaths(): Iterable<string> {
    return this.#open.keys();
  }

  /** Notices what has changed on disk by the files' times: for clients that do not watch files. */
  refresh(): void {
    for (const [path, { modified }] of this.#kept) {
      if (!this.#open.has(path) && modifiedTime(path) !== modified) this.forget(path);
    }
    this.#missing.clear();
  }

  exists(path: string): boolean {
    return this.#open.has(path) || ts.sys.fileExists(path);
  }

  read(path: string): string | undefined {
    return this.#file(path)?.snapshot.text;
  }

  /** Changes whenever the text does. */
  version(path: string): string {
    return this.#file(path)?.version ?? "";
  }

  snapshot(path: string): TextSnapshot | undefined {
    return this.#file(path)?.snapshot;
  }

  #file(path: string): Kept | undefined {
    const document = this.#open.get(path);
    const kept = this.#kept.get(path);
    if (document !== undefined) {
      const version = `open ${document.version}`;
      return kept?.version === version ? kept : this.#keep(path, version, document.getText());
    }
    if (kept !== undefined) return kept;
    if (this.#missing.has(path)) return undefined;
    const text = ts.sys.readFile(path);
    if (text === undefined) {
      this.#missing.add(path);
      return undefined;
    }
    return this.#keep(path, `disk ${this.#reads++}`, text);
  }

  #keep(path: string, version: string, text: string): Kept {
    const kept = { version, snapshot: new TextSnapshot(text), modified: this.#open.has(path) ? 0 : modifiedTime(path) };
    this.#kept.set(path, kept);
    return kept;
  }
}
