package io.jsc4j.tests.architecture.audit;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Finds raw calls in source files, each with the {@code // SAFETY:} comment above its statement. By javac's parser: names, not types. */
final class RawCallScanner {
  private static final String SAFETY = "// SAFETY:";
  private static final Set<String> HEADER_CLASSES = Set.of("JavaScriptCore", "UniformCalls");
  private static final Set<String> UNSAFE_METHODS = Set.of("invokeExact", "invokeWithArguments", "reinterpret",
      "upcallStub", "downcallHandle");

  private RawCallScanner() {}

  /** The raw calls of the files, in order. */
  static List<RawCall> scan(List<Path> files) {
    if (files.isEmpty()) {
      return List.of();
    }
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK runs the tests");
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, manager
          .getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      List<RawCall> calls = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        Path file = Path.of(unit.getSourceFile().toUri());
        new UnitScanner(file, Files.readAllLines(file), unit, positions, calls).scan(unit, null);
      }
      return calls;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class UnitScanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Path file;
    private final List<String> lines;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<RawCall> calls;

    UnitScanner(Path file, List<String> lines, CompilationUnitTree unit, SourcePositions positions,
        List<RawCall> calls) {
      this.file = file;
      this.lines = lines;
      this.unit = unit;
      this.positions = positions;
      this.calls = calls;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
      if (call.getMethodSelect() instanceof MemberSelectTree select) {
        found(select.getExpression(), select.getIdentifier().toString(), call.getArguments().size(), select);
      }
      return super.visitMethodInvocation(call, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree reference, @Nullable Void unused) {
      found(reference.getQualifierExpression(), reference.getName().toString(), -1, reference);
      return super.visitMemberReference(reference, null);
    }

    private void found(ExpressionTree receiver, String method, int arguments, Tree call) {
      String type = receiver instanceof IdentifierTree identifier ? identifier.getName().toString() : "";
      // Constants are methods too in jextract's output; they read nothing.
      boolean function = HEADER_CLASSES.contains(type) && !method.startsWith("kJS");
      // A class for function pointers; one for a struct allocates memory with a single argument.
      boolean callback = type.startsWith("JS") && (method.equals("invoke") || (method.equals("allocate") && arguments
          == 2));
      boolean memory = type.equals("NativeMemory");
      if (function || callback || memory || UNSAFE_METHODS.contains(method)) {
        calls.add(new RawCall(file, line(positions.getEndPosition(unit, call)), method, safety()));
      }
    }

    /** The comment above the statement that the call is part of. */
    private @Nullable String safety() {
      TreePath path = getCurrentPath();
      while (path != null && !isWholeStatement(path)) {
        path = path.getParentPath();
      }
      return path == null ? null : commentAbove(line(positions.getStartPosition(unit, path.getLeaf())));
    }

    /** No block, and no {@code else if}, which has no line of its own for a comment above it. */
    private static boolean isWholeStatement(TreePath path) {
      Tree leaf = path.getLeaf();
      boolean elseIf = leaf instanceof IfTree && path.getParentPath().getLeaf() instanceof IfTree outer && outer
          .getElseStatement() == leaf;
      return leaf instanceof StatementTree && !(leaf instanceof BlockTree) && !elseIf;
    }

    private @Nullable String commentAbove(int statementLine) {
      int first = statementLine - 1;
      while (first > 0 && lines.get(first - 1).strip().startsWith("//")) {
        first--;
      }
      // The last one: what stands above it in the same comment is about something else.
      for (int i = statementLine - 1; i > first; i--) {
        if (lines.get(i - 1).strip().startsWith(SAFETY)) {
          StringBuilder text = new StringBuilder(lines.get(i - 1).strip().substring(SAFETY.length()).strip());
          for (int j = i + 1; j < statementLine; j++) {
            text.append(' ').append(lines.get(j - 1).strip().substring(2).strip());
          }
          return text.isEmpty() ? null : text.toString();
        }
      }
      return null;
    }

    private int line(long position) {
      LineMap map = Objects.requireNonNull(unit.getLineMap());
      return (int) map.getLineNumber(position);
    }
  }
}
