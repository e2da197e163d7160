package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.HostInstances;
import io.jsc4j.internal.ffi.WeakPointer;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.HashSet;
import java.util.Set;

/** The weak references by which the Java side of a runtime knows faces and members; all have to be released before the runtime is. */
final class HostReferences {
  private final Set<WeakPointer> open = new HashSet<>();
  private final Set<Forgotten> members = new HashSet<>();
  private final ReferenceQueue<JsMember<?>> unreachable = new ReferenceQueue<>();
  private int lastMember;

  /** Notices that Java no longer reaches a member. */
  private static final class Forgotten extends PhantomReference<JsMember<?>> {
    private final int id;
    private final WeakPointer owner;
    private final WeakPointer value;

    Forgotten(JsMember<?> member, ReferenceQueue<JsMember<?>> queue, int id, WeakPointer owner, WeakPointer value) {
      super(member, queue);
      this.id = id;
      this.owner = owner;
      this.value = value;
    }
  }

  WeakPointer open(JsContext context, CellPointer object) {
    WeakPointer pointer = WeakPointer.create(context.pointer(), object);
    open.add(pointer);
    return pointer;
  }

  void release(WeakPointer pointer) {
    if (open.remove(pointer)) {
      pointer.release();
    }
  }

  /** Makes the owner keep the value alive. */
  <T extends JsObject> JsMember<T> own(JsContext context, CellPointer owner, T value) {
    disownForgotten(context);
    int id = ++lastMember;
    HostInstances.own(context.pointer(), owner, id, value.cell());
    WeakPointer toOwner = open(context, owner);
    WeakPointer toValue = open(context, value.cell());
    @SuppressWarnings("unchecked") // Its own class.
    JsMember<T> member = new JsMember<>(context, (Class<T>) value.getClass(), toValue);
    members.add(new Forgotten(member, unreachable, id, toOwner, toValue));
    return member;
  }

  private void disownForgotten(JsContext context) {
    Reference<? extends JsMember<?>> found;
    while ((found = unreachable.poll()) != null) {
      Forgotten member = (Forgotten) found;
      members.remove(member);
      CellPointer owner = member.owner.get(context.pointer());
      if (owner != null) {
        HostInstances.disown(context.pointer(), owner, member.id);
      }
      release(member.owner);
      release(member.value);
    }
  }

  void releaseAll() {
    for (WeakPointer pointer : open) {
      pointer.release();
    }
    open.clear();
    members.clear();
  }
}
