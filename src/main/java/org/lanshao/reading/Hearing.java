package org.lanshao.reading;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.register.Register;

/**
 * What a message is understood by, besides its words.
 *
 * @param directory where place names are looked up
 * @param near the speaker's own area, which decides between places of the same name
 * @param matters what may be followed by who speaks
 * @param register where names of households and people are looked up
 * @param now the local day and time at which it is said, for 昨晚 and 5月9日
 */
public record Hearing(
    Directory directory, AreaCode near, LocalDateTime now, OpenMatters matters, Register register) {
  /** Where nobody is on file. */
  public Hearing(Directory directory, AreaCode near, LocalDateTime now, OpenMatters matters) {
    this(directory, near, now, matters, Register.EMPTY);
  }

  /** Where nothing can be followed and nobody is on file. */
  public Hearing(Directory directory, AreaCode near, LocalDateTime now) {
    this(directory, near, now, OpenMatters.NONE);
  }

  /** The local day at which it is said. */
  public LocalDate today() {
    return now.toLocalDate();
  }

  /** The same, said near another place. */
  public Hearing at(AreaCode place) {
    return new Hearing(directory, place, now, matters, register);
  }
}
