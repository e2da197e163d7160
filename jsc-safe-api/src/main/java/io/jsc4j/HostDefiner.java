package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.ClassRealm;
import io.jsc4j.internal.ffi.ContextPointer;
import io.jsc4j.internal.ffi.Contexts;
import io.jsc4j.internal.ffi.HostCallback;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Objects;
import io.jsc4j.internal.ffi.Realm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the JavaScript class of a {@link HostClass} in a context. */
final class HostDefiner<T> {
  private final JsContext context;
  private final ContextPointer pointer;
  private final HostClass<T> hostClass;
  /** What is given back at the end. */
  private final List<NativeValue> temporary = new ArrayList<>();

  private HostDefiner(JsContext context, HostClass<T> hostClass) {
    this.context = context;
    this.pointer = context.pointer();
    this.hostClass = hostClass;
  }

  static <T> HostFaces.Defined define(JsContext context, HostClass<T> hostClass, @Nullable CellPointer parent) {
    HostDefiner<T> definer = new HostDefiner<>(context, hostClass);
    try {
      return definer.define(parent);
    } finally {
      definer.temporary.forEach(Realm::discard);
    }
  }

  private HostFaces.Defined define(@Nullable CellPointer parent) {
    HostConstructor<? extends T> constructor = hostClass.constructor();
    boolean indexed = hostClass.indexed() != null;
    boolean named = hostClass.named() != null;
    CellPointer made = (CellPointer) call("makeClass", text(hostClass.name()),
        new NativeValue.Num(hostClass.constructorLength()), parent == null ? NativeValue.Nullish.UNDEFINED : parent,
        constructor == null
            ? NativeValue.Nullish.UNDEFINED
            : invoker(HostMembers.constructor(context, hostClass,
                constructor)),
        indexed || named ? invoker(new HostInterception<>(context, hostClass)) : NativeValue.Nullish.UNDEFINED,
        new NativeValue.Bool(indexed), new NativeValue.Bool(named));
    temporary.add(made);
    NativeValue prototype = Objects.get(pointer, made, "prototype");
    temporary.add(prototype);
    CellPointer function = (CellPointer) Objects.get(pointer, made, "constructor");
    CellPointer wrap = null;
    try {
      for (HostMember.Definition<T> member : hostClass.members()) {
        add(prototype, function, member);
      }
      if (hostClass.definesLength()) {
        add(prototype, function, new HostMember.Accessor<>("length", HostInterception.length(hostClass), null));
      }
      wrap = (CellPointer) Objects.get(pointer, made, "wrap");
      return new HostFaces.Defined(function, wrap);
    } finally {
      if (wrap == null) {
        Realm.discard(function);
      }
    }
  }

  private void add(NativeValue prototype, NativeValue constructor, HostMember.Definition<T> member) {
    switch (member) {
      case HostMember.Method<T>(String name, int length, HostMethod<? super T> body) ->
        call("addMethod", prototype, text(hostClass.name()), text(name), new NativeValue.Num(length), bound(name,
            body));
      case HostMember.StaticMethod<T>(String name, int length, HostFunction body) ->
        call("addStaticMethod", constructor, text(name), new NativeValue.Num(length), free(name, body));
      case HostMember.Accessor<T>(String name, HostMethod<? super T> getter, HostMethod<? super T> setter) ->
        call("addAccessor", prototype, text(hostClass.name()), text(name), bound("get " + name, getter),
            bound("set " + name, setter));
      case HostMember.StaticAccessor<T>(String name, HostFunction getter, HostFunction setter) ->
        call("addStaticAccessor", constructor, text(name), free("get " + name, getter), free("set " + name, setter));
      case HostMember.Constant<T>(String name, JsValue value) ->
        call("addConstant", constructor, text(name), JsValues.toNative(value));
    }
  }

  private NativeValue call(String function, NativeValue... arguments) {
    return ClassRealm.call(pointer, function, arguments);
  }

  private NativeValue bound(String name, @Nullable HostMethod<? super T> body) {
    return body == null
        ? NativeValue.Nullish.UNDEFINED
        : invoker(HostMembers.method(context, hostClass, name, body));
  }

  private NativeValue free(String name, @Nullable HostFunction body) {
    return body == null ? NativeValue.Nullish.UNDEFINED : invoker(HostCalls.of(context, name, body, hostClass));
  }

  private CellPointer invoker(HostCallback callback) {
    CellPointer invoker = Contexts.createInvoker(pointer, callback);
    temporary.add(invoker);
    return invoker;
  }

  private static NativeValue text(String text) {
    return new NativeValue.Text(text);
  }
}
