package io.jsc4j.tests.architecture.audit;

import java.util.LinkedHashMap;
import java.util.Map;

/** Why the safe layer calls no such function: the one part of the coverage page that a person writes. */
final class UncalledFunctions {
  private static final Map<String, String> REASONS = new LinkedHashMap<>();

  static {
    // What is not built yet.
    because("shared memory belongs to the engine: that of Java can end while JavaScript reaches it",
        "JSObjectMakeTypedArrayWithBytesNoCopy", "JSObjectMakeArrayBufferWithBytesNoCopy");
    because(
        "JSObjectGetArrayBufferBytesPtr of its buffer instead: this one gives out the address of WebAssembly memory too, which moves",
        "JSObjectGetTypedArrayBytesPtr");
    because("JSObjectMakeTypedArrayWithArrayBufferAndOffset instead: this one ends the process for a resizable buffer",
        "JSObjectMakeTypedArrayWithArrayBuffer");
    because("a class of classes.js instead: this constructor knows no new.target, so nothing could extend it",
        "JSObjectMakeConstructor");
    because("the private data of a holder is set when it is made, and never changes", "JSObjectSetPrivate");
    because("a private field says which objects have a holder, and holders have one class", "JSValueIsObjectOfClass");
    because("Java's memory is Java's: nobody knows how much of it an object keeps", "JSReportExtraMemoryCost");
    because("not yet: comes with profiles of scripts", "JSContextGroupEnableSamplingProfiler",
        "JSContextGroupDisableSamplingProfiler",
        "JSContextGroupTakeSamplesFromSamplingProfiler");

    // What another function does better.
    because("JSGlobalContextCreateInGroup instead: every context is made in the group of its runtime",
        "JSGlobalContextCreate");
    because("no second owner: each pointer has one Java object that releases it once", "JSContextGroupRetain",
        "JSGlobalContextRetain",
        "JSStringRetain", "JSScriptRetain", "JSClassRetain", "JSWeakRetain");
    because("the one class is shared by all runtimes and lives as long as the process", "JSClassRelease");
    because("the Java object remembers the name that it gave", "JSGlobalContextCopyName");
    because("the Java object knows its runtime and its context", "JSContextGetGroup", "JSContextGetGlobalContext");
    because("JSValueGetType instead: it tells all types in one call", "JSValueIsUndefined", "JSValueIsNull",
        "JSValueIsBoolean", "JSValueIsNumber",
        "JSValueIsString", "JSValueIsSymbol", "JSValueIsBigInt", "JSValueIsObject");
    because("JSObjectDeletePropertyForKey instead: it deletes any key", "JSObjectDeleteProperty");
    because("realm.js instead: own keys by Reflect.ownKeys, symbols included, and what a trap throws comes out",
        "JSObjectCopyPropertyNames",
        "JSPropertyNameArrayRetain", "JSPropertyNameArrayRelease", "JSPropertyNameArrayGetCount",
        "JSPropertyNameArrayGetNameAtIndex");
    because("JSBigIntCreateWithString instead: it takes a number of any size", "JSBigIntCreateWithDouble",
        "JSBigIntCreateWithInt64",
        "JSBigIntCreateWithUInt64");
    because("JSValueToNumber instead: Java narrows the double itself, by rules that the API documents",
        "JSValueToInt32", "JSValueToUInt32",
        "JSValueToInt64", "JSValueToUInt64");
    because(
        "the instanceof operator in realm.js: the function answers false where the operator throws or asks the object",
        "JSValueIsInstanceOfConstructor");
    because("characters cross as UTF-16, which keeps NUL and lone surrogates and is faster",
        "JSStringCreateWithUTF8CString",
        "JSStringGetMaximumUTF8CStringSize", "JSStringIsEqualToUTF8CString");
    because("strings are compared in Java", "JSStringIsEqual");
    because("Java memory can't outlive every string of the engine; the characters are copied",
        "JSStringCreateWithCharactersNoCopy",
        "JSScriptCreateReferencingImmortalASCIIText");
    because("deprecated by JSGlobalContextIsInspectable and JSGlobalContextSetInspectable",
        "JSGlobalContextGetRemoteInspectionEnabled", "JSGlobalContextSetRemoteInspectionEnabled");

    // What a line of script does as well, with fewer raw calls to audit.
    because(
        "script does it: new Date, new RegExp, new Function, Object.getPrototypeOf, Object.setPrototypeOf, Object(value), ==, <",
        "JSObjectMakeDate", "JSObjectMakeRegExp", "JSObjectMakeFunction", "JSObjectGetPrototype",
        "JSObjectSetPrototype", "JSValueToObject",
        "JSValueIsEqual", "JSValueCompare", "JSValueCompareInt64", "JSValueCompareUInt64", "JSValueCompareDouble");
    because("the context's JSON.parse instead: it says where the text is no JSON", "JSValueMakeFromJSONString");
    because("the context's JSON.stringify instead: the engine has a short way for it, and not from here",
        "JSValueCreateJSONString");
    because("a WeakMap of realm.js does it, with keys that the engine checks", "JSWeakObjectMapCreate",
        "JSWeakObjectMapSet",
        "JSWeakObjectMapGet", "JSWeakObjectMapRemove", "JSObjectSetPrivateProperty", "JSObjectGetPrivateProperty",
        "JSObjectDeletePrivateProperty");

    // What must not be called, or has no use here.
    because("called only inside a getPropertyNames callback, and no class of jsc4j has one",
        "JSPropertyNameAccumulatorAddName");
    because("would call Java in the middle of a collection, perhaps on a collector's thread",
        "JSContextGroupAddHeapFinalizer",
        "JSContextGroupRemoveHeapFinalizer", "JSContextGroupAddMarkingConstraint");
    because("inspector: needs a server that the GTK port does not export", "JSGlobalContextIsInspectable",
        "JSGlobalContextSetInspectable",
        "JSRemoteInspectorDisableAutoStart", "JSRemoteInspectorStart", "JSRemoteInspectorSetParentProcessInformation",
        "JSRemoteInspectorSetLogToSystemConsole", "JSRemoteInspectorGetInspectionEnabledByDefault",
        "JSRemoteInspectorGetInspectionFollowsInternalPolicies",
        "JSRemoteInspectorSetInspectionFollowsInternalPolicies",
        "JSGlobalContextGetIncludesNativeCallStackWhenReportingExceptions");
    because("debugging the collector: a full collection serves jsc4j's tests better",
        "JSSynchronousEdenCollectForDebugging");
    because("the signal by default is one that HotSpot leaves alone", "JSConfigureSignalForGC");
    because("no option of this type is among those that may be set", "jsc_options_set_string");
    because("options are set, not read", "jsc_options_get_boolean");
    because("g_main_context_iteration answers the same and does the work", "g_main_context_pending");
  }

  private UncalledFunctions() {}

  /** The reason for each function, by name. */
  static Map<String, String> reasons() {
    return Map.copyOf(REASONS);
  }

  private static void because(String reason, String... functions) {
    for (String function : functions) {
      if (REASONS.put(function, reason) != null) {
        throw new IllegalStateException(function + " has two reasons");
      }
    }
  }
}
