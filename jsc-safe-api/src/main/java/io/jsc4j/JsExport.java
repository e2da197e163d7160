package io.jsc4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shows a Java class to JavaScript: its objects can be handed to {@link JsContext#export(String, Object)}, and scripts see those of its members that
 * carry the annotation too, of whatever visibility, and nothing else.
 *
 * {@snippet file="Account.java" region="export"}
 *
 * <ul>
 *   <li>A method becomes a method, or an accessor ({@link #accessor}); a component of a record, an accessor without a setter.
 *   <li>A field becomes an accessor, without a setter if it is final.
 *   <li>A constructor lets scripts say {@code new}, on the object's {@code constructor} or on what {@link JsContext#export(String, Class)} gives.
 *   <li>Static members become members of the constructor.
 *   <li>A superclass that carries the annotation becomes the superclass in JavaScript. An object whose own class does not carry it is seen as
 *       one of the nearest superclass that does.
 *   <li>Methods of one name, and constructors, must differ in their number of parameters: that alone chooses. A method with variable
 *       arguments takes what no other one takes.
 * </ul>
 *
 * <p>Parameters and results are primitives and their wrappers, {@code String}, the {@link JsValue} types, and Java objects that have a JavaScript
 * object. Nothing is converted silently: a fraction for an {@code int}, a missing argument for a primitive, or an object of another class is a
 * TypeError in JavaScript. null goes out as null; null and undefined come in as null, where the type has one. A {@code long} goes out as a number
 * if that is exact, and throws {@link ArithmeticException} otherwise; it comes in as a whole number or a big int. A {@code float} is rounded. A
 * {@code char} is a string of one unit. For a parameter of type {@code Object}, strings, booleans and numbers ({@code Double}) come as such, objects
 * that stand for Java objects as those, and anything else as {@link JsValue}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.CONSTRUCTOR})
public @interface JsExport {
  /** What JavaScript calls it; its name in Java unless given. Without a meaning for constructors. */
  String value() default "";

  /**
   * Whether a method is half of an accessor: the getter if it has no parameters, the setter if it has one. Both need the same name in JavaScript.
   */
  boolean accessor() default false;
}
