package io.jsc4j.tests.architecture.audit;

import io.jsc4j.tests.architecture.audit.CodeUnit.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the methods of a class file: what they call, and what their annotations of the audited package say. */
final class ClassFileReader {
  private static final ClassDesc UNSAFE = ClassDesc.of("io.jsc4j.internal.ffi.Unsafe");
  private static final ClassDesc ENFORCES = ClassDesc.of("io.jsc4j.internal.ffi.Enforces");

  private final ClassModel model;
  private final ClassDesc self;
  private final Map<String, MethodModel> lambdas = new HashMap<>();

  private ClassFileReader(ClassModel model) {
    this.model = model;
    this.self = model.thisClass().asSymbol();
  }

  /** The methods that people wrote: no lambda bodies, which count to the method around them, and no bridges, which only call on. */
  static List<CodeUnit> read(Path file) {
    try {
      return new ClassFileReader(ClassFile.of().parse(file)).units();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }

  private List<CodeUnit> units() {
    List<MethodModel> written = new ArrayList<>();
    for (MethodModel method : model.methods()) {
      if (method.methodName().stringValue().startsWith("lambda$")) {
        lambdas.put(key(method.methodName().stringValue(), method.methodTypeSymbol()), method);
      } else if (!method.flags().has(AccessFlag.BRIDGE)) {
        written.add(method);
      }
    }
    List<CodeUnit> units = new ArrayList<>();
    for (MethodModel method : written) {
      List<Call> calls = new ArrayList<>();
      collect(method, calls);
      List<String> obligations = enumConstants(method, UNSAFE);
      List<String> enforced = enumConstants(method, ENFORCES);
      units.add(new CodeUnit(binaryName(self), method.methodName().stringValue(), parameters(method.methodTypeSymbol()),
          calls,
          obligations == null ? null : new TreeSet<>(obligations), enforced == null ? null : enforced.getFirst()));
    }
    return units;
  }

  private void collect(MethodModel method, List<Call> calls) {
    int line = 0;
    for (CodeElement element : method.code().<Iterable<CodeElement>>map(code -> code).orElse(List.of())) {
      switch (element) {
        case LineNumber number -> line = number.line();
        case InvokeInstruction invoke -> calls
            .add(call(invoke.owner().asSymbol(), invoke.name().stringValue(), invoke.typeSymbol(), line));
        case InvokeDynamicInstruction dynamic -> {
          for (ConstantDesc argument : dynamic.bootstrapArgs()) {
            // The handles of a record's fields are no calls.
            if (argument instanceof DirectMethodHandleDesc handle && handle.lookupDescriptor().startsWith("(")) {
              collect(handle, line, calls);
            }
          }
        }
        default -> {
          // Nothing that leaves the method.
        }
      }
    }
  }

  private void collect(DirectMethodHandleDesc handle, int line, List<Call> calls) {
    MethodTypeDesc type = MethodTypeDesc.ofDescriptor(handle.lookupDescriptor());
    MethodModel lambda = handle.owner().equals(self) ? lambdas.get(key(handle.methodName(), type)) : null;
    if (lambda != null) {
      collect(lambda, calls);
    } else {
      calls.add(call(handle.owner(), handle.methodName(), type, line));
    }
  }

  private static Call call(ClassDesc owner, String name, MethodTypeDesc type, int line) {
    return new Call(binaryName(owner), name, parameters(type), line);
  }

  private static List<String> parameters(MethodTypeDesc type) {
    return type.parameterList().stream().map(ClassDesc::displayName).map(name -> name.replace('$', '.')).toList();
  }

  private static String binaryName(ClassDesc type) {
    return type.isArray()
        ? type.displayName()
        : type.descriptorString().substring(1).replace('/', '.').replace(";", "");
  }

  private static String key(String name, MethodTypeDesc type) {
    return name + type.descriptorString();
  }

  /** The constants that an annotation's value names, or null without the annotation. Both annotations are invisible at run time. */
  private static @Nullable List<String> enumConstants(MethodModel method, ClassDesc annotation) {
    for (Annotation present : method.findAttribute(Attributes.runtimeInvisibleAnnotations())
        .map(all -> all.annotations())
        .orElse(List.of())) {
      if (present.classSymbol().equals(annotation)) {
        return present.elements().stream().flatMap(element -> constants(element.value())).toList();
      }
    }
    return null;
  }

  private static Stream<String> constants(AnnotationValue value) {
    return switch (value) {
      case AnnotationValue.OfEnum constant -> Stream.of(constant.constantName().stringValue());
      case AnnotationValue.OfArray array -> array.values().stream().flatMap(ClassFileReader::constants);
      default -> throw new IllegalStateException("the annotation's value holds " + value + ", which is no constant");
    };
  }
}
