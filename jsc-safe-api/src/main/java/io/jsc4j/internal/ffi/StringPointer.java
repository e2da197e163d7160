package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import io.jsc4j.bindings.UniformCalls;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * A {@code JSStringRef} that this package owns: made here or copied out of the engine, released once, by {@link #close()}.
 *
 * <p>A {@code JSStringRef} is reference-counted memory outside the collected heap, so it needs no protection and no context. Only this type
 * is ever passed where the C API wants a string; a C string there would be read as a pointer to the engine's own structure.
 */
final class StringPointer implements AutoCloseable {
  /**
   * The most UTF-16 units that cross in either direction: what V8 allows too. The engine's own limit is 2^31 - 1, but it makes a 16-bit copy
   * of a string whose characters are asked for and ends the process if it can't get the memory.
   */
  static final int MAX_LENGTH = (1 << 29) - 24;

  /** {@code JSStringCreateWithCharacters} reading a Java array in place: it takes no context and runs no JavaScript. */
  private static final class CreateWithCharacters {
    static final MethodHandle HANDLE = link();

    @Unsafe({})
    private static MethodHandle link() {
      // SAFETY: the descriptor is jextract's, from the same header. Critical: it only copies characters, in bounded time.
      @SuppressWarnings("restricted")
      MethodHandle handle = Linker.nativeLinker()
          .downcallHandle(
              UniformCalls.JSStringCreateWithCharacters$address(),
              FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG),
              Linker.Option.critical(true));
      return handle;
    }
  }

  /** How much of a string that is too long is shown, in bytes. */
  private static final long MAX_BEGINNING = 64 * 1024;

  private final MemorySegment string;
  private boolean released;

  private StringPointer(MemorySegment string) {
    this.string = string;
  }

  /**
   * Copies a Java string, unit by unit: NUL and lone surrogates arrive as they are.
   *
   * @throws IllegalArgumentException if it is longer than {@link #MAX_LENGTH}
   */
  static StringPointer of(String value) {
    requireLength(value.length());
    return of(value.toCharArray(), value.length());
  }

  /**
   * The same by way of an array that the runtime keeps; on its owner thread.
   *
   * @throws IllegalArgumentException if it is longer than {@link #MAX_LENGTH}
   */
  static StringPointer of(RuntimePointer runtime, String value) {
    int length = value.length();
    requireLength(length);
    char[] units = runtime.units().ofAtLeast(length);
    value.getChars(0, length, units, 0);
    return of(units, length);
  }

  @Unsafe(Obligation.STRING_VALID)
  private static StringPointer of(char[] units, int length) {
    MemorySegment created;
    try {
      // SAFETY: the array outlives the call and is at least that long; the engine copies that many units.
      created = (MemorySegment) CreateWithCharacters.HANDLE.invokeExact(MemorySegment.ofArray(units), (long) length);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable t) {
      throw new AssertionError("a downcall throws nothing checked", t);
    }
    return adopt(created.address());
  }

  /** Takes over a reference that the engine returned; NULL means that it had no memory for it. */
  static StringPointer adopt(long address) {
    if (address == 0) {
      throw new OutOfMemoryError("the JavaScript engine had no memory for a string");
    }
    return new StringPointer(MemorySegment.ofAddress(address));
  }

  /** For a downcall. */
  MemorySegment segment() {
    if (released) {
      throw new IllegalStateException("the string has been released");
    }
    return string;
  }

  /**
   * The characters as a Java string.
   *
   * @param runtime refuses a string that exceeds its limit
   * @throws IllegalArgumentException if there are more than {@link #MAX_LENGTH}
   */
  String read(RuntimePointer runtime) {
    long length = length();
    requireLength(length);
    runtime.requireTransferable(length * Character.BYTES);
    return copy((int) length, runtime.units());
  }

  /** The characters as a Java string that is no output of a script. */
  String readWhole() {
    return copy(Math.toIntExact(length()), new StringUnits());
  }

  /** The characters as a Java string; the first of them where it exceeds the runtime's limits, or {@link #MAX_LENGTH}. */
  String readCut(RuntimePointer runtime) {
    long length = length();
    long bytes = length * Character.BYTES;
    long most = runtime.cutAt(bytes);
    return length <= MAX_LENGTH && bytes <= most
        ? copy((int) length, runtime.units())
        : beginning((int) Math.min(most, MAX_BEGINNING)).concat("... (" + bytes + " bytes)");
  }

  /** The first characters, without a 16-bit copy of the whole string, which the engine makes where its characters are asked for. */
  @Unsafe(Obligation.STRING_VALID)
  private String beginning(int bytes) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocate(bytes);
      // SAFETY: the reference is ours and not released (segment() checks); the engine writes no more bytes than it is told, a NUL at the end.
      JavaScriptCore.JSStringGetUTF8CString(segment(), buffer, bytes);
      return buffer.getString(0);
    }
  }

  @Unsafe(Obligation.STRING_VALID)
  private long length() {
    // SAFETY: the reference is ours and not released (segment() checks).
    return UniformCalls.JSStringGetLength(segment());
  }

  @Unsafe(Obligation.STRING_VALID)
  private String copy(int length, StringUnits kept) {
    if (length == 0) {
      return "";
    }
    // SAFETY: as above; the characters belong to the string and live as long as it, beyond the copy below.
    MemorySegment characters = UniformCalls.JSStringGetCharactersPtr(segment());
    // SAFETY: the engine keeps `length` UTF-16 units there.
    @SuppressWarnings("restricted")
    MemorySegment bounded = characters.reinterpret((long) length * Character.BYTES);
    char[] units = kept.ofAtLeast(length);
    MemorySegment.copy(bounded, ValueLayout.JAVA_CHAR, 0, units, 0, length);
    return new String(units, 0, length);
  }

  @Enforces(Obligation.STRING_VALID)
  private static void requireLength(long length) {
    if (length > MAX_LENGTH) {
      throw new IllegalArgumentException("a string of " + length
          + " UTF-16 units can't cross between Java and JavaScript; the most is "
          + MAX_LENGTH);
    }
  }

  @Override
  @Unsafe(Obligation.STRING_VALID)
  public void close() {
    if (!released) {
      released = true;
      // SAFETY: the reference is ours and this is its only release.
      UniformCalls.JSStringRelease(string);
    }
  }
}
