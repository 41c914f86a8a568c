package org.lanshao.app;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.lanshao.store.Store;
import org.lanshao.turn.Unavailable;

/**
 * The folder of pictures and files must be one for all nodes of a database. The database and a file
 * in the folder hold the same number: a node that does not find it there looks into another folder.
 */
record SharedFolder(Store store, Path folder) {
  private static final String NAME = "installation";

  /**
   * Makes sure of it.
   *
   * @throws StartProblem when this is another folder
   */
  void check() throws StartProblem, Unavailable {
    try {
      var known = store.remembered(NAME);
      if (known.isEmpty()) {
        store.remember(NAME, read().orElseGet(() -> UUID.randomUUID().toString()));
        write(store.remembered(NAME).orElseThrow());
      }
      if (!read().equals(store.remembered(NAME))) {
        throw other();
      }
    } catch (IOException e) {
      throw new StartProblem("data.dir（" + folder + "）读写不了。检查路径和权限。");
    }
  }

  private StartProblem other() {
    return new StartProblem(
        "data.dir（%s）不是这个数据库用的那一个：别的节点存的照片和文件这里看不到。几个节点要用同一个共享文件夹；换了地方，就把原来的 %s 和 media 一起搬来。"
            .formatted(folder, NAME));
  }

  private Optional<String> read() throws IOException {
    try {
      return Optional.of(Files.readString(folder.resolve(NAME), US_ASCII).strip());
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  private void write(String number) throws IOException {
    Files.createDirectories(folder);
    try {
      Files.writeString(folder.resolve(NAME), number + "\n", StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException another) {
      // a node that starts at the same time was faster, or it was there before
    }
  }
}
