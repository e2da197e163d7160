package io.jsc4j.tests.obligations;

import io.jsc4j.internal.ffi.Enforces;
import io.jsc4j.internal.ffi.Obligation;
import java.io.IOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One method marked {@link Enforces}, found in the compiled classes of the audited package.
 *
 * @param obligation what it enforces
 * @param classFile the class that it stands in
 * @param method the method itself
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared: it only travels.
record Enforcement(Obligation obligation, byte[] classFile, MethodModel method) {

  private static final ClassDesc ENFORCES = Enforces.class.describeConstable().orElseThrow();

  /** All of them, from the classes or the jar that this JVM uses. */
  static List<Enforcement> findAll() throws IOException {
    List<Enforcement> found = new ArrayList<>();
    for (byte[] bytes : MethodRemoval.classesBeside(Obligation.class)) {
      for (MethodModel method : ClassFile.of().parse(bytes).methods()) {
        method.findAttribute(Attributes.runtimeInvisibleAnnotations()).ifPresent(attribute -> {
          for (Annotation annotation : attribute.annotations()) {
            if (annotation.classSymbol().equals(ENFORCES)) {
              found.add(new Enforcement(obligationOf(annotation), bytes, method));
            }
          }
        });
      }
    }
    return found;
  }

  private static Obligation obligationOf(Annotation annotation) {
    for (AnnotationElement element : annotation.elements()) {
      if (element.value() instanceof AnnotationValue.OfEnum constant) {
        return Obligation.valueOf(constant.constantName().stringValue());
      }
    }
    throw new IllegalStateException("an @Enforces without an obligation");
  }

  /** For people: {@code Entry.lock}. */
  String where() {
    String name = ClassFile.of().parse(classFile).thisClass().asInternalName();
    return name.substring(name.lastIndexOf('/') + 1).replace('$', '.') + "." + method.methodName().stringValue();
  }

  /** Writes the class, with nothing left of the method's body, where a class path finds it. */
  void writeWithout(Path directory) throws IOException {
    MethodRemoval.write(classFile, method.methodName().stringValue(), directory);
  }
}
