package io.jsc4j.internal.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types that a value of a sealed type can have.
 *
 * @param members its records, by their tags
 * @param enums its enums, whose constants are strings and need no tag
 * @param problem why it can't be converted; null if it can
 */
record Hierarchy(Map<String, TypeRef> members, List<TypeRef> enums, @Nullable String problem) {

  static Hierarchy of(TypeRef root, PublicTypes types) {
    Map<String, TypeRef> members = new LinkedHashMap<>();
    List<TypeRef> enums = new ArrayList<>();
    return new Hierarchy(members, enums, collect(root, types, members, enums));
  }

  private static @Nullable String collect(TypeRef parent, PublicTypes types, Map<String, TypeRef> members,
      List<TypeRef> enums) {
    for (Class<?> child : java.util.Objects.requireNonNull(parent.raw().getPermittedSubclasses())) {
      TypeRef type = parent.subtype(child);
      String problem = null;
      if (child.isRecord()) {
        TypeRef other = members.putIfAbsent(tagOf(child, types), type);
        if (other != null && other.raw() != child) {
          problem = child.getName() + " and " + other.raw().getName() + " have the same tag \"" + tagOf(child, types)
              + "\": give one another with @JsTag";
        }
      } else if (isEnum(child)) {
        enums.add(type);
      } else if (child.isSealed()) {
        problem = collect(type, types, members, enums);
      } else {
        problem = child.getName() + " belongs to " + parent.raw().getName()
            + ", and is neither a record nor an enum nor sealed";
      }
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  /** An enum whose constants have bodies is sealed, too. */
  static boolean isEnum(Class<?> type) {
    return Enum.class.isAssignableFrom(type) && type != Enum.class;
  }

  static String tagOf(Class<?> type, PublicTypes types) {
    String tag = types.tag(type);
    return tag != null ? tag : type.getSimpleName();
  }

  /** Whether the class belongs to a sealed type, and so is written with a tag. */
  static boolean isMember(Class<?> type) {
    for (Class<?> above : type.getInterfaces()) {
      if (above.isSealed() || isMember(above)) {
        return true;
      }
    }
    Class<?> superclass = type.getSuperclass();
    return superclass != null && (superclass.isSealed() || isMember(superclass));
  }
}
