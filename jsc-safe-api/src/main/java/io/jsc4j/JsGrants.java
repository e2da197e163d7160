package io.jsc4j;

import io.jsc4j.internal.ffi.Contexts;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what a context was granted off what its runtime holds for scripts anyway: nothing more is kept for it. */
final class JsGrants {
  private JsGrants() {}

  static List<JsGrant> of(JsContext context) {
    SortedMap<Integer, List<JsGrant>> classes = new TreeMap<>();
    context.faces()
        .definedAfter()
        .forEach((hostClass, number) -> classes.computeIfAbsent(number, ignored -> new ArrayList<>())
            .add(new JsGrant(JsGrant.Kind.CLASS, hostClass.name(), hostClass.type())));
    List<JsGrant> grants = new ArrayList<>();
    Iterator<Map.Entry<Integer, List<JsGrant>>> next = classes.entrySet().iterator();
    Map.@Nullable Entry<Integer, List<JsGrant>> pending = next.hasNext() ? next.next() : null;
    for (Map.Entry<Integer, Object> entry : Contexts.hostObjects(context.pointer()).entrySet()) {
      while (pending != null && pending.getKey() < entry.getKey()) {
        grants.addAll(pending.getValue());
        pending = next.hasNext() ? next.next() : null;
      }
      JsGrant grant = grant(context, entry.getValue());
      if (grant != null) {
        grants.add(grant);
      }
    }
    while (pending != null) {
      grants.addAll(pending.getValue());
      pending = next.hasNext() ? next.next() : null;
    }
    return List.copyOf(grants);
  }

  /** Null for what the library made for itself, or belongs to another context. */
  private static @Nullable JsGrant grant(JsContext context, Object hostObject) {
    if (hostObject instanceof HostCalls calls) {
      return calls.grant();
    }
    if (hostObject instanceof RejectionCalls calls) {
      return calls.grant();
    }
    return hostObject instanceof HostFace face ? face.grant(context.faces()) : null;
  }
}
