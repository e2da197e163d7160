package io.jsc4j.internal.ffi;

import java.util.List;

/** What not every engine exports, by the functions that it takes. */
public enum Feature {
  TYPED_ARRAYS("JSObjectMakeTypedArray", "JSObjectMakeTypedArrayWithArrayBufferAndOffset",
      "JSObjectGetTypedArrayBuffer", "JSObjectGetTypedArrayLength", "JSObjectGetTypedArrayByteLength",
      "JSObjectGetTypedArrayByteOffset",
      "JSObjectGetArrayBufferBytesPtr", "JSObjectGetArrayBufferByteLength"),
  PARSED_SCRIPTS("JSScriptCreateFromString", "JSScriptRelease", "JSScriptEvaluate"),
  /** The last is {@code JSC::VM::drainMicrotasks()}: no function of the C API runs microtasks while JavaScript is on the stack. */
  EXECUTION_TIME_LIMIT("JSContextGroupSetExecutionTimeLimit", "JSContextGroupClearExecutionTimeLimit",
      "_ZN3JSC2VM15drainMicrotasksEv"),
  BACKTRACES("JSContextCreateBacktrace"),
  MEMORY_STATISTICS("JSGetMemoryUsageStatistics"),
  SYNCHRONOUS_COLLECTION("JSSynchronousGarbageCollectForDebugging"),
  /** What the engine does for an inspector, which is not there. */
  INSPECTION("JSRemoteInspectorSetInspectionEnabledByDefault",
      "JSGlobalContextSetIncludesNativeCallStackWhenReportingExceptions"),
  UNHANDLED_REJECTIONS("JSGlobalContextSetUnhandledRejectionCallback"),
  EVAL_CONTROL("JSGlobalContextSetEvalEnabled"),
  PROXY_TARGET("JSObjectGetProxyTarget", "JSObjectGetGlobalContext"),
  BIG_INT("JSBigIntCreateWithString"),
  DEFERRED_PROMISES("JSObjectMakeDeferredPromise"),
  WEAK_REFERENCES("JSWeakCreate", "JSWeakGetObject", "JSWeakRelease"),
  ENGINE_OPTIONS("jsc_options_set_boolean", "jsc_options_set_uint", "jsc_options_set_int", "jsc_options_set_double",
      "jsc_options_set_size"),
  ENGINE_VERSION("jsc_get_major_version", "jsc_get_minor_version", "jsc_get_micro_version"),
  RUN_LOOP("g_main_context_new", "g_main_context_ref", "g_main_context_unref", "g_main_context_push_thread_default",
      "g_main_context_pop_thread_default", "g_main_context_iteration", "JSDisableGCTimer");

  /** Without these a library is refused when it is loaded: all that the soundness of the safe layer rests on. */
  static final List<String> REQUIRED_SYMBOLS = List.of("JSLock", "JSUnlock", "JSContextGroupCreate",
      "JSContextGroupRelease",
      "JSGlobalContextCreateInGroup", "JSGlobalContextRelease", "JSContextGetGlobalObject", "JSValueProtect",
      "JSValueUnprotect",
      "JSValueGetType", "JSValueIsArray", "JSValueIsDate", "JSValueGetTypedArrayType", "JSValueIsStrictEqual",
      "JSValueMakeUndefined",
      "JSValueMakeNull", "JSValueMakeBoolean", "JSValueMakeNumber", "JSValueMakeString", "JSValueMakeSymbol",
      "JSValueToBoolean",
      "JSValueToNumber", "JSValueToStringCopy", "JSStringCreateWithCharacters",
      "JSStringGetLength",
      "JSStringGetCharactersPtr", "JSStringRelease", "JSEvaluateScript", "JSCheckScriptSyntax", "JSGarbageCollect",
      "JSClassCreate",
      "JSObjectMake", "JSObjectMakeFunctionWithCallback", "JSObjectMakeArray", "JSObjectMakeError",
      "JSObjectGetPrivate", "JSObjectIsFunction",
      "JSObjectIsConstructor",
      "JSObjectCallAsFunction", "JSObjectCallAsConstructor", "JSObjectGetProperty", "JSObjectSetProperty",
      "JSObjectGetPropertyAtIndex", "JSObjectSetPropertyAtIndex", "JSObjectGetPropertyForKey",
      "JSObjectSetPropertyForKey",
      "JSObjectHasPropertyForKey", "JSObjectDeletePropertyForKey");

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable.
  private final List<String> symbols;

  Feature(String... symbols) {
    this.symbols = List.of(symbols);
  }

  /** The functions that it takes. */
  public List<String> symbols() {
    return symbols;
  }
}
