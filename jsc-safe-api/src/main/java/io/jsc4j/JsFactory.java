package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.ContextPointer;
import io.jsc4j.internal.ffi.Contexts;
import io.jsc4j.internal.ffi.Feature;
import io.jsc4j.internal.ffi.NativeEngine;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Objects;
import io.jsc4j.internal.ffi.Realm;
import io.jsc4j.internal.ffi.ServiceScript;
import io.jsc4j.internal.ffi.Values;
import io.jsc4j.internal.ffi.WebAssemblyModules;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The part of {@link JsContext} that makes values. */
abstract sealed class JsFactory permits JsConverter {

  abstract ContextPointer pointer();

  abstract <T extends @Nullable Object> T run(Supplier<T> operation);

  abstract JsValue wrap(NativeValue value);

  final void runVoid(Runnable operation) {
    run(() -> {
      operation.run();
      return true;
    });
  }

  final JsValue runValue(Supplier<NativeValue> operation) {
    return run(() -> wrap(operation.get()));
  }

  abstract HostFaces faces();

  final JsContext context() {
    return (JsContext) this;
  }

  /**
   * Makes a function that runs a Java lambda; its {@code length} is 0, or what a factory of {@link HostFunction} says. See {@link HostFunction}.
   */
  public JsFunction function(String name, HostFunction function) {
    return function(name, lengthOf(function), function);
  }

  static int lengthOf(HostFunction function) {
    return function instanceof TypedFunction typed ? typed.arity() : 0;
  }

  /**
   * Makes a function that runs a Java lambda. Java keeps it alive no longer than any other object; JavaScript keeps the lambda alive as long as it
   * can reach the function.
   *
   * @param name its {@code name}
   * @param length its {@code length}: how many arguments it expects
   * @param function what it runs
   * @throws IllegalArgumentException if the length is negative
   */
  public JsFunction function(String name, int length, HostFunction function) {
    java.util.Objects.requireNonNull(name, "name");
    java.util.Objects.requireNonNull(function, "function");
    if (length < 0) {
      throw new IllegalArgumentException("the length of a function can't be negative: " + length);
    }
    return (JsFunction) runValue(() -> Contexts.createHostFunction(pointer(), name, length, HostCalls.of(context(),
        name, function)));
  }

  /**
   * Makes a class, and the classes that it extends, the first time; after that the same one. It becomes visible to scripts by what you do with it.
   *
   * @return its constructor
   */
  public JsFunction define(HostClass<?> hostClass) {
    java.util.Objects.requireNonNull(hostClass, "hostClass");
    return (JsFunction) runValue(() -> faces().constructor(hostClass));
  }

  /**
   * The JavaScript object that stands for a Java object in this context: the one that it has, as an instance of the class or of a class that
   * extends it, or a new one. Its constructor does not run.
   *
   * @throws IllegalArgumentException if the object is no instance of the class's type
   */
  public <T> JsObject toJsObject(HostClass<T> hostClass, T object) {
    java.util.Objects.requireNonNull(hostClass, "hostClass");
    Object target = HostMembers.requireType(hostClass, java.util.Objects.requireNonNull(object, "object"));
    return (JsObject) runValue(() -> faces().face(hostClass, target));
  }

  /**
   * Makes a Java object a global variable. Scripts see the members that are annotated, and nothing else of it: no {@code getClass}, no fields.
   *
   * @param object of a class that carries {@link JsExport}, or that has a superclass that does
   * @return what scripts see, as {@link #toJsObject} gives it
   * @throws IllegalArgumentException if there is no such class, two of its members can't be told apart, or its module does not open its package
   */
  public JsObject export(String name, Object object) {
    java.util.Objects.requireNonNull(name, "name");
    HostClass<?> hostClass = ExportedClasses.of(java.util.Objects.requireNonNull(object, "object").getClass());
    JsObject face = ExportConversion.face(context(), hostClass, object);
    context().global().set(name, face);
    return face;
  }

  /**
   * Makes the constructor of a Java class a global variable, with its static members; scripts can say {@code new} if a constructor is annotated.
   *
   * @param type a class that carries {@link JsExport}
   * @return the constructor
   * @throws IllegalArgumentException as {@link #export(String, Object)}
   */
  public JsFunction export(String name, Class<?> type) {
    java.util.Objects.requireNonNull(name, "name");
    JsFunction constructor = define(ExportedClasses.of(java.util.Objects.requireNonNull(type, "type")));
    context().global().set(name, constructor);
    return constructor;
  }

  /** Makes a function that answers with a promise; its {@code length} is 0. See {@link #asyncFunction(String, int, AsyncHostFunction)}. */
  public JsFunction asyncFunction(String name, AsyncHostFunction function) {
    return asyncFunction(name, 0, function);
  }

  /**
   * Makes a function that runs a Java lambda and answers with a promise. The promise is settled with the outcome of the stage that the lambda
   * returns, as {@link #toPromise} says; what the lambda throws rejects it.
   *
   * @param name its {@code name}
   * @param length its {@code length}: how many arguments it expects
   * @param function what it runs
   * @throws IllegalArgumentException if the length is negative
   * @throws UnsupportedOperationException if the engine lacks {@link JsCapability#DEFERRED_PROMISES}
   */
  public JsFunction asyncFunction(String name, int length, AsyncHostFunction function) {
    java.util.Objects.requireNonNull(function, "function");
    NativeEngine.instance().require(Feature.DEFERRED_PROMISES);
    return function(name, length, new AsyncCalls(name, function));
  }

  /**
   * Makes a promise that Java settles, on the owner thread.
   *
   * @throws UnsupportedOperationException if the engine lacks {@link JsCapability#DEFERRED_PROMISES}
   */
  public JsDeferred newPromise() {
    return context().promises().defer();
  }

  /**
   * Makes a promise of the outcome of a stage, which any thread may complete. The promise is settled on the owner thread: at once if the stage is
   * complete already, otherwise when that thread next calls {@link JsContext#await}, {@link JsContext#drainMicrotasks} or {@link
   * JsRuntime#runPendingTasks}, and never in the middle of JavaScript.
   *
   * <p>A stage that fails, is cancelled or times out rejects it with an {@code Error} that stands for the exception; a {@link JsThrownException}
   * rejects it with what was thrown. So does a value that can't be used by then: null, a handle whose scope has ended, a value of another runtime.
   * A thread that does not own the runtime completes the stage with plain data, or with a handle that it only passes on. Once the context is closed a
   * completion does nothing.
   *
   * @return a handle to the promise, in the innermost scope
   * @throws UnsupportedOperationException if the engine lacks {@link JsCapability#DEFERRED_PROMISES}
   */
  public JsObject toPromise(CompletionStage<? extends JsValue> stage) {
    java.util.Objects.requireNonNull(stage, "stage");
    JsDeferred deferred = newPromise();
    JsStage.settle(deferred, stage);
    return deferred.promise();
  }

  /** Makes an empty object. */
  public JsObject newObject() {
    return (JsObject) runValue(() -> Objects.create(pointer()));
  }

  /** Makes an array. */
  public JsArray newArray(JsValue... elements) {
    NativeValue[] values = JsValues.toNative(java.util.Objects.requireNonNull(elements, "elements"));
    return (JsArray) runValue(() -> Objects.createArray(pointer(), values));
  }

  /** Makes a new symbol. */
  public JsSymbol newSymbol(String description) {
    java.util.Objects.requireNonNull(description, "description");
    return (JsSymbol) runValue(() -> Values.createSymbol(pointer(), description));
  }

  /**
   * Makes a big int.
   *
   * @throws UnsupportedOperationException if the engine lacks {@link JsCapability#BIG_INT}
   */
  public JsBigInt newBigInt(BigInteger value) {
    String digits = java.util.Objects.requireNonNull(value, "value").toString();
    return (JsBigInt) runValue(() -> Values.createBigInt(pointer(), digits));
  }

  /**
   * Makes a big int.
   *
   * @throws UnsupportedOperationException if the engine lacks {@link JsCapability#BIG_INT}
   */
  public JsBigInt newBigInt(long value) {
    return newBigInt(BigInteger.valueOf(value));
  }

  /**
   * Converts a Java object, by the table in {@code docs/types.md}: null, a box, String, an enum, a number, a type of java.time, UUID, URI, an Optional, a
   * collection, a map, an array, a record, or a {@link JsValue}, which stays what it is. Objects and arrays are new ones, which know nothing of the Java
   * object.
   *
   * @throws JsConversionException if it can't be converted; the message names the place
   */
  public JsValue toJs(@Nullable Object value) {
    return runValue(() -> JsConversions.refusals(() -> JsConversions.toNative(context(), value, null)));
  }

  /** Makes an {@code Error}. */
  public JsObject newError(String message) {
    java.util.Objects.requireNonNull(message, "message");
    return (JsObject) runValue(() -> Objects.createError(pointer(), message));
  }

  /** Makes an error of one of the built-in kinds, whatever scripts have put into the globals of that name. */
  public JsError newError(JsError.Kind kind, String message) {
    java.util.Objects.requireNonNull(kind, "kind");
    return new JsError(construct(kind.constructorName(), new NativeValue.Text(java.util.Objects.requireNonNull(message,
        "message"))));
  }

  /**
   * Makes an error with a cause.
   *
   * @param kind which one
   * @param message its {@code message}
   * @param cause its {@code cause}: any value
   */
  public JsError newError(JsError.Kind kind, String message, JsValue cause) {
    java.util.Objects.requireNonNull(cause, "cause");
    JsError error = newError(kind, message);
    JsProperties.defineHidden(error.object(), "cause", cause);
    return error;
  }

  /**
   * Makes an {@code AggregateError}.
   *
   * @param message its {@code message}
   * @param errors its {@code errors}: any values
   */
  public JsError newAggregateError(String message, JsValue... errors) {
    java.util.Objects.requireNonNull(message, "message");
    JsArray list = newArray(errors);
    JsError error = new JsError(construct("AggregateError", new NativeValue.Text(message)));
    JsProperties.defineHidden(error.object(), "errors", list);
    return error;
  }

  /** {@code new Map()}. */
  public JsMap newMap() {
    return new JsMap(construct("Map"));
  }

  /** {@code new Set()}. */
  public JsSet newSet() {
    return new JsSet(construct("Set"));
  }

  /**
   * Makes a date; rounds down to the millisecond.
   *
   * @throws IllegalArgumentException if the instant is more than 100,000,000 days from 1970-01-01
   */
  public JsDate newDate(Instant instant) {
    long time = JsDate.requireInRange(java.util.Objects.requireNonNull(instant, "instant"));
    return (JsDate) construct("Date", new NativeValue.Num(time));
  }

  /**
   * {@code new RegExp(source, flags)}; a pattern or flag that is wrong makes JavaScript throw a SyntaxError.
   *
   * @param source the pattern, without slashes
   * @param flags letters such as {@code "gi"}; empty for none
   */
  public JsRegExp newRegExp(String source, String flags) {
    java.util.Objects.requireNonNull(source, "source");
    java.util.Objects.requireNonNull(flags, "flags");
    return new JsRegExp(construct("RegExp", new NativeValue.Text(source), new NativeValue.Text(flags)));
  }

  /** {@code new Proxy(target, handler)}: the functions of the handler are its traps. */
  public JsObject newProxy(JsObject target, JsObject handler) {
    return construct("Proxy", JsValues.toNative(target, "target"), JsValues.toNative(handler, "handler"));
  }

  private JsObject construct(String constructor, NativeValue... arguments) {
    return (JsObject) runValue(() -> Realm.construct(pointer(), constructor, arguments));
  }

  /** {@code Symbol.for(key)}: the same symbol for a key in all contexts of the runtime. */
  public JsSymbol symbolFor(String key) {
    java.util.Objects.requireNonNull(key, "key");
    return (JsSymbol) JsService.call(context(), ServiceScript.BUILTINS, "symbolFor", new NativeValue.Text(key));
  }

  /** One of the symbols by which the language itself asks objects, such as {@code Symbol.iterator}. */
  public JsSymbol wellKnownSymbol(JsSymbol.WellKnown symbol) {
    java.util.Objects.requireNonNull(symbol, "symbol");
    return (JsSymbol) JsService.call(context(), ServiceScript.BUILTINS, "wellKnown", new NativeValue.Text(symbol
        .propertyName()));
  }

  /**
   * {@code JSON.parse(json)}: a text that is no JSON makes JavaScript throw a SyntaxError, which comes out as a {@link JsThrownException}. Scripts
   * that overwrite {@code JSON} change nothing.
   */
  public JsValue parseJson(String json) {
    java.util.Objects.requireNonNull(json, "json");
    return runValue(() -> Realm.parseJson(pointer(), json));
  }

  /**
   * {@code new ArrayBuffer(byteLength)}, filled with zeros.
   *
   * @throws IllegalArgumentException if the length is negative
   * @throws JsThrownException a RangeError, if there is not so much memory
   * @throws UnsupportedOperationException if the engine lacks {@link JsCapability#TYPED_ARRAYS}
   */
  public JsArrayBuffer newArrayBuffer(long byteLength) {
    return JsElements.createBuffer(this, byteLength);
  }

  /** Makes an {@code ArrayBuffer} with a copy of an array; otherwise as {@link #newArrayBuffer(long)}. */
  public JsArrayBuffer newArrayBuffer(byte[] content) {
    return newArrayBuffer(MemorySegment.ofArray(java.util.Objects.requireNonNull(content, "content")));
  }

  /**
   * Makes an {@code ArrayBuffer} with a copy of memory; otherwise as {@link #newArrayBuffer(long)}.
   *
   * @throws IllegalStateException if the scope of the memory is closed
   * @throws WrongThreadException if the calling thread may not access it
   */
  public JsArrayBuffer newArrayBuffer(MemorySegment content) {
    return JsElements.createBuffer(this, java.util.Objects.requireNonNull(content, "content"));
  }

  /**
   * {@code new Float64Array(length)} and the like, filled with zeros.
   *
   * @throws IllegalArgumentException if the length is negative
   * @throws JsThrownException a RangeError, if there is not so much memory
   * @throws UnsupportedOperationException if the engine lacks {@link JsCapability#TYPED_ARRAYS}
   */
  public JsTypedArray newTypedArray(JsElementType type, long length) {
    return JsElements.create(this, java.util.Objects.requireNonNull(type, "type"), length);
  }

  /**
   * {@code new Float64Array(buffer, byteOffset, length)} and the like, which looks at the bytes of a buffer.
   *
   * @param byteOffset where it starts
   * @param length how many elements it has
   * @throws IndexOutOfBoundsException if the buffer is too short
   * @throws IllegalArgumentException if the length is negative, or the offset no multiple of the size of an element
   * @throws JsThrownException a TypeError, if the buffer is detached
   */
  public JsTypedArray newTypedArray(JsElementType type, JsArrayBuffer buffer, long byteOffset, long length) {
    return JsElements.create(this, java.util.Objects.requireNonNull(type, "type"), java.util.Objects.requireNonNull(
        buffer, "buffer"), byteOffset, length);
  }

  /** Makes a {@code Float64Array} with a copy of an array; otherwise as {@link #newTypedArray(JsElementType, long)}. */
  public JsTypedArray newTypedArray(double[] content) {
    return newTypedArray(JsElementType.FLOAT64, MemorySegment.ofArray(java.util.Objects.requireNonNull(content,
        "content")));
  }

  /** Makes a {@code Float32Array} with a copy of an array; otherwise as {@link #newTypedArray(JsElementType, long)}. */
  public JsTypedArray newTypedArray(float[] content) {
    return newTypedArray(JsElementType.FLOAT32, MemorySegment.ofArray(java.util.Objects.requireNonNull(content,
        "content")));
  }

  /** Makes a {@code BigInt64Array} with a copy of an array; otherwise as {@link #newTypedArray(JsElementType, long)}. */
  public JsTypedArray newTypedArray(long[] content) {
    return newTypedArray(JsElementType.BIG_INT64, MemorySegment.ofArray(java.util.Objects.requireNonNull(content,
        "content")));
  }

  /** Makes an {@code Int32Array} with a copy of an array; otherwise as {@link #newTypedArray(JsElementType, long)}. */
  public JsTypedArray newTypedArray(int[] content) {
    return newTypedArray(JsElementType.INT32, MemorySegment.ofArray(java.util.Objects.requireNonNull(content,
        "content")));
  }

  /** Makes an {@code Int16Array} with a copy of an array; otherwise as {@link #newTypedArray(JsElementType, long)}. */
  public JsTypedArray newTypedArray(short[] content) {
    return newTypedArray(JsElementType.INT16, MemorySegment.ofArray(java.util.Objects.requireNonNull(content,
        "content")));
  }

  /** Makes a {@code Uint8Array}, JavaScript's array of bytes, with a copy of an array; otherwise as {@link #newTypedArray(JsElementType, long)}. */
  public JsTypedArray newTypedArray(byte[] content) {
    return newTypedArray(JsElementType.UINT8, MemorySegment.ofArray(java.util.Objects.requireNonNull(content,
        "content")));
  }

  /**
   * Makes a typed array with a copy of memory; otherwise as {@link #newTypedArray(JsElementType, long)}.
   *
   * @throws IllegalArgumentException if the size of the memory is no multiple of the size of an element
   * @throws IllegalStateException if the scope of the memory is closed
   * @throws WrongThreadException if the calling thread may not access it
   */
  public JsTypedArray newTypedArray(JsElementType type, MemorySegment content) {
    return JsElements.create(this, java.util.Objects.requireNonNull(type, "type"), java.util.Objects.requireNonNull(
        content, "content"));
  }

  /**
   * {@code new WebAssembly.Module(bytes)}, whatever scripts did to {@code WebAssembly}.
   *
   * @param module a module in WebAssembly's binary format
   * @return a {@code WebAssembly.Module}, for {@link #instantiateWebAssembly} or for scripts
   * @throws JsThrownException a CompileError, if it is no valid module
   */
  public JsObject compileWebAssembly(byte[] module) {
    java.util.Objects.requireNonNull(module, "module");
    return (JsObject) runValue(() -> WebAssemblyModules.compile(pointer(), module));
  }

  /**
   * {@code new WebAssembly.Instance(module).exports}; see {@link #instantiateWebAssembly(JsObject, JsObject)}.
   *
   * @throws JsThrownException a TypeError, if the module needs imports
   */
  public JsObject instantiateWebAssembly(JsObject module) {
    NativeValue.Nullish none = NativeValue.Nullish.UNDEFINED;
    CellPointer compiled = java.util.Objects.requireNonNull(module, "module").cell();
    return (JsObject) runValue(() -> WebAssemblyModules.instantiate(pointer(), compiled, none));
  }

  /**
   * {@code new WebAssembly.Instance(module, imports).exports}, whatever scripts did to {@code WebAssembly}. Memory among the exports is read and
   * written by copying: {@code exports.get("memory").asObject().get("buffer")} is a {@link JsArrayBuffer}. It is another one after the memory has
   * grown.
   *
   * @param module a {@code WebAssembly.Module}
   * @param imports an object of objects
   * @return what the instance exports: functions, memories, tables, globals
   * @throws JsThrownException a LinkError or TypeError, if the imports do not fit or it is no module; what the start function throws
   */
  public JsObject instantiateWebAssembly(JsObject module, JsObject imports) {
    CellPointer compiled = java.util.Objects.requireNonNull(module, "module").cell();
    CellPointer given = java.util.Objects.requireNonNull(imports, "imports").cell();
    return (JsObject) runValue(() -> WebAssemblyModules.instantiate(pointer(), compiled, given));
  }
}
