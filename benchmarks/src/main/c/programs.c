/* Programs in JavaScript: their scripts are evaluated one after the other, and then the function run is called again and again. */
#include "engine.h"
#include <stdio.h>
#include <stdlib.h>

static Object run;

static char* contents(const char* name) {
  FILE* file = fopen(name, "rb");
  check(file != NULL, name);
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char* all = malloc(size + 1);
  check(fread(all, 1, size, file) == (size_t)size, name);
  all[size] = 0;
  fclose(file);
  return all;
}

static void runProgram(long n) {
  for (long i = 0; i < n; i++) {
    Value exception = NULL;
    Value result = JSObjectCallAsFunction(context, run, NULL, 0, NULL, &exception);
    check(exception == NULL && JSValueToNumber(context, result, NULL) == 1, "program");
  }
}

void measureProgram(const char* row, int count, char* files[]) {
  for (int i = 0; i < count; i++) {
    char* source = contents(files[i]);
    evaluate(source);
    free(source);
  }
  run = evaluateFunction("run");
  measure(row, "plain", runProgram, 1);
}
