/*
 * Everything of JavaScriptCore's C API that jsc4j binds, in one header: the input of jsc-bindings/regenerate.sh.
 *
 * The public headers come from the installation. What follows them is declared here because it is exported but its
 * headers are not installed, or because the original header would pull in all of GLib. It needs nothing but
 * JavaScriptCore's own headers. An engine may lack any function outside the public headers: the bindings look each
 * symbol up on its first use, so a missing one matters only to the code that calls it.
 */
#ifndef JSC4J_H
#define JSC4J_H

#include <JavaScriptCore/JavaScript.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* WebKit: Source/JavaScriptCore/API/JSBasePrivate.h */

void JSReportExtraMemoryCost(JSContextRef ctx, size_t size);
void JSDisableGCTimer(void);
/* Neither on Apple's platforms nor on Windows. */
bool JSConfigureSignalForGC(int signal);
JSObjectRef JSGetMemoryUsageStatistics(JSContextRef ctx);

/* WebKit: Source/JavaScriptCore/API/JSBase.cpp, which is the only place that declares these two */

void JSSynchronousGarbageCollectForDebugging(JSContextRef ctx);
void JSSynchronousEdenCollectForDebugging(JSContextRef ctx);

/* WebKit: Source/JavaScriptCore/API/JSContextRefPrivate.h */

typedef bool (*JSShouldTerminateCallback)(JSContextRef ctx, void* context);

JSStringRef JSContextCreateBacktrace(JSContextRef ctx, unsigned maxStackSize);
void JSContextGroupSetExecutionTimeLimit(JSContextGroupRef group, double limit, JSShouldTerminateCallback callback, void* context);
void JSContextGroupClearExecutionTimeLimit(JSContextGroupRef group);
bool JSContextGroupEnableSamplingProfiler(JSContextGroupRef group);
void JSContextGroupDisableSamplingProfiler(JSContextGroupRef group);
JSStringRef JSContextGroupTakeSamplesFromSamplingProfiler(JSContextGroupRef group);
bool JSGlobalContextGetRemoteInspectionEnabled(JSGlobalContextRef ctx);
void JSGlobalContextSetRemoteInspectionEnabled(JSGlobalContextRef ctx, bool enabled);
bool JSGlobalContextGetIncludesNativeCallStackWhenReportingExceptions(JSGlobalContextRef ctx);
void JSGlobalContextSetIncludesNativeCallStackWhenReportingExceptions(JSGlobalContextRef ctx, bool includesNativeCallStack);
void JSGlobalContextSetUnhandledRejectionCallback(JSGlobalContextRef ctx, JSObjectRef function, JSValueRef* exception);
void JSGlobalContextSetEvalEnabled(JSGlobalContextRef ctx, bool enabled, JSStringRef message);

/* WebKit: Source/JavaScriptCore/API/JSHeapFinalizerPrivate.h */

typedef void (*JSHeapFinalizer)(JSContextGroupRef group, void* userData);

void JSContextGroupAddHeapFinalizer(JSContextGroupRef group, JSHeapFinalizer finalizer, void* userData);
void JSContextGroupRemoveHeapFinalizer(JSContextGroupRef group, JSHeapFinalizer finalizer, void* userData);

/* WebKit: Source/JavaScriptCore/API/JSLockRefPrivate.h */

void JSLock(JSContextRef ctx);
void JSUnlock(JSContextRef ctx);

/* WebKit: Source/JavaScriptCore/API/JSMarkingConstraintPrivate.h */

struct JSMarker;
typedef struct JSMarker* JSMarkerRef;

struct JSMarker {
    bool (*IsMarked)(JSMarkerRef marker, JSObjectRef object);
    void (*Mark)(JSMarkerRef marker, JSObjectRef object);
};
typedef void (*JSMarkingConstraint)(JSMarkerRef marker, void* userData);

/* There is no function that removes a constraint. */
void JSContextGroupAddMarkingConstraint(JSContextGroupRef group, JSMarkingConstraint constraint, void* userData);

/* WebKit: Source/JavaScriptCore/API/JSObjectRefPrivate.h */

bool JSObjectSetPrivateProperty(JSContextRef ctx, JSObjectRef object, JSStringRef propertyName, JSValueRef value);
JSValueRef JSObjectGetPrivateProperty(JSContextRef ctx, JSObjectRef object, JSStringRef propertyName);
bool JSObjectDeletePrivateProperty(JSContextRef ctx, JSObjectRef object, JSStringRef propertyName);
JSObjectRef JSObjectGetProxyTarget(JSObjectRef object);
JSGlobalContextRef JSObjectGetGlobalContext(JSObjectRef object);

/* WebKit: Source/JavaScriptCore/API/JSRemoteInspector.h, where JSProcessID is pid_t */

typedef int JSProcessID;

void JSRemoteInspectorDisableAutoStart(void);
void JSRemoteInspectorStart(void);
void JSRemoteInspectorSetParentProcessInformation(JSProcessID pid, const uint8_t* auditData, size_t auditLength);
void JSRemoteInspectorSetLogToSystemConsole(bool logToSystemConsole);
bool JSRemoteInspectorGetInspectionEnabledByDefault(void);
void JSRemoteInspectorSetInspectionEnabledByDefault(bool enabledByDefault);
bool JSRemoteInspectorGetInspectionFollowsInternalPolicies(void);
void JSRemoteInspectorSetInspectionFollowsInternalPolicies(bool followsInternalPolicies);

/* WebKit: Source/JavaScriptCore/API/JSScriptRefPrivate.h */

typedef struct OpaqueJSScript* JSScriptRef;

JSScriptRef JSScriptCreateReferencingImmortalASCIIText(JSContextGroupRef contextGroup, JSStringRef url, int startingLineNumber, const char* source, size_t length, JSStringRef* errorMessage, int* errorLine);
JSScriptRef JSScriptCreateFromString(JSContextGroupRef contextGroup, JSStringRef url, int startingLineNumber, JSStringRef source, JSStringRef* errorMessage, int* errorLine);
void JSScriptRetain(JSScriptRef script);
void JSScriptRelease(JSScriptRef script);
JSValueRef JSScriptEvaluate(JSContextRef ctx, JSScriptRef script, JSValueRef thisValue, JSValueRef* exception);

/* WebKit: Source/JavaScriptCore/API/JSStringRefPrivate.h */

JSStringRef JSStringCreateWithCharactersNoCopy(const JSChar* chars, size_t numChars);

/* WebKit: Source/JavaScriptCore/API/JSWeakObjectMapRefPrivate.h */

typedef struct OpaqueJSWeakObjectMap* JSWeakObjectMapRef;
typedef void (*JSWeakMapDestroyedCallback)(JSWeakObjectMapRef map, void* data);

JSWeakObjectMapRef JSWeakObjectMapCreate(JSContextRef ctx, void* data, JSWeakMapDestroyedCallback destructor);
void JSWeakObjectMapSet(JSContextRef ctx, JSWeakObjectMapRef map, void* key, JSObjectRef object);
JSObjectRef JSWeakObjectMapGet(JSContextRef ctx, JSWeakObjectMapRef map, void* key);
void JSWeakObjectMapRemove(JSContextRef ctx, JSWeakObjectMapRef map, void* key);

/* WebKit: Source/JavaScriptCore/API/JSWeakPrivate.h */

typedef const struct OpaqueJSWeak* JSWeakRef;

JSWeakRef JSWeakCreate(JSContextGroupRef group, JSObjectRef object);
void JSWeakRetain(JSContextGroupRef group, JSWeakRef weak);
void JSWeakRelease(JSContextGroupRef group, JSWeakRef weak);
JSObjectRef JSWeakGetObject(JSWeakRef weak);

/*
 * WebKit: Source/JavaScriptCore/API/glib/JSCOptions.h, in GLib-based ports only. gboolean is int, guint unsigned,
 * gsize size_t. Options take effect before the first virtual machine is made; each returns FALSE for a name that this
 * engine does not know.
 */

int jsc_options_set_boolean(const char* option, int value);
int jsc_options_get_boolean(const char* option, int* value);
int jsc_options_set_int(const char* option, int value);
int jsc_options_set_uint(const char* option, unsigned value);
int jsc_options_set_size(const char* option, size_t value);
int jsc_options_set_double(const char* option, double value);
int jsc_options_set_string(const char* option, const char* value);

/* WebKit: Source/JavaScriptCore/API/glib/JSCVersion.h, in GLib-based ports only */

unsigned jsc_get_major_version(void);
unsigned jsc_get_minor_version(void);
unsigned jsc_get_micro_version(void);

/*
 * GLib: glib/gmain.h. JavaScriptCore runs a virtual machine's deferred work on the main context that was the thread's
 * default when the machine was made. These live in libglib, which JavaScriptCore links to.
 */

typedef struct _GMainContext GMainContext;

GMainContext* g_main_context_new(void);
GMainContext* g_main_context_ref(GMainContext* context);
void g_main_context_unref(GMainContext* context);
void g_main_context_push_thread_default(GMainContext* context);
void g_main_context_pop_thread_default(GMainContext* context);
int g_main_context_iteration(GMainContext* context, int may_block);
int g_main_context_pending(GMainContext* context);

#ifdef __cplusplus
}
#endif

#endif
