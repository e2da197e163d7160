package io.jsc4j.benchmarks.suite;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws how many times as long as jsc4j the others take, on a logarithmic axis: what is above 1 is slower. */
final class Chart {
  private static final Map<Column, Color> COLORS = new EnumMap<>(Map.of(Column.C, new Color(0x222222), Column.C_LOCKED,
      new Color(0x888888), Column.JAVET, new Color(0x1f77b4), Column.GRAAL_JS, new Color(0xd62728), Column.RHINO,
      new Color(0x2ca02c), Column.NASHORN, new Color(0x9467bd)));

  private Chart() {}

  /** Writes {@code ratios.svg} and {@code ratios.png}. */
  static void draw(Results results, Path folder) throws IOException {
    System.setProperty("java.awt.headless", "true");
    List<Row> rows = Arrays.stream(Row.values())
        .filter(row -> results.get(row, Column.JSC4J).isPresent())
        .toList();
    CategoryChart chart = new CategoryChartBuilder().width(1200)
        .height(640)
        .title("Times as long as jsc4j (above 1: jsc4j is faster)")
        .build();
    Styler styler = chart.getStyler();
    styler.setLegendPosition(Styler.LegendPosition.OutsideS).setLegendLayout(Styler.LegendLayout.Horizontal);
    styler.setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setYAxisLogarithmic(true).setXAxisLabelRotation(40);
    chart.getStyler().setOverlapped(true);
    chart.getStyler().setDefaultSeriesRenderStyle(CategorySeries.CategorySeriesRenderStyle.Line);
    List<String> labels = rows.stream().map(Row::id).toList();
    chart.addSeries("jsc4j", labels, rows.stream().map(row -> 1.0).toList())
        .setMarker(SeriesMarkers.NONE)
        .setLineColor(new Color(0xff7f0e));
    COLORS.forEach((column, color) -> {
      List<Double> ratios = rows.stream().map(row -> results.ratio(row, column).orElse(Double.NaN)).toList();
      if (ratios.stream().anyMatch(ratio -> !ratio.isNaN())) {
        chart.addSeries(column.title(), labels, ratios)
            .setMarker(SeriesMarkers.CIRCLE)
            .setMarkerColor(color)
            .setLineColor(color)
            .setLineStyle(org.knowm.xchart.style.lines.SeriesLines.NONE);
      }
    });
    ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", folder.resolve("ratios.png").toFile());
    Files.write(folder.resolve("ratios.svg"), ChartEncoder.getBytes(chart, "svg"));
  }
}
