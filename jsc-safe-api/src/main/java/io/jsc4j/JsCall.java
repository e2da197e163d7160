package io.jsc4j;

import io.jsc4j.internal.ffi.HostFrame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a {@link HostFunction}: confined to the owner thread and to the call. Handles that it gives end when the call returns; keep one
 * with {@code retain()}.
 *
 * <p>After the call has returned, every method but {@link #context()}, {@link #functionName()} and {@link #count()} throws {@link
 * IllegalStateException}.
 */
public final class JsCall {
  private final JsContext context;
  private final String functionName;
  /** Only while the call runs: afterwards it is another call's. */
  private final HostFrame frame;
  private final int count;
  /** Not null in a member of a host class, whose {@code this} is not what the script passed. */
  private final @Nullable HostFace self;
  private boolean ended;

  JsCall(JsContext context, String functionName, HostFrame frame, @Nullable HostFace self) {
    this.context = context;
    this.functionName = functionName;
    this.frame = frame;
    this.count = frame.argumentCount();
    this.self = self;
  }

  /** The context that made the function. */
  public JsContext context() {
    return context;
  }

  /** The name that the function was made with. */
  public String functionName() {
    return functionName;
  }

  /** How many arguments there are. */
  public int count() {
    return count;
  }

  /** What {@code this} is, as a sloppy function sees it: always an object, the global object if there is no other. */
  public JsValue thisValue() {
    requireRunning();
    HostFace face = self;
    return face == null
        ? context.wrap(frame.thisValue())
        : context.runValue(() -> context.faces().faceOf(face));
  }

  /**
   * An argument, from 0: undefined beyond the last.
   *
   * @throws IndexOutOfBoundsException if the index is negative
   */
  public JsValue arg(int index) {
    requireRunning();
    if (index < 0) {
      throw new IndexOutOfBoundsException("argument " + index);
    }
    // A number without an object in between, because it comes most often.
    return frame.isNumber(index) ? JsNumber.of(frame.number(index)) : index < count
        ? context.wrap(frame.argument(index)) : JsValue.undefined();
  }

  /**
   * An argument, converted to Java: undefined beyond the last. See {@link JsContext#toJava(JsValue, Class)}; paths begin with {@code arguments[0]}.
   *
   * @throws JsConversionException if it can't be converted
   * @throws IndexOutOfBoundsException if the index is negative
   */
  public <T> @Nullable T arg(int index, Class<T> type) {
    return JsConversions.toJava(context, arg(index), type, "arguments[".concat(Integer.toString(index)).concat("]"));
  }

  /**
   * An argument, converted to a Java type with type arguments; otherwise as {@link #arg(int, Class)}.
   *
   * @throws JsConversionException if it can't be converted
   * @throws IndexOutOfBoundsException if the index is negative
   */
  public <T> @Nullable T arg(int index, JsType<T> type) {
    return JsConversions.toJava(context, arg(index), type, "arguments[".concat(Integer.toString(index)).concat("]"));
  }

  /** All arguments. */
  public List<JsValue> args() {
    requireRunning();
    List<JsValue> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(arg(i));
    }
    return Collections.unmodifiableList(values);
  }

  /** Runs another function for the same call, and gives what it returns. */
  JsValue answerWith(TypedFunction function) {
    requireRunning();
    function.answer(context, functionName, frame);
    return context.wrap(frame.returned());
  }

  void end() {
    ended = true;
  }

  private void requireRunning() {
    context.requireUsable();
    if (ended) {
      throw new IllegalStateException("the call of host function '" + functionName
          + "' has returned: read its arguments before that");
    }
  }
}
