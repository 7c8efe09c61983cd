/** Every sentence the types can show in an error or on hover. */

/** What a use of a moved value reads as; the name is the consumer's. */
export type UseOfMoved<By extends string> = `use of moved value: consumed by ${By}()`;

/** Why a leaf can't be sent to another task. */
export interface NotSendable {
  bound: `not Send: bound to the task that created it`;
  function: `not Send: a function is not structured-cloneable`;
  promise: `not Send: a promise is not structured-cloneable`;
  symbol: `not Send: a symbol is not structured-cloneable`;
  opaque: `not Send: unknown may hold what is bound to a task`;
}
