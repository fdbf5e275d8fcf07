/** The call or its environment is wrong, and nobody's spec: exit code 2, without a stack. */
export class Refusal extends Error {}
