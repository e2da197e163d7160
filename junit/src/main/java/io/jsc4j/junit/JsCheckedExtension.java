package io.jsc4j.junit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What {@link JsChecked} registers. It has two halves: where the tests were started it runs them in another JVM and replays what became of them; in the other JVM
 * it looks for what they leave open.
 */
public final class JsCheckedExtension
    implements
      InvocationInterceptor,
      TestInstancePreConstructCallback,
      BeforeAllCallback,
      BeforeEachCallback,
      AfterEachCallback,
      AfterAllCallback {
  private static final Namespace NAMESPACE = Namespace.create(JsCheckedExtension.class);

  private final boolean replays = !CheckedJvmMain.isRunning();

  JsCheckedExtension() {}

  // --- in the other JVM: leaks

  @Override
  public void beforeAll(ExtensionContext context) {
    startCheck(context);
  }

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  /** Fields of the test may open something. */
  @Override
  public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
    startCheck(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    startCheck(context);
  }

  private void startCheck(ExtensionContext context) {
    if (!replays && ownCheck(context) == null) {
      context.getStore(NAMESPACE).put(context.getUniqueId(), new LeakCheck());
    }
  }

  private static @Nullable LeakCheck ownCheck(ExtensionContext context) {
    return context.getStore(NAMESPACE).get(context.getUniqueId(), LeakCheck.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    finishCheck(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (replays) {
      // Not started if all its tests are disabled.
      CheckedRun run = context.getStore(NAMESPACE).get("run", CheckedRun.class);
      if (run != null) {
        run.containerFailure(jupiterId(context.getUniqueId())).ifPresent(failure -> {
          throw failure;
        });
      }
    } else {
      finishCheck(context);
    }
  }

  private static void finishCheck(ExtensionContext context) {
    LeakCheck check = ownCheck(context);
    if (check != null) {
      check.requireNothingLeft(context.getDisplayName());
    }
  }

  // --- where the tests were started

  @Override
  public void interceptTestMethod(Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method,
      ExtensionContext context) throws Throwable {
    replayOrProceed(invocation, context);
  }

  @Override
  public void interceptTestTemplateMethod(Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method, ExtensionContext context) throws Throwable {
    replayOrProceed(invocation, context);
  }

  private void replayOrProceed(Invocation<@Nullable Void> invocation, ExtensionContext context) throws Throwable {
    if (replays) {
      invocation.skip();
      run(context).replay(jupiterId(context.getUniqueId()));
    } else {
      invocation.proceed();
    }
  }

  @Override
  @SuppressWarnings("unchecked") // What a factory returns is a DynamicNode or several, however it is declared.
  public <T extends @Nullable Object> T interceptTestFactoryMethod(Invocation<T> invocation,
      ReflectiveInvocationContext<Method> method, ExtensionContext context) throws Throwable {
    if (!replays) {
      return invocation.proceed();
    }
    invocation.skip();
    CheckedRun run = run(context);
    String factory = jupiterId(context.getUniqueId());
    Stream<DynamicTest> tests = run.testsBelow(factory)
        .stream()
        .map(test -> DynamicTest.dynamicTest(test.displayName(), () -> run.replay(test.id())));
    return (T) Stream.concat(tests, run.containerFailure(factory)
        .stream()
        .map(failure -> DynamicTest.dynamicTest(context.getDisplayName(), () -> {
          throw failure;
        })));
  }

  @Override
  public void interceptBeforeAllMethod(Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method, ExtensionContext context) throws Throwable {
    skipOrProceed(invocation);
  }

  @Override
  public void interceptBeforeEachMethod(Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method, ExtensionContext context) throws Throwable {
    skipOrProceed(invocation);
  }

  @Override
  public void interceptAfterEachMethod(Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method, ExtensionContext context) throws Throwable {
    skipOrProceed(invocation);
  }

  @Override
  public void interceptAfterAllMethod(Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method,
      ExtensionContext context) throws Throwable {
    skipOrProceed(invocation);
  }

  private void skipOrProceed(Invocation<@Nullable Void> invocation) throws Throwable {
    if (replays) {
      invocation.skip();
    } else {
      invocation.proceed();
    }
  }

  /** An instance is wanted here too; without its constructor, which may open what nobody would close. */
  @Override
  public <T> T interceptTestClassConstructor(Invocation<T> invocation,
      ReflectiveInvocationContext<Constructor<T>> constructor, ExtensionContext context) throws Throwable {
    if (!replays) {
      return invocation.proceed();
    }
    invocation.skip();
    return Instances.withoutConstructor(constructor.getExecutable().getDeclaringClass());
  }

  /** The run of what is annotated around this test: started by the first test that asks. */
  private static CheckedRun run(ExtensionContext context) {
    ExtensionContext annotated = annotated(context);
    AnnotatedElement element = annotated.getElement().orElseThrow();
    JsChecked options = AnnotationSupport.findAnnotation(element, JsChecked.class)
        .orElseThrow(() -> new IllegalStateException("JsCheckedExtension is registered by @JsChecked alone"));
    return annotated.getStore(NAMESPACE)
        .computeIfAbsent("run", key -> new CheckedJvm(options, context.getRequiredTestClass()).run(jupiterId(annotated
            .getUniqueId())), CheckedRun.class);
  }

  /** The outermost class that is annotated, else the method: not one invocation of several. */
  private static ExtensionContext annotated(ExtensionContext test) {
    ExtensionContext found = test;
    for (ExtensionContext context = test; context != null; context = context.getParent().orElse(null)) {
      if (AnnotationSupport.isAnnotated(context.getElement(), JsChecked.class)) {
        found = context;
      }
    }
    return found;
  }

  /** In a suite another engine's segments come first. */
  private static String jupiterId(String id) {
    return id.substring(Math.max(0, id.indexOf("[engine:junit-jupiter]")));
  }
}
