package org.lanshao.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The files of a backup with their SHA-256, written so that {@code sha256sum -c} reads it too.
 *
 * @param pathToHash by paths within the backup, with slashes
 */
record FileList(SortedMap<String, String> pathToHash) {
  /** The database. */
  static final String DATABASE = "lanshao.db";

  /** The folder of media. */
  static final String MEDIA = "media";

  /** A file of media within its folder. */
  static final Pattern MEDIUM = Pattern.compile("[0-9a-f]{2}/[0-9a-f]{64}");

  private static final Pattern LINE =
      Pattern.compile("([0-9a-f]{64})  (" + DATABASE + "|" + MEDIA + "/" + MEDIUM + ")");

  FileList {
    pathToHash = Collections.unmodifiableSortedMap(new TreeMap<>(pathToHash));
  }

  String text() {
    var text = new StringBuilder();
    pathToHash.forEach((path, hash) -> text.append(hash).append("  ").append(path).append('\n'));
    return text.toString();
  }

  /** Reads one; empty when a line names anything but a file of a backup. */
  static Optional<FileList> read(String text) {
    var files = new TreeMap<String, String>();
    for (String line : text.lines().toList()) {
      var matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      files.put(matcher.group(2), matcher.group(1));
    }
    return Optional.of(new FileList(files));
  }

  static String hash(Path file) throws IOException {
    var digest = sha256();
    try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static String hash(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(US_ASCII)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
