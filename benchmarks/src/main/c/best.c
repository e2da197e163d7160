/*
 * The best ways that we know of to do some of the operations in C, where they differ from the obvious ones: text by UTF-16, numbers by the bytes of
 * a typed array, a loop in JavaScript instead of many calls, and the VM's lock held around all.
 */
#include "engine.h"
#include <stdlib.h>
#include <string.h>

static Object toTyped, loop, outArray, inArray;
static double* results;
static uint16_t* text1K;
static uint16_t* text1M;

static uint16_t* text(size_t length) {
  uint16_t* buffer = malloc(length * sizeof(uint16_t));
  for (size_t i = 0; i < length; i++) {
    buffer[i] = 'a' + i % 26;
  }
  return buffer;
}

static void takeOut(String string, size_t length, const char* what) {
  check(JSStringGetLength(string) == length, what);
  uint16_t* copy = malloc(length * sizeof(uint16_t));
  memcpy(copy, JSStringGetCharactersPtr(string), length * sizeof(uint16_t));
  check(copy[length - 1] != 0, what);
  free(copy);
  JSStringRelease(string);
}

static void throughAndBack(const uint16_t* buffer, size_t length) {
  String in = JSStringCreateWithCharacters(buffer, length);
  Value argument = JSValueMakeString(context, in);
  Value result = JSObjectCallAsFunction(context, echo, NULL, 1, &argument, NULL);
  takeOut(JSValueToStringCopy(context, result, NULL), length, "string");
  JSStringRelease(in);
}

static void string1K(long n) {
  for (long i = 0; i < n; i++) {
    throughAndBack(text1K, SHORT_TEXT);
  }
}

static void string1M(long n) {
  for (long i = 0; i < n; i++) {
    throughAndBack(text1M, LONG_TEXT);
  }
}

static void mapDoubles(long n) {
  for (long i = 0; i < n; i += DOUBLES) {
    memcpy(JSObjectGetTypedArrayBytesPtr(context, inArray, NULL), doubles, DOUBLES * sizeof(double));
    Value arguments[] = {addOne, inArray, outArray};
    JSObjectCallAsFunction(context, loop, NULL, 3, arguments, NULL);
    memcpy(results, JSObjectGetTypedArrayBytesPtr(context, outArray, NULL), DOUBLES * sizeof(double));
    check(results[DOUBLES - 1] == DOUBLES + 0.5, "mapDoubles");
  }
}

static void doublesIn(long n) {
  for (long i = 0; i < n; i++) {
    Object array = JSObjectMakeTypedArray(context, FLOAT64_ARRAY, DOUBLES, NULL);
    memcpy(JSObjectGetTypedArrayBytesPtr(context, array, NULL), doubles, DOUBLES * sizeof(double));
    Value argument = array;
    Value result = JSObjectCallAsFunction(context, sum, NULL, 1, &argument, NULL);
    check(JSValueToNumber(context, result, NULL) == 5e11, "doublesIn");
  }
}

static void doublesOut(long n) {
  for (long i = 0; i < n; i++) {
    Value array = JSObjectCallAsFunction(context, makeDoubles, NULL, 0, NULL, NULL);
    Object typed = (Object)JSObjectCallAsFunction(context, toTyped, NULL, 1, &array, NULL);
    memcpy(results, JSObjectGetTypedArrayBytesPtr(context, typed, NULL), DOUBLES * sizeof(double));
    check(results[DOUBLES - 1] == DOUBLES - 0.5, "doublesOut");
  }
}

static Object typedArray(void) {
  Object array = JSObjectMakeTypedArray(context, FLOAT64_ARRAY, DOUBLES, NULL);
  JSValueProtect(context, array);
  return array;
}

void measureBest(void) {
  toTyped = evaluateFunction("(array => new Float64Array(array))");
  loop = evaluateFunction("((f, from, to) => { for (let i = 0; i < from.length; i++) to[i] = f(from[i]); })");
  inArray = typedArray();
  outArray = typedArray();
  results = malloc(DOUBLES * sizeof(double));
  text1K = text(SHORT_TEXT);
  text1M = text(LONG_TEXT);

  measureLocked("mapDoubles", "best", mapDoubles, DOUBLES);
  measureLocked("string1K", "best", string1K, 1);
  measureLocked("string1M", "best", string1M, 1);
  measureLocked("doublesIn", "best", doublesIn, 1);
  measureLocked("doublesOut", "best", doublesOut, 1);
}
