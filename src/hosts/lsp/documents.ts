import type { Position, Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../../checker/syntax/span.js";
import type { FileAnalysis } from "../../project/analyser.js";
import type { SourceText } from "../../project/source/source-text.js";
import type { FileTexts } from "./file-texts.js";
import { pathOf } from "./file-url.js";
import type { Projects } from "./projects.js";

/** An open document with its analysis, at one version. */
export interface AnalysedDocument {
  readonly document: TextDocument;
  readonly analysis: FileAnalysis;
}

/** Ties the open documents to the projects. */
export class Documents {
  constructor(
    readonly texts: FileTexts,
    readonly projects: Projects,
  ) {}

  /** The analysis of a document as it is now; nothing when it is no checkable file, or its syntax is broken. */
  analysed(document: TextDocument): AnalysedDocument | undefined {
    const path = pathOf(document.uri);
    if (path === undefined) return undefined;
    this.texts.set(path, document);
    const result = this.projects.resultsFor(path)(path);
    return result === undefined ? undefined : { document, analysis: result.analysis };
  }
}

/** A span of an open document as the protocol counts it. */
export function rangeOf(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** A span of any file as the protocol counts it. */
export function rangeIn(source: SourceText, { start, end }: Span): Range {
  const position = (offset: number): Position => {
    const { line, column } = source.positionAt(offset);
    return { line: line - 1, character: column - 1 };
  };
  return { start: position(start), end: position(end) };
}
