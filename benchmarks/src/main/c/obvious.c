/*
 * The operations of the benchmarks in C, as its obvious calls do them: the floor for jsc4j to go under.
 * Arguments: the JavaScriptCore library to load, the row, how many rounds to measure, the milliseconds of the warm-up and of a round, and for a
 * program the files of its scripts. Prints one line for each way to do it: the row, "plain", "locked" (the VM's lock is held around all calls) or "best", and the nanoseconds of each round.
 * The rows startUp and contextMemory are measured from outside and in bytes.
 */
#include "engine.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- the operations; each does it n times */

Object addOne, echo, sum, makeDoubles;
double* doubles;
static Object callHost, point, parsed, shared, fail;
static String name, small, message;
static char* json;

static void number(long n) {
  for (long i = 0; i < n; i++) {
    sink = JSValueToNumber(context, JSValueMakeNumber(context, i + 0.5), NULL);
  }
}

static void callDouble(long n) {
  for (long i = 0; i < n; i++) {
    Value exception = NULL;
    Value argument = JSValueMakeNumber(context, i + 0.5);
    Value result = JSObjectCallAsFunction(context, addOne, NULL, 1, &argument, &exception);
    sink = JSValueToNumber(context, result, &exception);
  }
  check(n == 0 || sink == n + 0.5, "callDouble");
}

static Value host(Context inside, Object function, Object self, size_t count, const Value arguments[], Value* exception) {
  (void)function, (void)self, (void)count;
  return JSValueMakeNumber(inside, JSValueToNumber(inside, arguments[0], exception) + 1);
}

static void hostCall(long n) {
  for (long i = 0; i < n; i += 1000) {
    Value argument = JSValueMakeNumber(context, 1000);
    Value result = JSObjectCallAsFunction(context, callHost, NULL, 1, &argument, NULL);
    check(JSValueToNumber(context, result, NULL) == 1000, "hostCall");
  }
}

static void getNumber(long n) {
  for (long i = 0; i < n; i++) {
    Value exception = NULL;
    sink = JSValueToNumber(context, JSObjectGetProperty(context, point, name, &exception), &exception);
  }
  check(sink == 42.5, "getNumber");
}

static void throughAndBack(const char* buffer, size_t length) {
  Value exception = NULL;
  /* A new string each time, as a caller has one. */
  String in = JSStringCreateWithUTF8CString(buffer);
  Value argument = JSValueMakeString(context, in);
  Value result = JSObjectCallAsFunction(context, echo, NULL, 1, &argument, &exception);
  String out = JSValueToStringCopy(context, result, &exception);
  size_t size = JSStringGetMaximumUTF8CStringSize(out);
  char* copy = malloc(size);
  check(JSStringGetUTF8CString(out, copy, size) == length + 1, "string");
  free(copy);
  JSStringRelease(out);
  JSStringRelease(in);
}

static char* buffer1K;
static char* buffer1M;

static void string1K(long n) {
  for (long i = 0; i < n; i++) {
    throughAndBack(buffer1K, SHORT_TEXT);
  }
}

static void string1M(long n) {
  for (long i = 0; i < n; i++) {
    throughAndBack(buffer1M, LONG_TEXT);
  }
}

static void doublesIn(long n) {
  Value* values = malloc(DOUBLES * sizeof(Value));
  for (long i = 0; i < n; i++) {
    for (int k = 0; k < DOUBLES; k++) {
      values[k] = JSValueMakeNumber(context, doubles[k]);
    }
    Value array = JSObjectMakeArray(context, DOUBLES, values, NULL);
    Value result = JSObjectCallAsFunction(context, sum, NULL, 1, &array, NULL);
    check(JSValueToNumber(context, result, NULL) == 5e11, "doublesIn");
  }
  free(values);
}

/* Nothing crosses but one number; the rest is there. */
static void sharedIn(long n) {
  for (long i = 0; i < n; i++) {
    doubles[0] = i + 0.5;
    Value array = shared;
    Value result = JSObjectCallAsFunction(context, sum, NULL, 1, &array, NULL);
    check(JSValueToNumber(context, result, NULL) == 5e11 + i, "sharedIn");
  }
  doubles[0] = 0.5;
}

static void doublesOut(long n) {
  double* all = malloc(DOUBLES * sizeof(double));
  for (long i = 0; i < n; i++) {
    Object array = (Object)JSObjectCallAsFunction(context, makeDoubles, NULL, 0, NULL, NULL);
    JSValueProtect(context, array);
    for (unsigned k = 0; k < DOUBLES; k++) {
      all[k] = JSValueToNumber(context, JSObjectGetPropertyAtIndex(context, array, k, NULL), NULL);
    }
    JSValueUnprotect(context, array);
    check(all[DOUBLES - 1] == DOUBLES - 0.5, "doublesOut");
  }
  free(all);
}

static void newContext(long n) {
  for (long i = 0; i < n; i++) {
    Context fresh = JSGlobalContextCreateInGroup(group, NULL);
    Value value = JSEvaluateScript(fresh, small, NULL, NULL, 1, NULL);
    check(JSValueToNumber(fresh, value, NULL) == 42, "newContext");
    JSGlobalContextRelease(fresh);
  }
}

static void sameScript(long n) {
  for (long i = 0; i < n; i++) {
    sink = JSValueToNumber(context, JSEvaluateScript(context, small, NULL, NULL, 1, NULL), NULL);
  }
  check(sink == 42, "sameScript");
}

static long scripts;

static void newScript(long n) {
  char source[64];
  for (long i = 0; i < n; i++) {
    snprintf(source, sizeof source, "40 + %ld", ++scripts);
    sink = JSValueToNumber(context, evaluate(source), NULL);
  }
  check(sink == 40 + scripts, "newScript");
}

static void jsonIn(long n) {
  for (long i = 0; i < n; i++) {
    String in = JSStringCreateWithUTF8CString(json);
    check(JSValueMakeFromJSONString(context, in) != NULL, "jsonIn");
    JSStringRelease(in);
  }
}

static void jsonOut(long n) {
  size_t length = strlen(json);
  for (long i = 0; i < n; i++) {
    String out = JSValueCreateJSONString(context, parsed, 0, NULL);
    size_t size = JSStringGetMaximumUTF8CStringSize(out);
    char* copy = malloc(size);
    check(JSStringGetUTF8CString(out, copy, size) == length + 1, "jsonOut");
    free(copy);
    JSStringRelease(out);
  }
}

static void exceptionOut(long n) {
  for (long i = 0; i < n; i++) {
    Value exception = NULL;
    JSObjectCallAsFunction(context, fail, NULL, 0, NULL, &exception);
    check(exception != NULL, "exceptionOut");
    Value text = JSObjectGetProperty(context, (Object)exception, message, NULL);
    String out = JSValueToStringCopy(context, text, NULL);
    char copy[64];
    check(JSStringGetUTF8CString(out, copy, sizeof copy) == sizeof "wrong", "exceptionOut");
    JSStringRelease(out);
  }
}

/* --- what is measured in other ways */

static void startUp(void) {
  Value value = evaluate("6*7");
  printf("%g\n", JSValueToNumber(context, value, NULL));
}

static double resident(void) {
  char line[256];
  double kilobytes = 0;
  FILE* status = fopen("/proc/self/status", "r");
  check(status != NULL, "/proc/self/status");
  while (fgets(line, sizeof line, status) != NULL) {
    sscanf(line, "VmRSS: %lf", &kilobytes);
  }
  fclose(status);
  return kilobytes * 1024;
}

static void openContexts(int n) {
  for (int i = 0; i < n; i++) {
    Context fresh = JSGlobalContextCreateInGroup(group, NULL);
    check(JSValueToNumber(fresh, JSEvaluateScript(fresh, small, NULL, NULL, 1, NULL), NULL) == 42, "contextMemory");
  }
}

static void contextMemory(int n) {
  openContexts(n);
  double before = resident();
  openContexts(n);
  printf("%.0f\n", (resident() - before) / n);
}

/* --- all of them */

static void both(const char* row, void (*operation)(long), long unit) {
  measure(row, "plain", operation, unit);
  measureLocked(row, "locked", operation, unit);
}

static char* text(size_t length) {
  char* buffer = malloc(length + 1);
  for (size_t i = 0; i < length; i++) {
    buffer[i] = 'a' + i % 26;
  }
  buffer[length] = 0;
  return buffer;
}

static void prepare(void) {
  addOne = evaluateFunction("(x => x + 1)");
  echo = evaluateFunction("(text => text)");
  sum = evaluateFunction("(numbers => { let sum = 0; for (let i = 0; i < numbers.length; i++) sum += numbers[i]; return sum; })");
  makeDoubles = evaluateFunction("(() => { const all = []; for (let i = 0; i < 1000000; i++) all.push(i + 0.5); return all; })");
  fail = evaluateFunction("(() => { throw new Error('wrong'); })");
  message = JSStringCreateWithUTF8CString("message");
  point = evaluateFunction("({ x: 42.5 })");
  name = JSStringCreateWithUTF8CString("x");
  shared = JSObjectMakeTypedArrayWithBytesNoCopy(context, FLOAT64_ARRAY, doubles, DOUBLES * sizeof(double), NULL, NULL, NULL);
  check(shared != NULL, "shared");
  JSValueProtect(context, shared);
  String written = JSValueToStringCopy(context, evaluate("JSON.stringify(Array.from({ length: 100 }, (_, i) => ({ id: i, name: 'name ' + i, price: i + 0.5, tags: ['a', 'b'], active: true })))"), NULL);
  json = malloc(JSStringGetMaximumUTF8CStringSize(written));
  JSStringGetUTF8CString(written, json, JSStringGetMaximumUTF8CStringSize(written));
  parsed = (Object)JSValueMakeFromJSONString(context, written);
  JSValueProtect(context, parsed);
  JSStringRelease(written);
  buffer1K = text(SHORT_TEXT);
  buffer1M = text(LONG_TEXT);
  String hostName = JSStringCreateWithUTF8CString("host");
  JSObjectSetProperty(context, JSContextGetGlobalObject(context), hostName,
      JSObjectMakeFunctionWithCallback(context, hostName, host), 0, NULL);
  callHost = evaluateFunction("(n => { let x = 0; for (let i = 0; i < n; i++) x = host(x); return x; })");
}

int main(int count, char* arguments[]) {
  if (count < 6) {
    fprintf(stderr, "usage: %s LIBRARY ROW ROUNDS WARM-UP ROUND [FILE...]\n", arguments[0]);
    return 2;
  }
  const char* row = arguments[2];
  load(arguments[1], row, atoi(arguments[3]), atoi(arguments[4]), atoi(arguments[5]));
  small = JSStringCreateWithUTF8CString("40 + 2");
  if (strcmp(row, "startUp") == 0) {
    startUp();
    return 0;
  }
  if (strcmp(row, "contextMemory") == 0) {
    contextMemory(300);
    return 0;
  }
  if (count > 6) {
    measureProgram(row, count - 6, arguments + 6);
    return 0;
  }
  doubles = malloc(DOUBLES * sizeof(double));
  for (int k = 0; k < DOUBLES; k++) {
    doubles[k] = k + 0.5;
  }
  prepare();
  both("number", number, 1);
  both("callDouble", callDouble, 1);
  both("mapDoubles", callDouble, 1000);
  measure("hostCall", "plain", hostCall, 1000);
  both("getNumber", getNumber, 1);
  both("string1K", string1K, 1);
  both("string1M", string1M, 1);
  both("doublesIn", doublesIn, 1);
  both("sharedIn", sharedIn, 1);
  both("doublesOut", doublesOut, 1);
  measure("newContext", "plain", newContext, 1);
  both("sameScript", sameScript, 1);
  both("newScript", newScript, 1);
  both("jsonIn", jsonIn, 1);
  both("jsonOut", jsonOut, 1);
  both("exceptionOut", exceptionOut, 1);
  measureBest();
  return 0;
}
