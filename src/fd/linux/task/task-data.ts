/** What a task's thread starts with. */
export interface TaskData {
  readonly entry: string;
  readonly payload: unknown;
  /** The number of the anchor for its placeholders, if there was room for one. */
  readonly anchor: number | undefined;
}
