package org.lanshao.desk;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.lanshao.message.Extras.Attachment;
import org.lanshao.picture.Chart;
import org.lanshao.picture.Drawer;
import org.lanshao.turn.MediaFiles;
import org.lanshao.turn.Unavailable;

/** What people are handed beside words. Methods block: call them on virtual threads. */
public interface Handouts {
  /** Where nothing is. */
  Handouts NONE = (chart, name) -> Optional.empty();

  /** Pictures drawn by this drawer, if there is one, and kept among these files. */
  static Handouts of(Supplier<Optional<Drawer>> drawer, MediaFiles files) {
    return (chart, name) -> {
      var drawn = drawer.get();
      return drawn.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Attachment(
                  Attachment.Kind.IMAGE, kept(files, drawn.get().png(chart)), name + ".png"));
    };
  }

  /**
   * A chart as a picture that can be sent; empty where none can be drawn.
   *
   * @param name of the file, without ending
   */
  Optional<Attachment> picture(Chart chart, String name) throws Unavailable;

  private static String kept(MediaFiles files, byte[] bytes) throws Unavailable {
    try {
      return files.keep(bytes);
    } catch (IOException e) {
      throw new Unavailable("file_store", e);
    }
  }
}
