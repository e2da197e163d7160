package io.jsc4j.internal.ffi;

/**
 * The closed list of what must hold around a call of the engine. Nothing else is assumed anywhere in this package.
 *
 * <p>Each constant is enforced by exactly one method, marked {@link Enforces}, and proved by exactly one scenario of the obligation tests.
 */
public enum Obligation {
  /** The context of the call has not been released. Passing a released context is a use after free. */
  CONTEXT_OPEN("the context has not been closed"),
  /** The calling thread is the platform thread that opened the runtime: JSC scans that thread's stack, and handle tables are not shared. */
  OWNER_THREAD("the calling thread owns the runtime"),
  /** The VM's lock is held from before the call until its result is protected: without it a concurrent collection frees the result. */
  LOCK_HELD("the VM's lock is held from the call until the result is protected"),
  /** A heap value is protected before the lock is dropped: JSC can't see references that live in Java objects. */
  RESULT_PROTECTED("a heap value that Java keeps is protected from the collector"),
  /** A value made for a call (a string argument) is protected until the call has taken it. */
  ARGUMENTS_ROOTED("values made for a call are protected until the call has taken them"),
  /** A value that a callback returns or throws stays protected until the engine, which dropped the lock, has taken it. */
  CALLBACK_RESULT_PARKED("what a callback returns stays protected until the engine has taken it"),
  /** The exception slot is read after each call that has one, before the result is looked at. */
  EXCEPTION_READ("the exception slot is read before the result is used"),
  /** A NULL where a value is due never becomes a value. */
  RESULT_PRESENT("a NULL result is an error, never a value"),
  /** A handle that is passed in has not been released. */
  VALUE_ALIVE("the handle has not been released"),
  /** A handle that is passed in belongs to the runtime of the call: a cell of another heap corrupts both. */
  SAME_RUNTIME("the value belongs to the runtime of the call"),
  /** Where the engine wants an object, the value is one: it casts without looking. */
  IS_OBJECT("a value passed as an object is one"),
  /** A parsed script runs only in its own runtime: the engine aborts the process otherwise. */
  SCRIPT_OF_RUNTIME("a script is evaluated in the runtime that parsed it"),
  /** A string is one that this package made, with a length that both sides can represent. */
  STRING_VALID("a string was made by this package and both sides can represent its length"),
  /** A NaN is made canonical before it is encoded: a payload would be read as a pointer. */
  NAN_CANONICAL("a NaN is canonical before it is encoded"),
  /** No Throwable leaves an upcall: the linker would end the JVM. */
  CALLBACK_CONTAINED("no Throwable leaves a callback"),
  /** A host function of a closed context throws a JavaScript error and runs no Java code. */
  CALLBACK_CONTEXT_OPEN("a host function of a closed context does not run"),
  /** A context or runtime is not released while one of its calls is on the stack. */
  NOT_ENTERED("nothing is released while the engine is on the stack"),
  /** What a context keeps protected is unprotected, with the lock dropped again, before the context is released. */
  CLEANUP_ORDERED("handles are unprotected before the context is released, and the context before the runtime"),
  /** The engine's options are set before its first VM, and only then: later its configuration is read-only memory. */
  OPTIONS_BEFORE_VM("engine options are set before the first VM and never after"),
  /** The watchdog arms itself again at each tick: it fires once otherwise, and a limit would never be seen. */
  WATCHDOG_REARMED("the watchdog arms itself again at each tick"),
  /** A termination that stays in the VM is taken out before the next call, which would fail instead. */
  TERMINATION_SWEPT("a termination does not leak into the next call"),
  /** Memory that Java gets an address of neither moves nor shrinks while its buffer lives: no resizable buffer, no WebAssembly memory. */
  MEMORY_FIXED("memory that can move or shrink is never shared"),
  /** The buffer under a view of Java has a protection of its own until no access is possible any more. */
  VIEW_PROTECTED("a view's buffer is protected until no access is possible"),
  /** The heap is not released while Java has a view of memory in it, even if everything else of the runtime is closed. */
  VIEWS_ENDED("the runtime is not released before the last view has ended");

  private final String statement;

  Obligation(String statement) {
    this.statement = statement;
  }

  /** What must hold, as the ledger prints it. */
  public String statement() {
    return statement;
  }
}
