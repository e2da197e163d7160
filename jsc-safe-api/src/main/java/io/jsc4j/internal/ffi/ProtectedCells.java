package io.jsc4j.internal.ffi;

import io.jsc4j.internal.checked.CheckedMode;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In checked mode, every protection that a runtime holds, by address, with the place that took it: what {@code JSValueProtect} and {@code
 * JSValueUnprotect} count, counted again. Confined to the owner thread.
 */
final class ProtectedCells {
  private final RuntimePointer runtime;
  private final Map<Long, Deque<Throwable>> sites = new HashMap<>();

  ProtectedCells(RuntimePointer runtime) {
    this.runtime = runtime;
  }

  /** The engine has just been told to protect the cell. */
  void added(long cell) {
    if (cell == 0) {
      throw CheckedMode.failure("NULL was protected as if it were a value");
    }
    sites.computeIfAbsent(cell, ignored -> new ArrayDeque<>()).push(new Throwable("the protection was taken here"));
  }

  /** The engine will be told to give back a protection of the cell. */
  void removing(long cell) {
    Deque<Throwable> held = sites.get(cell);
    if (held == null) {
      throw CheckedMode.failure("a value that is not protected is unprotected (" + (cell == CellTrace.POISON
          ? "through a handle that has been released"
          : Long.toHexString(cell)) + ")");
    }
    held.pop();
    if (held.isEmpty()) {
      sites.remove(cell);
    }
  }

  /** Checks that a value, which the engine may be called with, can't be collected. */
  void requireProtected(long cell, String what) {
    if (!sites.containsKey(cell)) {
      throw CheckedMode.failure(what + " is not protected from the collector (" + Long.toHexString(cell) + ")");
    }
  }

  /** Checks a handle at a use, after the ordinary checks, and asks the engine itself what the cell is. */
  void requireUsable(CellPointer pointer, long address) {
    CellTrace trace = pointer.trace();
    if (trace == null || !pointer.isAlive() || address == CellTrace.POISON) {
      throw failure("a handle was used after its release", pointer);
    }
    if (pointer.runtime() != runtime) {
      throw failure("a handle of another runtime (" + pointer.runtime() + ") was used in " + runtime, pointer);
    }
    if (!runtime.isOwner()) {
      throw failure("a handle was used by " + Thread.currentThread(), pointer);
    }
    if (!sites.containsKey(address)) {
      throw failure("a handle was used whose value is not protected from the collector", pointer);
    }
    // Outside of an entry the lock is not held, and taking it for the question could run microtasks.
    if (runtime.depth() > 0) {
      requireKind(pointer, address);
    }
  }

  private void requireKind(CellPointer pointer, long address) {
    MemorySegment context = runtime.service().segment();
    // The service context lives as long as the runtime, and the cell is protected: the table says so.
    CellKind kind = Values.kindOf(context, MemorySegment.ofAddress(address));
    if (kind != pointer.kind() && (kind == null || !kind.isObject() || pointer.kind() != CellKind.OBJECT)) {
      throw failure("the engine says that the value of a handle is " + (kind == null ? "no heap value" : kind),
          pointer);
    }
  }

  /** Checks that a handle may be passed where the engine casts to an object. */
  void requireObject(CellPointer pointer) {
    if (!pointer.kind().isObject()) {
      throw failure("a handle was passed as an object and is none", pointer);
    }
  }

  private static CheckedMode.CheckFailure failure(String message, CellPointer pointer) {
    CellTrace trace = pointer.trace();
    @Nullable Throwable made = trace == null ? null : trace.made();
    @Nullable Throwable released = trace == null ? null : trace.released();
    return CheckedMode.failure(message + ": " + pointer.kind() + (trace == null ? "" : trace.describe()), made,
        released);
  }

  /** Checks that the runtime, which is about to be released, holds nothing any more. */
  void requireEmpty(long liveCells) {
    if (sites.isEmpty() && liveCells == 0) {
      return;
    }
    List<Throwable> held = new ArrayList<>();
    sites.values().forEach(held::addAll);
    throw CheckedMode.failure(held.size() + " values are still protected when their runtime closes, " + liveCells
        + " by its count (the first of them by " + CheckedMode.where(held.isEmpty() ? null : held.getFirst()) + ")",
        held
            .subList(0, Math.min(held.size(), 5))
            .toArray(Throwable[]::new));
  }
}
