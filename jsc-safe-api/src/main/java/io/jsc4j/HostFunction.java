package io.jsc4j;

import io.jsc4j.internal.ffi.HostFrame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * A Java lambda that JavaScript can call; see {@link JsContext#function}.
 *
 * <p>It runs on the owner thread of its runtime. Handles that it gets or makes live until it returns, except what it returns. An exception
 * that it throws reaches JavaScript as an {@code Error}, which a script may catch; if none does, the very same exception object comes out of
 * the outermost call from Java. What the Error says is up to {@link JsRuntimeOptions#errorExposure}; by default it has the message only of a
 * {@link HostException}. An {@link OutOfMemoryError} comes out even if a script caught it.
 *
 * <p>The factories adapt functions over plain Java types. Those over numbers make no object for an argument or a result. Nothing is converted: an
 * argument of another type is a TypeError in JavaScript ("argument 0 of 'f': expected number, got string "1""), one that is missing is
 * undefined, and more than the function takes are ignored.
 *
 * {@snippet file="ObjectsSnippetTest.java" region="typed-function"}
 */
@FunctionalInterface
public interface HostFunction {
  /**
   * Answers a call.
   *
   * @param call this value and arguments, usable until the method returns
   * @return the result: {@link JsValue#undefined()} for none
   */
  JsValue call(JsCall call);

  /** A function from a number to a number. */
  static HostFunction ofDouble(DoubleUnaryOperator operator) {
    Objects.requireNonNull(operator, "operator");
    return new TypedFunction(1, operator) {
      @Override
      void answer(JsContext context, String name, HostFrame frame) {
        frame.returnsNumber(operator.applyAsDouble(number(context, name, frame, 0)));
      }
    };
  }

  /** A function from two numbers to a number. */
  static HostFunction ofDoubles(DoubleBinaryOperator operator) {
    Objects.requireNonNull(operator, "operator");
    return new TypedFunction(2, operator) {
      @Override
      void answer(JsContext context, String name, HostFrame frame) {
        frame.returnsNumber(operator.applyAsDouble(number(context, name, frame, 0), number(context, name, frame, 1)));
      }
    };
  }

  /** A function from any number of numbers to a number. */
  static HostFunction ofAllDoubles(ToDoubleFunction<double[]> function) {
    Objects.requireNonNull(function, "function");
    return new TypedFunction(0, function) {
      @Override
      void answer(JsContext context, String name, HostFrame frame) {
        double[] numbers = new double[frame.argumentCount()];
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = number(context, name, frame, i);
        }
        frame.returnsNumber(function.applyAsDouble(numbers));
      }
    };
  }

  /** A function from an int to an int; a number with a fraction, or beyond 32 bits, is a TypeError. */
  static HostFunction ofInt(IntUnaryOperator operator) {
    Objects.requireNonNull(operator, "operator");
    return new TypedFunction(1, operator) {
      @Override
      void answer(JsContext context, String name, HostFrame frame) {
        frame.returnsNumber(operator.applyAsInt(integer(context, name, frame, 0)));
      }
    };
  }

  /** A function from two ints to an int; a number with a fraction, or beyond 32 bits, is a TypeError. */
  static HostFunction ofInts(IntBinaryOperator operator) {
    Objects.requireNonNull(operator, "operator");
    return new TypedFunction(2, operator) {
      @Override
      void answer(JsContext context, String name, HostFrame frame) {
        frame.returnsNumber(operator.applyAsInt(integer(context, name, frame, 0), integer(context, name, frame, 1)));
      }
    };
  }

  /** A function from a string to a string. */
  static HostFunction ofString(UnaryOperator<String> operator) {
    Objects.requireNonNull(operator, "operator");
    return new TypedFunction(1, operator) {
      @Override
      void answer(JsContext context, String name, HostFrame frame) {
        returnsText(name, frame, operator.apply(text(context, name, frame, 0)));
      }
    };
  }

  /** A function from two strings to a string. */
  static HostFunction ofStrings(BinaryOperator<String> operator) {
    Objects.requireNonNull(operator, "operator");
    return new TypedFunction(2, operator) {
      @Override
      void answer(JsContext context, String name, HostFrame frame) {
        returnsText(name, frame, operator.apply(text(context, name, frame, 0), text(context, name, frame, 1)));
      }
    };
  }

  /** A function from a value to a value. */
  static HostFunction ofValue(UnaryOperator<JsValue> operator) {
    Objects.requireNonNull(operator, "operator");
    return new TypedFunction(1, operator) {
      @Override
      void answer(JsContext context, String name, HostFrame frame) {
        returnsValue(name, frame, operator.apply(value(context, frame, 0)));
      }
    };
  }

  /** A function from two values to a value. */
  static HostFunction ofValues(BinaryOperator<JsValue> operator) {
    Objects.requireNonNull(operator, "operator");
    return new TypedFunction(2, operator) {
      @Override
      void answer(JsContext context, String name, HostFrame frame) {
        returnsValue(name, frame, operator.apply(value(context, frame, 0), value(context, frame, 1)));
      }
    };
  }

  /** A function from any number of values, as an unmodifiable list, to a value. */
  static HostFunction ofAllValues(Function<List<JsValue>, ? extends JsValue> function) {
    Objects.requireNonNull(function, "function");
    return new TypedFunction(0, function) {
      @Override
      void answer(JsContext context, String name, HostFrame frame) {
        List<JsValue> values = new ArrayList<>(frame.argumentCount());
        for (int i = 0; i < frame.argumentCount(); i++) {
          values.add(value(context, frame, i));
        }
        returnsValue(name, frame, function.apply(Collections.unmodifiableList(values)));
      }
    };
  }
}
