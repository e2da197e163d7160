package io.jsc4j.benchmarks.suite;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.util.ShapeUtils;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws how many times as much as jsc4j the others take: a line for each row, and a logarithmic axis on which jsc4j is at 1. */
final class Chart {
  private static final int WIDTH = 1000;
  private static final int ROW_HEIGHT = 26;
  /** How far apart in one row the columns are, so that equal ones don't hide each other. */
  private static final double SHIFT = 0.06;
  /** What lies beyond is drawn at the edge. */
  private static final double LEAST = 0.01;
  private static final double MOST = 1000;
  private static final Color OWN = new Color(0xe67300);
  private static final Map<Column, Mark> MARKS = new EnumMap<>(Map.of(
      Column.JSC4J_BATCH, new Mark(0, new Color(0xffbb66), new Ellipse2D.Double(-4, -4, 8, 8)),
      Column.C, new Mark(1, new Color(0x222222), new Rectangle2D.Double(-4, -4, 8, 8)),
      Column.C_LOCKED, new Mark(2, new Color(0x888888), new Rectangle2D.Double(-4, -4, 8, 8)),
      Column.C_BEST, new Mark(3, new Color(0xcccc00), new Rectangle2D.Double(-4, -4, 8, 8)),
      Column.JAVET, new Mark(4, new Color(0x1f77b4), new Ellipse2D.Double(-5, -5, 10, 10)),
      Column.GRAAL_JS, new Mark(5, new Color(0xd62728), ShapeUtils.createUpTriangle(5)),
      Column.RHINO, new Mark(6, new Color(0x2ca02c), ShapeUtils.createDiamond(5)),
      Column.NASHORN, new Mark(7, new Color(0x9467bd), ShapeUtils.createDownTriangle(5))));

  /** How a column is drawn; shapes too, for who can't tell the colours apart. */
  private record Mark(int place, Color color, Shape shape) {}

  private Chart() {}

  /** Writes those rows that compare something as {@code NAME.svg} and {@code NAME.png}. */
  static void draw(Results results, List<Row> candidates, String title, Path folder, String name) throws IOException {
    List<Row> rows = candidates.stream()
        .filter(row -> MARKS.keySet().stream().anyMatch(column -> results.ratio(row, column).isPresent()))
        .toList();
    System.setProperty("java.awt.headless", "true");
    JFreeChart chart = new JFreeChart(title, new Font(Font.SANS_SERIF, Font.BOLD, 17), plot(results, rows), true);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(8, 8, 8, 16));
    chart.getLegend().setPosition(RectangleEdge.TOP);
    chart.getLegend().setItemFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    chart.getLegend().setFrame(org.jfree.chart.block.BlockBorder.NONE);
    Rectangle2D area = new Rectangle2D.Double(0, 0, WIDTH, 150 + ROW_HEIGHT * rows.size());
    bitmap(chart, area, folder.resolve(name + ".png"));
    vector(chart, area, folder.resolve(name + ".svg"));
  }

  private static XYPlot plot(Results results, List<Row> rows) {
    XYSeriesCollection all = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    MARKS.forEach((column, mark) -> {
      XYSeries series = new XYSeries(column.title());
      for (int i = 0; i < rows.size(); i++) {
        Optional<Double> ratio = results.ratio(rows.get(i), column);
        if (ratio.isPresent()) {
          series.add(i + SHIFT * (mark.place() - (MARKS.size() - 1) / 2.0), Math.clamp(ratio.get(), LEAST, MOST));
        }
      }
      if (!series.isEmpty()) {
        renderer.setSeriesPaint(all.getSeriesCount(), mark.color());
        renderer.setSeriesShape(all.getSeriesCount(), mark.shape());
        all.addSeries(series);
      }
    });
    XYPlot plot = new XYPlot(all, names(rows), ratios(), renderer);
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setRangeGridlinePaint(new Color(0xbbbbbb));
    plot.setDomainGridlinesVisible(false);
    plot.setOutlineVisible(false);
    LegendItemCollection legend = new LegendItemCollection();
    legend.add(new LegendItem("jsc4j", null, null, null, new Rectangle2D.Double(-2, -6, 4, 12), OWN));
    legend.addAll(plot.getLegendItems());
    plot.setFixedLegendItems(legend);
    plot.addRangeMarker(new ValueMarker(1, OWN, new BasicStroke(3)), Layer.BACKGROUND);
    return plot;
  }

  /** The names of all rows, the first on top. */
  private static SymbolAxis names(List<Row> rows) {
    SymbolAxis names = new SymbolAxis(null, rows.stream()
        .map(row -> row.title().replace("`", ""))
        .toArray(
            String[]::new));
    names.setInverted(true);
    names.setTickLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    names.setGridBandPaint(new Color(0xf3f3f3));
    names.setGridBandAlternatePaint(Color.WHITE);
    names.setTickMarksVisible(false);
    return names;
  }

  private static LogAxis ratios() {
    LogAxis ratios = new LogAxis(
        "\u25c4 less than jsc4j          times as much as jsc4j          more than jsc4j \u25ba");
    ratios.setRange(LEAST * 0.8, MOST * 1.25);
    ratios.setTickUnit(new NumberTickUnit(1));
    ratios.setNumberFormatOverride(new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)));
    ratios.setTickLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    ratios.setLabelFont(new Font(Font.SANS_SERIF, Font.BOLD, 13));
    ratios.setMinorTickMarksVisible(false);
    return ratios;
  }

  /** With two pixels for each of the area's, for sharp screens. */
  private static void bitmap(JFreeChart chart, Rectangle2D area, Path file) throws IOException {
    BufferedImage image = new BufferedImage(2 * (int) area.getWidth(), 2 * (int) area.getHeight(),
        BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.scale(2, 2);
    chart.draw(graphics, area);
    graphics.dispose();
    ImageIO.write(image, "png", file.toFile());
  }

  /** Text stays text: as outlines it would be most of the file. */
  private static void vector(JFreeChart chart, Rectangle2D area, Path file) throws IOException {
    SVGGraphics2D graphics;
    try {
      graphics = new SVGGraphics2D(DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument("http://www.w3.org/2000/svg", "svg", null));
    } catch (ParserConfigurationException e) {
      throw new IOException("this JVM can't make an XML document", e);
    }
    graphics.setSVGCanvasSize(new java.awt.Dimension((int) area.getWidth(), (int) area.getHeight()));
    chart.draw(graphics, area);
    try (Writer writer = Files.newBufferedWriter(file)) {
      graphics.stream(writer, true);
    }
  }
}
