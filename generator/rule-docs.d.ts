/** The doc comments of the rules by id, as the build takes them out of `generator/rules/` (`generator/build.mjs`). */
declare module '#rule-docs' {
  const docs: Readonly<Record<string, string>>;
  export default docs;
}
