package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.ContextPointer;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Realm;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Converts values. One instance serves the process; what it finds out about a class it keeps with that class, which can so be unloaded.
 */
public final class Converter {
  private final PublicTypes types;
  private final Class<?> tokenType;
  private final Writers writers;
  private final ClassValue<Target> targets = new ClassValue<>() {
    @Override
    protected Target computeValue(Class<?> type) {
      return new Target(TypeRef.of(type), new Readers(types));
    }
  };
  private final ClassValue<Target> tokens = new ClassValue<>() {
    @Override
    protected Target computeValue(Class<?> token) {
      return new Target(TypeRef.of(tokenArgument(token), java.util.Map.of()), new Readers(types));
    }
  };

  /**
   * Makes a converter.
   *
   * @param types what the public package knows
   * @param tokenType the interface whose type argument a type token stands for
   */
  public Converter(PublicTypes types, Class<?> tokenType) {
    this.types = types;
    this.tokenType = tokenType;
    this.writers = new Writers(types);
  }

  /** A type that values can be converted to. */
  public static final class Target {
    private final TypeRef type;
    private final Readers readers;
    private volatile @Nullable InterfaceShape shape;

    Target(TypeRef type, Readers readers) {
      this.type = type;
      this.readers = readers;
    }

    /**
     * The type as an interface that JavaScript may implement.
     *
     * @throws IllegalArgumentException if it is none
     */
    public InterfaceShape asInterface() {
      InterfaceShape present = shape;
      if (present == null) {
        present = new InterfaceShape(this);
        shape = present;
      }
      return present;
    }

    /** What a CompletableFuture or CompletionStage yields; null if the type is none. */
    public @Nullable Target ofFuture() {
      return raw() == CompletableFuture.class || raw() == CompletionStage.class
          ? new Target(type.argument(0), readers)
          : null;
    }

    /** The class of the type. */
    public Class<?> raw() {
      return type.raw();
    }

    TypeRef type() {
      return type;
    }

    Readers readers() {
      return readers;
    }
  }

  /** A class as a target. */
  public Target target(Class<?> type) {
    return targets.get(type);
  }

  /**
   * The type that a type token stands for.
   *
   * @param token the token's class
   * @throws IllegalArgumentException if it does not say one, or not in full
   */
  public Target tokenTarget(Class<?> token) {
    return tokens.get(token);
  }

  private Type tokenArgument(Class<?> token) {
    for (Type face : token.getGenericInterfaces()) {
      if (face instanceof ParameterizedType generic && generic.getRawType() == tokenType) {
        Type argument = generic.getActualTypeArguments()[0];
        if (!TypeRef.isConcrete(argument)) {
          throw new IllegalArgumentException("the type of a " + tokenType.getSimpleName()
              + " must not contain type variables: " + argument.getTypeName());
        }
        return argument;
      }
    }
    throw new IllegalArgumentException(token.getName() + " does not say a type; write new " + tokenType.getSimpleName()
        + "<List<String>>() {}");
  }

  /**
   * Converts to Java.
   *
   * @param wrap makes the public form of a value, whose cell it takes over
   * @param value what to convert; a cell stays the caller's
   * @param root what the path begins with; null for a name after the type
   * @throws ConversionRefused if it can't be converted
   */
  public @Nullable Object toJava(ContextPointer context, Policy policy, Function<NativeValue, Object> wrap,
      NativeValue value, Target target, @Nullable String root) {
    if (value instanceof CellPointer cell) {
      cell.requireUsableIn(context.runtime());
    }
    Reader reader = target.readers.reader(target.type);
    String name = root != null ? root : reader.rootName(target.raw());
    try (Reading reading = new Reading(context, policy, name, wrap)) {
      return reading.convert(reader, value);
    }
  }

  /**
   * Converts to JavaScript.
   *
   * @param faces makes the face of an object whose class has them, or finds it; the cell belongs to the conversion
   * @param root what the path begins with; null for a name after the type
   * @return the value; a cell belongs to the caller
   * @throws ConversionRefused if it can't be converted
   */
  public NativeValue toJs(ContextPointer context, Policy policy, Function<Object, CellPointer> faces,
      @Nullable Object value, @Nullable String root) {
    String name = root != null ? root : value instanceof Record ? Path.rootOf(value.getClass()) : "value";
    NativeValue result;
    try (Writing writing = new Writing(context, policy, name, writers, faces)) {
      result = writing.convert(value);
    }
    try {
      context.requireOpen();
    } catch (IllegalStateException e) {
      Realm.discard(result);
      throw e;
    }
    return result;
  }
}
