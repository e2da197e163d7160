package io.jsc4j.bindings;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The functions of {@link JavaScriptCore} that every start calls, under the same names and with the same Java types, all through one method handle.
 *
 * <p>A linker makes some ten classes for each signature that it meets, and no cache of the JVM's holds them. jextract links each function with the
 * signature of its header; those below have eighteen between them, and linking them took a fifth of the CPU time of a start. Here each is called as
 * {@code int64_t function(void *, int64_t, int64_t, int64_t, int64_t, int64_t)}.
 *
 * <p>Why that is the same call where the engine is supported (System V on x86-64, AAPCS64 on ARM, Apple's included): no function here is variadic, all
 * parameters are pointers or integers of 32 or 64 bits, and the first six of those travel in registers of 64 bits each that are the callee's to overwrite.
 * <ul>
 * <li>An {@code int} is the lower half of its register; the callee may not rely on the upper one.
 * <li>Arguments that a function does not have are in registers that it does not read.
 * <li>A result of 32 bits is the lower half of the result's register, a {@code bool} its lowest byte; the rest is undefined, and is cut off here. What is in
 * that register after a function without a result is ignored.
 * </ul>
 *
 * <p>Nothing is checked here either, with one difference to jextract's methods: the JVM keeps the arena of the first argument open for the time of the call,
 * and refuses one that is closed or another thread's, but of the others it sees only the address. The caller keeps the memory behind those (the exception
 * slot, an array of arguments): it is an entry's, in confined arenas that only the end of that entry, or of its runtime, closes. Neither comes while
 * a call is under way.
 */
public final class UniformCalls {
  private static final MethodHandle CALL = Linker.nativeLinker()
      .downcallHandle(FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));

  private static final MemorySegment JSClassCreate = address("JSClassCreate");
  private static final MemorySegment JSContextGetGlobalObject = address("JSContextGetGlobalObject");
  private static final MemorySegment JSContextGroupCreate = address("JSContextGroupCreate");
  private static final MemorySegment JSContextGroupRelease = address("JSContextGroupRelease");
  private static final MemorySegment JSDisableGCTimer = address("JSDisableGCTimer");
  private static final MemorySegment JSEvaluateScript = address("JSEvaluateScript");
  private static final MemorySegment JSGlobalContextCreateInGroup = address("JSGlobalContextCreateInGroup");
  private static final MemorySegment JSGlobalContextRelease = address("JSGlobalContextRelease");
  private static final MemorySegment JSGlobalContextSetIncludesNativeCallStackWhenReportingExceptions =
      address("JSGlobalContextSetIncludesNativeCallStackWhenReportingExceptions");
  private static final MemorySegment JSGlobalContextSetUnhandledRejectionCallback =
      address("JSGlobalContextSetUnhandledRejectionCallback");
  private static final MemorySegment JSLock = address("JSLock");
  private static final MemorySegment JSObjectCallAsFunction = address("JSObjectCallAsFunction");
  private static final MemorySegment JSObjectGetPrivate = address("JSObjectGetPrivate");
  private static final MemorySegment JSObjectGetProperty = address("JSObjectGetProperty");
  private static final MemorySegment JSObjectGetPropertyForKey = address("JSObjectGetPropertyForKey");
  private static final MemorySegment JSObjectIsFunction = address("JSObjectIsFunction");
  private static final MemorySegment JSObjectMake = address("JSObjectMake");
  private static final MemorySegment JSObjectMakeArray = address("JSObjectMakeArray");
  private static final MemorySegment JSObjectMakeError = address("JSObjectMakeError");
  private static final MemorySegment JSObjectMakeFunctionWithCallback = address("JSObjectMakeFunctionWithCallback");
  private static final MemorySegment JSObjectSetProperty = address("JSObjectSetProperty");
  private static final MemorySegment JSObjectSetPropertyForKey = address("JSObjectSetPropertyForKey");
  private static final MemorySegment JSRemoteInspectorSetInspectionEnabledByDefault =
      address("JSRemoteInspectorSetInspectionEnabledByDefault");
  private static final MemorySegment JSStringGetCharactersPtr = address("JSStringGetCharactersPtr");
  private static final MemorySegment JSStringGetLength = address("JSStringGetLength");
  private static final MemorySegment JSStringRelease = address("JSStringRelease");
  private static final MemorySegment JSUnlock = address("JSUnlock");
  private static final MemorySegment JSValueGetType = address("JSValueGetType");
  private static final MemorySegment JSValueGetTypedArrayType = address("JSValueGetTypedArrayType");
  private static final MemorySegment JSValueIsArray = address("JSValueIsArray");
  private static final MemorySegment JSValueIsDate = address("JSValueIsDate");
  private static final MemorySegment JSValueMakeString = address("JSValueMakeString");
  private static final MemorySegment JSValueProtect = address("JSValueProtect");
  private static final MemorySegment JSValueToStringCopy = address("JSValueToStringCopy");
  private static final MemorySegment JSValueUnprotect = address("JSValueUnprotect");
  private static final MemorySegment g_main_context_new = address("g_main_context_new");
  private static final MemorySegment g_main_context_pop_thread_default = address("g_main_context_pop_thread_default");
  private static final MemorySegment g_main_context_push_thread_default = address("g_main_context_push_thread_default");
  private static final MemorySegment g_main_context_unref = address("g_main_context_unref");
  private static final MemorySegment jsc_options_set_boolean = address("jsc_options_set_boolean");
  private static final MemorySegment jsc_options_set_uint = address("jsc_options_set_uint");

  private UniformCalls() {}

  /** NULL for one that the engine lacks, which the linker refuses to call. */
  private static MemorySegment address(String function) {
    return BindingsLookup.symbolLookup().find(function).orElse(MemorySegment.NULL);
  }

  /** For who links it in another way: jextract's method of this name links it in jextract's before it answers. */
  public static MemorySegment JSStringCreateWithCharacters$address() {
    return address("JSStringCreateWithCharacters");
  }

  private static long call(MemorySegment function, MemorySegment first, long second, long third, long fourth, long
      fifth, long sixth) {
    try {
      return (long) CALL.invokeExact(function, first, second, third, fourth, fifth, sixth);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable t) {
      throw new AssertionError("a downcall throws nothing checked", t);
    }
  }

  // --- the functions

  public static MemorySegment JSClassCreate(MemorySegment definition) {
    return MemorySegment.ofAddress(call(JSClassCreate, definition, 0, 0, 0, 0, 0));
  }

  public static MemorySegment JSContextGetGlobalObject(MemorySegment ctx) {
    return MemorySegment.ofAddress(call(JSContextGetGlobalObject, ctx, 0, 0, 0, 0, 0));
  }

  public static MemorySegment JSContextGroupCreate() {
    return MemorySegment.ofAddress(call(JSContextGroupCreate, MemorySegment.NULL, 0, 0, 0, 0, 0));
  }

  public static void JSContextGroupRelease(MemorySegment group) {
    call(JSContextGroupRelease, group, 0, 0, 0, 0, 0);
  }

  public static void JSDisableGCTimer() {
    call(JSDisableGCTimer, MemorySegment.NULL, 0, 0, 0, 0, 0);
  }

  public static MemorySegment JSEvaluateScript(MemorySegment ctx, MemorySegment script, MemorySegment thisObject,
      MemorySegment sourceURL, int startingLineNumber, MemorySegment exception) {
    return MemorySegment.ofAddress(call(JSEvaluateScript, ctx, script.address(), thisObject.address(),
        sourceURL.address(), startingLineNumber, exception.address()));
  }

  public static MemorySegment JSGlobalContextCreateInGroup(MemorySegment group, MemorySegment globalObjectClass) {
    return MemorySegment.ofAddress(call(JSGlobalContextCreateInGroup, group, globalObjectClass.address(), 0, 0, 0, 0));
  }

  public static void JSGlobalContextRelease(MemorySegment ctx) {
    call(JSGlobalContextRelease, ctx, 0, 0, 0, 0, 0);
  }

  public static void JSGlobalContextSetIncludesNativeCallStackWhenReportingExceptions(MemorySegment ctx,
      boolean includesNativeCallStack) {
    call(JSGlobalContextSetIncludesNativeCallStackWhenReportingExceptions, ctx, includesNativeCallStack ? 1 : 0, 0, 0,
        0, 0);
  }

  public static void JSGlobalContextSetUnhandledRejectionCallback(MemorySegment ctx, MemorySegment function,
      MemorySegment exception) {
    call(JSGlobalContextSetUnhandledRejectionCallback, ctx, function.address(), exception.address(), 0, 0, 0);
  }

  public static void JSLock(MemorySegment ctx) {
    call(JSLock, ctx, 0, 0, 0, 0, 0);
  }

  public static MemorySegment JSObjectCallAsFunction(MemorySegment ctx, MemorySegment object, MemorySegment
      thisObject, long argumentCount, MemorySegment arguments, MemorySegment exception) {
    return MemorySegment.ofAddress(call(JSObjectCallAsFunction, ctx, object.address(), thisObject.address(),
        argumentCount, arguments.address(), exception.address()));
  }

  public static MemorySegment JSObjectGetPrivate(MemorySegment object) {
    return MemorySegment.ofAddress(call(JSObjectGetPrivate, object, 0, 0, 0, 0, 0));
  }

  public static MemorySegment JSObjectGetProperty(MemorySegment ctx, MemorySegment object, MemorySegment propertyName,
      MemorySegment exception) {
    return MemorySegment.ofAddress(call(JSObjectGetProperty, ctx, object.address(), propertyName.address(),
        exception.address(), 0, 0));
  }

  public static MemorySegment JSObjectGetPropertyForKey(MemorySegment ctx, MemorySegment object, MemorySegment
      propertyKey, MemorySegment exception) {
    return MemorySegment.ofAddress(call(JSObjectGetPropertyForKey, ctx, object.address(), propertyKey.address(),
        exception.address(), 0, 0));
  }

  public static boolean JSObjectIsFunction(MemorySegment ctx, MemorySegment object) {
    return (byte) call(JSObjectIsFunction, ctx, object.address(), 0, 0, 0, 0) != 0;
  }

  public static MemorySegment JSObjectMake(MemorySegment ctx, MemorySegment jsClass, MemorySegment data) {
    return MemorySegment.ofAddress(call(JSObjectMake, ctx, jsClass.address(), data.address(), 0, 0, 0));
  }

  public static MemorySegment JSObjectMakeArray(MemorySegment ctx, long argumentCount, MemorySegment arguments,
      MemorySegment exception) {
    return MemorySegment.ofAddress(call(JSObjectMakeArray, ctx, argumentCount, arguments.address(),
        exception.address(), 0, 0));
  }

  public static MemorySegment JSObjectMakeError(MemorySegment ctx, long argumentCount, MemorySegment arguments,
      MemorySegment exception) {
    return MemorySegment.ofAddress(call(JSObjectMakeError, ctx, argumentCount, arguments.address(),
        exception.address(), 0, 0));
  }

  public static MemorySegment JSObjectMakeFunctionWithCallback(MemorySegment ctx, MemorySegment name,
      MemorySegment callAsFunction) {
    return MemorySegment.ofAddress(call(JSObjectMakeFunctionWithCallback, ctx, name.address(),
        callAsFunction.address(), 0, 0, 0));
  }

  public static void JSObjectSetProperty(MemorySegment ctx, MemorySegment object, MemorySegment propertyName,
      MemorySegment value, int attributes, MemorySegment exception) {
    call(JSObjectSetProperty, ctx, object.address(), propertyName.address(), value.address(), attributes,
        exception.address());
  }

  public static void JSObjectSetPropertyForKey(MemorySegment ctx, MemorySegment object, MemorySegment propertyKey,
      MemorySegment value, int attributes, MemorySegment exception) {
    call(JSObjectSetPropertyForKey, ctx, object.address(), propertyKey.address(), value.address(), attributes,
        exception.address());
  }

  public static void JSRemoteInspectorSetInspectionEnabledByDefault(boolean enabledByDefault) {
    // No pointer: the first register is only a register.
    call(JSRemoteInspectorSetInspectionEnabledByDefault, MemorySegment.ofAddress(enabledByDefault ? 1 : 0), 0, 0, 0, 0,
        0);
  }

  public static MemorySegment JSStringGetCharactersPtr(MemorySegment string) {
    return MemorySegment.ofAddress(call(JSStringGetCharactersPtr, string, 0, 0, 0, 0, 0));
  }

  public static long JSStringGetLength(MemorySegment string) {
    return call(JSStringGetLength, string, 0, 0, 0, 0, 0);
  }

  public static void JSStringRelease(MemorySegment string) {
    call(JSStringRelease, string, 0, 0, 0, 0, 0);
  }

  public static void JSUnlock(MemorySegment ctx) {
    call(JSUnlock, ctx, 0, 0, 0, 0, 0);
  }

  public static int JSValueGetType(MemorySegment ctx, MemorySegment value) {
    return (int) call(JSValueGetType, ctx, value.address(), 0, 0, 0, 0);
  }

  public static int JSValueGetTypedArrayType(MemorySegment ctx, MemorySegment value, MemorySegment exception) {
    return (int) call(JSValueGetTypedArrayType, ctx, value.address(), exception.address(), 0, 0, 0);
  }

  public static boolean JSValueIsArray(MemorySegment ctx, MemorySegment value) {
    return (byte) call(JSValueIsArray, ctx, value.address(), 0, 0, 0, 0) != 0;
  }

  public static boolean JSValueIsDate(MemorySegment ctx, MemorySegment value) {
    return (byte) call(JSValueIsDate, ctx, value.address(), 0, 0, 0, 0) != 0;
  }

  public static MemorySegment JSValueMakeString(MemorySegment ctx, MemorySegment string) {
    return MemorySegment.ofAddress(call(JSValueMakeString, ctx, string.address(), 0, 0, 0, 0));
  }

  public static void JSValueProtect(MemorySegment ctx, MemorySegment value) {
    call(JSValueProtect, ctx, value.address(), 0, 0, 0, 0);
  }

  public static MemorySegment JSValueToStringCopy(MemorySegment ctx, MemorySegment value, MemorySegment exception) {
    return MemorySegment.ofAddress(call(JSValueToStringCopy, ctx, value.address(), exception.address(), 0, 0, 0));
  }

  public static void JSValueUnprotect(MemorySegment ctx, MemorySegment value) {
    call(JSValueUnprotect, ctx, value.address(), 0, 0, 0, 0);
  }

  public static MemorySegment g_main_context_new() {
    return MemorySegment.ofAddress(call(g_main_context_new, MemorySegment.NULL, 0, 0, 0, 0, 0));
  }

  public static void g_main_context_pop_thread_default(MemorySegment context) {
    call(g_main_context_pop_thread_default, context, 0, 0, 0, 0, 0);
  }

  public static void g_main_context_push_thread_default(MemorySegment context) {
    call(g_main_context_push_thread_default, context, 0, 0, 0, 0, 0);
  }

  public static void g_main_context_unref(MemorySegment context) {
    call(g_main_context_unref, context, 0, 0, 0, 0, 0);
  }

  public static int jsc_options_set_boolean(MemorySegment option, int value) {
    return (int) call(jsc_options_set_boolean, option, value, 0, 0, 0, 0);
  }

  public static int jsc_options_set_uint(MemorySegment option, int value) {
    return (int) call(jsc_options_set_uint, option, value, 0, 0, 0, 0);
  }
}
