package io.jsc4j;

import io.jsc4j.internal.convert.Converter;
import io.jsc4j.internal.convert.Descriptions;
import io.jsc4j.internal.convert.InterfaceShape;
import io.jsc4j.internal.ffi.CellKind;
import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.ContextPointer;
import io.jsc4j.internal.ffi.Functions;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Objects;
import io.jsc4j.internal.ffi.Realm;
import io.jsc4j.internal.ffi.Values;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A Java interface implemented by a JavaScript object: see {@link JsObject#as(Class)}. */
final class JsInterface implements InvocationHandler {
  /** What a call answers if JavaScript has no such function, and the interface has a default. */
  private static final Object NOT_THERE = new Object();

  private final JsObject object;
  private final InterfaceShape shape;
  private final boolean isFunction;

  private JsInterface(JsObject object, InterfaceShape shape) {
    this.object = object;
    this.shape = shape;
    this.isFunction = object instanceof JsFunction && shape.isFunctional();
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // The target is made of the type that says T.
  static <T> T implement(JsObject object, Converter.Target target) {
    object.context().requireUsable();
    object.cell().requireAlive();
    InterfaceShape shape = target.asInterface();
    return (T) Proxy.newProxyInstance(shape.type().getClassLoader(), new Class<?>[]{shape.type()}, new JsInterface(
        object, shape));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    @Nullable Object[] given = arguments == null ? new @Nullable Object[0] : arguments;
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, given);
    }
    Object result = method.isDefault() && isFunction ? NOT_THERE : call(method, given);
    return result == NOT_THERE ? InvocationHandler.invokeDefault(proxy, method, given) : result;
  }

  /** Never enters the engine. */
  @SuppressWarnings("ReferenceEquality") // A proxy is equal to itself alone.
  private Object ofObject(Object proxy, Method method, @Nullable Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> shape.type().getSimpleName() + " by " + object;
    };
  }

  private @Nullable Object call(Method method, @Nullable Object[] arguments) {
    JsContext context = object.context();
    Object result = context.run(() -> JsConversions.refusals(() -> {
      NativeValue function = isFunction
          ? object.cell()
          : Objects.get(context.pointer(), object.cell(), method.getName());
      try {
        if (!(function instanceof CellPointer callee && callee.kind() == CellKind.FUNCTION)) {
          return notThere(method, function);
        }
        return call(context, method, callee, spread(method, arguments));
      } finally {
        if (!isFunction) {
          Realm.discard(function);
        }
      }
    }));
    return result instanceof Later later ? later.toFuture(context) : result;
  }

  /** What a method returned that is to yield something later. */
  private record Later(JsValue returned, Converter.Target target, String root) {
    /** JavaScript itself says what a promise, a thenable and any other value yield. */
    CompletableFuture<@Nullable Object> toFuture(JsContext context) {
      JsDeferred deferred = context.newPromise();
      deferred.resolve(returned);
      return deferred.promise()
          .asPromise()
          .toFuture()
          .thenApply(value -> target.raw() == Void.class ? null : JsConversions.toJava(context, value, target, root));
    }
  }

  private Object notThere(Method method, NativeValue found) {
    if (method.isDefault()) {
      return NOT_THERE;
    }
    throw new UnsupportedOperationException(shape.type().getSimpleName() + "." + method.getName()
        + " is not implemented: " + "its property '" + method.getName() + "' should be a function, and is "
        + Descriptions.of(found));
  }

  private @Nullable Object call(JsContext context, Method method, CellPointer callee, @Nullable Object[] arguments) {
    ContextPointer pointer = context.pointer();
    List<NativeValue> values = new ArrayList<>(arguments.length + 1);
    try {
      for (int i = 0; i < arguments.length; i++) {
        values.add(JsConversions.toNative(context, arguments[i], "arguments[" + i + "]"));
      }
      NativeValue self = isFunction ? NativeValue.Nullish.UNDEFINED : object.cell();
      NativeValue returned = Functions.call(pointer, callee, self, values.toArray(NativeValue[]::new));
      values.add(returned);
      Converter.Target result = shape.result(method);
      if (result == null) {
        return null;
      }
      String root = method.getName() + "()";
      Converter.Target later = result.ofFuture();
      return later == null
          ? JsConversions.convert(context, returned, result, root)
          : new Later(context.wrap(returned instanceof CellPointer cell
              ? Values.duplicate(pointer, cell)
              : returned), later, root);
    } finally {
      values.forEach(Realm::discard);
    }
  }

  private static @Nullable Object[] spread(Method method, @Nullable Object[] arguments) {
    Object last = arguments.length == 0 ? null : arguments[arguments.length - 1];
    if (!method.isVarArgs() || last == null) {
      return arguments;
    }
    List<@Nullable Object> all = new ArrayList<>();
    for (int i = 0; i < arguments.length - 1; i++) {
      all.add(arguments[i]);
    }
    for (int i = 0; i < Array.getLength(last); i++) {
      all.add(Array.get(last, i));
    }
    return all.toArray();
  }
}
