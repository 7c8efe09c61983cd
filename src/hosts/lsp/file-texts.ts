import type { TextDocument } from "vscode-languageserver-textdocument";
import { ts } from "../../project/source/typescript.js";
import { TextSnapshot } from "./text-snapshot.js";

interface Kept {
  /** Changes with the text and with nothing else: opening a file as it is on disk is no change. */
  readonly version: string;
  readonly snapshot: TextSnapshot;
  /** What the text was last compared with: a version of the open document, or the disk at a time. */
  source: string;
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
  readonly #stale = new Set<string>();
  #versions = 0;

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
    this.#stale.add(path);
    this.#missing.delete(path);
  }

  /** Notices what has changed on disk by the files' times: for clients that do not watch files. */
  refresh(): void {
    for (const [path, { source }] of this.#kept) {
      if (!this.#open.has(path) && source !== diskSource(path)) this.forget(path);
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
      const source = `open ${document.version}`;
      return kept?.source === source ? kept : this.#keep(path, source, document.getText());
    }
    if (kept !== undefined && !this.#stale.has(path)) return kept;
    if (this.#missing.has(path)) return undefined;
    const text = ts.sys.readFile(path);
    if (text !== undefined) return this.#keep(path, diskSource(path), text);
    this.#missing.add(path);
    this.#kept.delete(path);
    return undefined;
  }

  #keep(path: string, source: string, text: string): Kept {
    this.#stale.delete(path);
    const before = this.#kept.get(path);
    if (before?.snapshot.text === text) {
      before.source = source;
      return before;
    }
    const kept = { version: String(this.#versions++), snapshot: new TextSnapshot(text), source };
    this.#kept.set(path, kept);
    return kept;
  }
}

const diskSource = (path: string): string => `disk ${modifiedTime(path)}`;
