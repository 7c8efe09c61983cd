/** The steps of `movecheck explain --why` that types and tables give. */
export const resourceMessages = {
  acquires: (callee: string, type: string, origin: string): string =>
    `\`${callee}\` gives a \`${type}\` that has to be released (${origin})`,
  releases: (callee: string, origin: string): string => `\`${callee}\` releases it (${origin})`,
  transfers: (callee: string, origin: string): string => `\`${callee}\` takes it over (${origin})`,
  borrows: (callee: string, origin: string): string => `\`${callee}\` is only lent it (${origin})`,
  collects: (callee: string): string => `\`${callee}\` keeps it and releases it later`,
  ownMethod: (callee: string): string => `\`${callee}\` is one of its own methods: it only uses it`,
  receiverResult: (callee: string): string => `\`${callee}\` returns what it is called on`,
  lentAs: (property: string, origin: string): string => `a call is only lent what is under \`${property}\` (${origin})`,
  takesOver: (callee: string, type: string): string =>
    `\`${callee}\` declares the parameter as \`${type}\`, which can be released: it may release it`,
  untyped: (callee: string, type: string): string =>
    `\`${callee}\` declares the parameter as \`${type}\`: what it does with it is not known`,
  looksAt: (callee: string, type: string): string =>
    `\`${callee}\` declares the parameter as \`${type}\`, which can't be released: it only uses it`,
  bodyReleases: "its body releases it here, on some way at least",
  bodyStores: (field: string): string => `its body keeps it in \`${field}\``,
  bodyEscapes: (how: string): string => `its body lets it out of its hands here (${how})`,
  bodyReturns: "its body returns it",
  bodyUses: "its body only uses it",
  platformLooks: (callee: string): string => `\`${callee}\` only looks at it`,
} as const;
