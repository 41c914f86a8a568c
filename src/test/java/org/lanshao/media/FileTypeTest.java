package org.lanshao.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lanshao.turn.NewMedia.Wanted;

class FileTypeTest {
  private static final Map<FileType, String> BEGINNINGS =
      Map.of(
          FileType.JPEG, "\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF",
          FileType.PNG, "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR",
          FileType.GIF, "GIF89a\1\0\1\0",
          FileType.WEBP, "RIFF$\0\0\0WEBPVP8 ",
          FileType.HEIC, "\0\0\0\u0018ftypheic\0\0\0\0mif1heic",
          FileType.MP4, "\0\0\0\u0018ftypmp42\0\0\0\0isommp42",
          FileType.AMR, "#!AMR\n<",
          FileType.PDF, "%PDF-1.7\n",
          FileType.OLE, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1\0\0",
          FileType.OFFICE, "PK\3\4\u0014\0\6\0\u0008\0[Content_Types].xml");

  @Test
  void everyTypeIsKnownByItsBeginning() {
    assertThat(BEGINNINGS).containsOnlyKeys(FileType.values());
    BEGINNINGS.forEach((type, text) -> assertThat(of(text)).as(text).contains(type));
  }

  @Test
  void aBeginningThatIsCutOffIsNothing() {
    BEGINNINGS.forEach((type, text) -> assertThat(of(text.substring(0, 2))).isEmpty());
  }

  @Test
  void whatRunsOrIsAnArchiveOrWordsIsNotKept() {
    for (var text :
        new String[] {
          "MZ\u0090\0\3\0\0\0",
          "\u007fELF\2\1\1",
          "#!/bin/sh\n",
          "<svg xmlns='http://www.w3.org/2000/svg'>",
          "<html><script>",
          "PK\3\4\u0014\0\0\0\u0008\0virus.exe",
          "RIFF$\0\0\0WAVEfmt ",
          "\0\0\0\u0018ftypxxxx",
          "just words",
          ""
        }) {
      assertThat(of(text)).as(text).isEmpty();
    }
  }

  @Test
  void aQuestionForPhotosTakesPicturesAlone() {
    for (FileType type : FileType.values()) {
      assertThat(type.serves(Wanted.FILE)).isTrue();
    }
    assertThat(BEGINNINGS.keySet().stream().filter(type -> type.serves(Wanted.PHOTO)))
        .containsExactlyInAnyOrder(
            FileType.JPEG, FileType.PNG, FileType.GIF, FileType.WEBP, FileType.HEIC);
  }

  private static Optional<FileType> of(String text) {
    return FileType.of(text.getBytes(ISO_8859_1));
  }
}
