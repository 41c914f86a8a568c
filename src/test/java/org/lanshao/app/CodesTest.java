package org.lanshao.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lanshao.form.Code;

/** The codes of mistakes, and their list in the guide for writers of forms. */
class CodesTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (L\\d{3}) \\| .+ \\| .+ \\|$");

  private static final List<Enum<?>> CONSTANTS = constants();

  @Test
  void everyCodeIsExplainedInTheGuideOnceWithCauseAndCureAndNoOtherIs() throws IOException {
    var explained =
        ROW.matcher(Files.readString(Path.of("conversations/README.md")))
            .results()
            .map(row -> row.group(1))
            .toList();

    assertThat(explained).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(codes());
  }

  /** By its text or by the name of its constant. */
  @Test
  void everyCodeIsToldInSomeTest() throws IOException {
    var tests = new StringBuilder();
    try (var files = Files.walk(Path.of("src/test"))) {
      for (Path file : files.filter(CodesTest::isRead).toList()) {
        tests.append(Files.readString(file)).append('\n');
      }
    }
    var words = Pattern.compile("\\w+").matcher(tests).results().map(MatchResult::group);
    var used = words.collect(Collectors.toSet());

    assertThat(CONSTANTS)
        .filteredOn(code -> !used.contains(((Code) code).text()) && !used.contains(code.name()))
        .isEmpty();
  }

  private static boolean isRead(Path file) {
    return file.toString().matches(".*\\.(java|txt|tsv)") && !file.endsWith("CodesTest.java");
  }

  @Test
  void noCodeStandsForTwoKindsOfMistake() {
    assertThat(codes()).doesNotHaveDuplicates().hasSizeGreaterThan(80);
  }

  /** The codes of every enum of codes in the house. */
  private static List<String> codes() {
    return CONSTANTS.stream().map(code -> ((Code) code).text()).toList();
  }

  private static List<Enum<?>> constants() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.lanshao")
            .stream()
            .filter(type -> type.isEnum() && type.isAssignableTo(Code.class))
            .map(JavaClass::reflect)
            .<Enum<?>>flatMap(
                type -> Arrays.stream(type.getEnumConstants()).map(one -> (Enum<?>) one))
            .toList();
  }
}
