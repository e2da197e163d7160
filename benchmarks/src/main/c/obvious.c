/*
 * The operations of the benchmarks in C, as its obvious calls do them: the floor for jsc4j to go under.
 * Arguments: the JavaScriptCore library to load, how many rounds of 100 ms to measure, and the row. Prints one line for
 * each way to do it: its name, "plain" or "locked" (the VM's lock is held around all calls), and the nanoseconds of each round.
 *
 * No header of the engine is needed: the prototypes are below, and the functions are looked up by name.
 */
#include <dlfcn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef const struct Context* Context;
typedef const struct Group* Group;
typedef const struct Value* Value;
typedef struct Value* Object;
typedef struct String* String;
typedef Value (*Callback)(Context, Object, Object, size_t, const Value[], Value*);

#define FUNCTIONS(F) \
  F(Group, JSContextGroupCreate, (void)) \
  F(Context, JSGlobalContextCreateInGroup, (Group, void*)) \
  F(void, JSGlobalContextRelease, (Context)) \
  F(Object, JSContextGetGlobalObject, (Context)) \
  F(void, JSLock, (Context)) \
  F(void, JSUnlock, (Context)) \
  F(String, JSStringCreateWithUTF8CString, (const char*)) \
  F(size_t, JSStringGetMaximumUTF8CStringSize, (String)) \
  F(size_t, JSStringGetUTF8CString, (String, char*, size_t)) \
  F(void, JSStringRelease, (String)) \
  F(Value, JSEvaluateScript, (Context, String, Object, String, int, Value*)) \
  F(Value, JSValueMakeNumber, (Context, double)) \
  F(double, JSValueToNumber, (Context, Value, Value*)) \
  F(Value, JSValueMakeString, (Context, String)) \
  F(String, JSValueToStringCopy, (Context, Value, Value*)) \
  F(Value, JSValueMakeFromJSONString, (Context, String)) \
  F(String, JSValueCreateJSONString, (Context, Value, unsigned, Value*)) \
  F(void, JSValueProtect, (Context, Value)) \
  F(void, JSValueUnprotect, (Context, Value)) \
  F(Object, JSObjectMakeFunctionWithCallback, (Context, String, Callback)) \
  F(Value, JSObjectCallAsFunction, (Context, Object, Object, size_t, const Value[], Value*)) \
  F(Value, JSObjectGetProperty, (Context, Object, String, Value*)) \
  F(void, JSObjectSetProperty, (Context, Object, String, Value, unsigned, Value*)) \
  F(Value, JSObjectGetPropertyAtIndex, (Context, Object, unsigned, Value*)) \
  F(Object, JSObjectMakeArray, (Context, size_t, const Value[], Value*))

#define DECLARE(result, name, parameters) static result (*name) parameters;
FUNCTIONS(DECLARE)

static int rounds;
static Group group;
static Context context;

static void* find(void* library, const char* name) {
  void* symbol = dlsym(library, name);
  if (symbol == NULL) {
    fprintf(stderr, "the library has no %s\n", name);
    exit(1);
  }
  return symbol;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e9 + time.tv_nsec;
}

static void check(bool right, const char* what) {
  if (!right) {
    fprintf(stderr, "wrong result: %s\n", what);
    exit(1);
  }
}

static Value evaluate(const char* source) {
  String string = JSStringCreateWithUTF8CString(source);
  Value exception = NULL;
  Value value = JSEvaluateScript(context, string, NULL, NULL, 1, &exception);
  JSStringRelease(string);
  check(exception == NULL && value != NULL, source);
  return value;
}

static Object evaluateFunction(const char* source) {
  Value value = evaluate(source);
  JSValueProtect(context, value);
  return (Object)value;
}

/* --- the operations; each does it n times */

static Object addOne, callHost, echo, sum, makeDoubles, point;
static String name, small, json;
static volatile double sink;

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
    throughAndBack(buffer1K, 1 << 10);
  }
}

static void string1M(long n) {
  for (long i = 0; i < n; i++) {
    throughAndBack(buffer1M, 1 << 20);
  }
}

static void doublesIn(long n) {
  enum { COUNT = 1000000 };
  Value* values = malloc(COUNT * sizeof(Value));
  for (long i = 0; i < n; i++) {
    for (int k = 0; k < COUNT; k++) {
      values[k] = JSValueMakeNumber(context, k + 0.5);
    }
    Value array = JSObjectMakeArray(context, COUNT, values, NULL);
    Value result = JSObjectCallAsFunction(context, sum, NULL, 1, &array, NULL);
    check(JSValueToNumber(context, result, NULL) == 5e11, "doublesIn");
  }
  free(values);
}

static void doublesOut(long n) {
  enum { COUNT = 1000000 };
  double* doubles = malloc(COUNT * sizeof(double));
  for (long i = 0; i < n; i++) {
    Object array = (Object)JSObjectCallAsFunction(context, makeDoubles, NULL, 0, NULL, NULL);
    JSValueProtect(context, array);
    for (unsigned k = 0; k < COUNT; k++) {
      doubles[k] = JSValueToNumber(context, JSObjectGetPropertyAtIndex(context, array, k, NULL), NULL);
    }
    JSValueUnprotect(context, array);
    check(doubles[COUNT - 1] == COUNT - 0.5, "doublesOut");
  }
  free(doubles);
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
    check(JSValueMakeFromJSONString(context, json) != NULL, "jsonIn");
  }
}

static void jsonOut(long n) {
  Value value = JSValueMakeFromJSONString(context, json);
  JSValueProtect(context, value);
  for (long i = 0; i < n; i++) {
    String out = JSValueCreateJSONString(context, value, 0, NULL);
    check(out != NULL, "jsonOut");
    JSStringRelease(out);
  }
  JSValueUnprotect(context, value);
}

/* --- measuring */

static double timed(void (*operation)(long), long n) {
  double start = now();
  operation(n);
  return now() - start;
}

static const char* wanted;

static void measure(const char* row, const char* kind, void (*operation)(long), long unit) {
  if (strcmp(row, wanted) != 0) {
    return;
  }
  long n = unit;
  double time = timed(operation, n);
  /* Warm up for 300 ms, and find how many take 100. */
  for (double end = now() + 3e8; now() < end;) {
    time = timed(operation, n);
    if (time < 1e8) {
      n *= 2;
    }
  }
  long per = (long)(n * 1e8 / time) / unit * unit;
  n = per < unit ? unit : per;
  printf("%s %s", row, kind);
  for (int round = 0; round < rounds; round++) {
    printf(" %.4f", timed(operation, n) / n);
  }
  printf("\n");
  fflush(stdout);
}

static void both(const char* row, void (*operation)(long), long unit) {
  measure(row, "plain", operation, unit);
  JSLock(context);
  measure(row, "locked", operation, unit);
  JSUnlock(context);
}

static char* text(size_t length) {
  char* buffer = malloc(length + 1);
  for (size_t i = 0; i < length; i++) {
    buffer[i] = 'a' + i % 26;
  }
  buffer[length] = 0;
  return buffer;
}

int main(int count, char* arguments[]) {
  if (count < 4) {
    fprintf(stderr, "usage: %s LIBRARY ROUNDS ROW\n", arguments[0]);
    return 2;
  }
  void* library = dlopen(arguments[1], RTLD_NOW);
  if (library == NULL) {
    fprintf(stderr, "%s\n", dlerror());
    return 1;
  }
  rounds = atoi(arguments[2]);
  wanted = arguments[3];
#define FIND(result, name, parameters) *(void**)&name = find(library, #name);
  FUNCTIONS(FIND)

  group = JSContextGroupCreate();
  context = JSGlobalContextCreateInGroup(group, NULL);
  addOne = evaluateFunction("(x => x + 1)");
  echo = evaluateFunction("(text => text)");
  sum = evaluateFunction("(numbers => { let sum = 0; for (let i = 0; i < numbers.length; i++) sum += numbers[i]; return sum; })");
  makeDoubles = evaluateFunction("(() => { const all = []; for (let i = 0; i < 1000000; i++) all.push(i + 0.5); return all; })");
  point = evaluateFunction("({ x: 42.5 })");
  name = JSStringCreateWithUTF8CString("x");
  small = JSStringCreateWithUTF8CString("40 + 2");
  json = JSValueToStringCopy(context, evaluate("JSON.stringify(Array.from({ length: 100 }, (_, i) => ({ id: i, name: 'name ' + i, price: i + 0.5, tags: ['a', 'b'], active: true })))"), NULL);
  buffer1K = text(1 << 10);
  buffer1M = text(1 << 20);
  String hostName = JSStringCreateWithUTF8CString("host");
  JSObjectSetProperty(context, JSContextGetGlobalObject(context), hostName,
      JSObjectMakeFunctionWithCallback(context, hostName, host), 0, NULL);
  callHost = evaluateFunction("(n => { let x = 0; for (let i = 0; i < n; i++) x = host(x); return x; })");

  both("number", number, 1);
  both("callDouble", callDouble, 1);
  both("mapDoubles", callDouble, 1000);
  measure("hostCall", "plain", hostCall, 1000);
  both("getNumber", getNumber, 1);
  both("string1K", string1K, 1);
  both("string1M", string1M, 1);
  both("doublesIn", doublesIn, 1);
  both("doublesOut", doublesOut, 1);
  measure("newContext", "plain", newContext, 1);
  both("sameScript", sameScript, 1);
  both("newScript", newScript, 1);
  both("jsonIn", jsonIn, 1);
  both("jsonOut", jsonOut, 1);
  return 0;
}
