package io.jsc4j;

/**
 * What is open in this class loader; all zero after everything has been closed. For tests and monitoring: see {@link
 * JsEngine#liveResources()}.
 *
 * @param runtimes open runtimes
 * @param contexts open contexts
 * @param references open references
 * @param handles values in the engines' heaps that Java keeps alive, some of the library's own for each runtime and context
 * @param hostObjects host functions and host exceptions that JavaScript may still reach, or has not collected yet
 * @param weakReferences weak references that Java may still reach, or whose owner thread has not released them yet
 */
public record JsLiveResources(int runtimes, int contexts, int references, long handles, long hostObjects,
    long weakReferences) {}
