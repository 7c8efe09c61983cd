/** A rule's name without the plugin's prefix. */
export type RuleName =
  | "no-use-after-move"
  | "no-leak"
  | "no-leak-on-throw"
  | "no-unreleased-resource"
  | "no-use-after-release"
  | "no-move-out-of-borrow"
  | "no-escape"
  | "require-send"
  | "no-hidden-move"
  | "no-laundering"
  | "valid-suppressions";
