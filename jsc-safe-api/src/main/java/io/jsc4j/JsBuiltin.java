package io.jsc4j;

/** Parts of the language that a host can keep from its scripts: see {@link JsRuntimeOptions#without}. */
public enum JsBuiltin {
  /**
   * Code from text: {@code eval}, {@code Function} and the constructors of asynchronous and generator functions throw an EvalError, as {@link
   * JsContext#disableEval} says. Needs {@link JsCapability#EVAL_CONTROL}.
   */
  EVAL,
  /** {@code WebAssembly}. What Java makes of modules ({@link JsContext#compileWebAssembly}) goes on working. */
  WEB_ASSEMBLY,
  /**
   * {@code Atomics}, and {@code SharedArrayBuffer} where the engine is configured to have it. Memory of WebAssembly can be shared as well then, and
   * leads to the constructor: take {@link #WEB_ASSEMBLY} too.
   */
  SHARED_MEMORY,
  /** {@code WeakRef} and {@code FinalizationRegistry}, by which a script can see when the collector runs. */
  WEAK_REFERENCES
}
