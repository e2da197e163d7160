package io.jsc4j.tests.obligations;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.constant.MethodTypeDesc;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Takes the body out of one method of a compiled class. */
public final class MethodRemoval {
  private MethodRemoval() {}

  /** The class files of a class's package, from the directory or the jar that it was loaded from. */
  public static List<byte[]> classesBeside(Class<?> type) throws IOException {
    URI location;
    try {
      location = type.getProtectionDomain().getCodeSource().getLocation().toURI();
    } catch (URISyntaxException e) {
      throw new IOException("the place where " + type + " was loaded from is no usable location", e);
    }
    String folder = type.getPackageName().replace('.', '/');
    Path classes = Path.of(location);
    if (Files.isDirectory(classes)) {
      return readAll(classes.resolve(folder));
    }
    try (FileSystem jar = FileSystems.newFileSystem(classes, Map.of())) {
      return readAll(jar.getPath("/" + folder));
    }
  }

  private static List<byte[]> readAll(Path folder) throws IOException {
    List<byte[]> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
        found.add(Files.readAllBytes(file));
      }
    }
    return found;
  }

  /**
   * Writes a class without the body of one of its methods where a class path finds it. What is left returns at once: its last argument if that has
   * the right type, else null, 0 or false.
   *
   * @throws IllegalArgumentException if it has no method of that name, or several
   */
  public static void write(byte[] classFile, String method, Path directory) throws IOException {
    ClassModel model = ClassFile.of().parse(classFile);
    List<MethodModel> targets = model.methods()
        .stream()
        .filter(candidate -> candidate.methodName().equalsString(method))
        .toList();
    if (targets.size() != 1) {
      throw new IllegalArgumentException(model.thisClass().asInternalName() + " has " + targets.size()
          + " methods called " + method);
    }
    MethodTypeDesc type = targets.getFirst().methodTypeSymbol();
    byte[] mutated = ClassFile.of()
        .transformClass(model, ClassTransform.transformingMethods(
            candidate -> candidate.methodName().equalsString(method), (builder, element) -> {
              if (element instanceof CodeAttribute) {
                builder.withCode(code -> returnAtOnce(code, type));
              } else {
                builder.with(element);
              }
            }));
    Path file = directory.resolve(model.thisClass().asInternalName() + ".class");
    Files.createDirectories(file.getParent());
    Files.write(file, mutated);
  }

  private static void returnAtOnce(CodeBuilder code, MethodTypeDesc type) {
    TypeKind kind = TypeKind.from(type.returnType());
    int last = type.parameterCount() - 1;
    if (kind == TypeKind.VOID) {
      code.return_();
    } else if (last >= 0 && type.parameterType(last).equals(type.returnType())) {
      code.loadLocal(kind, code.parameterSlot(last)).return_(kind);
    } else {
      switch (kind.asLoadable()) {
        case INT -> code.iconst_0();
        case LONG -> code.lconst_0();
        case FLOAT -> code.fconst_0();
        case DOUBLE -> code.dconst_0();
        default -> code.aconst_null();
      }
      code.return_(kind);
    }
  }
}
