package io.jsc4j.tests.snippets;

import io.jsc4j.JsExport;

/** Only what is marked can be seen by scripts. */
@SuppressWarnings("UnusedVariable") // Scripts read it.
// @start region="export"
@JsExport
final class Account {
  @JsExport
  private double balance;

  @JsExport
  void deposit(double amount) {
    balance += amount;
  }
}
// @end
