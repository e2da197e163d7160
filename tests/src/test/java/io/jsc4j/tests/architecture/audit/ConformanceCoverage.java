package io.jsc4j.tests.architecture.audit;

import io.jsc4j.tests.architecture.Project;
import io.jsc4j.tests.conformance.Covers;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** Which tests cover which C function, by their {@link Covers}. */
final class ConformanceCoverage {
  /** Functions that no test can see, and why. */
  private static final Map<String, String> EXEMPT = Map.of();

  private final SortedMap<String, SortedSet<String>> tests = new TreeMap<>();
  private final List<String> misplaced = new ArrayList<>();
  private final Map<String, String> exempt;

  /** By the annotations of these classes and of their methods. */
  ConformanceCoverage(Collection<Class<?>> classes, Map<String, String> exempt) {
    this.exempt = exempt;
    for (Class<?> type : classes) {
      List<Method> written = Arrays.asList(type.getDeclaredMethods());
      boolean hasTests = !Modifier.isAbstract(type.getModifiers()) && written.stream()
          .anyMatch(
              ConformanceCoverage::isTest);
      add(type, type.getSimpleName(), hasTests);
      written.forEach(method -> add(method, type.getSimpleName(), isTest(method)));
    }
  }

  /** Of the tests of the module, whatever their package. */
  static ConformanceCoverage ofProject() {
    Path root = Project.testClasses("tests");
    List<Class<?>> classes = new ArrayList<>();
    for (Path file : Project.files(root.resolve("io/jsc4j"), "Test.class")) {
      String name = root.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
      try {
        classes.add(Class.forName(name, false, ConformanceCoverage.class.getClassLoader()));
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(file + " is no class " + name, e);
      }
    }
    return new ConformanceCoverage(classes, EXEMPT);
  }

  private static boolean isTest(Method method) {
    return AnnotationSupport.isAnnotated(method, Testable.class);
  }

  private void add(AnnotatedElement element, String test, boolean isTest) {
    Covers covers = element.getDeclaredAnnotation(Covers.class);
    if (covers == null) {
      return;
    }
    if (!isTest) {
      misplaced.add(test + ": @Covers is on something that is no test: " + element);
    }
    for (String function : covers.value()) {
      tests.computeIfAbsent(function, _ -> new TreeSet<>()).add(test);
    }
  }

  /** The names of the classes whose tests cover a function; none if that is nobody's. */
  SortedSet<String> of(String function) {
    return tests.getOrDefault(function, new TreeSet<>());
  }

  /**
   * One line for each function that is called and not covered, and for each that is named wrongly.
   *
   * @param bound all there are
   * @param called those that the audited package calls
   */
  List<String> problems(Collection<String> bound, Collection<String> called) {
    List<String> problems = new ArrayList<>(misplaced);
    for (String function : called) {
      if (!tests.containsKey(function) && !exempt.containsKey(function)) {
        problems.add(function + " is called and no test says that it covers it: put @Covers(\"" + function
            + "\") on the test that fails when the call is wrong, and write that test if there is none");
      }
    }
    for (String function : tests.keySet()) {
      if (!bound.contains(function)) {
        problems.add(function + " is covered by " + tests.get(function) + " but is no function of the bindings");
      }
    }
    for (String function : new TreeSet<>(exempt.keySet())) {
      if (!called.contains(function) || tests.containsKey(function)) {
        problems.add(function + " need not be exempt: nobody calls it, or a test covers it");
      }
    }
    return problems;
  }
}
