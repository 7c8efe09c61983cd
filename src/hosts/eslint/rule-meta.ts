/** What a rule says about itself: its documentation is generated from this. */
export interface RuleMeta {
  readonly type: "problem";
  readonly docs: {
    readonly description: string;
    /** The severity in `configs.recommended`; absent when the rule is not part of it. */
    readonly recommended?: "error" | "warn";
    readonly requiresTypeChecking: boolean;
    /** The checker's codes that this rule reports. */
    readonly codes: readonly string[];
  };
  readonly hasSuggestions: boolean;
  readonly schema: object[];
  readonly messages: Readonly<Record<string, string>>;
}
