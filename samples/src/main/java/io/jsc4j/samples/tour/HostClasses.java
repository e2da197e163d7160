package io.jsc4j.samples.tour;

import io.jsc4j.HostClass;
import io.jsc4j.HostException;
import io.jsc4j.JsContext;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsString;

/** A Java class with a JavaScript face: scripts make objects of it, extend it, and see what it defines and nothing else. */
public final class HostClasses {
  private static final class Account {
    private final String owner;
    private double balance;

    Account(String owner) {
      this.owner = owner;
    }

    void withdraw(double amount) {
      if (amount > balance) {
        throw HostException.rangeError(owner + " has only " + balance);
      }
      balance -= amount;
    }
  }

  private static final HostClass<Account> ACCOUNT = HostClass.builder("Account", Account.class)
      .constructor(1, call -> new Account(call.arg(0).asString()))
      .accessor("owner", account -> JsString.of(account.owner))
      .accessor("balance", account -> JsNumber.of(account.balance))
      .method("deposit", 1, (account, call) -> {
        account.balance += call.arg(0).asDouble();
        return call.thisValue();
      })
      .method("withdraw", 1, (account, call) -> {
        account.withdraw(call.arg(0).asDouble());
        return call.thisValue();
      })
      .build();

  private HostClasses() {}

  /**
   * Runs the sample.
   *
   * @param args none
   */
  public static void main(String[] args) {
    try (JsContext js = JsContext.open()) {
      js.global().set("Account", js.define(ACCOUNT));
      JsObject savings = js.eval("""
          class Savings extends Account {
            addInterest(rate) { return this.deposit(this.balance * rate) }
          }
          new Savings('Ada').deposit(100).addInterest(0.05)
          """).asObject();
      Account account = savings.hostObject(Account.class).orElseThrow();
      System.out.println(account.owner + " has " + account.balance);

      js.global().set("savings", savings);
      System.out.println(js.eval("""
          try { savings.withdraw(1000) } catch (e) { `${e instanceof RangeError}: ${e.message}` }
          """).asString());
      System.out.println(js.toJsObject(ACCOUNT, account).isSame(savings) ? "the same face" : "another face");
    }
  }
}
