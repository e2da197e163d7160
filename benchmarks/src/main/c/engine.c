#include "engine.h"
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define DEFINE(result, name, parameters) result (*name) parameters;
FUNCTIONS(DEFINE)

Group group;
Context context;
volatile double sink;

static const char* wanted;
static int rounds;
static double warmUp;
static double roundTime;

static void* find(void* library, const char* name) {
  void* symbol = dlsym(library, name);
  if (symbol == NULL) {
    fprintf(stderr, "the library has no %s\n", name);
    exit(1);
  }
  return symbol;
}

void load(char* library, const char* row, int howMany, int warmUpMillis, int roundMillis) {
  void* loaded = dlopen(library, RTLD_NOW);
  if (loaded == NULL) {
    fprintf(stderr, "%s\n", dlerror());
    exit(1);
  }
#define FIND(result, name, parameters) *(void**)&name = find(loaded, #name);
  FUNCTIONS(FIND)
  wanted = row;
  rounds = howMany;
  warmUp = warmUpMillis * 1e6;
  roundTime = roundMillis * 1e6;
  group = JSContextGroupCreate();
  context = JSGlobalContextCreateInGroup(group, NULL);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e9 + time.tv_nsec;
}

void check(bool right, const char* what) {
  if (!right) {
    fprintf(stderr, "wrong result: %s\n", what);
    exit(1);
  }
}

Value evaluate(const char* source) {
  String string = JSStringCreateWithUTF8CString(source);
  Value exception = NULL;
  Value value = JSEvaluateScript(context, string, NULL, NULL, 1, &exception);
  JSStringRelease(string);
  check(exception == NULL && value != NULL, source);
  return value;
}

Object evaluateFunction(const char* source) {
  Value value = evaluate(source);
  JSValueProtect(context, value);
  return (Object)value;
}

static double timed(void (*operation)(long), long n) {
  double start = now();
  operation(n);
  return now() - start;
}

void measure(const char* row, const char* kind, void (*operation)(long), long unit) {
  if (strcmp(row, wanted) != 0) {
    return;
  }
  long n = unit;
  double time = timed(operation, n);
  /* Warm up, and find how many fill a round. */
  for (double end = now() + warmUp; now() < end;) {
    time = timed(operation, n);
    if (time < roundTime) {
      n *= 2;
    }
  }
  long per = (long)(n * roundTime / time) / unit * unit;
  n = per < unit ? unit : per;
  printf("%s %s", row, kind);
  for (int round = 0; round < rounds; round++) {
    printf(" %.4f", timed(operation, n) / n);
  }
  printf("\n");
  fflush(stdout);
}

void measureLocked(const char* row, const char* kind, void (*operation)(long), long unit) {
  JSLock(context);
  measure(row, kind, operation, unit);
  JSUnlock(context);
}
