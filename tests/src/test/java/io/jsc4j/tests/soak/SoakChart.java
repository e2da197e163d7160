package io.jsc4j.tests.soak;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws what a process held over time. */
final class SoakChart {
  private SoakChart() {}

  /** Writes a PNG. */
  static void draw(List<Sample> samples, Path picture) throws IOException {
    System.setProperty("java.awt.headless", "true");
    XYChart chart = new XYChartBuilder().width(1000)
        .height(480)
        .title("jsc4j soak: memory of one JVM over " + Math.round(samples.getLast().seconds() / 60) + " minutes")
        .xAxisTitle("minutes")
        .yAxisTitle("MiB")
        .build();
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS).setLegendLayout(Styler.LegendLayout.Horizontal);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setYAxisMin(0.0);
    series(chart, "resident memory", samples, Sample::resident, new Color(0x1f77b4));
    series(chart, "Java heap, used", samples, Sample::javaHeap, new Color(0xff7f0e));
    series(chart, "JavaScript heap of the runtime that stays", samples, Sample::scriptHeap, new Color(0x2ca02c));
    ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", picture.toFile());
  }

  private static void series(XYChart chart, String name, List<Sample> samples, ToDoubleFunction<Sample> what,
      Color color) {
    XYSeries series = chart.addSeries(name, samples.stream().mapToDouble(sample -> sample.seconds() / 60).toArray(),
        samples.stream().mapToDouble(what).toArray());
    series.setMarker(SeriesMarkers.NONE).setLineColor(color).setLineWidth(1.5f);
  }

  /** {@code TABLE PICTURE}: draws a table that is there already. */
  public static void main(String[] arguments) throws IOException {
    draw(Sample.read(Path.of(arguments[0])), Path.of(arguments[1]));
  }
}
