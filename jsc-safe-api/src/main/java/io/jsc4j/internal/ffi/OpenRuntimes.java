package io.jsc4j.internal.ffi;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The open runtimes of the process, by the numbers that the engine is given for them. Looking one up allocates nothing, since an upcall does it before
 * there is anyone to hear that the heap is full. Weak, so that a runtime that is never closed can still be noticed as a leak.
 */
final class OpenRuntimes {
  /** Never changed, but replaced; the numbers are ascending. */
  private static final class Table {
    final int[] numbers;
    final WeakReference<RuntimePointer>[] runtimes;

    Table(int[] numbers, WeakReference<RuntimePointer>[] runtimes) {
      this.numbers = numbers;
      this.runtimes = runtimes;
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static volatile Table table = new Table(new int[0], new WeakReference[0]);
  private static int last;

  private OpenRuntimes() {}

  /** Gives a runtime a number that no other has had. */
  static synchronized int add(RuntimePointer runtime) {
    Table before = table;
    int[] numbers = Arrays.copyOf(before.numbers, before.numbers.length + 1);
    WeakReference<RuntimePointer>[] runtimes = Arrays.copyOf(before.runtimes, numbers.length);
    int size = 0;
    for (int i = 0; i < before.numbers.length; i++) {
      if (!before.runtimes[i].refersTo(null)) {
        numbers[size] = before.numbers[i];
        runtimes[size++] = before.runtimes[i];
      }
    }
    numbers[size] = last + 1;
    runtimes[size++] = new WeakReference<>(runtime);
    table = new Table(Arrays.copyOf(numbers, size), Arrays.copyOf(runtimes, size));
    return ++last;
  }

  /** Forgets one that has been closed; its place goes when another is added. */
  static void remove(int number) {
    Table now = table;
    int index = Arrays.binarySearch(now.numbers, number);
    if (index >= 0) {
      now.runtimes[index].clear();
    }
  }

  /** The runtime of a number, or null if it is gone. */
  static @Nullable RuntimePointer get(int number) {
    Table now = table;
    int index = Arrays.binarySearch(now.numbers, number);
    return index < 0 ? null : now.runtimes[index].get();
  }

  static void forEach(Consumer<RuntimePointer> action) {
    for (WeakReference<RuntimePointer> reference : table.runtimes) {
      RuntimePointer open = reference.get();
      if (open != null) {
        action.accept(open);
      }
    }
  }
}
