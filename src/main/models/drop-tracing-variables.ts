/** Each of these makes LangChain send prompts to, or through, a third party, print them, or answer in another shape. */
const UNWANTED = /^(LANGSMITH_|LANGCHAIN_)|^LC_OUTPUT_VERSION$/i

/**
 * Deletes the variables by which LangChain would trace or redirect requests without a word.
 * Must run before a provider is loaded: LangChain reads some of them while it is imported.
 */
export function dropTracingVariables(env: Record<string, string | undefined>): void {
  for (const name of Object.keys(env)) {
    if (UNWANTED.test(name)) delete env[name]
  }
}
