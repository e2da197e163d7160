package io.jsc4j.tests.architecture.audit;

import io.jsc4j.tests.architecture.Project;
import io.jsc4j.tests.architecture.audit.CodeUnit.Call;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The audited package as the build has it: its methods, its raw calls, and what counts as one. */
final class AuditedPackage {
  static final String SOURCES = "jsc-safe-api/src/main/java/io/jsc4j/internal/ffi";
  private static final String BINDINGS = "io.jsc4j.bindings.";
  /** jextract's, and the one with the same functions under the same names. */
  private static final Set<String> HEADER_CLASSES = Set.of(BINDINGS + "JavaScriptCore", BINDINGS + "UniformCalls");
  /** Reads and writes any address. */
  private static final String MEMORY_CLASS = "io.jsc4j.internal.ffi.NativeMemory";

  /** Methods of the JDK that javac calls restricted, and the one by which a downcall happens. */
  private static final Set<String> RESTRICTED = Set.of("java.lang.foreign.MemorySegment.reinterpret",
      "java.lang.foreign.Linker.downcallHandle",
      "java.lang.foreign.Linker.upcallStub", "java.lang.foreign.SymbolLookup.libraryLookup",
      "java.lang.foreign.AddressLayout.withTargetLayout",
      "java.lang.invoke.MethodHandle.invoke", "java.lang.invoke.MethodHandle.invokeExact",
      "java.lang.invoke.MethodHandle.invokeWithArguments",
      "java.lang.System.load", "java.lang.System.loadLibrary");

  private AuditedPackage() {}

  /** Every method of the package. */
  static List<CodeUnit> units() {
    return units(Project.files(Project.classes("jsc-safe-api").resolve("io/jsc4j/internal/ffi"), ".class"));
  }

  static List<CodeUnit> units(Collection<Path> classFiles) {
    return classFiles.stream().flatMap(file -> ClassFileReader.read(file).stream()).toList();
  }

  /** What its sources say of each raw call. */
  static List<RawCall> rawCalls() {
    return RawCallScanner.scan(Project.files(Project.root().resolve(SOURCES), ".java"));
  }

  /** Whether the call runs a C function, or takes its address. */
  static boolean isFunction(Call call) {
    return HEADER_CLASSES.contains(call.owner()) && !call.name().startsWith("kJS");
  }

  /** The C function's name: jextract has accessors such as {@code JSLock$handle} beside the function itself. */
  static String function(Call call) {
    int accessor = call.name().indexOf('$');
    return accessor < 0 ? call.name() : call.name().substring(0, accessor);
  }

  /** Whether a wrong argument to the call can end the JVM. */
  static boolean isRaw(Call call) {
    return isFunction(call) || isAccess(call) || RESTRICTED.contains(call.owner() + "." + call
        .name()) || isCallbackOfBindings(call);
  }

  private static boolean isAccess(Call call) {
    return call.owner().equals(MEMORY_CLASS) && (call.name().startsWith("get") || call.name().startsWith("set"));
  }

  /** jextract's classes for function pointers make stubs and invoke pointers; those for structs give memory another size. */
  private static boolean isCallbackOfBindings(Call call) {
    return call.owner().startsWith(BINDINGS) && !HEADER_CLASSES.contains(call.owner())
        && (call.name().equals("invoke") || call.name().equals("reinterpret")
            || (call.name().equals("allocate") && call.parameters().size() == 2));
  }

  /** What a ledger calls it. */
  static String display(Call call) {
    return isFunction(call)
        ? call.name()
        : call.owner().substring(call.owner().lastIndexOf('.') + 1) + "." + call.name();
  }
}
