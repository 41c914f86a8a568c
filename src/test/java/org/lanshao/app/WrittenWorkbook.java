package org.lanshao.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook (ISO/IEC 29500 SpreadsheetML) made part by part, as Excel and WPS write it: texts in a
 * table of their own or in the cell, rich texts in pieces, days as numbers with a format, empty
 * cells left out, a title over merged cells.
 */
final class WrittenWorkbook {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final List<String> shared = new ArrayList<>();
  private final StringBuilder rows = new StringBuilder();

  /** A cell as XML; the place is A1, B1 and so on. */
  interface Cell {
    String at(String place);
  }

  /** A text in the workbook's table of texts. */
  Cell shared(String text) {
    shared.add("<si><t xml:space=\"preserve\">" + text + "</t></si>");
    return index(shared.size() - 1);
  }

  /** A text in pieces of different looks, as when somebody made half of it red. */
  Cell rich(String first, String second) {
    shared.add("<si><r><t>" + first + "</t></r><r><rPr><b/></rPr><t>" + second + "</t></r></si>");
    return index(shared.size() - 1);
  }

  private static Cell index(int number) {
    return place -> "<c r=\"%s\" t=\"s\"><v>%d</v></c>".formatted(place, number);
  }

  /** A text in its cell. */
  static Cell inline(String text) {
    return place -> "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(place, text);
  }

  /** What a formula gave. */
  static Cell computed(String formula, String text) {
    return place -> "<c r=\"%s\" t=\"str\"><f>%s</f><v>%s</v></c>".formatted(place, formula, text);
  }

  /** A number; styles 1, 2 and 4 are days. */
  static Cell number(String number, int style) {
    return place -> "<c r=\"%s\" s=\"%d\"><v>%s</v></c>".formatted(place, style, number);
  }

  /** A cell that was never filled, left out or with a border only. */
  static Cell empty(boolean written) {
    return place -> written ? "<c r=\"%s\" s=\"3\"/>".formatted(place) : "";
  }

  /** Writes a row. */
  WrittenWorkbook row(int number, Cell... cells) {
    rows.append("<row r=\"").append(number).append("\" spans=\"1:9\">");
    for (int i = 0; i < cells.length; i++) {
      rows.append(cells[i].at((char) ('A' + i) + "" + number));
    }
    rows.append("</row>");
    return this;
  }

  /** Writes the file. */
  Path to(Path file) {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var part : parts().entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write((HEAD + part.getValue()).getBytes(UTF_8));
        zip.closeEntry();
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> parts() {
    return Map.of(
        "[Content_Types].xml",
        "<Types xmlns=\""
            + PACKAGE
            + "content-types\"><Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
            + " Extension=\"xml\" ContentType=\"application/xml\"/>"
            + type("/xl/workbook.xml", "sheet.main")
            + type("/xl/worksheets/sheet1.xml", "worksheet")
            + type("/xl/styles.xml", "styles")
            + type("/xl/sharedStrings.xml", "sharedStrings")
            + "</Types>",
        "_rels/.rels",
        relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml",
        "<workbook "
            + MAIN
            + " xmlns:r=\""
            + OFFICE
            + "\"><sheets><sheet name=\"台账\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
        "xl/_rels/workbook.xml.rels",
        relations(
            relation("rId1", "worksheet", "worksheets/sheet1.xml")
                + relation("rId2", "styles", "styles.xml")
                + relation("rId3", "sharedStrings", "sharedStrings.xml")),
        "xl/styles.xml",
        "<styleSheet "
            + MAIN
            + "><numFmts count=\"1\"><numFmt numFmtId=\"176\""
            + " formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/></numFmts><cellXfs"
            + " count=\"5\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf"
            + " numFmtId=\"176\" applyNumberFormat=\"1\"/><xf numFmtId=\"0\"/><xf numFmtId=\"31\""
            + " applyNumberFormat=\"1\"/></cellXfs></styleSheet>",
        "xl/sharedStrings.xml",
        "<sst " + MAIN + ">" + String.join("", shared) + "</sst>",
        "xl/worksheets/sheet1.xml",
        "<worksheet "
            + MAIN
            + "><sheetData>"
            + rows
            + "</sheetData><mergeCells count=\"1\"><mergeCell"
            + " ref=\"A1:I1\"/></mergeCells></worksheet>");
  }

  private static String type(String part, String kind) {
    return "<Override PartName=\"%s\" ContentType=\"%s%s+xml\"/>".formatted(part, KIND, kind);
  }

  private static String relations(String inner) {
    return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + inner + "</Relationships>";
  }

  private static String relation(String id, String kind, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, OFFICE, kind, target);
  }
}
