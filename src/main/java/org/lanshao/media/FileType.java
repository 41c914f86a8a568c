package org.lanshao.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.lanshao.turn.NewMedia.Wanted;

/**
 * What bytes are, by how they begin: names and declared types are not believed. What is not listed
 * is not kept. Pure.
 */
enum FileType {
  JPEG(true, file -> file.at(0, "\u00ff\u00d8\u00ff")),
  PNG(true, file -> file.at(0, "\u0089PNG\r\n\u001a\n")),
  GIF(true, file -> file.at(0, "GIF87a") || file.at(0, "GIF89a")),
  WEBP(true, file -> file.at(0, "RIFF") && file.at(8, "WEBP")),
  HEIC(true, file -> file.at(4, "ftyp") && Brand.PICTURES.stream().anyMatch(b -> file.at(8, b))),
  MP4(false, file -> file.at(4, "ftyp") && Brand.FILMS.stream().anyMatch(b -> file.at(8, b))),
  AMR(false, file -> file.at(0, "#!AMR")),
  PDF(false, file -> file.at(0, "%PDF-")),
  /** Word, Excel, PowerPoint and WPS before 2007. */
  OLE(false, file -> file.at(0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")),
  /** Those since: an archive with a list of its parts. Other archives are not kept. */
  OFFICE(false, file -> file.at(0, "PK\u0003\u0004") && file.holds("[Content_Types].xml"));

  private final boolean picture;

  @SuppressWarnings("ImmutableEnumChecker") // Each is a function of its argument alone.
  private final Predicate<Beginning> looks;

  FileType(boolean picture, Predicate<Beginning> looks) {
    this.picture = picture;
    this.looks = looks;
  }

  /** What these bytes are; empty when it is nothing that is kept. */
  static Optional<FileType> of(byte[] bytes) {
    var file = new Beginning(bytes);
    return Arrays.stream(values()).filter(type -> type.looks.test(file)).findFirst();
  }

  /** Whether it is an answer to such a question. */
  boolean serves(Wanted wanted) {
    return switch (wanted) {
      case PHOTO -> picture;
      case FILE -> true;
    };
  }

  /** Its name in rows and metrics. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the maker of a container of pictures or films writes into it (ISO 14496-12, 23008-12). */
  private static final class Brand {
    static final List<String> PICTURES =
        List.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
    static final List<String> FILMS =
        List.of("isom", "iso", "mp41", "mp42", "avc1", "M4V", "M4A", "3gp", "qt  ", "MSNV");

    private Brand() {}
  }

  /** Bytes, asked for text in which each character is one byte. */
  private record Beginning(byte[] bytes) {
    boolean at(int place, String text) {
      byte[] wanted = text.getBytes(ISO_8859_1);
      return bytes.length >= place + wanted.length
          && Arrays.equals(bytes, place, place + wanted.length, wanted, 0, wanted.length);
    }

    boolean holds(String text) {
      int last = bytes.length - text.length();
      for (int place = 0; place <= last; place++) {
        if (bytes[place] == text.charAt(0) && at(place, text)) {
          return true;
        }
      }
      return false;
    }
  }
}
