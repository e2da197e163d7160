package io.jsc4j.internal.ffi;

/** Why a script was ended. */
public enum Limit {
  /** Wall-clock time, in nanoseconds. */
  TIME,
  /** CPU time of the thread, in nanoseconds. */
  CPU_TIME,
  /** Size of the JavaScript heap, in bytes. */
  HEAP,
  /** Frames of JavaScript on the stack. */
  STACK_DEPTH,
  /** Bytes of strings and buffers that crossed to Java. */
  OUTPUT,
  /** Calls of host functions. */
  HOST_CALLS,
  /** Microtasks that follow from each other in one turn. */
  MICROTASKS,
  /** Somebody asked for it. */
  CANCELLED
}
