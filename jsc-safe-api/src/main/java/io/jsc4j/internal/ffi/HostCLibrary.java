package io.jsc4j.internal.ffi;

import io.jsc4j.internal.load.HostLibc;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** Asks the C library of the process what it is and why it can't open a file; only after a failure, for the message. */
final class HostCLibrary implements HostLibc {
  private static final int RTLD_LAZY = 1;
  private static final long MAX_MESSAGE = 4096;

  @Override
  @Unsafe({})
  public Optional<String> glibcVersion() {
    return find("gnu_get_libc_version", FunctionDescriptor.of(ValueLayout.ADDRESS)).map(function -> {
      try {
        // SAFETY: no arguments; returns a constant string of the C library.
        return text((MemorySegment) function.invokeExact());
      } catch (Throwable t) {
        throw new AssertionError("a downcall throws nothing checked", t);
      }
    });
  }

  @Override
  @Unsafe({})
  public Optional<String> openError(String library) {
    Optional<MethodHandle> open = find("dlopen", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS,
        ValueLayout.JAVA_INT));
    Optional<MethodHandle> error = find("dlerror", FunctionDescriptor.of(ValueLayout.ADDRESS));
    if (open.isEmpty() || error.isEmpty()) {
      return Optional.empty();
    }
    try (Arena arena = Arena.ofConfined()) {
      // SAFETY: the path is a C string that outlives the call. If the library opens after all it stays open, which does no harm.
      MemorySegment handle = (MemorySegment) open.get().invokeExact(arena.allocateFrom(library), RTLD_LAZY);
      if (handle.address() != 0) {
        return Optional.empty();
      }
      // SAFETY: no arguments; the string lives until this thread's next dl* call.
      MemorySegment message = (MemorySegment) error.get().invokeExact();
      return message.address() == 0 ? Optional.empty() : Optional.of(text(message));
    } catch (Throwable t) {
      throw new AssertionError("a downcall throws nothing checked", t);
    }
  }

  @Unsafe({})
  private static Optional<MethodHandle> find(String name, FunctionDescriptor descriptor) {
    return Linker.nativeLinker().defaultLookup().find(name).map(address -> {
      // SAFETY: the descriptors above are those of POSIX and of glibc.
      @SuppressWarnings("restricted")
      MethodHandle handle = Linker.nativeLinker().downcallHandle(address, descriptor);
      return handle;
    });
  }

  @Unsafe({})
  private static String text(MemorySegment string) {
    // SAFETY: a zero-terminated string of the C library, shorter than the bound.
    @SuppressWarnings("restricted")
    MemorySegment bounded = string.reinterpret(MAX_MESSAGE);
    return bounded.getString(0);
  }
}
