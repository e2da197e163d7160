package io.jsc4j;

/**
 * A Java type with its type arguments, which a {@link Class} can't say: a type token.
 *
 * {@snippet :
 * Map<String, List<Integer>> scores = js.toJava(value, new JsType<Map<String, List<Integer>>>() {});
 * }
 *
 * <p>The braces matter: the type is read from the class that they declare. It must not contain type variables.
 *
 * @param <T> the type
 */
@SuppressWarnings("unused") // Read by reflection.
public interface JsType<T> {}
