package io.jsc4j.internal.ffi;

import org.jspecify.annotations.Nullable;

/**
 * Tells an object's kind by the byte in which the engine itself notes its type ({@code JSCell::m_type}), instead of by four questions that each take
 * a level of the lock: those were more than half of what a handle costs ({@code docs/adr/0025}).
 *
 * <p>What each type is was learned from samples, once in the process, by asking those questions; one that no sample has, or samples of several
 * kinds (a proxy's), is none, and its objects are asked. Should it be wrong all the same, a handle has the wrong class and nothing worse: that it is an
 * object is not decided here, and each function of the C API that takes more than that for granted looks itself.
 */
final class ObjectTypes {
  /** Of the header that every cell begins with: four bytes of structure, one of indexing, the type, two more. */
  private static final long TYPE_OFFSET = 5;

  /** The last two are of one type and two kinds. */
  private static final String SAMPLES =
      """
          [{}, { a: 1 }, { 0: 0.5 }, { __proto__: null }, [], [0.5], ['a', 1], () => 0, Object.keys, class {}, async function* () {}, Map,
            new Date(0), new ArrayBuffer(1), new Map(), new Set(), /x/, new Error(), Promise.resolve(),
            ...['Int8', 'Uint8', 'Uint8Clamped', 'Int16', 'Uint16', 'Int32', 'Uint32', 'Float16', 'Float32', 'Float64', 'BigInt64', 'BigUint64']
              .filter(name => globalThis[name + 'Array']).map(name => new globalThis[name + 'Array'](1)),
            new Proxy({}, {}), new Proxy(() => 0, {})]""";

  /** By type; null for those that have to be asked. Empty before anything was learned. */
  private static volatile @Nullable CellKind[] kinds = {};

  private ObjectTypes() {}

  /** The kind of an object that is protected, or came from the engine under the lock that is still held; null if it has to be asked. */
  static @Nullable CellKind of(long object) {
    @Nullable CellKind[] known = kinds;
    return known.length == 0 ? null : known[typeOf(object)];
  }

  @Unsafe({Obligation.LOCK_HELD, Obligation.RESULT_PRESENT, Obligation.RESULT_PROTECTED})
  private static int typeOf(long cell) {
    // SAFETY: the cell is protected, or came from the engine under the lock that is still held; none is smaller than its header, none ever moves.
    return Byte.toUnsignedInt(NativeMemory.getByte(cell + TYPE_OFFSET));
  }

  /** Learns, the first time, from the first context of a runtime, which no script of a user has seen. */
  static void learn(ContextPointer service) {
    if (kinds.length == 0) {
      kinds = learned(service);
    }
  }

  private static @Nullable CellKind[] learned(ContextPointer service) {
    @Nullable CellKind[] found = new CellKind[1 << Byte.SIZE];
    boolean[] ambiguous = new boolean[found.length];
    CellPointer samples = (CellPointer) Scripts.evaluate(service, SAMPLES, null, 1);
    // By key, and up to the end: the function for an index is one that a start need not link.
    int index = 0;
    while (Objects.getKey(service, samples, new NativeValue.Num(index++)) instanceof CellPointer sample) {
      int type = typeOf(sample.rawAddress());
      ambiguous[type] |= found[type] != null && found[type] != sample.kind();
      found[type] = sample.kind();
      Realm.discard(sample);
    }
    Realm.discard(samples);
    for (int type = 0; type < found.length; type++) {
      found[type] = ambiguous[type] ? null : found[type];
    }
    return found;
  }
}
