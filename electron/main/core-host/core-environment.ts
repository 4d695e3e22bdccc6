/** Core's environment: with a folder for compiled code, Node keeps there what it compiled, for the next start. */
export const coreEnvironment = (codeCache: string | undefined): NodeJS.ProcessEnv =>
  (codeCache === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: codeCache });
