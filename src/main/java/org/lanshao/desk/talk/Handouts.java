package org.lanshao.desk.talk;

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
  Handouts NONE =
      new Handouts() {
        @Override
        public Optional<Attachment> picture(Chart chart, String name) {
          return Optional.empty();
        }

        @Override
        public Optional<Attachment> file(byte[] bytes, String name) {
          return Optional.empty();
        }
      };

  /** Pictures drawn by this drawer, if there is one, and files, all kept among these. */
  static Handouts of(Supplier<Optional<Drawer>> drawer, MediaFiles files) {
    return new Handouts() {
      @Override
      public Optional<Attachment> picture(Chart chart, String name) throws Unavailable {
        var drawn = drawer.get().map(with -> with.png(chart));
        return drawn.isEmpty()
            ? Optional.empty()
            : Optional.of(kept(Attachment.Kind.IMAGE, drawn.get(), name + ".png"));
      }

      @Override
      public Optional<Attachment> file(byte[] bytes, String name) throws Unavailable {
        return Optional.of(kept(Attachment.Kind.FILE, bytes, name));
      }

      private Attachment kept(Attachment.Kind kind, byte[] bytes, String name) throws Unavailable {
        try {
          return new Attachment(kind, files.keep(bytes), name);
        } catch (IOException e) {
          throw new Unavailable("file_store", e);
        }
      }
    };
  }

  /**
   * A chart as a picture that can be sent; empty where none can be drawn.
   *
   * @param name of the file, without ending
   */
  Optional<Attachment> picture(Chart chart, String name) throws Unavailable;

  /** A file that can be sent; empty where nothing is handed out. */
  Optional<Attachment> file(byte[] bytes, String name) throws Unavailable;
}
