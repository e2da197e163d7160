package io.jsc4j;

/** What not every JavaScriptCore offers; see {@link JsEngine#capabilities()}. The bundled engine offers all. */
public enum JsCapability {
  /** {@link JsArrayBuffer}, {@link JsTypedArray} and {@link JsDataView}. */
  TYPED_ARRAYS,
  /** {@link JsRuntime#compile} keeps the parsed form; without it a script is parsed each time that it is evaluated. */
  PARSED_SCRIPTS,
  /** {@link JsLimits}. */
  EXECUTION_TIME_LIMIT,
  /** {@link JsLimits#withHeap} and {@link JsRuntime#heapStatistics}. */
  MEMORY_STATISTICS,
  /** {@link JsRuntime#collectGarbage} collects at once; without it, it is a hint. */
  SYNCHRONOUS_COLLECTION,
  /** {@link JsContext#onUnhandledRejection}. */
  UNHANDLED_REJECTIONS,
  /** {@link JsContext#disableEval}. */
  EVAL_CONTROL,
  /** {@link JsObject#proxyTarget}. */
  PROXY_TARGET,
  /** {@link JsContext#newBigInt}. */
  BIG_INT,
  /** {@link JsContext#newPromise}, and what makes promises out of Java's futures. */
  DEFERRED_PROMISES,
  /** {@link JsObject#weak}. */
  WEAK_REFERENCES,
  /** {@link JsEngine#configure}, and the engine leaves HotSpot's signals alone; without it, faults are chained. */
  ENGINE_OPTIONS,
  /** {@link JsEngine#version}. */
  ENGINE_VERSION,
  /** WebAssembly's asynchronous functions and FinalizationRegistry do their work while {@link JsContext#await} waits. */
  RUN_LOOP
}
