/** What the packaged specs mean, as the build made it of them (`generator/build.mjs`); `undefined` where they are wrong. */
declare module '#packaged-registry' {
  const registry: import('./registry/registry.ts').Registry | undefined;
  export default registry;
}
