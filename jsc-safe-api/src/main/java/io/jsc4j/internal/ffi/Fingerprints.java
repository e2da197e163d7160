package io.jsc4j.internal.ffi;

import org.jspecify.annotations.Nullable;

/**
 * Whether the realm of one context is like that of another: the own properties of all objects that its global object leads to, with their attributes, the
 * prototypes, extensibility, the source of functions, and the content of maps and sets. Nothing of the realm runs. What closures hide, and
 * global {@code let}, {@code const} and {@code class}, can't be seen.
 */
public final class Fingerprints {
  private Fingerprints() {}

  /** The facts of a realm that is known to be pristine; they belong to the caller. */
  public static CellPointer take(ContextPointer context) {
    return (CellPointer) withGlobal(context, (service, global, isProxy) -> ServiceRealm.call(service,
        ServiceScript.FINGERPRINT, "take", global, isProxy));
  }

  /** Where the realm of a context first differs from those facts, or null. */
  public static @Nullable String difference(ContextPointer context, CellPointer facts) {
    NativeValue where = withGlobal(context, (service, global, isProxy) -> ServiceRealm.call(service,
        ServiceScript.FINGERPRINT, "difference", facts, global, isProxy));
    return where instanceof NativeValue.Text(String text) ? text : null;
  }

  private interface Question {
    NativeValue ask(ContextPointer service, CellPointer global, CellPointer isProxy);
  }

  private static NativeValue withGlobal(ContextPointer context, Question question) {
    ContextPointer service = context.runtime().service();
    CellPointer global = Objects.global(context);
    CellPointer isProxy = Contexts.createHostFunction(service, "isProxy", 1, Fingerprints::answerIsProxy);
    // The limits are for scripts of users.
    context.runtime().watchdog().suspend();
    try {
      return question.ask(service, global, isProxy);
    } finally {
      context.runtime().watchdog().resume();
      Realm.discard(isProxy);
      Realm.discard(global);
    }
  }

  private static void answerIsProxy(HostFrame frame) {
    CellPointer object = (CellPointer) frame.argument(0);
    try {
      NativeValue target = NativeEngine.instance().has(Feature.PROXY_TARGET)
          ? Objects.proxyTarget(frame.context(), object)
          : null;
      frame.returns(new NativeValue.Bool(target != null));
      Realm.discard(target);
    } finally {
      Realm.discard(object);
    }
  }
}
