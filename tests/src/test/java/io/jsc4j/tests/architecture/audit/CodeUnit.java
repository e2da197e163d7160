package io.jsc4j.tests.architecture.audit;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A method or constructor as its class file has it; what its lambdas call counts as its own.
 *
 * @param className its class, in binary form with dots
 * @param name its name; {@code <init>} for a constructor
 * @param parameters the simple names of its parameters' types
 * @param calls what it calls, in order
 * @param unsafe the obligations that its {@code @Unsafe} names, or null if it has none
 * @param enforces the obligation that its {@code @Enforces} names, or null if it has none
 */
record CodeUnit(String className, String name, List<String> parameters, List<Call> calls, @Nullable Set<String> unsafe,
    @Nullable String enforces) {

  /**
   * A method that is called or referred to.
   *
   * @param owner its class, in binary form with dots
   * @param name its name
   * @param parameters the simple names of its parameters' types
   * @param line where in the source
   */
  record Call(String owner, String name, List<String> parameters, int line) {}

  /** {@code Class.method}, or {@code Class} alone for its constructor. */
  String label() {
    String simple = className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    return switch (name) {
      case "<init>" -> simple + " (constructor)";
      case "<clinit>" -> simple + " (static initializer)";
      default -> simple + "." + name;
    };
  }

  /** The same with parameter types, for overloads. */
  String fullLabel() {
    return label() + "(" + String.join(", ", parameters) + ")";
  }
}
