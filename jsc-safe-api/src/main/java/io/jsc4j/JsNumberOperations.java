package io.jsc4j;

import io.jsc4j.internal.events.Events;
import io.jsc4j.internal.events.Span;
import io.jsc4j.internal.ffi.Functions;
import io.jsc4j.internal.ffi.Objects;
import io.jsc4j.internal.ffi.OtherResult;

/**
 * The operations of a context that take and give numbers only: without an object for any of them, nor for the operation itself (rows {@code call JS from
 * Java} and {@code get a number property} of the benchmarks).
 */
final class JsNumberOperations {
  private final JsContext context;
  private final JsOperations operations;

  JsNumberOperations(JsContext context, JsOperations operations) {
    this.context = context;
    this.operations = operations;
  }

  /** Calls a function with up to three numbers, as many as counted. */
  double call(JsFunction function, int count, double first, double second, double third) {
    Span span = Events.call(context.name(), count);
    try {
      int outer = operations.begin();
      double result;
      try {
        result = Functions.callForNumber(context.pointer(), function.cell(), count, first, second, third);
      } catch (Throwable t) {
        try {
          throw failed(t, outer);
        } finally {
          context.runtime.operations = outer;
        }
      }
      operations.ended(null, outer);
      return result;
    } finally {
      Events.finish(span);
    }
  }

  /** Calls a function with any number of numbers. */
  double call(JsFunction function, double[] arguments) {
    Span span = Events.call(context.name(), arguments.length);
    try {
      int outer = operations.begin();
      double result;
      try {
        result = Functions.callForNumber(context.pointer(), function.cell(), arguments);
      } catch (Throwable t) {
        try {
          throw failed(t, outer);
        } finally {
          context.runtime.operations = outer;
        }
      }
      operations.ended(null, outer);
      return result;
    } finally {
      Events.finish(span);
    }
  }

  /** {@code object[name]}. */
  double get(JsHandle object, String name) {
    int outer = operations.begin();
    double result;
    try {
      result = Objects.getNumber(context.pointer(), object.cell(), name);
    } catch (Throwable t) {
      try {
        throw failed(t, outer);
      } finally {
        context.runtime.operations = outer;
      }
    }
    operations.ended(null, outer);
    return result;
  }

  /** {@code object[name] = number}. */
  void set(JsHandle object, String name, double number) {
    int outer = operations.begin();
    try {
      Objects.setNumber(context.pointer(), object.cell(), name, number);
    } catch (Throwable t) {
      try {
        throw failed(t, outer);
      } finally {
        context.runtime.operations = outer;
      }
    }
    operations.ended(null, outer);
  }

  /** What an operation has thrown: throws what users see of that. One with a result of another type has ended well, but for the caller. */
  private RuntimeException failed(Throwable thrown, int outer) {
    if (!(thrown instanceof OtherResult other)) {
      return operations.failed(thrown, outer);
    }
    JsValue value;
    try {
      value = context.wrap(other.value());
    } catch (Throwable t) {
      return operations.failed(t, outer);
    }
    operations.ended(null, outer);
    return JsValues.expected("number", value);
  }
}
