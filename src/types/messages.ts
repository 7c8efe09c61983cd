/** Every sentence the types can show in an error or on hover. */

/** What a use of a moved value reads as; the name is the consumer's. */
export type UseOfMoved<By extends string> = `use of moved value: consumed by ${By}()`;
