/*
 * What the C program needs of the engine: prototypes (no header of the engine is needed, the functions are looked up by name), and how its
 * operations are measured.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef const struct Context* Context;
typedef const struct Group* Group;
typedef const struct Value* Value;
typedef struct Value* Object;
typedef struct String* String;
typedef void (*Deallocator)(void*, void*);
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
  F(String, JSStringCreateWithCharacters, (const uint16_t*, size_t)) \
  F(size_t, JSStringGetLength, (String)) \
  F(const uint16_t*, JSStringGetCharactersPtr, (String)) \
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
  F(Object, JSObjectMakeArray, (Context, size_t, const Value[], Value*)) \
  F(Object, JSObjectMakeTypedArray, (Context, int, size_t, Value*)) \
  F(Object, JSObjectMakeTypedArrayWithBytesNoCopy, (Context, int, void*, size_t, Deallocator, void*, Value*)) \
  F(void*, JSObjectGetTypedArrayBytesPtr, (Context, Object, Value*))

#define DECLARE(result, name, parameters) extern result (*name) parameters;
FUNCTIONS(DECLARE)
#undef DECLARE

enum { FLOAT64_ARRAY = 8, DOUBLES = 1000000, SHORT_TEXT = 1 << 10, LONG_TEXT = 1 << 20 };

/* What the operations work on. */
extern Group group;
extern Context context;
extern Object addOne, echo, sum, makeDoubles;
extern double* doubles;
extern volatile double sink;

/* Loads the library and opens the context. */
void load(char* library, const char* row, int rounds, int warmUpMillis, int roundMillis);

/* Ends the program where something is not as it must be. */
void check(bool right, const char* what);

/* The value is not protected; that of evaluateFunction is. */
Value evaluate(const char* source);
Object evaluateFunction(const char* source);

/* Measures an operation, which does it n times, if the row is wanted; n is a multiple of unit. */
void measure(const char* row, const char* kind, void (*operation)(long), long unit);

/* With the VM's lock held around all calls. */
void measureLocked(const char* row, const char* kind, void (*operation)(long), long unit);

/* The operations of best.c. */
void measureBest(void);

/* programs.c: a program, whose scripts are in files. */
void measureProgram(const char* row, int count, char* files[]);
