package io.jsc4j.samples.tour;

import io.jsc4j.JsArrayBuffer;
import io.jsc4j.JsContext;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsScope;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** An image that JavaScript draws and Java reads, in one piece of memory: nothing is copied. */
public final class SharedMemory {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 24;
  private static final String SHADES = " .:-=+*#%@";

  private SharedMemory() {}

  /**
   * Runs the sample.
   *
   * @param args none
   */
  public static void main(String[] args) {
    try (JsContext js = JsContext.open(); JsScope scope = js.openScope()) {
      // The memory belongs to the engine and lives as long as JavaScript can reach it; Java's view ends with the scope.
      JsArrayBuffer image = js.newArrayBuffer(WIDTH * HEIGHT);
      MemorySegment pixels = image.asSegment(scope);
      JsFunction draw = js.eval("""
          (buffer, width, height, shades) => {
            const pixels = new Uint8Array(buffer);
            for (let row = 0; row < height; row++) {
              for (let column = 0; column < width; column++) {
                const a = column * 3 / width - 2.2, b = row * 2.4 / height - 1.2;
                let x = 0, y = 0, n = 0;
                while (x * x + y * y < 4 && n < 90) [x, y, n] = [x * x - y * y + a, 2 * x * y + b, n + 1];
                pixels[row * width + column] = n * (shades - 1) / 90;
              }
            }
          }
          """).asFunction();
      draw.call(image, JsNumber.of(WIDTH), JsNumber.of(HEIGHT), JsNumber.of(SHADES.length()));
      for (int row = 0; row < HEIGHT; row++) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < WIDTH; column++) {
          line.append(SHADES.charAt(pixels.get(ValueLayout.JAVA_BYTE, (long) row * WIDTH + column)));
        }
        System.out.println(line.toString().stripTrailing());
      }
    }
  }
}
