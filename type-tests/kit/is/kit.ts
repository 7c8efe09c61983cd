// What the public types of the kit are, for any, never, unknown, unions and generics.
import { expectType, type TypeEqual, type TypeOf } from "ts-expect";
import type {
  Consume, Fresh, Held, Linear, Live, Moved, NotMoved, NotThreadSafe, Once, Ref, Send, Spent,
} from "movecheck";

interface Token<H = Held> extends Linear<H> { readonly ok: true; id(): string; readonly name: string }
interface Engine extends Linear { start(): void }
interface Car extends Linear { readonly engine: Engine; readonly spare?: Engine; drive(): Engine }
interface Bound extends NotThreadSafe { readonly n: number }

// --- Ref
expectType<TypeEqual<Ref<any>, any>>(true);
expectType<TypeEqual<Ref<never>, never>>(true);
expectType<TypeEqual<Ref<unknown>, unknown>>(true);
expectType<TypeEqual<Ref<string>, string>>(true);
expectType<TypeEqual<Ref<string | null | undefined>, string | null | undefined>>(true);
expectType<TypeEqual<Ref<Date>, Date>>(true);
expectType<TypeEqual<Ref<(a: number) => string>, (a: number) => string>>(true);
expectType<TypeEqual<Ref<Token | null>, Ref<Token> | null>>(true);
expectType<TypeEqual<Ref<Token | Engine>, Ref<Token> | Ref<Engine>>>(true);
expectType<TypeEqual<Ref<Engine[]>, readonly Ref<Engine>[]>>(true);
expectType<TypeEqual<Ref<[Engine, string]>, readonly [Ref<Engine>, string]>>(true);
expectType<TypeEqual<Ref<Map<string, Engine>>, ReadonlyMap<string, Ref<Engine>>>>(true);
expectType<TypeEqual<Ref<Set<Engine>>, ReadonlySet<Ref<Engine>>>>(true);
expectType<TypeEqual<Ref<{ a: Engine; b?: string }>, { readonly a: Ref<Engine>; readonly b?: string }>>(true);
expectType<TypeEqual<Ref<Car>["engine"], Ref<Engine>>>(true);
expectType<TypeEqual<Ref<Car>["spare"], Ref<Engine> | undefined>>(true);
expectType<TypeEqual<ReturnType<Ref<Car>["drive"]>, Engine>>(true);
expectType<TypeOf<Ref<Token>, Token>>(true);
expectType<TypeOf<Ref<Token>, Token<Fresh>>>(true);
expectType<TypeOf<Token, Ref<Token>>>(false);
expectType<TypeOf<Ref<Token>, Moved<Token, "f">>>(false);
expectType<TypeEqual<Ref<Ref<Token>>["id"], () => string>>(true);

// --- Live, NotMoved and the ladder of states
expectType<TypeOf<Token, Token<Fresh>>>(true);
expectType<TypeOf<Token<Fresh>, Token>>(true);
expectType<TypeOf<Live<Token>, Token<Fresh>>>(true);
expectType<TypeOf<Live<Engine>, Engine>>(true);
expectType<TypeOf<Live<Engine>, Moved<Engine, "f">>>(false);
expectType<TypeOf<NotMoved<Token>, Token>>(true);
expectType<TypeOf<NotMoved<Token>, Ref<Token>>>(false);
expectType<TypeOf<NotMoved<Token>, Moved<Token, "f">>>(false);
expectType<TypeEqual<Live<any>, any>>(true);
expectType<TypeEqual<Live<never>, never>>(true);
expectType<TypeEqual<Live<Token | never>, Live<Token>>>(true);
expectType<TypeEqual<NotMoved<any>, any>>(true);
expectType<TypeEqual<NotMoved<never>, never>>(true);

// --- Moved
expectType<TypeOf<Token<Fresh>, Moved<Token<Fresh>, "f">>>(true);
expectType<TypeOf<Token, Moved<Token<Fresh>, "f">>>(false);
expectType<TypeOf<Moved<Token, "f">, Token>>(false);
expectType<TypeEqual<Moved<never, "f">, never>>(true);

// --- Consume
expectType<TypeOf<(token: Token<Fresh>) => void, Consume<Token<Fresh>, "f">>>(true);
expectType<TypeEqual<Parameters<Consume<Token, "f", [a: number, b?: string]>>, [value: NotMoved<Token>, a: number, b?: string]>>(true);
expectType<TypeEqual<ReturnType<Consume<Token, "f">>, void>>(true);
expectType<TypeOf<Consume<Token, "f">, (token: NotMoved<Token>) => void>>(true);
expectType<TypeOf<Consume<Token, "f">, (token: Ref<Token>) => void>>(true);
expectType<TypeOf<Consume<Token, "f">, (token: string) => void>>(false);

// --- Once
expectType<TypeOf<Once<() => void>, () => void>>(true);
expectType<TypeOf<Once<() => void>, () => number>>(true);
expectType<TypeOf<() => void, Once<() => void>>>(true);
expectType<TypeOf<Once<() => void>, (required: number) => void>>(false);
expectType<TypeEqual<Once<any>, any>>(true);
expectType<TypeEqual<Once<never>, never>>(true);
expectType<TypeEqual<Parameters<Once<(a: number, b: string) => void>>, [a: number, b: string]>>(true);

// --- Send
type Message<T> = Send<T> extends string ? Send<T> : never;
expectType<TypeEqual<Send<any>, any>>(true);
expectType<TypeEqual<Send<never>, never>>(true);
expectType<TypeEqual<Send<unknown>, "not Send: unknown may hold what is bound to a task">>(true);
expectType<TypeEqual<Send<object>, "not Send: unknown may hold what is bound to a task">>(true);
expectType<TypeEqual<Send<string>, string>>(true);
expectType<TypeEqual<Send<boolean | 1 | null>, boolean | 1 | null>>(true);
expectType<TypeEqual<Send<Bound>, "not Send: bound to the task that created it">>(true);
expectType<TypeEqual<Send<Bound | number>, number | "not Send: bound to the task that created it">>(true);
expectType<TypeEqual<Message<symbol>, "not Send: a symbol is not structured-cloneable">>(true);
expectType<TypeEqual<Message<() => void>, "not Send: a function is not structured-cloneable">>(true);
expectType<TypeEqual<Message<Promise<1>>, "not Send: a promise is not structured-cloneable">>(true);
expectType<TypeEqual<Send<[number, Bound]>, [number, "not Send: bound to the task that created it"]>>(true);
expectType<TypeEqual<Send<readonly string[]>, readonly string[]>>(true);
expectType<TypeEqual<Send<{ a?: number; readonly b: string }>, { a?: number; readonly b: string }>>(true);
expectType<TypeEqual<Send<Map<string, Bound>>, Map<string, "not Send: bound to the task that created it">>>(true);
expectType<TypeEqual<Send<Set<number>>, Set<number>>>(true);

// --- Spent
expectType<TypeEqual<Spent<never>, never>>(true);

// --- generics
export function generics<T extends Token, U>(token: T, any: U): void {
  expectType<Token>(token);
  expectType<Live<Token>>(token);
  expectType<NotMoved<Token>>(token);
  expectType<Ref<Token>>(token);
  expectType<Once<() => U>>(() => any);
}
