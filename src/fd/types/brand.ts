/** Keys the task a value is bound to. For the compiler alone: no value has the property, and nothing exports the key. */
export declare const Task: unique symbol;

/** Keys the mark of what only this package makes, so that an object literal can't forge it. */
export declare const Made: unique symbol;
