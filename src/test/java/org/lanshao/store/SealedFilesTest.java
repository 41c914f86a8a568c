package org.lanshao.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit calls open first.
class SealedFilesTest {
  private static final byte[] BYTES =
      "a picture of 石巷村, rather plain".repeat(99).getBytes(ISO_8859_1);

  private Path folder;
  private SealedFiles files;

  @BeforeEach
  void open(@TempDir Path temporary) {
    folder = temporary.resolve("data/media");
    files = withKey(1);
  }

  private SealedFiles withKey(int key) {
    var base64 =
        java.util.Base64.getEncoder()
            .encodeToString(
                new byte[] {
                  (byte) key,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0
                });
    return new SealedFiles(folder, new Seal(Keys.of(base64)));
  }

  private List<Path> all() throws IOException {
    try (var found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void whatIsKeptComesBack() throws IOException {
    var hash = files.keep(BYTES);

    assertThat(files.read(hash)).hasValue(BYTES);
    assertThat(files.read("0".repeat(64))).isEmpty();
    assertThat(all()).containsExactly(folder.resolve(hash.substring(0, 2)).resolve(hash));
  }

  @Test
  void theFileTellsNeitherItsBytesNorWhetherItIsAKnownOne() throws Exception {
    var hash = files.keep(BYTES);
    var text = Files.readString(all().getFirst(), ISO_8859_1);
    var plainHash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(BYTES));

    assertThat(text).doesNotContain("picture", "plain");
    assertThat(hash).isNotEqualTo(plainHash).isNotEqualTo(withKey(2).keep(BYTES));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(all().getFirst())))
        .isEqualTo("rw-------");
  }

  @Test
  void anotherKeyDoesNotOpenIt() throws IOException {
    var hash = files.keep(BYTES);

    assertThatThrownBy(() -> withKey(2).read(hash))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void theSameBytesAreOneFileAlsoWhenManyKeepThemAtOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var kept =
          threads.invokeAll(
              IntStream.range(0, 16)
                  .mapToObj(i -> (java.util.concurrent.Callable<String>) () -> files.keep(BYTES))
                  .toList());
      for (var one : kept) {
        assertThat(one.get()).isEqualTo(kept.getFirst().get());
      }
    }
    assertThat(all()).hasSize(1);
  }

  @Test
  void whatIsKeptAlreadyIsLeftAlone() throws IOException {
    files.keep(BYTES);
    var before = Files.readAllBytes(all().getFirst());
    files.keep(BYTES);

    assertThat(Files.readAllBytes(all().getFirst())).isEqualTo(before);
  }

  @Test
  void aChangedByteAnywhereIsFoundAndMendedByKeepingItAgain() throws IOException {
    var hash = files.keep(BYTES);
    var file = all().getFirst();
    var whole = Files.readAllBytes(file);
    for (int place : new int[] {0, 3, 10, 20, whole.length / 2, whole.length - 1}) {
      var changed = whole.clone();
      changed[place] ^= 1;
      Files.write(file, changed);
      assertThatThrownBy(() -> files.read(hash))
          .as("byte %d", place)
          .isInstanceOf(IOException.class);
    }
    Files.write(file, new byte[0]);
    assertThatThrownBy(() -> files.read(hash)).isInstanceOf(IOException.class);

    assertThat(files.keep(BYTES)).isEqualTo(hash);
    assertThat(files.read(hash)).hasValue(BYTES);
  }

  @Test
  void aFilePutUnderAnotherNameIsFound() throws IOException {
    var hash = files.keep(BYTES);
    var other = files.keep(new byte[] {1, 2, 3});
    var file = folder.resolve(hash.substring(0, 2)).resolve(hash);
    Files.copy(
        folder.resolve(other.substring(0, 2)).resolve(other),
        file,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> files.read(hash)).isInstanceOf(IOException.class);
  }

  @Test
  void aNameThatIsNoHashReachesNoFile() {
    assertThatThrownBy(() -> files.read("../../lanshao.key"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDiskThatTakesNothingIsToldAndLeavesNothing() throws IOException {
    Files.createDirectories(folder.resolveSibling("other"));
    Files.writeString(folder, "a file where the folder should be");

    assertThatThrownBy(() -> files.keep(BYTES)).isInstanceOf(IOException.class);
  }

  @Test
  void bytesAreDeletedUnlessTheyCameAgainLately() throws IOException {
    var hash = files.keep(new byte[] {1, 2, 3});
    var later = java.time.Instant.now().plusSeconds(60);

    assertThat(files.delete(hash, java.time.Instant.now().minusSeconds(60))).isFalse();
    assertThat(files.read(hash)).isPresent();

    assertThat(files.delete(hash, later)).isTrue();
    assertThat(files.read(hash)).isEmpty();
    assertThat(all()).isEmpty();
    assertThat(files.delete(hash, later)).isTrue();
  }

  @Test
  void bytesThatComeAgainAreAsNew() throws IOException {
    var hash = files.keep(new byte[] {1, 2, 3});
    var old = java.nio.file.attribute.FileTime.from(java.time.Instant.now().minusSeconds(3600));
    Files.setLastModifiedTime(all().getFirst(), old);
    files.keep(new byte[] {1, 2, 3});

    assertThat(files.delete(hash, java.time.Instant.now().minusSeconds(60))).isFalse();
  }

  @Test
  void whatComesAgainWhileItIsDeletedIsThere() throws Exception {
    var young = Instant.parse("2022-05-10T01:30:00Z");
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (int nth = 0; nth < 500; nth++) {
        var hash = files.keep(BYTES);
        Files.setLastModifiedTime(place(hash), FileTime.from(young.minusSeconds(1)));
        var deleted = threads.submit(() -> withKey(1).delete(hash, young));
        var kept = threads.submit(() -> withKey(1).keep(BYTES));
        assertThat(kept.get()).isEqualTo(hash);
        deleted.get();
        assertThat(files.read(hash)).as("kept again in round %d", nth).isPresent();
      }
    }
  }

  @Test
  void whatIsOldAndWhatIsLeftOfABrokenWriteIsFound() throws IOException {
    var old = files.keep(BYTES);
    var fresh = files.keep(new byte[] {1});
    var before = Instant.now().minusSeconds(60);
    var part = place(old).resolveSibling(old + ".1.part");
    Files.writeString(part, "half");
    var writing = place(old).resolveSibling(old + ".2.part");
    Files.writeString(writing, "half");
    for (Path one : List.of(place(old), part)) {
      Files.setLastModifiedTime(one, FileTime.from(before.minusSeconds(60)));
    }

    assertThat(files.old(before)).containsExactly(old);
    files.deleteBroken(before);

    assertThat(part).doesNotExist();
    assertThat(writing).exists();
    assertThat(files.read(old)).isPresent();
    assertThat(files.read(fresh)).isPresent();
  }

  private Path place(String hash) {
    return folder.resolve(hash.substring(0, 2)).resolve(hash);
  }
}
