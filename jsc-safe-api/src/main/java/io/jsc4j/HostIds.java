package io.jsc4j;

import io.jsc4j.internal.ffi.HostInstances;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The numbers by which Java names faces and members of a runtime. JavaScript keeps weak references by these numbers; those of what is gone are
 * removed there when there are many, before new ones are added, so that their number is bounded by that of living ones.
 */
final class HostIds {
  private static final int MANY = 100;

  private final List<Integer> deadFaces = new ArrayList<>();
  private final List<Integer> deadMembers = new ArrayList<>();
  private final Set<MemberReference> members = new HashSet<>();
  private final ReferenceQueue<JsMember<?>> unreachable = new ReferenceQueue<>();
  private int lastMember;

  /** Notices that Java no longer reaches a member. */
  private static final class MemberReference extends PhantomReference<JsMember<?>> {
    private final int id;

    MemberReference(JsMember<?> member, ReferenceQueue<JsMember<?>> queue) {
      super(member, queue);
      this.id = member.id();
    }
  }

  int nextMember() {
    return ++lastMember;
  }

  void memberMade(JsMember<?> member) {
    members.add(new MemberReference(member, unreachable));
  }

  void faceCollected(int id) {
    deadFaces.add(id);
  }

  /** Before something is added. */
  void forgetSome(JsContext context) {
    Reference<?> found;
    while ((found = unreachable.poll()) != null) {
      MemberReference member = (MemberReference) found;
      members.remove(member);
      deadMembers.add(member.id);
    }
    if (deadFaces.size() >= MANY) {
      HostInstances.forgetFaces(context.pointer(), deadFaces);
    }
    // At once, since the owner keeps the value alive until then.
    if (!deadMembers.isEmpty()) {
      HostInstances.forgetMembers(context.pointer(), deadMembers);
    }
  }
}
