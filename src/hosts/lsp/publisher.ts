import type { TextDocument } from "vscode-languageserver-textdocument";

/** What the publisher works on. */
export interface PublisherHost {
  readonly documents: () => readonly TextDocument[];
  /** Checks a document as it is now and sends what was found, if only to take back what was sent before. */
  readonly publish: (document: TextDocument) => void;
}

/** Long enough for keystrokes that came together to be answered once, short enough not to be noticed. */
const DELAY_MS = 5;

/**
 * Sends diagnostics after changes: the changed document first, then the other open ones, whose types may depend on it.
 * One document at a time, so that requests and further keystrokes come in between.
 */
export class Publisher {
  readonly #host: PublisherHost;
  #waiting: string[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(host: PublisherHost) {
    this.#host = host;
  }

  /**
   * Something has changed.
   *
   * @param document the one to check first
   */
  changed(document?: TextDocument): void {
    const others = this.#host.documents().map(({ uri }) => uri);
    const first = document === undefined ? [] : [document.uri];
    this.#waiting = [...new Set([...first, ...others])];
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#next();
    }, DELAY_MS);
  }

  #next(): void {
    const uri = this.#waiting.shift();
    const document = this.#host.documents().find((candidate) => candidate.uri === uri);
    if (document !== undefined) this.#host.publish(document);
    if (this.#waiting.length === 0) return;
    this.#timer = setTimeout(() => {
      this.#next();
    }, 0);
  }
}
