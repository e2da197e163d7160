package io.jsc4j.tests.fuzz;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** Operations on what the API gives that is the JDK's own: collections, futures, memory. */
@SuppressWarnings({"unchecked", "FutureReturnValueIgnored"})
final class JdkOperations {
  private static final List<Class<?>> TYPES = List.of(List.class, Map.class, Collection.class, Iterator.class,
      Map.Entry.class, CompletableFuture.class, Flow.Publisher.class, Flow.Subscription.class, BaseStream.class,
      MemorySegment.class, ByteBuffer.class, Host.Face.class, Arena.class);

  private final FuzzProgram program;
  private final Operations operations;

  JdkOperations(FuzzProgram program, Operations operations) {
    this.program = program;
    this.operations = operations;
  }

  private Random random() {
    return program.random();
  }

  /** Something with something of the JDK's. */
  @Nullable Throwable one() {
    for (int tries = 0; tries < 20; tries++) {
      Pool.Entry entry = program.pool().pick(TYPES.get(random().nextInt(TYPES.size())), Pool.NOWHERE, random());
      if (entry != null) {
        int home = entry.home();
        int kind = random().nextInt(8);
        // JsString.of rather than null where there is none.
        Object value = program.arguments().of(io.jsc4j.JsValue.class, home);
        int index = random().nextInt(4) - (random().nextInt(10) == 0 ? 2 : 0);
        return operations.attempt("JDK " + entry.value().getClass().getSimpleName() + " of " + home + " " + kind + " "
            + index
            + " " + Operations.describe(value), action(entry.value(), home, kind, index, value), home);
      }
    }
    return null;
  }

  private Callable<@Nullable Object> action(Object target, int home, int kind, int index, @Nullable Object value) {
    return () -> switch (target) {
      case List<?> list -> list((List<@Nullable Object>) list, kind, index, value);
      case Map<?, ?> map -> map((Map<@Nullable Object, @Nullable Object>) map, kind, value);
      case Collection<?> collection -> collection((Collection<@Nullable Object>) collection, kind, value);
      case ListIterator<?> iterator -> listIterator((ListIterator<@Nullable Object>) iterator, kind, value);
      case Iterator<?> iterator -> iterator(iterator, kind);
      case Map.Entry<?, ?> entry -> kind < 3 ? entry.getKey() : kind < 5 ? entry.getValue()
          : ((Map.Entry<Object, @Nullable Object>) entry).setValue(value);
      case CompletableFuture<?> future -> future((CompletableFuture<@Nullable Object>) future, home, kind, value);
      case Flow.Publisher<?> publisher -> {
        publisher.subscribe((Flow.Subscriber<@Nullable Object>) Callbacks.of(Flow.Subscriber.class, program, home));
        yield null;
      }
      case Flow.Subscription subscription -> {
        if (kind == 0) {
          subscription.cancel();
        } else {
          subscription.request(index);
        }
        yield null;
      }
      case BaseStream<?, ?> stream -> stream(stream, kind);
      case MemorySegment memory -> memory(memory, kind, index);
      case ByteBuffer buffer -> kind < 4 ? buffer.get(index) : buffer.isReadOnly() ? null : buffer.put(index, (byte) 7);
      case Host.Face face -> kind < 3 ? face.a(index) : kind < 6
          ? face.b(value instanceof io.jsc4j.JsValue known ? known : io.jsc4j.JsValue.undefined()) : face.c();
      case Arena arena -> {
        if (kind < 2) {
          arena.close();
          yield null;
        }
        yield arena.allocate(16, 8);
      }
      default -> null;
    };
  }

  private static @Nullable Object list(List<@Nullable Object> list, int kind, int index, @Nullable Object value) {
    return switch (kind) {
      case 0 -> list.set(index, value);
      case 1 -> list.remove(index);
      case 2 -> {
        list.add(value);
        yield null;
      }
      case 3 -> list.listIterator();
      case 4 -> list.subList(0, index);
      case 5 -> {
        list.add(index, value);
        yield null;
      }
      case 6 -> list.size() < 1000 ? list.contains(value) : list.isEmpty();
      default -> list.get(index);
    };
  }

  private static @Nullable Object map(Map<@Nullable Object, @Nullable Object> map, int kind, @Nullable Object value) {
    return switch (kind) {
      case 0 -> map.put(value, value);
      case 1 -> map.remove(value);
      case 2 -> map.entrySet().iterator();
      case 3 -> map.keySet();
      case 4 -> map.values();
      case 5 -> map.computeIfAbsent(value, key -> key);
      case 6 -> map.containsValue(value);
      default -> map.get(value);
    };
  }

  private static @Nullable Object collection(Collection<@Nullable Object> collection, int kind,
      @Nullable Object value) {
    return switch (kind) {
      case 0 -> collection.add(value);
      case 1 -> collection.remove(value);
      case 2 -> collection.contains(value);
      case 3 -> collection.size() < 1000 ? List.of(collection.toArray()) : null;
      default -> collection.iterator();
    };
  }

  private static @Nullable Object listIterator(ListIterator<@Nullable Object> iterator, int kind,
      @Nullable Object value) {
    switch (kind) {
      case 0 -> iterator.add(value);
      case 1 -> iterator.set(value);
      case 2 -> iterator.remove();
      case 3 -> {
        return iterator.previous();
      }
      default -> {
        return iterator.next();
      }
    }
    return null;
  }

  private static @Nullable Object iterator(Iterator<?> iterator, int kind) {
    if (kind == 0) {
      iterator.remove();
      return null;
    }
    return kind == 1 ? iterator.hasNext() : iterator.next();
  }

  private @Nullable Object future(CompletableFuture<@Nullable Object> future, int home, int kind,
      @Nullable Object value) {
    switch (kind) {
      case 0 -> future.cancel(true);
      case 1 -> future.completeExceptionally(Thrown.any(random()));
      case 2, 3, 4 -> future.complete(value);
      case 5 -> future.thenAccept((Consumer<@Nullable Object>) Callbacks.of(Consumer.class, program, home));
      default -> {
        return future.getNow(null);
      }
    }
    return null;
  }

  private static @Nullable Object stream(BaseStream<?, ?> stream, int kind) {
    if (kind < 3) {
      stream.close();
      return null;
    }
    return stream instanceof java.util.stream.Stream<?> values ? values.limit(3).toList() : stream.iterator();
  }

  private static @Nullable Object memory(MemorySegment memory, int kind, int index) {
    return switch (kind) {
      case 0, 1, 2 -> {
        memory.set(ValueLayout.JAVA_BYTE, index, (byte) 7);
        yield null;
      }
      case 3 -> memory.byteSize() > 0 && memory.byteSize() < 100_000 ? memory.asSlice(1) : null;
      case 4 -> memory.byteSize() < 100_000 && !memory.isReadOnly() ? memory.fill((byte) 9) : null;
      case 5 -> memory.byteSize() < 100_000 ? memory.mismatch(memory) : null;
      default -> memory.get(ValueLayout.JAVA_BYTE, index);
    };
  }
}
