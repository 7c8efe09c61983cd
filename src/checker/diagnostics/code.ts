/**
 * A diagnostic code; it follows rustc's number where rustc has one.
 *
 * Source: the table "Surface" in the design; `rustc --explain E0382` and its siblings.
 *
 * @example
 * const code: Code = "MC0382";
 */
export type Code =
  | "MC0382"
  | "MC0505"
  | "MC0507"
  | "MC0508"
  | "MC0509"
  | "MC0525"
  | "MC0277"
  | "MC0521"
  | "MC1001"
  | "MC1002"
  | "MC1003"
  | "MC1004"
  | "MC2001"
  | "MC2002"
  | "MC2003"
  | "MC2004"
  | "MC2005";
