package org.lanshao.app;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.lanshao.form.Line;
import org.lanshao.form.Mistakes;

/** Finds the settings file and reads it. */
final class SettingsFile {
  /** Read when no other is named, if it is there. */
  static final Path USUAL = Path.of("config/lanshao.yaml");

  private static final String LOG = "LANSHAO_LOG";

  private SettingsFile() {}

  /**
   * The settings of the named file, else of the usual one, else the defaults.
   *
   * @param mistakes all that is wrong; the settings may be used only if nothing was added
   */
  static Settings read(Optional<Path> named, Map<String, String> variables, Mistakes mistakes) {
    checkLog(variables, mistakes);
    var file = named.orElse(USUAL);
    if (named.isEmpty() && !Files.exists(file)) {
      return Settings.DEFAULTS;
    }
    try {
      return SettingsReader.read(file.toString(), Files.readString(file), variables, mistakes);
    } catch (CharacterCodingException notUtf8) {
      mistakes.add(
          SettingsCode.UNREADABLE, Line.of(file.toString()), "文件不是 UTF-8。", "另存为 UTF-8 编码。");
    } catch (IOException unreadable) {
      mistakes.add(
          SettingsCode.UNREADABLE,
          Line.of(file.toString()),
          "读不到设置文件。",
          "检查路径和权限，或不写 --config 用默认设置。");
    }
    return Settings.DEFAULTS;
  }

  /** Read by {@code logback.xml}, which would write nothing at all for another word. */
  private static void checkLog(Map<String, String> variables, Mistakes mistakes) {
    if (!variables.getOrDefault(LOG, "text").matches("text|json")) {
      mistakes.add(
          SettingsCode.VARIABLE, Line.of(LOG), "环境变量 LANSHAO_LOG 的值不对。", "写 text 或 json，或不设置。");
    }
  }
}
