package io.jsc4j.tests.architecture.audit;

import io.jsc4j.tests.architecture.Project;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** The functions that are written by hand are jextract's, and each calls itself with its own arguments in their order. By class files. */
final class UniformCallsTest {
  private static final ClassDesc SEGMENT = ClassDesc.of(MemorySegment.class.getName());
  private static final Set<ClassDesc> IN_REGISTERS = Set.of(SEGMENT, ConstantDescs.CD_int, ConstantDescs.CD_long,
      ConstantDescs.CD_boolean, ConstantDescs.CD_void);
  private static final String ACCESSOR = "$address";

  private static ClassModel read(String name) throws IOException {
    return ClassFile.of().parse(Project.classes("jsc-bindings").resolve("io/jsc4j/bindings/" + name + ".class"));
  }

  private static Stream<MethodModel> functions() throws IOException {
    return read("UniformCalls").methods()
        .stream()
        .filter(method -> method.flags().has(java.lang.reflect.AccessFlag.PUBLIC));
  }

  private static List<CodeElement> code(MethodModel method) {
    return method.code().orElseThrow().elementList();
  }

  @TestFactory
  Stream<DynamicTest> eachIsTheFunctionOfItsName() throws IOException {
    ClassModel generated = read("JavaScriptCore");
    return functions().map(function -> DynamicTest.dynamicTest(function.methodName().stringValue(), () -> {
      assertThat(generated.methods()).as("jextract's")
          .anyMatch(method -> method.methodName().equalsString(function.methodName().stringValue())
              && method.methodType().equalsString(function.methodType().stringValue()));
      if (!function.methodName().stringValue().endsWith(ACCESSOR)) {
        hasItsOwnArguments(function);
      }
    }));
  }

  private static void hasItsOwnArguments(MethodModel function) {
    List<ClassDesc> parameters = function.methodTypeSymbol().parameterList();
    assertThat(parameters).hasSizeLessThanOrEqualTo(6).isSubsetOf(IN_REGISTERS);
    assertThat(function.methodTypeSymbol().returnType()).isIn(IN_REGISTERS);
    if (parameters.contains(SEGMENT)) {
      assertThat(parameters.getFirst()).as("the argument that the linker keeps alive").isEqualTo(SEGMENT);
    }
    int[] slots = IntStream.range(0, parameters.size())
        .map(i -> parameters.subList(0, i).stream().mapToInt(type -> type.equals(ConstantDescs.CD_long) ? 2 : 1).sum())
        .toArray();
    List<CodeElement> code = code(function);
    assertThat(code.stream()
        .filter(LoadInstruction.class::isInstance)
        .mapToInt(load -> ((LoadInstruction) load).slot()))
        .as("its arguments, in order")
        .containsExactly(IntStream.of(slots).boxed().toArray(Integer[]::new));
    assertThat(code.stream()
        .filter(FieldInstruction.class::isInstance)
        .map(field -> ((FieldInstruction) field).name().stringValue())
        .filter(name -> !name.equals("NULL")))
        .as("its address")
        .containsExactly(function.methodName().stringValue());
  }

  @Test
  void eachAddressIsThatOfItsName() throws IOException {
    MethodModel initializer = read("UniformCalls").methods()
        .stream()
        .filter(method -> method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME))
        .findAny()
        .orElseThrow();
    Map<String, String> lookedUp = new HashMap<>();
    String last = "";
    for (CodeElement element : code(initializer)) {
      if (element instanceof ConstantInstruction.LoadConstantInstruction constant) {
        last = String.valueOf(constant.constantValue());
      } else if (element instanceof FieldInstruction field && field.typeSymbol().equals(SEGMENT)) {
        lookedUp.put(field.name().stringValue(), last);
      }
    }
    assertThat(lookedUp).isNotEmpty().allSatisfy((field, name) -> assertThat(name).isEqualTo(field));
    assertThat(functions().map(function -> function.methodName().stringValue())
        .filter(name -> !name.endsWith(ACCESSOR)))
        .containsExactlyInAnyOrderElementsOf(lookedUp.keySet());
  }
}
