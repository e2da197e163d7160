package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.Values;
import java.math.BigInteger;

/** A handle to a big int; made by {@link JsContext#newBigInt}. */
public final class JsBigInt extends JsHandle {

  JsBigInt(JsContext context, CellPointer cell) {
    super(context, cell);
  }

  /**
   * Its value.
   *
   * @throws IllegalStateException if the handle can no longer be used
   * @throws WrongThreadException if the calling thread does not own the runtime
   */
  public BigInteger toBigInteger() {
    return context().run(() -> new BigInteger(Values.toJsString(context().pointer(), cell())));
  }

  /**
   * Its value, if 64 bits hold it.
   *
   * @throws ArithmeticException if it does not fit
   * @throws IllegalStateException if the handle can no longer be used
   * @throws WrongThreadException if the calling thread does not own the runtime
   */
  public long toLong() {
    BigInteger value = toBigInteger();
    if (value.bitLength() >= Long.SIZE) {
      throw new ArithmeticException("expected a big int of 64 bits, got one of " + (value.bitLength() + 1));
    }
    return value.longValue();
  }

  @Override
  public JsBigInt asBigInt() {
    return this;
  }

  @Override
  public BigInteger asBigInteger() {
    return toBigInteger();
  }

  /** Whether both are the same number; two handles may well stand for one value. */
  @Override
  public boolean isSame(JsValue other) {
    java.util.Objects.requireNonNull(other, "other");
    return other instanceof JsBigInt bigInt
        && (cell().isSameCell(bigInt.cell())
            || (cell().runtime() == bigInt.cell().runtime()
                && context().run(() -> Values.isStrictEqual(context().pointer(), cell(), bigInt.cell()))));
  }

  /**
   * Makes a handle to the same big int that outlives the scope of this one.
   *
   * @throws IllegalStateException if the handle can no longer be used
   * @throws WrongThreadException if the calling thread does not own the runtime
   */
  public JsRef<JsBigInt> retain() {
    return context().retain(this, cell -> new JsBigInt(context(), cell));
  }

  @Override
  public String typeOf() {
    return "bigint";
  }
}
