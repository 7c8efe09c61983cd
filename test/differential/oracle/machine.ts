import type { Condition } from "../language/condition.js";
import type { Argument, Expression, ReferenceExpression } from "../language/expression.js";
import { fieldsOf } from "../language/owned-type.js";
import type { Place } from "../language/place.js";
import type { Variable } from "../language/variable.js";
import type { Exits } from "./exits.js";
import type { Findings } from "./findings.js";
import { ancestors, type Node, type Nodes } from "./nodes.js";
import { mergeLoans, Stores, type Pending, type Store } from "./store.js";

/** What expressions need to run: the variables, and where results go. */
export interface Machine {
  readonly variables: ReadonlyMap<string, Variable>;
  readonly nodes: Nodes;
  readonly findings: Findings;
  /** The line of the statement being run. */
  line: number;
  /** The exits of the innermost block being run. */
  exits: Exits;
}

/** Applies a step to each store. */
export function each(stores: Stores, step: (store: Store) => Store): Stores {
  const after = new Stores();
  for (const store of stores) after.add(step(store));
  return after;
}

/** A call returns, or throws: then what the current statement holds in temporaries is lost. */
export function call(machine: Machine, stores: Stores): Stores {
  for (const { pending } of stores) for (const value of pending) loseByThrow(machine, value);
  machine.exits.add(
    { kind: "call-threw" },
    each(stores, (store) => store.throwing()),
  );
  return stores;
}

function loseByThrow(machine: Machine, value: Pending): void {
  const root = value.startsWith("from ") ? value.slice("from ".length) : undefined;
  const variable = root === undefined ? undefined : machine.variables.get(root);
  if (value === "nothing" || (variable?.kind === "value" && variable.using)) return;
  machine.findings.leak(root === undefined ? undefined : { root, path: [] }, machine.line, true);
}

/** Uses a reference: what it borrowed must not have been moved since. */
export function use(machine: Machine, store: Store, holder: string): void {
  for (const { movedAt } of store.loans.get(holder) ?? []) {
    for (const line of movedAt) machine.findings.violation(line < 0 ? "E0506" : "E0505", Math.abs(line));
  }
}

/** The node of a place must be initialised in all its parts. */
function read(machine: Machine, store: Store, node: Node, place: Place): void {
  // A value with drop glue is moved as a whole: what is true of it is true of its fields.
  const whole = ancestors(node).find(({ owed }) => owed) ?? node;
  const contents = whole.subtree.map((index) => store.at(index));
  if (contents.includes("u")) machine.findings.violation("E0381", machine.line, place);
  if (contents.includes("m")) machine.findings.violation("E0382", machine.line, place);
}

/** The nodes whose borrow a change of this node would break: itself, its parts, and what it is part of. */
export function touching(node: Node): ReadonlySet<number> {
  return new Set([...node.subtree, ...ancestors(node).map(({ index }) => index)]);
}

/** Moves out of a place. */
export function move(machine: Machine, store: Store, place: Place): Store {
  const node = machine.nodes.of(place);
  if (!node) {
    use(machine, store, place.root);
    machine.findings.violation("E0507", machine.line, place);
    return store.evaluated([""]);
  }
  read(machine, store, node, place);
  const after = store.invalidate(touching(node), machine.line);
  if (ancestors(node).some(({ owed, children }) => owed && children.length > 0)) {
    machine.findings.violation("E0509", machine.line, place);
    return after.evaluated([""]);
  }
  return after.set(node.subtree, "m").evaluated([]);
}

/** Borrows a place into a holder. */
export function borrow(machine: Machine, store: Store, holder: string, place: Place): Store {
  const node = machine.nodes.of(place);
  if (!node) {
    use(machine, store, place.root);
    return store.hold(holder, store.loans.get(place.root) ?? []);
  }
  read(machine, store, node, place);
  return store.hold(holder, [{ node: node.index, movedAt: [] }]);
}

/** Evaluates an owned expression; each store has one more temporary afterwards. */
export function evaluate(machine: Machine, stores: Stores, value: Expression): Stores {
  switch (value.kind) {
    case "make":
      return each(call(machine, stores), (store) => store.evaluated([]).hand("value"));
    case "move":
      return each(stores, (store) => {
        const after = move(machine, store, value.place);
        return after.hand(
          after.illegal.length > 0 || !owes(machine, store, value.place) ? "nothing" : `from ${value.place.root}`,
        );
      });
    case "literal": {
      let after = each(stores, (store) => store.evaluated([]));
      value.fields.forEach((field, at) => {
        const name = fieldsOf[value.type][at]?.name ?? "";
        after = literalField(machine, after, field, name);
      });
      after = each(after, (store) => store.settle(value.fields.length));
      if (value.type === "Guard") after = each(call(machine, after), (store) => store.evaluated([]));
      return each(after, (store) => store.hand("value"));
    }
    case "pass": {
      const after = each(evaluate(machine, stores, value.value), (store) => store.settle(1));
      return each(call(machine, after), (store) => store.evaluated([]).hand("value"));
    }
    case "conditional": {
      const { yes, no } = decide(machine, stores, value.condition);
      const either = new Stores([...evaluate(machine, yes, value.then), ...evaluate(machine, no, value.otherwise)]);
      // One of two borrows is a borrow; any other result is a value of its own: whoever gets it owes it.
      return each(either, (store) => store.evaluated(isBorrowed(machine, value) ? [""] : []));
    }
  }
}

/** Whether a place holds anything that is owed: after an earlier move it does not. */
function owes(machine: Machine, store: Store, place: Place): boolean {
  return machine.nodes.of(place)?.subtree.some((index) => store.at(index) === "i" || store.at(index) === "t") === true;
}

/** Whether an expression gives what a reference points at, whichever way it goes. */
function isBorrowed(machine: Machine, value: Expression): boolean {
  if (value.kind === "conditional") return isBorrowed(machine, value.then) && isBorrowed(machine, value.otherwise);
  return value.kind === "move" && machine.nodes.of(value.place) === undefined;
}

/** Evaluates one field of a literal; what was illegal in the fields before it stays known. */
function literalField(machine: Machine, stores: Stores, field: Expression, name: string): Stores {
  const after = new Stores();
  for (const store of stores) {
    const before = store.illegal;
    for (const evaluated of evaluate(machine, new Stores([store]), field)) {
      after.add(
        evaluated.evaluated([...before, ...evaluated.illegal.map((part) => (part === "" ? name : `${name}.${part}`))]),
      );
    }
  }
  return after;
}

/** Puts the value of the last owned expression into a place. */
export function put(machine: Machine, store: Store, node: Node): Store {
  let after = store.set(node.subtree, "i");
  for (const part of store.illegal) {
    const path = [...node.path, ...(part === "" ? [] : part.split("."))];
    const refused = machine.nodes.of({ root: node.root, path });
    if (refused) after = after.set(refused.subtree, "e");
  }
  return after.evaluated([]).settle(1);
}

/** Evaluates a reference expression into a holder. */
export function refer(machine: Machine, stores: Stores, holder: string, value: ReferenceExpression): Stores {
  switch (value.kind) {
    case "borrow":
      return each(stores, (store) => borrow(machine, store, holder, value.place));
    case "same": {
      const after = refer(machine, stores, holder, value.value);
      for (const store of after) use(machine, store, holder);
      return call(machine, after);
    }
    case "either": {
      const [left, right] = [`${holder}l`, `${holder}r`];
      const after = refer(machine, refer(machine, stores, left, value.left), right, value.right);
      return call(
        machine,
        each(after, (store) => {
          use(machine, store, left);
          use(machine, store, right);
          return store
            .hold(holder, mergeLoans(store.loans.get(left) ?? [], store.loans.get(right) ?? []))
            .hold(left, [])
            .hold(right, []);
        }),
      );
    }
  }
}

/** Evaluates a condition: the stores in which it may be true and those in which it may be false. */
export function decide(
  machine: Machine,
  stores: Stores,
  condition: Condition,
): { readonly yes: Stores; readonly no: Stores } {
  switch (condition.kind) {
    case "opaque": {
      const after = call(machine, stores);
      return { yes: after, no: after };
    }
    case "not": {
      const { yes, no } = decide(machine, stores, condition.value);
      return { yes: no, no: yes };
    }
    case "and": {
      const left = decide(machine, stores, condition.left);
      const right = decide(machine, left.yes, condition.right);
      return { yes: right.yes, no: new Stores([...left.no, ...right.no]) };
    }
    case "or": {
      const left = decide(machine, stores, condition.left);
      const right = decide(machine, left.no, condition.right);
      return { yes: new Stores([...left.yes, ...right.yes]), no: right.no };
    }
    case "take": {
      const after = run(machine, stores, [{ by: "value", type: "Token", value: condition.value }]);
      return { yes: after, no: after };
    }
    case "look": {
      const after = run(machine, stores, [{ by: "reference", type: "Token", value: condition.value }]);
      return { yes: after, no: after };
    }
  }
}

/** Evaluates arguments from left to right and makes the call. */
export function run(machine: Machine, stores: Stores, values: readonly Argument[]): Stores {
  let after = stores;
  values.forEach((argument, at) => {
    after =
      argument.by === "value"
        ? evaluate(machine, after, argument.value)
        : refer(machine, after, `#${at}`, argument.value);
  });
  const owned = values.filter(({ by }) => by === "value").length;
  after = each(after, (store) => {
    let released = store.evaluated([]).settle(owned);
    values.forEach((argument, at) => {
      if (argument.by === "value") return;
      use(machine, store, `#${at}`);
      released = released.hold(`#${at}`, []);
    });
    return released;
  });
  return call(machine, after);
}
