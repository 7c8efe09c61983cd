import { shortType } from "./short-type.js";

// Everything the checker says, in one place. The words are rustc's where rustc says the same.

/** What is told of a place that was used after its value had left. */
export const moved = {
  title: (how: "use" | "borrow" | "assign", place: string, partially: boolean): string =>
    how === "assign"
      ? `assign to part of moved value: \`${place}\``
      : `${how === "use" ? "use" : "borrow"} of ${partially ? "partially " : ""}moved value: \`${place}\``,
  label: (how: "use" | "borrow" | "assign", partially: boolean): string =>
    `value ${how === "use" ? "used" : how === "borrow" ? "borrowed" : "partially assigned"} here after ${partially ? "partial " : ""}move`,
  labelSame: "value moved here, in previous iteration of this loop",
  here: "value moved here",
  hereInLoop: "value moved here, in previous iteration of this loop",
  byCall: (place: string, callee: string): string => `\`${place}\` moved due to this call of \`${callee}\``,
  byMethod: (place: string, callee: string): string =>
    `\`${place}\` moved due to this method call: \`${callee}\` takes its receiver`,
  byClosureCall: (place: string): string =>
    `\`${place}\` moved due to this call: it owns what it captured, so it can be called once`,
  intoClosure: "value moved into closure here",
  intoClosureInLoop: "value moved into closure here, in previous iteration of this loop",
  useInClosure: "variable moved due to use in closure",
  borrowInClosure: "borrow occurs due to use in closure",
  iterated: (place: string): string => `\`${place}\` moved due to this loop: it takes what it iterates over`,
  declared: (place: string, type: string): string =>
    `move occurs because \`${place}\` has type \`${shortType(type)}\`, which is linear`,
  helpLoop: "make the value inside the loop, or leave the loop after it is moved",
  helpBorrow: "a parameter of type `Ref<T>` borrows its argument instead of moving it",
};

/** What is told of a value that nobody consumed. */
export const leaked = {
  title: (place: string): string => `\`${place}\` may be dropped without being consumed`,
  temporary: (place: string): string => `the value of \`${place}\` is dropped without being consumed`,
  overwritten: (place: string): string => `\`${place}\` is overwritten while it still owes its value`,
  closure: (place: string): string => `\`${place}\` may be dropped without being called, and with it what it captured`,
  label: (type: string): string => `\`${shortType(type)}\` is linear: it must be consumed on every path`,
  field: (place: string): string => `what is dropped is \`${place}\``,
  atEnd: "goes out of scope here, still owed",
  atJump: "leaves here, still owed",
  atOverwrite: "the old value is overwritten here",
  help: (place: string): string => `consume \`${place}\` on every path, or declare it with \`using\``,
  helpParameter: (place: string): string =>
    `consume \`${place}\` on every path, or put it into a variable declared with \`using\` first`,
  helpLookedAt: "consider taking a `Ref<T>`: the function only looks at the value, and its caller would keep it",
  forgotten: (place: string, fields: readonly string[]): string =>
    `disposing of \`${place}\` leaks ${fields.map((field) => `\`${place}.${field}\``).join(" and ")}`,
  borrowingCallback: (place: string): string =>
    `\`${place}\` is given a value to consume, and this function only borrows it`,
  helpBorrowingCallback: "take the value itself, and consume it",
  droppedResult: (place: string): string => `what \`${place}\` returns is dropped without being consumed`,
  helpDroppedResult: "pass a function that consumes the result",
  forgottenLabel: "its class's dispose method leaves this alone",
  helpForgotten: (fields: readonly string[]): string =>
    `consume ${fields.map((field) => `\`this.${field}\``).join(" and ")} in the dispose method`,
  helpField: (place: string): string =>
    `take the old value out first: \`const old = ${place};\`, and consume it afterwards`,
  helpTemporary: "give it a name with `using`, or consume it",
  fix: (place: string): string => `Declare \`${place}\` with \`using\``,
};

/** What is told of a value that leaks if a call throws. */
export const leakedByThrow = {
  title: (place: string, call: string): string => `\`${place}\` leaks if ${call} throws`,
  call: "if this throws, the value is never consumed",
};

/** What is told of a value that was moved while something still refers to it. */
export const borrowed = {
  title: (place: string): string => `cannot move out of \`${place}\` because it is borrowed`,
  label: (place: string): string => `move out of \`${place}\` occurs here`,
  here: (place: string): string => `borrow of \`${place}\` occurs here`,
  byClosure: (place: string): string => `borrow of \`${place}\` occurs here, into a closure`,
  later: "borrow later used here",
  laterCall: "borrow later used by this call",
  help: "move it after the last use of the reference",
  returned: (place: string): string => `cannot return \`${place}\` because \`using\` disposes of it first`,
  returnedHere: "the caller gets it when it has been disposed of",
  using: "disposed of at the end of this scope",
  helpReturned: "declare it with `const`, and dispose of it on the paths that don't return it",
};

/** What is told of a move out of a place that does not own its value. */
export const illegal = {
  borrowed: (place: string): string => `cannot move out of \`${place}\` which is behind a \`Ref\``,
  lent: (place: string): string => `cannot move out of \`${place}\`, a borrowed value`,
  module: (place: string): string => `cannot move out of module-level binding \`${place}\``,
  captured: (place: string): string =>
    `cannot move out of \`${place}\`, a captured variable in a function that can be called again`,
  label: (place: string): string => `move occurs because \`${place}\` is linear`,
  declaredBorrowed: "this only borrows the value",
  declaredModule: "declared at the top of the module: every call of the function would move it again",
  declaredCaptured: "captured from here",
  helpBorrowed: "take the value by its own type, not as `Ref<T>`, or ask for a `Ref<T>` here",
  helpModule: "pass the value as a parameter",
  helpCaptured: "use an arrow function, which takes the value when it is created, or pass it as a parameter",
  array: (place: string, type: string): string =>
    `cannot move out of \`${place}\`: an element of \`${shortType(type)}\` by computed index`,
  helpArray: "take it out with `pop`, `shift` or `splice`, or consume the whole array with `for of`",
  field: (place: string, type: string): string =>
    `cannot move out of \`${place}\`: its owner \`${shortType(type)}\` is itself linear`,
  helpField: "consume the owner as a whole; a method that consumes its receiver may give the field away",
};

/** The other findings. */
export const other = {
  onceOnly: (callee: string): string =>
    `expected a closure that may be called again by \`${callee}\`, found one that can be called only once`,
  onceOnlySlot: "expected a closure that may be called again, found one that can be called only once",
  onceOnlySlotHelp: "give what it is written into the type `Once<F>` if it is called at most once",
  onceOnlyLabel: "this closure may be called more than once there",
  onceOnlyUse: (captured: string): string =>
    `closure can be called only once because it moves the variable \`${captured}\` out of its environment`,
  onceOnlyHelp: "declare the parameter as `Once<F>` if it is called at most once",
  hidden: (callee: string): string =>
    `tsc can't see this call of \`${callee}\`: it follows a consumer only in an expression statement of its own`,
  hiddenHelp: "make the call a statement",
  forgotten: (place: string, type: string): string => `linearity of \`${place}\` is lost in \`${shortType(type)}\``,
  cast: (place: string, type: string): string =>
    `linearity of \`${place}\` is lost in the cast to \`${shortType(type)}\``,
  forge: (place: string, from: string): string => `\`${place}\` is made up by a cast from \`${shortType(from)}\``,
  spread: (place: string): string => `\`${place}\` is copied by spread: a linear value has one owner`,
  erasedHelp: "keep the value in its own type: the checker can't follow it from here",
  notSend: (place: string, type: string): string =>
    `\`${place}\` of type \`${shortType(type)}\` cannot be sent to another task`,
  notSendWhy: (path: string, type: string, why: string): string => `\`${path}\` is \`${shortType(type)}\`: ${why}`,
  notSendHelp: "send plain data, and make the value anew in the other task",
  stored: (place: string): string =>
    `\`${place}\` escapes the task that created it: it is stored in a variable that outlives the task's scope`,
  storedHere: "this variable outlives the task's scope",
  captured: (place: string, callee: string): string =>
    `\`${place}\` escapes the task that created it: \`${callee}\` may run the closure after the task's scope has ended`,
  capturedUse: (place: string): string => `\`${place}\` is captured here`,
  escapeHelp: "do the work before the scope of the task ends",
};
