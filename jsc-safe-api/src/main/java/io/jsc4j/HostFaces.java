package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.ContextPointer;
import io.jsc4j.internal.ffi.Contexts;
import io.jsc4j.internal.ffi.HostInstances;
import io.jsc4j.internal.ffi.Values;
import io.jsc4j.internal.ffi.WeakPointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The host classes of a context, and the faces of Java objects in it.
 *
 * <p>The map from Java objects to faces holds the objects only while a face lives: its end removes the entry, when the owner thread hears of it.
 */
final class HostFaces {
  /** What a class is in this context; the cells stay until that closes. */
  record Defined(CellPointer constructor, CellPointer wrap) {}

  /** The classes of the context by the number of the youngest host object that there was before them: several may have the same. */
  private final Map<HostClass<?>, Integer> definedAfter = new LinkedHashMap<>();

  private final JsContext context;
  private final Map<HostClass<?>, Defined> classes = new HashMap<>();
  private final IdentityHashMap<Object, List<HostFace>> faces = new IdentityHashMap<>();

  HostFaces(JsContext context) {
    this.context = context;
  }

  /** The Java object that a JavaScript object is the face of; null if it is none, or of another type. */
  static @Nullable Object target(ContextPointer context, CellPointer object, Class<?> type) {
    return HostInstances.of(context, object) instanceof HostFace face && type.isInstance(face.target())
        ? face.target()
        : null;
  }

  /** Its classes, in the order in which they were made, with the number of the youngest host object that there was before each. */
  Map<HostClass<?>, Integer> definedAfter() {
    return definedAfter;
  }

  /** The constructor of a class, which is made the first time. */
  CellPointer constructor(HostClass<?> hostClass) {
    return Values.duplicate(context.pointer(), defined(hostClass).constructor());
  }

  private Defined defined(HostClass<?> hostClass) {
    Defined present = classes.get(hostClass);
    if (present == null) {
      HostClass<?> parent = hostClass.parent();
      int before = Contexts.lastHostObject(context.pointer());
      present = HostDefiner.define(context, hostClass, parent == null ? null : defined(parent).constructor());
      context.scopes().adoptRetained(present.constructor());
      context.scopes().adoptRetained(present.wrap());
      classes.put(hostClass, present);
      definedAfter.put(hostClass, before);
    }
    return present;
  }

  /** The face of an object: the one that it has as an instance of the class or of a subclass, or a new one. */
  CellPointer face(HostClass<?> hostClass, Object target) {
    CellPointer present = present(hostClass, target);
    if (present != null) {
      return present;
    }
    Defined defined = defined(hostClass);
    HostFace face = new HostFace(this, hostClass, target);
    CellPointer made = HostInstances.wrap(context.pointer(), defined.wrap(), face);
    remember(face, made);
    return made;
  }

  /** The JavaScript object that a member was called for. Scripts may have dropped it meanwhile, and then another one does as well. */
  CellPointer faceOf(HostFace receiver) {
    CellPointer cell = cell(receiver);
    return cell != null ? cell : face(receiver.hostClass(), receiver.target());
  }

  /** Makes an object the face of a Java object that was constructed for it, unless that has one: then it is returned. */
  @Nullable CellPointer adopt(HostClass<?> hostClass, Object target, CellPointer candidate) {
    CellPointer present = present(hostClass, target);
    if (present == null) {
      HostFace face = new HostFace(this, hostClass, target);
      HostInstances.adopt(context.pointer(), candidate, face);
      remember(face, candidate);
    }
    return present;
  }

  private @Nullable CellPointer present(HostClass<?> hostClass, Object target) {
    for (HostFace face : faces.getOrDefault(target, List.of())) {
      if (face.hostClass().is(hostClass)) {
        CellPointer cell = cell(face);
        if (cell != null) {
          return cell;
        }
      }
    }
    return null;
  }

  private @Nullable CellPointer cell(HostFace face) {
    WeakPointer pointer = face.pointer();
    return pointer == null ? null : pointer.get(context.pointer());
  }

  private void remember(HostFace face, CellPointer cell) {
    face.made(context.runtime().hostReferences().open(context, cell));
    faces.computeIfAbsent(face.target(), ignored -> new ArrayList<>(1)).add(face);
  }

  void collected(HostFace face) {
    List<HostFace> ofTarget = faces.get(face.target());
    if (ofTarget != null && ofTarget.remove(face) && ofTarget.isEmpty()) {
      faces.remove(face.target());
    }
    WeakPointer pointer = face.pointer();
    if (pointer != null) {
      context.runtime().hostReferences().release(pointer);
    }
    try {
      face.hostClass().collected(face.target());
    } catch (RuntimeException e) {
      // Whatever operation it happens to run in is not to blame.
      LoggerFactory.getLogger(HostClass.class).warn("onCollected of {} failed", face.hostClass(), e);
    }
  }
}
