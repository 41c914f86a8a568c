package org.lanshao.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws charts as PNG, wide enough for their labels and small enough for a telephone. */
public final class Drawer {
  private static final int HEIGHT = 640;
  private static final int NARROWEST = 800;
  private static final int WIDEST = 2400;
  private static final int MARGIN = 160;
  private static final int BAR = 26;

  /** Over more bars than this no numbers are written, for they would cover one another. */
  private static final int MOST_NUMBERS = 48;

  private static final Color[] INKS = {
    new Color(0x2F6DB5),
    new Color(0xE08A2E),
    new Color(0x3F9A63),
    new Color(0xB8483E),
    new Color(0x7A5AA6),
    new Color(0x6B7280),
    new Color(0xC7A41F),
    new Color(0x2A9BA8)
  };

  private final Font font;

  /** Writes in this typeface, whatever its size. */
  public Drawer(Font font) {
    this.font = font;
  }

  /** The chart as the bytes of a PNG. */
  public byte[] png(Chart chart) {
    var out = new ByteArrayOutputStream();
    try {
      BitmapEncoder.saveBitmap(drawn(chart), out, BitmapFormat.PNG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private CategoryChart drawn(Chart chart) {
    var drawn =
        new CategoryChartBuilder()
            .width(width(chart))
            .height(HEIGHT)
            .title(chart.title())
            .xAxisTitle(chart.note())
            .build();
    style(drawn.getStyler(), chart);
    for (Chart.Series series : chart.series()) {
      drawn.addSeries(series.name(), chart.labels(), heights(series, chart.shape()));
    }
    drawn.getSeriesMap().values().forEach(series -> series.setMarker(SeriesMarkers.CIRCLE));
    return drawn;
  }

  /** A bar of no height is not there: else its 0 would stand upon the others. */
  private static List<@Nullable Number> heights(Chart.Series series, Chart.Shape shape) {
    return series.numbers().stream()
        .<@Nullable Number>map(number -> number == 0 && shape != Chart.Shape.LINES ? null : number)
        .toList();
  }

  private static int width(Chart chart) {
    int wanted = MARGIN + bars(chart) * BAR + chart.labels().size() * BAR / 2;
    return Math.clamp(wanted, NARROWEST, WIDEST);
  }

  /** How many stand side by side. */
  private static int bars(Chart chart) {
    boolean abreast = chart.shape() == Chart.Shape.BARS;
    return chart.labels().size() * (abreast ? chart.series().size() : 1);
  }

  private void style(CategoryStyler styler, Chart chart) {
    boolean lines = chart.shape() == Chart.Shape.LINES;
    boolean numbers = !lines && bars(chart) <= MOST_NUMBERS;
    styler
        .setDefaultSeriesRenderStyle(
            lines ? CategorySeriesRenderStyle.Line : CategorySeriesRenderStyle.Bar)
        .setStacked(chart.shape() == Chart.Shape.STACKED)
        .setLabelsVisible(numbers)
        .setLabelsPosition(chart.shape() == Chart.Shape.STACKED ? 0.5 : 1.0)
        .setLabelsFont(font.deriveFont(Font.PLAIN, 14f))
        .setAvailableSpaceFill(0.8);
    styler
        .setXAxisLabelRotation(isCrowded(chart) ? 45 : 0)
        .setAxisTickLabelsFont(font.deriveFont(Font.PLAIN, 15f))
        .setAxisTitlesVisible(false)
        .setXAxisTitleVisible(!chart.note().isEmpty())
        .setAxisTitleFont(font.deriveFont(Font.PLAIN, 15f))
        .setPlotGridVerticalLinesVisible(false)
        .setPlotGridLinesStroke(new BasicStroke(1))
        .setPlotGridLinesColor(new Color(0xE5E7EB))
        .setYAxisDecimalPattern("#,###")
        .setYAxisMin(0.0);
    styler
        .setChartTitleFont(font.deriveFont(Font.PLAIN, 20f))
        .setChartTitleBoxVisible(false)
        .setChartPadding(16)
        .setChartBackgroundColor(Color.WHITE)
        .setLegendVisible(true)
        .setLegendFont(font.deriveFont(Font.PLAIN, 15f))
        .setLegendPosition(LegendPosition.OutsideS)
        .setLegendLayout(LegendLayout.Horizontal)
        .setLegendBorderColor(Color.WHITE)
        .setPlotBorderVisible(false)
        .setAntiAlias(true)
        .setSeriesColors(INKS);
  }

  /** Whether the labels are too long to stand beside one another. */
  private static boolean isCrowded(Chart chart) {
    int letters = chart.labels().stream().mapToInt(String::length).sum();
    return letters * 16 > width(chart) - MARGIN;
  }
}
