package io.jsc4j.tests.api;

import io.jsc4j.JsArray;
import io.jsc4j.JsExport;
import io.jsc4j.JsFunction;
import io.jsc4j.JsObject;
import io.jsc4j.JsString;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

@SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable"}) // By scripts they are used.
final class JsExportTest extends ContextTest {
  @JsExport("Account")
  static class Account {
    @JsExport
    static final int VERSION = 3;
    @JsExport("open")
    static int opened;

    @JsExport
    final String owner;
    @JsExport
    private double balance;
    private final String secret = "secret";
    private double rate;

    @JsExport
    Account(String owner) {
      this.owner = owner;
    }

    @JsExport
    Account(String owner, double balance) {
      this(owner);
      this.balance = balance;
    }

    Account() {
      this("hidden");
    }

    @JsExport
    void deposit(double amount) {
      balance += amount;
    }

    @JsExport("with")
    Account withdraw(int amount) {
      balance -= amount;
      return this;
    }

    @JsExport
    private String describe() {
      return owner + ": " + balance;
    }

    @JsExport(accessor = true)
    double rate() {
      return rate;
    }

    @JsExport(value = "rate", accessor = true)
    void setRate(double value) {
      rate = value;
    }

    @JsExport
    String overloaded() {
      return "none";
    }

    @JsExport
    String overloaded(int one) {
      return "int " + one;
    }

    @JsExport
    String overloaded(int one, String two) {
      return "int, String";
    }

    @JsExport
    String overloaded(String first, String second, String... rest) {
      return "many " + rest.length;
    }

    @JsExport
    int sum(int... all) {
      int sum = 0;
      for (int i : all) {
        sum += i;
      }
      return sum;
    }

    @JsExport
    @SuppressWarnings("ReferenceEquality") // The same object is what is promised.
    boolean isSame(@Nullable Account other) {
      return other == this;
    }

    @JsExport
    static Account of(String owner) {
      opened++;
      return new Account(owner);
    }

    @JsExport
    void fail() throws IOException {
      throw new IOException("checked");
    }

    String hidden() {
      return secret;
    }
  }

  @JsExport
  static final class Savings extends Account {
    Savings(String owner) {
      super(owner);
    }

    @Override
    void deposit(double amount) {
      super.deposit(amount * 2);
    }

    @JsExport
    String kind() {
      return "savings";
    }
  }

  private static final class Unmarked extends Account {
    Unmarked() {
      super("unmarked");
    }
  }

  @JsExport
  record Pair(@JsExport int left, @JsExport("right") String second, int hidden) {
    @JsExport
    int sum() {
      return left + hidden;
    }
  }

  @JsExport
  static final class Types {
    @JsExport
    byte b(byte x) {
      return x;
    }

    @JsExport
    short s(short x) {
      return x;
    }

    @JsExport
    int i(int x) {
      return x;
    }

    @JsExport
    long l(long x) {
      return x;
    }

    @JsExport
    float f(float x) {
      return x;
    }

    @JsExport
    char c(char x) {
      return x;
    }

    @JsExport
    boolean z(boolean x) {
      return x;
    }

    @JsExport
    @Nullable Integer boxed(@Nullable Integer x) {
      return x;
    }

    @JsExport
    @Nullable String text(@Nullable String x) {
      return x;
    }

    @JsExport
    JsArray array(JsArray x) {
      return x;
    }

    @JsExport
    JsValue any(JsValue x) {
      return x;
    }

    @JsExport
    String object(@Nullable Object x) {
      return x == null ? "null" : x.getClass().getSimpleName();
    }

    @JsExport
    long big() {
      return (1L << 53) + 1;
    }

    @JsExport
    Object unexported() {
      return new java.util.BitSet();
    }

    @JsExport
    JsValue call(JsFunction f) {
      return f.call(JsString.of("called"));
    }
  }

  @JsExport
  static final class Ambiguous {
    @JsExport
    void m(int x) {}

    @JsExport
    void m(String x) {}
  }

  @JsExport
  static final class SetterOnly {
    @JsExport(accessor = true)
    void x(int value) {}
  }

  private String text(String script) {
    return js.coerceToString(js.eval(script));
  }

  private String caught(String expression) {
    return text("try { " + expression + "; 'nothing' } catch (e) { (e instanceof TypeError) + ' ' + e.message }");
  }

  @Test
  void members() {
    Account account = new Account("Ann");
    JsObject face = js.export("account", account);

    assertThat(text("account.deposit(5.5); account.describe()")).isEqualTo("Ann: 5.5");
    assertThat(account.balance).isEqualTo(5.5);
    assertThat(text("account.balance = 7; account.with(2).balance + account.owner")).isEqualTo("5Ann");
    assertThat(text("account.with(0) === account && account.isSame(account) && !account.isSame(null)"))
        .isEqualTo("true");
    assertThat(text("account.rate = 0.25; account.rate")).isEqualTo("0.25");
    assertThat(caught("(() => { 'use strict'; account.owner = 'x' })()")).startsWith("true");
    assertThat(face.hostObject(Account.class)).containsSame(account);
    assertThat(js.export("again", account).isSame(face)).isTrue();
  }

  @Test
  void nothingElseIsVisible() {
    js.export("account", new Account("Ann"));

    assertThat(text("Object.getOwnPropertyNames(Object.getPrototypeOf(account)).sort().join()")).isEqualTo(
        "balance,constructor,deposit,describe,fail,isSame,overloaded,owner,rate,sum,with");
    assertThat(text("Object.getOwnPropertyNames(account.constructor).sort().join()"))
        .isEqualTo("VERSION,length,name,of,open,prototype");
    assertThat(text(
        "['getClass', 'hashCode', 'equals', 'secret', 'hidden', 'wait', 'class'].filter(n => n in account).length"))
        .isEqualTo("0");
  }

  @Test
  void constructorsAndStatics() {
    js.export("Account", Account.class);
    Account.opened = 0;

    assertThat(text("new Account('Bob').describe() + ' ' + new Account('Cyd', 3).balance")).isEqualTo("Bob: 0.0 3");
    assertThat(text("Account.of('Eve').owner + Account.open + Account.VERSION")).isEqualTo("Eve13");
    assertThat(caught("new Account(1)")).isEqualTo(
        "true argument 0 of 'new Account': expected string, got number 1");
    assertThat(caught("(() => { 'use strict'; Account.VERSION = 1 })()")).startsWith("true");
    assertThat(text(
        "Account.open = 9; class Mine extends Account { twice() { this.deposit(1); return this.balance * 2 } }"
            + " new Mine('M').twice() + Account.name")).isEqualTo("2Account");
    assertThat(Account.opened).isEqualTo(9);
  }

  @Test
  void overloadsByCount() {
    js.export("a", new Account("Ann"));

    assertThat(text("[a.overloaded(), a.overloaded(1), a.overloaded(1, '2'), a.overloaded('1', '2', '3')].join()"))
        .isEqualTo("none,int 1,int, String,many 1");
    assertThat(text("a.sum() + a.sum(1) + a.sum(1, 2, 3)")).isEqualTo("7");
    assertThat(caught("a.sum(1, 2.5)")).isEqualTo(
        "true argument 1 of 'sum': expected a whole number of 32 bits, got number 2.5");
    assertThat(caught("a.deposit()")).isEqualTo("true argument 0 of 'deposit': expected double, got undefined");
    assertThat(text("a.deposit(1, 'ignored'); a.balance")).isEqualTo("1");
    assertThat(text("a.overloaded.length + a.sum.length + a.deposit.length")).isEqualTo("1");
  }

  @Test
  void inheritance() {
    Savings savings = new Savings("Sam");
    js.export("savings", savings);
    js.export("Account", Account.class);

    assertThat(text("savings.deposit(2); savings.balance + savings.kind()")).isEqualTo("4savings");
    assertThat(text("savings instanceof Account")).isEqualTo("true");
    assertThat(caught("new savings.constructor('x')")).isEqualTo("true Savings can't be constructed");
    js.export("unmarked", new Unmarked());
    assertThat(text("unmarked.owner + unmarked.constructor.name")).isEqualTo("unmarkedAccount");
  }

  @Test
  void records() {
    js.export("p", new Pair(1, "two", 40));

    assertThat(text("p.left + p.right + p.sum()")).isEqualTo("1two41");
    assertThat(text("Object.getOwnPropertyNames(Object.getPrototypeOf(p)).sort().join()"))
        .isEqualTo("constructor,left,right,sum");
  }

  @Test
  void numbersAreExact() {
    js.export("t", new Types());

    assertThat(text(
        "[t.b(-128), t.s(32767), t.i(-(2 ** 31)), t.l(2 ** 53 - 1), t.l(12345678901234n), t.f(0.5)].join()"))
        .isEqualTo("-128,32767,-2147483648,9007199254740991,12345678901234,0.5");
    assertThat(caught("t.b(128)")).contains("argument 0 of 'b': expected a whole number of 8 bits, got number 128");
    assertThat(caught("t.s(-32769)")).contains("16 bits");
    assertThat(caught("t.i(2 ** 31)")).contains("32 bits");
    assertThat(caught("t.l(2 ** 53)")).contains("53 bits");
    assertThat(caught("t.l(2n ** 63n)")).contains("64 bits");
    assertThat(caught("t.i(NaN)")).contains("got number NaN");
    assertThat(caught("t.i('1')")).isEqualTo("true argument 0 of 'i': expected number, got string \"1\"");
    assertThatThrownBy(() -> js.eval("t.big()")).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void otherTypes() {
    js.export("t", new Types());
    js.export("account", new Account("Ann"));

    assertThat(text("[t.c('x'), t.z(true), t.boxed(5), t.boxed(null), t.boxed(), t.text('a'), t.text(null)].join()"))
        .isEqualTo("x,true,5,,,a,");
    assertThat(text("t.boxed() === null && t.text() === null")).isEqualTo("true");
    assertThat(caught("t.c('xy')")).contains("a string of one character");
    assertThat(caught("t.z(1)")).contains("expected boolean");
    assertThat(text("const a = [1]; t.array(a) === a && t.any(a) === a && t.any() === undefined")).isEqualTo("true");
    assertThat(caught("t.array({})")).contains("expected JsArray, got object");
    assertThat(text("[t.object('s'), t.object(1), t.object(true), t.object(), t.object([]), t.object(account)].join()"))
        .isEqualTo("String,Double,Boolean,null,JsArray,Account");
    assertThat(text("t.call(s => s + '!')")).isEqualTo("called!");
    assertThat(caught("account.isSame({})")).contains("expected Account, got object");
    assertThat(caught("account.isSame(new Proxy(account, {}))")).contains("expected Account");
    assertThatThrownBy(() -> js.eval("t.unexported()")).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("BitSet is not exported");
  }

  @Test
  void exceptionsComeOutAsTheyAre() {
    js.export("a", new Account("Ann"));

    assertThat(catchThrowable(() -> js.eval("a.fail()"))).isInstanceOf(IOException.class).hasMessage("checked");
    assertThat(text("try { a.fail() } catch (e) { e.message }")).isEqualTo("a host function failed");
    assertThat(thrownBy("new (a.constructor)({})")).hasMessageContaining("TypeError: argument 0 of 'new Account'");
  }

  @Test
  void whatIsRefused() {
    assertThatThrownBy(() -> js.export("s", new Object())).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Object is not exported");
    assertThatThrownBy(() -> js.export("s", String.class)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> js.export("a", new Ambiguous())).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("can't tell")
        .hasMessageContaining("@JsExport(\"...\")");
    assertThatThrownBy(() -> js.export("a", new SetterOnly())).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no getter");
    assertThat(js.eval("typeof a + typeof s").asString()).isEqualTo("undefinedundefined");
  }
}
